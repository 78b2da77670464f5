import { localOfInstant } from '../time.ts';
import { boundsOf, isDayKnown, isMinuteKnown, type When } from '../when.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Time from one fact to another, only as exactly as both are known. */
export interface Elapsed {
  /** Whole minutes; null unless both are known to the minute. */
  readonly minutes: number | null;
  /** Calendar days in the zone of the first; null unless both are known to the day. */
  readonly days: number | null;
}

/** From `from` to `to`; a month or a year, and what is known as about, before or after, takes part in no count. */
export function elapsed(from: When, to: When): Elapsed {
  const minutes = isMinuteKnown(from) && isMinuteKnown(to) ? Math.round((to.fromAt - from.fromAt) / MINUTE_MS) : null;
  return { minutes, days: isDayKnown(from) && isDayKnown(to) ? daysBetween(from, to) : null };
}

function daysBetween(from: When, to: When): number {
  const day = (when: When) => Date.parse(localOfInstant(when.fromAt, when.zone).slice(0, 10));
  return Math.round((day(to) - day(from)) / DAY_MS);
}

/** True if `a` came before `b` at every instant that either can have been, whatever their precision and qualifier. */
export function isCertainlyBefore(a: When, b: When): boolean {
  return boundsOf(a).toAt <= boundsOf(b).fromAt;
}

/** True if both can have been the same instant. */
export function canCoincide(a: When, b: When): boolean {
  return !isCertainlyBefore(a, b) && !isCertainlyBefore(b, a);
}
