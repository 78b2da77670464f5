import type { When } from '../when.ts';
import type { Period } from './types.ts';

const HOUR_MS = 3_600_000;

/** What a risk date says of its time. */
export interface RiskTime {
  readonly date: When | null;
  readonly hoursBefore: number | null;
  readonly hoursAfter: number | null;
}

/**
 * When a date asks for protection, its hours before and after counted; null is no date yet. So is one that is known as
 * before or after a day only: a need has two ends. Of about a day that day is asked for, and its hours say how wide.
 */
export function riskPeriod({ date, hoursBefore, hoursAfter }: RiskTime): Period | null {
  if (date === null || date.qualifier === 'before' || date.qualifier === 'after') return null;
  const [before, after] = [(hoursBefore ?? 0) * HOUR_MS, (hoursAfter ?? 0) * HOUR_MS];
  // A clock time is a moment: the minute it is told by is no part of what is asked.
  const isMoment = date.precision === 'minute' && before + after > 0;
  return { fromAt: date.fromAt - before, toAt: (isMoment ? date.fromAt : date.toAt) + after };
}
