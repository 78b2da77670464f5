import { useTranslation } from 'react-i18next';
import type { Clock } from '#model/clocks/types.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { LawSource } from '#renderer/ui/LawSource.tsx';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, type UrgencyState } from '#renderer/ui/Urgency.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import './clocks-part.css';

const STATES: Record<Clock['state'], UrgencyState> = {
  running: 'later',
  soon: 'soon',
  open: 'soon',
  overdue: 'over',
  met: 'met',
  met_late: 'later',
  not_applicable: 'later',
};

/** Under a record: every clock that it started, also those that were met or do not run here, and why. */
export function ClocksPart({ caseId, recordId }: { caseId: RecordId; recordId: RecordId }) {
  const { t } = useTranslation('clocks');
  const { data } = useRoute('clock.list', { caseId });
  // A clock names first the record that started it.
  const clocks = (data?.clocks ?? []).filter(({ recordIds }) => recordIds[0] === recordId);
  if (clocks.length === 0) return null;
  const isIdle = (clock: Clock) => Number(clock.state === 'not_applicable');
  const sorted = clocks.toSorted(
    (a, b) => isIdle(a) - isIdle(b) || (a.dueAt ?? a.startedAt) - (b.dueAt ?? b.startedAt),
  );
  return (
    <InspectorPart title={t('part')}>
      <ul className="vb-clocks-part">
        {sorted.map((clock) => (
          <ClockLine key={clock.id} clock={clock} />
        ))}
      </ul>
    </InspectorPart>
  );
}

function ClockLine({ clock }: { clock: Clock }) {
  const { t } = useTranslation('clocks');
  const due = useDueWords();
  const second = clock.secondaryAt !== null && !clock.reason ? due.due(clock.secondaryAt) : null;
  const isOwnEnd = clock.nature === 'expiry';
  return (
    <li>
      <span className="vb-clocks-part-name">{t(`name.${clock.id}`)}</span>
      <Urgency state={clock.status === 'own_rule' && clock.state === 'overdue' ? 'soon' : STATES[clock.state]}>
        <State clock={clock} />
      </Urgency>
      <span className="vb-muted">
        {clock.dueAt !== null && `${due.due(clock.dueAt)} · `}
        {second && `${t(isOwnEnd ? 'secondEnd' : 'second', { date: second })} · `}
        <LawSource clock={clock} />
      </span>
      {clock.missing.map((one) => (
        <span key={one} className="vb-muted">
          {t(`missing.${one}`)}
        </span>
      ))}
    </li>
  );
}

function State({ clock }: { clock: Clock }) {
  const { t } = useTranslation('clocks');
  const time = useTimeWords();
  const now = useNow();
  const { state, reason, satisfiedBy, marginMs, dueAt, startedAt } = clock;
  if (reason) return t('notHere', { reason: t(`reason.${reason}`) });
  if (satisfiedBy) {
    const ending = t(`ending.${satisfiedBy}`);
    if (marginMs === null) return t('met', { ending });
    return t(state === 'met' ? 'metBy' : 'metLate', { ending, length: time.length(Math.abs(marginMs)) });
  }
  if (state === 'open') return t('openNow');
  if (dueAt === null) return t('gone', { length: time.length(now - startedAt) });
  return dueAt <= now
    ? t('over', { length: time.length(now - dueAt) })
    : t('left', { length: time.length(dueAt - now) });
}
