import { localOfInstant, startOfDay, startOfMonth } from '../time.ts';
import { isDayKnown, type When } from '../when.ts';
import type { Entry } from './known.ts';

const DAY_MS = 86_400_000;

/** Signs of a qualifier in a text for programs. */
const SIGNS = { about: '~', before: '<', after: '>' } as const;

/**
 * A time as exactly as it is known: `2010-12-16`, `2010-12`, `1997`, or `1999-06-22T17:15` in its own zone; `~1997` is
 * about, `<1997` before and `>1997` after it.
 */
export function dateText({ fromAt, precision, zone, qualifier }: When): string {
  const local = localOfInstant(fromAt, zone);
  const named = precision === 'minute' ? local : local.slice(0, { day: -6, month: -9, year: -12 }[precision]);
  return qualifier ? `${SIGNS[qualifier]}${named}` : named;
}

/**
 * Whole days from `since` to the instant `at` (ms UTC): days of the calendar from a day, of 24 hours from a minute.
 * @returns null where `since` is a month or a year, or known as about, before or after: no day count is made from it
 */
export function daysSince(since: When, at: number): number | null {
  if (!isDayKnown(since)) return null;
  const { fromAt, precision, zone } = since;
  if (precision === 'minute') return Math.max(0, Math.floor((at - fromAt) / DAY_MS));
  // Rounded: a day with a clock change has 23 or 25 hours.
  return Math.max(0, Math.round((startOfDay(at, zone) - startOfDay(fromAt, zone)) / DAY_MS));
}

/**
 * True if so many days have passed since it. Of a month or a year nobody can say, and it is asked for rather than kept
 * back; of what is known as about, before or after they have passed since the last instant it can have been.
 */
export function hasWaited({ when, bounds }: Pick<Entry, 'when' | 'bounds'>, at: number, days: number): boolean {
  // What is shown at once is shown as soon as it is known.
  if (days === 0) return true;
  if (when.qualifier) return at - bounds.toAt >= days * DAY_MS;
  return (daysSince(when, at) ?? days) >= days;
}

/** The calendar day that holds `at`, as a time known to the day. */
export function dayOf(at: number, zone: string): When {
  return { fromAt: startOfDay(at, zone), toAt: startOfDay(at, zone, 1), precision: 'day', zone };
}

/**
 * Start of the day of the same number so many months away from the day that holds `at`, or of the last day of a month that
 * has no such day (domstolloven § 148 second paragraph).
 */
export function sameDayOfMonth(at: number, zone: string, months: number): number {
  const firstAt = startOfMonth(at, zone, months);
  const into = Math.round((startOfDay(at, zone) - startOfMonth(at, zone)) / DAY_MS);
  const lastDay = Math.round((startOfMonth(at, zone, months + 1) - firstAt) / DAY_MS) - 1;
  return startOfDay(firstAt, zone, Math.min(into, lastDay));
}
