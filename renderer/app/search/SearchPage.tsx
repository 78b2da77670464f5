import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { routeQuery, useClient } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { usePaused } from '../palette/use-search-items.ts';
import { HitList } from './HitList.tsx';
import { ask, changed, filterCount, useQuestion } from './question.ts';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import '#renderer/ui/field.css';
import './search.css';

/** Each search leaves a line in the use log, so it waits until the typing stops, ms. */
const PAUSE_MS = 300;
const LEAST = 2;
const FIRST = 50;
const MOST = 200;

/** Finds anything in the book, narrowed as one likes; what is found is read where it stands. */
export function SearchPage({ onPeek }: { onPeek: (id: RecordId) => void }) {
  const { t } = useTranslation('search');
  const client = useClient();
  const question = useQuestion();
  const [limit, setLimit] = useState(FIRST);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const asked = usePaused(question, PAUSE_MS);
  const isOn = asked.text.trim().length >= LEAST;
  const found = useQuery({
    ...routeQuery(client, 'search.query', { ...asked, limit }),
    enabled: isOn,
    placeholderData: keepPreviousData,
  });
  useEffect(() => field.current?.focus(), []);
  const hits = isOn ? (found.data ?? []) : [];
  const isBusy = isOn && (found.isFetching || asked !== question);
  const narrowed = filterCount(question);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      results.current?.querySelector<HTMLElement>('.vb-hit')?.focus();
    } else if (event.key === 'Escape' && question.text !== '') {
      event.stopPropagation();
      ask(changed(question, 'text', ''));
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
                setLimit(FIRST);
                ask({ ...question, text: event.currentTarget.value });
              }}
              onKeyDown={onKeyDown}
            />
            {narrowed > 0 && (
              <Button size="sm" variant="quiet" icon="close" onClick={() => ask({ text: question.text })}>
                {t('clear', { count: narrowed })}
              </Button>
            )}
          </search>
          <div className="vb-sr" role="status">
            {isOn && !isBusy ? t('count', { count: hits.length }) : ''}
          </div>
          <ErrorNotice error={found.error} />
          {isOn && (hits.length > 0 || !isBusy) ? (
            <Panel
              title={t('hits')}
              icon="search"
              count={hits.length === limit ? t('more_than', { count: limit }) : hits.length}
              flush
            >
              <div ref={results} aria-busy={isBusy}>
                <HitList hits={hits} onPeek={onPeek} onLeave={() => field.current?.focus()} />
                {hits.length === 0 && (
                  <EmptyState icon="search" title={t('none')} text={t(question.old ? 'noneText' : 'noneTextOld')} />
                )}
                {hits.length === limit && limit < MOST && (
                  <div className="vb-log-older">
                    <Button onClick={() => setLimit(MOST)}>{t('showMore')}</Button>
                  </div>
                )}
              </div>
            </Panel>
          ) : (
            !isOn && <EmptyState icon="search" title={t('start')} text={t('startText')} />
          )}
        </div>
        <div className="vb-stack">
          <SearchFilters question={question} onChange={ask} />
          <SavedSearches question={question} onAsk={ask} />
        </div>
      </div>
    </main>
  );
}
