import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findText } from '#renderer/editor/find/find-text.ts';
import { setMarks } from '#renderer/editor/find/marks.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { Desk } from './desk.ts';

/** Finds words in the open note: Enter and Shift+Enter walk through the hits, Esc leaves the caret at the last one. */
export function FindBar({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const { t } = useTranslation('writing');
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Range[]>([]);
  const [at, setAt] = useState(0);
  // What is typed meanwhile moves the hits.
  const facts = useStore(desk.facts);

  // Before any further key is taken: Esc right after the last letter leaves the caret at the hit of the whole word.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other hits
  useLayoutEffect(() => {
    const roots = desk.sections.flatMap(({ editor }) => editor.element() ?? []);
    const ranges = findText(roots, query);
    setFound(ranges);
    setAt((before) => Math.min(before, Math.max(ranges.length - 1, 0)));
  }, [desk, query, facts]);
  useEffect(() => {
    const now = found[at];
    setMarks('note-found', found);
    setMarks('note-found-now', now ? [now] : []);
    now?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [found, at]);
  useEffect(
    () => () => {
      setMarks('note-found', []);
      setMarks('note-found-now', []);
    },
    [],
  );

  const step = (by: number) => found.length > 0 && setAt((at + by + found.length) % found.length);
  const close = () => {
    const now = found[at];
    onClose();
    if (now) desk.editor.select(now);
  };
  const count = query === '' ? '' : t('find.count', { count: found.length, at: found.length === 0 ? 0 : at + 1 });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes from any of its parts
    <div
      className="note-find"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <input
        type="search"
        className="vb-input"
        aria-label={t('find.do')}
        placeholder={t('find.do')}
        autoComplete="off"
        spellCheck={false}
        ref={(input) => input?.focus()}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="note-find-count" role="status">
        {count}
      </span>
      <IconButton size="sm" icon="chev-u" label={t('find.previous')} keys="Shift+Enter" onClick={() => step(-1)} />
      <IconButton size="sm" icon="chev-d" label={t('find.next')} keys="Enter" onClick={() => step(1)} />
      <IconButton size="sm" icon="close" label={t('find.close')} keys="Esc" onClick={close} />
    </div>
  );
}
