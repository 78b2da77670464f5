import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { bare } from './verdict.ts';

/** One time of a measure as it stands: when, where, which needs it covers, on whose decision, and when that is looked at anew. */
export function DutyFacts({ plan, duty }: { plan: Plan; duty: Duty }) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const records = useRecordWords();
  const time = useTimeWords();
  const measure = plan.measures.get(duty.id);
  const { fromAt, toAt, expectedEndAt, outerLimitAt } = duty;
  const covered = coveredBy(plan, duty).map((need) => `«${bare(words.need(plan, need))}»`);
  const isPresence = duty.type === 'guarding' || duty.type === 'transport';
  const place = plan.placeNames.get(duty.placeId ?? '');
  const decision = decisionOf(plan, duty);
  // A date is not to be cut at its hyphens.
  const day = (at: number) => <span className="vb-nowrap">{time.stampDay(at)}</span>;
  return (
    <dl className="vb-plan-facts">
      <Fact label={t('edit.from')}>{time.stampDay(fromAt)}</Fact>
      <Fact label={t('edit.to')}>
        {toAt === null ? t('timeline:open') : `${time.stampDay(toAt)}, ${time.length(toAt - fromAt)}`}
      </Fact>
      {expectedEndAt !== null && <Fact label={records.field('expectedEndLocal')}>{time.stampDay(expectedEndAt)}</Fact>}
      {outerLimitAt !== null && <Fact label={records.field('outerLimitLocal')}>{time.stampDay(outerLimitAt)}</Fact>}
      {isPresence && (
        <Fact label={t('about.covers')}>
          {covered.length > 0 ? (
            [...new Set(covered)].join(', ')
          ) : (
            <span className="vb-muted">{t('about.coversNothing')}</span>
          )}
        </Fact>
      )}
      {place && <Fact label={records.field('placeId')}>{place}</Fact>}
      <Fact label={records.field('decisionId')}>
        {decision ? (
          <>
            {[
              decision.authority ?? decision.title,
              decision.form && records.option('form', decision.form).toLowerCase(),
            ]
              .filter(Boolean)
              .join(', ')}
            {decision.decidedAt !== null && <>, {day(decision.decidedAt)}</>}
            {decision.untilAt !== null && (
              <>
                {', '}
                <span className="vb-nowrap">
                  {t('planning:decision.until', { at: time.stampDay(decision.untilAt) })}
                </span>
              </>
            )}
          </>
        ) : (
          <span className="vb-plan-warn">
            {[measure?.decidedBy, t('planning:matters.noDecision')].filter(Boolean).join(', ')}
          </span>
        )}
      </Fact>
      {measure?.reviewAt && <Fact label={records.field('reviewAt')}>{time.stampDay(measure.reviewAt)}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function decisionOf(plan: Plan, { decision }: Duty) {
  return decision ? plan.view.decisions.find(({ id }) => id === decision.id) : undefined;
}

/** Needs in which its crew counts at some minute, as planned. */
function coveredBy(plan: Plan, duty: Duty) {
  const key = keyOf(duty);
  return plan.coverage
    .filter(({ layer, duties }) => layer === 'planned' && duties.some((ref) => keyOf(ref) === key))
    .map(({ need }) => need);
}
