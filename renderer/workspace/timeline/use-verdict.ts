import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { measureOfPlanLane } from '#renderer/features/plan/plan-items.ts';
import { usePlanWords } from '#renderer/features/plan/plan-words.ts';
import { createVerdicts } from '#renderer/features/plan/verdict.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { measureOfLane } from './lanes.ts';
import type { Judge } from './use-timeline-words.ts';

/** The judge of drags; it follows the plan without the timeline being made anew. */
export function useVerdict() {
  const { t } = useTranslation('plan');
  const { plan, caseId } = usePlanDesk();
  const time = useTimeWords();
  const words = usePlanWords();
  const made = useMemo<Judge>(
    () => (plan ? createVerdicts(plan, { caseId, typeOfLane }, { t, time, plan: words }) : () => null),
    [plan, caseId, t, time, words],
  );
  const judge = useRef(made);
  judge.current = made;
  return judge;
}

/** Type of the measures that are drawn on a lane, of the plan or an empty one; null where nothing is planned. */
function typeOfLane(laneId: string): string | null {
  return measureOfPlanLane(laneId)?.type ?? measureOfLane(laneId);
}
