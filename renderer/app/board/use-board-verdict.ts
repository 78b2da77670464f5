import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { type Plan, planOf } from '#renderer/features/plan/plan.ts';
import { usePlanWords } from '#renderer/features/plan/plan-words.ts';
import { createVerdicts } from '#renderer/features/plan/verdict.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Judge } from '#renderer/workspace/timeline/use-timeline-words.ts';

/** The judge of drags on the board. */
interface BoardVerdict {
  readonly ref: RefObject<Judge>;
  /** Goes along with the plan that is shown. @returns what the rules say of all of it, reckoned when it is first asked for */
  follow(view: PlanView | null, now: number): () => Plan;
}

/** Judges drags by the plan of all cases, which is reckoned when the first bar is taken hold of. */
export function useBoardVerdict(): BoardVerdict {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  const words = usePlanWords();
  const ref = useRef<Judge>(() => null);
  const reckoned = useRef<{ view: PlanView; plan: Plan } | null>(null);
  return {
    ref,
    follow(view, now) {
      const plan = () => {
        if (!view) throw new Error('no plan on this page');
        if (reckoned.current?.view !== view) reckoned.current = { view, plan: planOf(view, now) };
        return reckoned.current.plan;
      };
      let judge: Judge | null = null;
      ref.current = (preview) => {
        if (!view) return null;
        judge ??= createVerdicts(plan(), null, { t, time, plan: words });
        return judge(preview);
      };
      return plan;
    },
  };
}
