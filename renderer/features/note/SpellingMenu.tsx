import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpellingLanguage } from '#model/spelling.ts';
import { useClient } from '#renderer/client/hooks.ts';
import type { WrongWord } from '#renderer/editor/spelling/register-spelling.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import type { Desk } from './desk.ts';
import { useFloating } from './use-floating.ts';

interface Props {
  desk: Desk;
  language: SpellingLanguage;
  /** Opened by Ctrl+. and by the context menu; false when no wrong word is at the caret. */
  handle: RefObject<(() => boolean) | null>;
}

/** What to do about a word that is spelled wrong: another word, or this one into the book's own words. */
export function SpellingMenu({ desk, language, handle }: Props) {
  const { t } = useTranslation('writing');
  const client = useClient();
  const notify = useNotify();
  const [wrong, setWrong] = useState<WrongWord | null>(null);
  const [words, setWords] = useState<readonly string[] | null>(null);
  const asked = useRef(0);
  const { spelling } = desk.editor;
  const { ref, style } = useFloating(wrong?.box ?? null);
  handle.current = () => {
    const found = spelling?.atCaret() ?? null;
    if (!found) return false;
    const round = ++asked.current;
    setWrong(found);
    setWords(null);
    client.invoke('spelling.suggest', { language, word: found.word }).then(
      (answer) => asked.current === round && setWords(answer),
      () => asked.current === round && setWords([]),
    );
    return true;
  };
  // Keys belong to the menu at once, also while the suggestions are on their way.
  useEffect(() => {
    if (wrong) ref.current?.focus({ preventScroll: true });
  }, [wrong, ref]);
  useEffect(() => {
    // Whoever has chosen already what was there before keeps it.
    if (!words || document.activeElement !== ref.current) return;
    ref.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });
  }, [words, ref]);
  if (!wrong) return null;

  const close = () => {
    setWrong(null);
    desk.editor.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(ref.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const learn = () => {
    setWrong(null);
    client.invoke('spelling.learn', { word: wrong.word, known: true }).then(() => {
      spelling?.forget(wrong.word);
      close();
    }, notify.fail);
  };
  const item = (label: string, run: () => void) => (
    <button key={label} type="button" role="menuitem" tabIndex={-1} className="note-link-item" onClick={run}>
      {label}
    </button>
  );
  return (
    <div
      ref={ref}
      className="note-float note-link-menu"
      style={style}
      role="menu"
      aria-label={t('spelling.menu', { word: wrong.word })}
      aria-busy={words === null}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setWrong(null);
      }}
    >
      {words?.map((word) =>
        item(word, () => {
          setWrong(null);
          desk.editor.focus();
          spelling?.replace(word);
        }),
      )}
      {words?.length === 0 && <p className="note-options-empty">{t('spelling.none')}</p>}
      <hr className="note-link-line" />
      {item(t('spelling.learn', { word: wrong.word }), learn)}
    </div>
  );
}
