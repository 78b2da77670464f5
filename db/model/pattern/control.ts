import { sameDayOfMonth } from '../flags/since.ts';
import type { RecordId } from '../ids.ts';
import type { PatternEvent } from './events.ts';

/** Straffeprosessloven § 222 g: a breach in the last twelve months is looked back to. */
const LOOK_BACK_MONTHS = 12;
/** Persons with ten or more registered breaches are followed as repeat breachers. */
const REPEAT_BREACHES = 10;

/** What the question of electronic control (§ 222 g) and of repeat breaches rests on; the answer is a lawyer's. */
export interface ControlFacts {
  /** First instant of the look-back, ms UTC. */
  readonly fromAt: number;
  /** Registered breaches that lie wholly within it. */
  readonly breaches: readonly RecordId[];
  /** Registered breaches that may lie within it: known to a month or a year that reaches into it, or as a bound. */
  readonly possible: readonly RecordId[];
  /** How many of all registered have a sender who is not confirmed. */
  readonly unconfirmed: number;
  /** Registered breaches in all. */
  readonly registered: number;
  readonly isRepeat: boolean;
}

/** Breaches in the twelve months before `at` (ms UTC), counted as months of the calendar in `zone`. */
export function controlFacts(events: readonly PatternEvent[], at: number, zone: string): ControlFacts {
  const fromAt = sameDayOfMonth(at, zone, -LOOK_BACK_MONTHS);
  const breaches = events.filter(({ isBreach }) => isBreach);
  const within = breaches.filter(({ entry }) => entry.bounds.fromAt >= fromAt);
  const possible = breaches.filter(({ entry }) => entry.bounds.fromAt < fromAt && entry.bounds.toAt > fromAt);
  return {
    fromAt,
    breaches: within.map(({ id }) => id),
    possible: possible.map(({ id }) => id),
    unconfirmed: breaches.filter(({ sender }) => sender !== 'confirmed').length,
    registered: breaches.length,
    isRepeat: breaches.length >= REPEAT_BREACHES,
  };
}
