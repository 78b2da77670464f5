import { localOfInstant } from '../time.ts';
import type { When } from '../when.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Time from one fact to another, only as exactly as both are known. */
export interface Elapsed {
  /** Whole minutes; null unless both are known to the minute. */
  readonly minutes: number | null;
  /** Calendar days in the zone of the first; null unless both are known to the day. */
  readonly days: number | null;
}

/** From `from` to `to`; a month or a year takes part in no count. */
export function elapsed(from: When, to: When): Elapsed {
  const minutes =
    from.precision === 'minute' && to.precision === 'minute' ? Math.round((to.fromAt - from.fromAt) / MINUTE_MS) : null;
  return { minutes, days: isDayExact(from) && isDayExact(to) ? daysBetween(from, to) : null };
}

/** True if the fact's day is known. */
function isDayExact(when: When): boolean {
  return when.precision === 'minute' || when.precision === 'day';
}

function daysBetween(from: When, to: When): number {
  const day = (when: When) => Date.parse(localOfInstant(when.fromAt, when.zone).slice(0, 10));
  return Math.round((day(to) - day(from)) / DAY_MS);
}

/** True if `a` ended before `b` began, whatever their precision. */
export function isCertainlyBefore(a: When, b: When): boolean {
  return a.toAt <= b.fromAt;
}
