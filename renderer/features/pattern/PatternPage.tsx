import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import { CHANNELS } from '#model/kinds/fact.ts';
import type { Channel } from '#model/pattern/events.ts';
import type { PatternView } from '#model/pattern/view.ts';
import { routeQuery, useClient, useRoute } from '#renderer/client/hooks.ts';
import { useReading } from '#renderer/client/use-reading.ts';
import { AsOfField } from '#renderer/ui/AsOfField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Reading } from '#renderer/ui/Reading.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Channels } from './Channels.tsx';
import { EpisodesDialog, type ShownPart, type ShowRecords } from './EpisodesDialog.tsx';
import { HeatMap } from './HeatMap.tsx';
import { OrderStatement } from './OrderStatement.tsx';
import { Places } from './Places.tsx';
import { Statements } from './Statements.tsx';
import { WeekBars } from './WeekBars.tsx';
import './pattern.css';

interface Props {
  caseId: RecordId;
  onOpen: (id: RecordId) => void;
  /** The choice between list and pattern. */
  views: ReactNode;
  /** Goes to where the chronology is made into a document. */
  onExport: () => void;
}

const PERIODS = [null, 52, 26, 13] as const;

/** What was done against her: when in the week, how often, by which ways, and what the records show in plain words. */
export function PatternPage({ caseId, onOpen, views, onExport }: Props) {
  const { t } = useTranslation('pattern');
  const { t: kinds } = useTranslation('kinds');
  const [at, setAt] = useState<number | null>(null);
  const [channel, setChannel] = useState<Channel | null>(null);
  const [weeks, setWeeks] = useState<number | null>(null);
  const question = { caseId, at, channel, weeks };
  // Another channel or period is drawn over the last one, not over an empty page.
  const view = useQuery({ ...routeQuery(useClient(), 'pattern.view', question), placeholderData: keepPreviousData });
  const reading = useReading(caseId);
  const pattern = view.data?.pattern;
  const period = (one: number | null) => (one === null ? t('period.all') : t('period.weeks', { count: one }));
  const channelName = (one: Channel | null) => (one === null ? t('channels.all') : kinds(`option.channels.${one}`));
  return (
    <div className="vb-pattern">
      <div className="vb-pattern-bar">
        <div className="vb-grow">
          <h1>{t('title')}</h1>
          <p className="vb-muted">
            {pattern &&
              t('summary', { count: pattern.episodes, contacts: pattern.contacts, breaches: pattern.breaches })}
          </p>
        </div>
        <AsOfField value={at} onChange={setAt} />
        {views}
        <Menu
          groups={[
            [null, ...CHANNELS].map((one) => ({
              id: one ?? 'all',
              label: channelName(one),
              checked: one === channel,
              run: () => setChannel(one),
            })),
          ]}
        >
          <Button icon="filter">{channelName(channel)}</Button>
        </Menu>
        <Menu
          groups={[
            PERIODS.map((one) => ({
              id: String(one),
              label: period(one),
              checked: one === weeks,
              run: () => setWeeks(one),
            })),
          ]}
        >
          <Button icon="calendar">{period(weeks)}</Button>
        </Menu>
        <Button variant="primary" icon="export" onClick={onExport}>
          {t('export')}
        </Button>
      </div>
      {view.error && <ErrorNotice error={view.error} />}
      {view.error && !pattern ? null : !pattern ? (
        <Reading reading={reading} />
      ) : pattern.episodes === 0 ? (
        <EmptyState icon="k-threat" title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Drawn pattern={pattern} asked={{ ...question, at: view.data?.at ?? at }} isNow={at === null} onOpen={onOpen} />
      )}
    </div>
  );
}

interface DrawnProps {
  pattern: PatternView;
  /** The question that it answers, as of its own instant. */
  asked: InputOf<'pattern.view'>;
  /** As it is known now: only then is it held against the plan and gone through. */
  isNow: boolean;
  onOpen: (id: RecordId) => void;
}

function Drawn({ pattern, asked, isNow, onOpen }: DrawnProps) {
  const { t } = useTranslation('pattern');
  const { caseId } = asked;
  const [againstPlan, setAgainstPlan] = useState(false);
  const plan = useRoute('pattern.uncovered', { caseId }, { enabled: againstPlan && isNow });
  const uncovered = againstPlan && isNow ? plan.data : undefined;
  const [shown, setShown] = useState<{ part: ShownPart; count: number } | null>(null);
  const client = useClient();
  const queries = useQueryClient();
  const { heat, weeks, stretches, channels, places, episodes } = pattern;
  /** One record opens at once; several are listed first. */
  const show: ShowRecords = (part, count) => {
    if (count !== 1) return setShown({ part, count });
    queries.fetchQuery(routeQuery(client, 'pattern.records', { ...asked, part })).then(
      ({ episodes: [only] }) => only && onOpen(only.id),
      // The dialog says what went wrong.
      () => setShown({ part, count }),
    );
  };
  return (
    <div className="vb-pattern-page">
      <div className="vb-pattern-left">
        <Panel
          icon="calendar"
          title={t('heat.title')}
          count={t('heat.count')}
          actions={
            isNow && (
              <>
                <span className="vb-t12 vb-muted">{t('heat.plan')}</span>
                <Segmented
                  label={t('heat.plan')}
                  value={againstPlan ? 'on' : 'off'}
                  options={[
                    { value: 'off', label: t('heat.off') },
                    { value: 'on', label: t('heat.on') },
                  ]}
                  onChange={(value) => setAgainstPlan(value === 'on')}
                />
              </>
            )
          }
        >
          <ErrorNotice error={plan.error} />
          <HeatMap heat={heat} uncovered={uncovered?.hours ?? null} onShow={show} />
          <p className="vb-pattern-legend">
            {[1, 2, 3, 4].map((level) => (
              <span key={level}>
                <i data-heat={level} /> {level < 4 ? level : t('heat.more')}
              </span>
            ))}
            {uncovered && (
              <span>
                <i data-key="uncovered" /> {t(uncovered.needs > 0 ? 'heat.uncovered' : 'heat.noNeeds')}
              </span>
            )}
            {heat.untimed > 0 && <span>{t('heat.untimed', { count: heat.untimed })}</span>}
            <span className="vb-pattern-end">
              <i data-key="night" /> {t('heat.night')}
            </span>
          </p>
        </Panel>
        <div className="vb-pattern-two">
          <Panel
            icon="signal"
            title={t('weeks.title')}
            count={t('weeks.count', { count: episodes, breaches: pattern.breaches })}
          >
            {weeks.length === 0 ? (
              <p className="vb-muted">{t('weeks.none')}</p>
            ) : (
              <WeekBars weeks={weeks} stretches={stretches} />
            )}
          </Panel>
          <Panel icon="layers" title={t('channels.title')} flush>
            <Channels channels={channels} onShow={show} />
          </Panel>
        </div>
        <Panel icon="pin" title={t('places.title')} flush>
          <Places places={places} onShow={show} />
        </Panel>
      </div>
      <Panel icon="quote" title={t('statementsTitle')} count={t('statementsCount')} flush>
        <Statements pattern={pattern} onShow={show}>
          {isNow && <OrderStatement caseId={caseId} onShow={show} onOpen={onOpen} />}
        </Statements>
      </Panel>
      {shown && (
        <EpisodesDialog
          asked={{ ...asked, part: shown.part }}
          count={shown.count}
          onOpen={(id) => {
            setShown(null);
            onOpen(id);
          }}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}
