import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchQuestion } from '#contract/search.ts';
import type { RecordId } from '#model/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { HitList } from './HitList.tsx';
import { askWith, changed, filterCount, leaveAt, leftAt, useFilters, useQuestion } from './question.ts';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { useSearch } from './use-search.ts';
import '#renderer/ui/field.css';
import './search.css';

/** Hits shown at first, and with each wish for more; the last is as many as the search tells. */
const STEPS = [50, 200, 500, 1_000];

/** Finds anything in the book, narrowed as one likes; what is found is read where it stands. */
export function SearchPage({ onPeek }: { onPeek: (id: RecordId) => void }) {
  const { t } = useTranslation('search');
  const question = useQuestion();
  // Who steps back comes to the hit that was opened; who asks for the page comes to its field.
  const isBack = useNavigation((n) => n.canGoForward);
  const [back] = useState(() => (isBack ? leftAt(question) : null));
  const [start, setStart] = useState(back?.hit ?? null);
  const [step, setStep] = useState(back?.step ?? 0);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const limit = STEPS[step] ?? 1;
  const newest = useMemo(() => ({ question, limit }), [question, limit]);
  const { hits, of, isOn, isBusy, error } = useSearch(newest);
  useEffect(() => {
    if (back === null) field.current?.focus();
  }, [back]);
  const now = useRef({ question, step });
  now.current = { question, step };
  const onOpened = useCallback((hit: string) => leaveAt({ ...now.current, hit }), []);
  const narrowed = filterCount(question);
  // Each stays what it is from letter to letter, so that the filters and what was found are not drawn again for one.
  const filters = useFilters(question);
  const change = useCallback((next: (question: SearchQuestion) => SearchQuestion) => {
    setStep(0);
    // The keys are where a new question is asked: they are not called away to the hit of an old one.
    setStart(null);
    askWith(next);
  }, []);
  const askSaved = useCallback((saved: SearchQuestion) => change(() => saved), [change]);
  const leave = useCallback(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      results.current?.querySelector<HTMLElement>('.vb-hit')?.focus();
    } else if (event.key === 'Escape' && question.text !== '') {
      event.stopPropagation();
      change((now) => changed(now, 'text', ''));
    }
  };

  return (
    <main className="vb-sheet">
      <TopBar title={t('title')} />
      <div className="vb-sheet-body vb-search-page">
        <div className="vb-stack">
          <search className="vb-search-field">
            <Icon name="search" />
            <input
              ref={field}
              type="search"
              aria-label={t('label')}
              placeholder={t('placeholder')}
              autoComplete="off"
              spellCheck={false}
              maxLength={400}
              value={question.text}
              onChange={(event) => {
                const text = event.currentTarget.value;
                change((now) => ({ ...now, text }));
              }}
              onKeyDown={onKeyDown}
            />
            {narrowed > 0 && (
              <Button size="sm" variant="quiet" icon="close" onClick={() => change(({ text }) => ({ text }))}>
                {t('clear', { count: narrowed })}
              </Button>
            )}
          </search>
          <div className="vb-sr" role="status">
            {isOn && !isBusy ? t('count', { count: hits.length }) : ''}
          </div>
          <ErrorNotice error={error} />
          {isOn && (hits.length > 0 || !isBusy) ? (
            <Panel
              title={t('hits')}
              icon="search"
              count={hits.length === limit ? t('more_than', { count: limit }) : hits.length}
              flush
            >
              <div ref={results} aria-busy={isBusy}>
                <HitList hits={hits} of={of} start={start} onOpened={onOpened} onPeek={onPeek} onLeave={leave} />
                {hits.length === 0 && (
                  <EmptyState icon="search" title={t('none')} text={t(question.old ? 'noneText' : 'noneTextOld')} />
                )}
                {hits.length === limit && step < STEPS.length - 1 && (
                  <div className="vb-log-older">
                    <Button onClick={() => setStep(step + 1)}>{t('showMore')}</Button>
                  </div>
                )}
              </div>
            </Panel>
          ) : (
            !isOn && <EmptyState icon="search" title={t('start')} text={t('startText')} />
          )}
        </div>
        <div className="vb-stack">
          <SearchFilters filters={filters} onChange={change} />
          <SavedSearches question={question} onAsk={askSaved} />
        </div>
      </div>
    </main>
  );
}
