import { localParts } from '../time.ts';
import { boundsOf, isDayKnown } from '../when.ts';
import type { PatternEvent } from './events.ts';
import { localTimes } from './local.ts';

/** A week from Monday. */
export interface Week {
  /** Monday, `YYYY-MM-DD`. */
  readonly monday: string;
  /** ISO number of the week. */
  readonly number: number;
  readonly episodes: number;
  readonly contacts: number;
  /** Episodes entered as a breach of an order. */
  readonly breaches: number;
}

/** More weeks than ten years of them are not counted one by one. */
const MOST_WEEKS = 522;
const WEEK_MS = 7 * 86_400_000;

/**
 * Every week from the first episode to the one that holds `at` (ms UTC), those without an episode too; at most the last
 * ten years. Episodes known to a month or a year only lie in no week, nor those known as before or after.
 */
export function weeksOf(events: readonly PatternEvent[], at: number, zone: string): Week[] {
  const byMonday = new Map<string, { episodes: number; contacts: number; breaches: number }>();
  for (const { entry, contacts, isBreach, local } of events) {
    if (!isDated(entry.when)) continue;
    const { monday } = local;
    const week = byMonday.get(monday) ?? { episodes: 0, contacts: 0, breaches: 0 };
    week.episodes += 1;
    week.contacts += contacts;
    if (isBreach) week.breaches += 1;
    byMonday.set(monday, week);
  }
  if (byMonday.size === 0) return [];
  const last = Date.parse(localTimes()(at, zone).monday);
  const first = Math.max(Date.parse([...byMonday.keys()].sort()[0] ?? ''), last - (MOST_WEEKS - 1) * WEEK_MS);
  const weeks: Week[] = [];
  // Mondays as plain dates: a week is seven of them whatever the clocks do.
  for (let day = first; day <= last; day += WEEK_MS) {
    const monday = new Date(day).toISOString().slice(0, 10);
    const counted = byMonday.get(monday) ?? { episodes: 0, contacts: 0, breaches: 0 };
    weeks.push({ monday, number: localParts(day, 'UTC').week, ...counted });
  }
  return weeks;
}

/** It lies in one week: known to the day or better, or about a time whose whole doubt lies within the week. */
export function isDated(when: PatternEvent['entry']['when']): boolean {
  if (isDayKnown(when)) return true;
  if (when.qualifier !== 'about' || when.precision === 'month' || when.precision === 'year') return false;
  const { fromAt, toAt } = boundsOf(when);
  const [first, last] = [localParts(fromAt, when.zone), localParts(toAt - 1, when.zone)];
  return first.week === last.week && toAt - fromAt < WEEK_MS;
}
