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
const LONGEST_MS = 3 * 366 * DAY_MS;
/** Coverage is reckoned anew this often as time goes on. */
const CLOCK_MS = 5 * 60_000;

/** The plan around what is in view, by whole months, so that it is fetched anew only when the view leaves them. */
export function usePlan(caseId: RecordId, view: TimeSpan | null): { plan: Plan | null; error: unknown } {
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
  return { plan, error: answer.error };
}

function windowOf(view: TimeSpan | null, nowAt: number, zone: string): TimeSpan {
  const shown = view ?? { fromAt: nowAt, toAt: nowAt };
  const middle = Math.max(shown.fromAt, Math.min(nowAt, shown.toAt));
  const fromAt = Math.max(shown.fromAt, middle - LONGEST_MS / 2);
  const toAt = Math.min(shown.toAt, middle + LONGEST_MS / 2);
  return { fromAt: startOfMonth(fromAt, zone, -1), toAt: startOfMonth(toAt, zone, 2) };
}
