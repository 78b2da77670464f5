import { type CoverageInterval, keyOf } from './result.ts';
import type { OccurrenceRef, Period } from './types.ts';

const MINUTE_MS = 60_000;

/** What one occurrence of a need asks of people, and what it gets: minutes times persons. */
export interface HeadcountHours extends Period {
  readonly need: OccurrenceRef;
  readonly needed: number;
  /** Persons on post as planned, at most as many as are asked for: one too many at nine fills no gap at three. */
  readonly planned: number;
  /** The same as it was told; nothing of what is still to come. */
  readonly confirmed: number;
}

/**
 * Person-minutes by need and occurrence, in the order of the intervals. They follow the instants, so that a night with a
 * clock change counts the hours it has: 23 or 25 of a day.
 */
export function headcountHours(intervals: readonly CoverageInterval[]): HeadcountHours[] {
  const found = new Map<string, { -readonly [K in keyof HeadcountHours]: HeadcountHours[K] }>();
  for (const { need, layer, fromAt, toAt, required, present } of intervals) {
    const key = keyOf(need);
    const sum = found.get(key) ?? { need, fromAt, toAt, needed: 0, planned: 0, confirmed: 0 };
    found.set(key, sum);
    sum.fromAt = Math.min(sum.fromAt, fromAt);
    sum.toAt = Math.max(sum.toAt, toAt);
    const minutes = (toAt - fromAt) / MINUTE_MS;
    const filled = minutes * Math.min(present, required);
    if (layer === 'confirmed') sum.confirmed += filled;
    else {
      // The planned layer tells every minute of the need once.
      sum.needed += minutes * required;
      sum.planned += filled;
    }
  }
  return [...found.values()];
}
