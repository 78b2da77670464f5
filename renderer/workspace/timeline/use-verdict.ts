import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { usePlanWords } from '#renderer/features/plan/plan-words.ts';
import { createVerdicts } from '#renderer/features/plan/verdict.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Judge } from './use-timeline-words.ts';

/** The judge of drags; it follows the plan without the timeline being made anew. */
export function useVerdict() {
  const { t } = useTranslation('plan');
  const { plan } = usePlanDesk();
  const time = useTimeWords();
  const words = usePlanWords();
  const made = useMemo<Judge>(
    () => (plan ? createVerdicts(plan, { t, time, plan: words }) : () => null),
    [plan, t, time, words],
  );
  const judge = useRef(made);
  judge.current = made;
  return judge;
}
