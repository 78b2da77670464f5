import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#contract/timeline.ts';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { planItems } from '#renderer/features/plan/plan-items.ts';
import { usePlanWords } from '#renderer/features/plan/plan-words.ts';
import type { TimelineData } from '#renderer/timeline/index.ts';
import { type DraftMeasure, lastPlanEnd, timelineData } from './lanes.ts';
import type { Shown } from './shown.ts';
import { useLaneWords } from './use-timeline-words.ts';
import { withPlan } from './with-plan.ts';

/** What the timeline and the list of a case show: its facts, and its plan over them. */
export function useTimelineData(
  entries: readonly TimelineEntry[],
  now: number,
  draft: DraftMeasure | null,
  { grouping, only }: Shown,
  part: Pick<TimelineData, 'loaded' | 'whole'> | null,
): TimelineData {
  const { t } = useTranslation('plan');
  const { plan } = usePlanDesk();
  const laneWords = useLaneWords();
  const words = usePlanWords();
  // The drawing is made anew when a plan ends, not each minute.
  const ended = lastPlanEnd(entries, now);
  const facts = useMemo(() => timelineData(entries, ended, laneWords, draft), [entries, ended, laneWords, draft]);
  const planned = useMemo(() => plan && planItems(plan, grouping, words), [plan, grouping, words]);
  return useMemo(
    () => ({ ...withPlan(facts, planned, grouping, only, t('needsGroup')), ...part }),
    [facts, planned, grouping, only, t, part],
  );
}
