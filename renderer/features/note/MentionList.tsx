import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeAfter } from '#renderer/editor/mentions/scopes.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Desk } from './desk.ts';
import { MatchText } from './MatchText.tsx';
import type { RecordSuggestion } from './suggest.ts';
import { useFloating } from './use-floating.ts';

interface Props {
  desk: Desk;
  id: string;
}

/** Id of the option that is marked, for the text's `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** One line: a record with its kind and date, or a date that was typed and what it will be. */
function Option({ item, query }: { item: RecordSuggestion; query: string }) {
  const { t } = useTranslation(['writing', 'kinds']);
  const time = useTimeWords();
  const { brief, title } = item;
  if (!brief) {
    return (
      <>
        <span className="note-option-icon">
          <Icon name={item.key === 'time' ? 'clock' : 'timeline'} size={14} />
        </span>
        <span className="note-option-words">
          <span className="vb-cut">{title}</span>
          <span className="note-option-when">{t(item.key === 'time' ? 'suggest.time' : 'suggest.moment')}</span>
        </span>
      </>
    );
  }
  return (
    <>
      <KindBadge kind={brief.kind} tone={brief.tone} />
      <span className="note-option-words">
        <span className="vb-cut">
          <MatchText text={title} query={query} />
          <span className="vb-sr">, {t(`kinds:kind.${brief.kind}.one`)}</span>
        </span>
        {brief.startsAt !== null && <span className="note-option-when">{time.dayOf(brief)}</span>}
      </span>
    </>
  );
}

/** Records that fit what is typed after an @. The focus stays in the text; this shows and announces. */
export function MentionList({ desk, id }: Props) {
  const { t } = useTranslation(['note', 'writing']);
  const { search } = desk.editor;
  const state = useStore(search);
  const { ref, style } = useFloating(state.anchor);
  const active = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another marked option comes into view
  useEffect(() => {
    // The answer of scrollIntoView is a promise in newer browsers, and no clean-up.
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [state.active]);
  const isOpen = state.anchor !== null;
  const words =
    !isOpen || state.status === 'loading'
      ? ''
      : state.status === 'failed'
        ? t('mention.failed')
        : t('mention.found', { count: state.items.length });
  const scope = t(`writing:scope.${state.scope}`);
  const isNarrow = state.scope !== 'all';
  return (
    <>
      <div className="vb-sr" role="status">
        {isNarrow && words ? `${scope}: ${words}` : words}
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the mouse must not take the focus out of the text
        <div
          ref={ref}
          className="note-float note-mentions"
          style={style}
          onMouseDown={(event) => event.preventDefault()}
        >
          {isNarrow && (
            <p className="note-options-scope" aria-hidden="true">
              {scope}
            </p>
          )}
          <div
            id={id}
            role="listbox"
            aria-label={isNarrow ? `${t('mention.list')}: ${scope}` : t('mention.list')}
            className="note-options"
          >
            {state.items.map((item, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text, which has the focus
              <div
                key={item.key}
                ref={index === state.active ? active : null}
                id={optionId(id, index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === state.active}
                className="note-option"
                onMouseMove={() => index !== state.active && search.point(index)}
                onClick={() => search.choose(item)}
              >
                <Option item={item} query={state.text} />
                {index === state.active && <Kbd keys="Enter" />}
              </div>
            ))}
          </div>
          {state.items.length === 0 && state.status !== 'loading' && (
            <p className="note-options-empty">
              {state.status === 'failed' ? t('mention.failed') : t('mention.none', { text: state.text })}
            </p>
          )}
          <div className="note-options-foot" aria-hidden="true">
            <span>{t('mention.keysMove')}</span>
            <span>{t('writing:scope.key', { scope: t(`writing:scope.${scopeAfter(state.scope, 1)}`) })}</span>
            <span>{t('mention.keysClose')}</span>
          </div>
        </div>
      )}
    </>
  );
}
