import { useTranslation } from 'react-i18next';
import type { TodayCase, TodayEvent } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { areaOf } from '../palette/area-of.ts';

interface Props {
  events: readonly TodayEvent[];
  cases: ReadonlyMap<RecordId, TodayCase>;
  fromAt: number;
}

/** What happened since the night or the day on duty began. */
export function EventsPanel({ events, cases, fromAt }: Props) {
  const { t } = useTranslation('today');
  const time = useTimeWords();
  const due = useDueWords();
  const words = useRecordWords();
  const openCase = useNavigation((n) => n.openCase);
  const goPage = useNavigation((n) => n.goPage);
  const night = time.clock(fromAt) === '19:00';
  const titleOf = (event: TodayEvent) => {
    if (event.title === '' && event.step) return words.option('step', event.step);
    return words.title(event);
  };
  return (
    <Panel
      title={t(night ? 'events.night' : 'events.day')}
      icon="history"
      count={t('events.since', { date: due.due(fromAt) })}
      flush
      className="vb-today-panel vb-today-events"
      actions={
        <Button variant="link" size="sm" onClick={() => goPage('log')}>
          {t('events.all')}
        </Button>
      }
    >
      {events.length === 0 ? (
        <EmptyState icon="history" title={t('events.none')} />
      ) : (
        <ul className="vb-events">
          {events.map((event) => {
            const one = cases.get(event.caseId);
            const title = titleOf(event);
            return (
              <li key={event.id}>
                <span>{time.clockOf(event.at, event.qualifier)}</span>
                <KindBadge kind={event.kind} />
                <b className="vb-cut">{one ? (one.protectedPersons[0] ?? one.name) : ''}</b>
                <button
                  type="button"
                  className="vb-events-open vb-cut"
                  title={title}
                  onClick={() => openCase(event.caseId, areaOf(event.kind), event.id)}
                >
                  {title}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
