/** Rest an officer has around a period of work, planned or thought of. */
import type { Period } from './types.ts';
import type { Stint } from './work.ts';

/** Minutes free before and after; null where there is no other work in the plan to that side. */
export interface RestAround {
  readonly before: number | null;
  readonly after: number | null;
  /** Works in some minute of it already. */
  readonly isBusy: boolean;
}

const MINUTE_MS = 60_000;

/** Rest around `period` in work that is not `period` itself. */
export function restAround(stints: readonly Stint[], period: Period): RestAround {
  let last = Number.NEGATIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  let isBusy = false;
  for (const { fromAt, toAt } of stints) {
    if (fromAt < period.toAt && toAt > period.fromAt) isBusy = true;
    else if (toAt <= period.fromAt) last = Math.max(last, toAt);
    else next = Math.min(next, fromAt);
  }
  return {
    before: last === Number.NEGATIVE_INFINITY ? null : (period.fromAt - last) / MINUTE_MS,
    after: next === Number.POSITIVE_INFINITY ? null : (next - period.toAt) / MINUTE_MS,
    isBusy,
  };
}
