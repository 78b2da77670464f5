import { useMemo, useRef } from 'react';
import type { PlanView } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { startOfMonth } from '#model/time.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import type { TimeSpan } from '#renderer/timeline/index.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { type Plan, planOf } from './plan.ts';

const DAY_MS = 86_400_000;
/** Longest window that is fetched at once: what is drawn coarser than this needs no minutes. */
export const LONGEST_PLAN_MS = 3 * 366 * DAY_MS;
/** Coverage is reckoned anew this often as time goes on. */
const CLOCK_MS = 5 * 60_000;

/** The plan around what is in view, by whole months, so that it is fetched anew only when the view leaves them. */
export function usePlan(
  caseId: RecordId,
  view: TimeSpan | null,
): {
  plan: Plan | null;
  /** When it was last read, ms UTC: also where nothing of it has changed; 0 before the first time. */
  readAt: number;
  error: unknown;
} {
  const zone = useZone();
  const now = useNow();
  const nowAt = Math.floor(now / CLOCK_MS) * CLOCK_MS;
  const window = useMemo(() => windowOf(view, nowAt, zone), [view, nowAt, zone]);
  const answer = useRoute('plan.window', { caseId, ...window });
  // While another window is on its way, what was there stays.
  const last = useRef<PlanView | null>(null);
  if (answer.data) last.current = answer.data;
  const shown = answer.data ?? last.current;
  const plan = useMemo(() => shown && planOf(shown, nowAt), [shown, nowAt]);
  return { plan, readAt: answer.dataUpdatedAt, error: answer.error };
}

/**
 * The months to fetch for a view: all of it, with the month before and one after. Of a view that is longer than a window may
 * be, what lies around now.
 */
export function windowOf(view: TimeSpan | null, nowAt: number, zone: string): TimeSpan {
  const shown = view ?? { fromAt: nowAt, toAt: nowAt };
  let { fromAt, toAt } = shown;
  if (toAt - fromAt > LONGEST_PLAN_MS) {
    const middle = Math.max(fromAt, Math.min(nowAt, toAt));
    fromAt = Math.max(fromAt, middle - LONGEST_PLAN_MS / 2);
    toAt = Math.min(toAt, middle + LONGEST_PLAN_MS / 2);
  }
  return { fromAt: startOfMonth(fromAt, zone, -1), toAt: startOfMonth(toAt, zone, 2) };
}
