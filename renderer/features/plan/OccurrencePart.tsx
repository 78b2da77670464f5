import { useTranslation } from 'react-i18next';
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { DutyFacts } from './DutyFacts.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { statusOf } from './statuses.ts';

interface Props {
  plan: Plan;
  occurrence: OccurrenceRef;
}

/** The occurrence of a need or a measure that is chosen: when, how it stands, and the ways to change it. */
export function OccurrencePart({ plan, occurrence: ref }: Props) {
  const { t } = useTranslation('series');
  const time = useTimeWords();
  const { ask } = usePlanDesk();
  const known = plan.occurrences.get(keyOf(ref));
  if (!known) return null;
  const { fromAt, toAt, statusReason } = known;
  const duty = plan.duties.get(keyOf(ref));
  const status = statusOf(plan, ref);
  const isNeed = plan.needs.has(ref.id);
  const isOn = status === 'planned' || status === 'active';
  const isOver = toAt !== null && toAt <= plan.index.plan.nowAt;
  const told = t(isNeed ? `needStatus.${status}` : `status.${status}`);
  return (
    <section className="vb-inspector-part" aria-label={t('chosen')}>
      {duty ? (
        <DutyFacts plan={plan} duty={duty} />
      ) : (
        <p className="vb-plan-occurrence">
          {toAt === null
            ? t('openOccurrence', { from: time.stampDay(fromAt) })
            : t('plan:about.occurrence', {
                from: time.stampDay(fromAt),
                to: time.stampDay(toAt),
                length: time.length(toAt - fromAt),
              })}
        </p>
      )}
      {status !== 'planned' && <p className="vb-plan-warn">{[told, statusReason].filter(Boolean).join(': ')}</p>}
      <div className="vb-plan-way">
        {isOn && !isOver && (
          <>
            <Button size="sm" onClick={() => ask({ type: 'times', ref })}>
              {t('plan:menu.times')}
            </Button>
            <Button size="sm" onClick={() => ask({ type: 'repeat', ref })}>
              {t('plan:menu.repeat')}
            </Button>
            <Button size="sm" onClick={() => ask({ type: 'own', ref })}>
              {t('own')}
            </Button>
          </>
        )}
        <Button size="sm" onClick={() => ask({ type: 'status', refs: [ref], status: null })}>
          {t('setStatus')}
        </Button>
      </div>
    </section>
  );
}

/** Occurrences of a need that ask for nothing, with the way to let each hold again: nothing is drawn of them. */
export function OffPart({ plan, needId }: { plan: Plan; needId: string }) {
  const { t } = useTranslation('series');
  const words = usePlanWords();
  const { ask } = usePlanDesk();
  const off = plan.view.occurrences.filter((one) => {
    const status = statusOf(plan, { id: one.seriesId, originalLocal: one.originalLocal });
    return one.seriesId === needId && status !== 'planned';
  });
  if (off.length === 0) return null;
  return (
    <section className="vb-inspector-part">
      <h3>{t('off')}</h3>
      <ul className="vb-plan-lines">
        {off.map((one) => {
          const ref = { id: one.seriesId, originalLocal: one.originalLocal };
          const when = words.period(one.fromAt, one.toAt);
          const why = [t(`needStatus.${statusOf(plan, ref)}`), one.statusReason].filter(Boolean).join(': ');
          return (
            <li key={one.originalLocal} className="vb-plan-way">
              <span>
                {when} <span className="vb-muted">{why}</span>
              </span>
              <Button
                size="sm"
                aria-label={t('againOf', { when })}
                onClick={() => ask({ type: 'status', refs: [ref], status: 'planned' })}
              >
                {t('again')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
