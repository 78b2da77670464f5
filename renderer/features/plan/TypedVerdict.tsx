import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';
import type { PlanChange } from './plan-change.ts';
import { usePlanWords } from './plan-words.ts';
import { verdictOf } from './verdict.ts';

interface Props {
  plan: Plan;
  /** Made anew only when something else is asked for; null where nothing is yet, or where it cannot be. */
  change: PlanChange | null;
}

/**
 * What an answer would cover, break and mend, beside the fields it is typed in: what a drag shows. It follows each field
 * as that hands its text over, which it does when typing rests, and says it then to who does not see it.
 */
export function TypedVerdict({ plan, change }: Props) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  const words = usePlanWords();
  const lines = useMemo(
    () => (change ? verdictOf(plan, change, { t, time, plan: words }) : []),
    [plan, change, t, time, words],
  );
  return (
    <section className="vb-judged" aria-label={t('judged:title')}>
      <div role="status">
        {lines.map(({ sign, text }) => (
          <p key={text} className={sign === 'warn' ? 'vb-judged-line vb-plan-warn' : 'vb-judged-line'}>
            {sign !== 'none' && <Icon name={sign === 'ok' ? 'check' : 'warn'} size={14} />}
            <span>{text}</span>
          </p>
        ))}
      </div>
    </section>
  );
}
