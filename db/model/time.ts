/** The only module that knows Temporal. Everything else speaks ms UTC (`…At`) and local text (`YYYY-MM-DDTHH:MM`). */
import { Temporal } from 'temporal-polyfill';

/** IANA zone the book uses unless it says otherwise. */
export const DEFAULT_ZONE = 'Europe/Oslo';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;

/** True if `zone` is an IANA time zone this build knows; an offset such as `+01:00` is none: it knows no summer time. */
export function isZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false;
  try {
    new Temporal.ZonedDateTime(0n, zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a local wall-clock time.
 * @param local `YYYY-MM-DDTHH:MM`
 * @returns ms UTC; null if the text is no real date or time, or the time does not exist in `zone` (clocks went
 * forward over it). A time that occurs twice is the first of the two (RFC 5545, 3.3.5).
 */
export function instantOfLocal(local: string, zone: string): number | null {
  if (!LOCAL.test(local)) return null;
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    const zoned = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
    return zoned.toPlainDateTime().equals(plain) ? zoned.epochMilliseconds : null;
  } catch {
    return null;
  }
}

/**
 * The instant of a planned wall-clock time, also where it does not exist that night: it is then read as far after the
 * change as it lay after its start, 02:30 as 03:30 (RFC 5545, 3.3.5). One that occurs twice is the first of the two.
 * @param local `YYYY-MM-DDTHH:MM`
 * @returns ms UTC, and whether it had to be moved; null if the text is no real date or time
 */
export function resolveLocal(local: string, zone: string): { readonly at: number; readonly moved: boolean } | null {
  if (!LOCAL.test(local)) return null;
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    const zoned = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
    return { at: zoned.epochMilliseconds, moved: !zoned.toPlainDateTime().equals(plain) };
  } catch {
    return null;
  }
}

/** True if the local time `YYYY-MM-DDTHH:MM` occurs twice in `zone` because clocks go back over it. */
export function isAmbiguousLocal(local: string, zone: string): boolean {
  if (instantOfLocal(local, zone) === null) return false;
  const plain = Temporal.PlainDateTime.from(local);
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  return first.epochMilliseconds !== last.epochMilliseconds && first.toPlainDateTime().equals(plain);
}

/** Wall-clock text `YYYY-MM-DDTHH:MM` of an instant in `zone`; seconds are cut. */
export function localOfInstant(at: number, zone: string): string {
  return zonedOf(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Start and end (exclusive) in ms UTC of a calendar day `YYYY-MM-DD`; null if there is no such day. */
export function dayBounds(date: string, zone: string): { fromAt: number; toAt: number } | null {
  return DAY.test(date) ? bounds(date, { days: 1 }, zone) : null;
}

/** Start and end (exclusive) in ms UTC of a month `YYYY-MM`; null if there is no such month. */
export function monthBounds(month: string, zone: string): { fromAt: number; toAt: number } | null {
  return MONTH.test(month) ? bounds(`${month}-01`, { months: 1 }, zone) : null;
}

/** Start and end (exclusive) in ms UTC of a year `YYYY`; null if it is no year. */
export function yearBounds(year: string, zone: string): { fromAt: number; toAt: number } | null {
  return YEAR.test(year) ? bounds(`${year}-01-01`, { years: 1 }, zone) : null;
}

/** Start in ms UTC of the calendar day that holds `at`, moved by `days` calendar days (23, 24 or 25 h each). */
export function startOfDay(at: number, zone: string, days = 0): number {
  return zonedOf(at, zone).toPlainDate().add({ days }).toZonedDateTime(zone).epochMilliseconds;
}

/** Start in ms UTC of the month that holds `at`, moved by `months`. */
export function startOfMonth(at: number, zone: string, months = 0): number {
  return zonedOf(at, zone).toPlainDate().with({ day: 1 }).add({ months }).toZonedDateTime(zone).epochMilliseconds;
}

/** Start in ms UTC of the year that holds `at`, moved by `years`. */
export function startOfYear(at: number, zone: string, years = 0): number {
  return zonedOf(at, zone).toPlainDate().with({ month: 1, day: 1 }).add({ years }).toZonedDateTime(zone)
    .epochMilliseconds;
}

/** The same wall-clock time `months` later; the last day of a month that is too short (DL § 148 second paragraph). */
export function plusMonths(at: number, zone: string, months: number): number {
  return zonedOf(at, zone).add({ months }).epochMilliseconds;
}

/** Calendar parts of an instant: `weekday` 1 Monday to 7 Sunday (ISO 8601), `week` its ISO week. */
export interface LocalParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  weekday: number;
  week: number;
  hoursInDay: number;
}

/** Calendar parts of `at` in `zone`; `hoursInDay` is 23 or 25 on a day with a clock change. */
export function localParts(at: number, zone: string): LocalParts {
  const z = zonedOf(at, zone);
  return {
    year: z.year,
    month: z.month,
    day: z.day,
    hour: z.hour,
    minute: z.minute,
    weekday: z.dayOfWeek,
    week: z.weekOfYear ?? 0,
    hoursInDay: z.hoursInDay,
  };
}

function zonedOf(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function bounds(date: string, length: Temporal.DurationLike, zone: string): { fromAt: number; toAt: number } | null {
  try {
    const first = Temporal.PlainDate.from(date, { overflow: 'reject' });
    return {
      fromAt: first.toZonedDateTime(zone).epochMilliseconds,
      toAt: first.add(length).toZonedDateTime(zone).epochMilliseconds,
    };
  } catch {
    return null;
  }
}
