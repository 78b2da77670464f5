/**
 * The only module that knows Temporal. Everything else speaks ms UTC (`…At`) and local text (`YYYY-MM-DDTHH:MM`). Of a
 * planned time that occurs twice, `YYYY-MM-DDTHH~MM` is the second: it sorts after every minute of the first hour and
 * before the hour that follows both, so that texts in order are times in order.
 */
import { Temporal } from 'temporal-polyfill';

/** IANA zone the book uses unless it says otherwise. */
export const DEFAULT_ZONE = 'Europe/Oslo';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}[:~]\d{2}$/;
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
 * forward over it). A time that occurs twice is the first of the two (RFC 5545, 3.3.5), or the second where it says so.
 */
export function instantOfLocal(local: string, zone: string): number | null {
  if (!LOCAL.test(local)) return null;
  try {
    const plain = Temporal.PlainDateTime.from(plainLocal(local), { overflow: 'reject' });
    const zoned = plain.toZonedDateTime(zone, { disambiguation: disambiguationOf(local) });
    return zoned.toPlainDateTime().equals(plain) ? zoned.epochMilliseconds : null;
  } catch {
    return null;
  }
}

/**
 * The instant of a planned wall-clock time, also where it does not exist that night: it is then read as far after the
 * change as it lay after its start, 02:30 as 03:30 (RFC 5545, 3.3.5). One that occurs twice is the first of the two, or
 * the second where it says so.
 * @param local `YYYY-MM-DDTHH:MM`
 * @returns ms UTC, and whether it had to be moved; null if the text is no real date or time
 */
export function resolveLocal(local: string, zone: string): { readonly at: number; readonly moved: boolean } | null {
  if (!LOCAL.test(local)) return null;
  try {
    const plain = Temporal.PlainDateTime.from(plainLocal(local), { overflow: 'reject' });
    const zoned = plain.toZonedDateTime(zone, { disambiguation: disambiguationOf(local) });
    return { at: zoned.epochMilliseconds, moved: !zoned.toPlainDateTime().equals(plain) };
  } catch {
    return null;
  }
}

/**
 * How long after `fromLocal` a planned `toLocal` comes, ms; also where clocks change between them. NaN if one is no time.
 */
export function localLength(fromLocal: string, toLocal: string, zone: string): number {
  const from = resolveLocal(fromLocal, zone);
  const to = resolveLocal(toLocal, zone);
  return from && to ? to.at - from.at : Number.NaN;
}

/** True if the local time `YYYY-MM-DDTHH:MM` occurs twice in `zone` because clocks go back over it. */
export function isAmbiguousLocal(local: string, zone: string): boolean {
  if (instantOfLocal(local, zone) === null) return false;
  const plain = Temporal.PlainDateTime.from(plainLocal(local));
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  return first.epochMilliseconds !== last.epochMilliseconds && first.toPlainDateTime().equals(plain);
}

/** Wall-clock text `YYYY-MM-DDTHH:MM` of an instant in `zone`; seconds are cut. */
export function localOfInstant(at: number, zone: string): string {
  return wallClock(at, zone).toISOString().slice(0, -8);
}

/** The wall-clock text of a planned instant: as `localOfInstant`, and the second of two where it is that. */
export function plannedLocal(at: number, zone: string): string {
  const local = localOfInstant(at, zone);
  return whichOfTwo(at, zone) === 'second' ? secondLocal(local) : local;
}

/** Which of two instants with its wall-clock text `at` is, where clocks go back over it; null where there is one only. */
export function whichOfTwo(at: number, zone: string): 'first' | 'second' | null {
  const here = offsetAt(at, zone);
  if (at - here.fromAt < LONGEST_CHANGE_MS) {
    const gained = offsetAt(here.fromAt - 1, zone).offsetMs - here.offsetMs;
    if (at - here.fromAt < gained) return 'second';
  }
  if (here.toAt - at <= LONGEST_CHANGE_MS) {
    const gained = here.offsetMs - offsetAt(here.toAt, zone).offsetMs;
    if (here.toAt - at <= gained) return 'first';
  }
  return null;
}

/** The second of two times with this text. */
export function secondLocal(local: string): string {
  return local.replace(/:(\d{2})$/, '~$1');
}

/** A wall-clock text without saying which of two times it is. */
export function plainLocal(local: string): string {
  return local.replace('~', ':');
}

function disambiguationOf(local: string): 'later' | 'compatible' {
  return local.includes('~') ? 'later' : 'compatible';
}

/** Instants at which clocks are put forward or back between two others, ms UTC. */
export function clockChanges(fromAt: number, toAt: number, zone: string): readonly number[] {
  const found: number[] = [];
  for (let at = offsetAt(fromAt, zone).toAt; at < toAt; at = offsetAt(at, zone).toAt) found.push(at);
  return found;
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
  const midnight = Math.floor(wallClock(at, zone).getTime() / DAY_MS + days) * DAY_MS;
  const { fromAt, toAt, offsetMs } = offsetAt(midnight, zone);
  const startAt = midnight - offsetMs;
  // Where no clock changes near it a day begins at its midnight; the rest is left to the rules of the calendar.
  if (startAt - DAY_MS > fromAt && startAt + DAY_MS < toAt) return startAt;
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
  const wall = wallClock(at, zone);
  const weekday = wall.getUTCDay() || 7;
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    weekday,
    week: weekOf(wall, weekday),
    hoursInDay: (startOfDay(at, zone, 1) - startOfDay(at, zone)) / HOUR_MS,
  };
}

/** A week belongs to the year in which its Thursday lies (ISO 8601). */
function weekOf(day: Date, weekday: number): number {
  const thursday = new Date(day.getTime() + (4 - weekday) * DAY_MS);
  const firstAt = new Date(thursday).setUTCMonth(0, 1);
  return Math.floor((thursday.getTime() - firstAt) / (7 * DAY_MS)) + 1;
}

/** A stretch of time in which a zone keeps one offset to UTC. */
interface Offset {
  /** ms UTC; `toAt` is the next change. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly offsetMs: number;
}

/** Stretches that were asked for, by zone, those asked for last in front: most times of a book lie in a few of them. */
const offsets = new Map<string, Offset[]>();
const MOST_OFFSETS = 64;
/** No clock was ever moved by more: a day, over the date line. */
const LONGEST_CHANGE_MS = 24 * HOUR_MS;

function offsetAt(at: number, zone: string): Offset {
  const known = offsets.get(zone) ?? [];
  const place = known.findIndex(({ fromAt, toAt }) => at >= fromAt && at < toAt);
  const found = known[place];
  if (found) {
    if (place > 0) [known[place - 1], known[place]] = [found, known[place - 1] as Offset];
    return found;
  }
  const made = readOffset(at, zone);
  known.unshift(made);
  offsets.set(zone, known);
  if (known.length > MOST_OFFSETS) known.pop();
  return made;
}

function readOffset(at: number, zone: string): Offset {
  const zoned = zonedOf(at, zone);
  return {
    fromAt:
      zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    toAt: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: zoned.offsetNanoseconds / 1_000_000,
  };
}

/** The local time of an instant as if it were UTC; Temporal itself takes ten times as long. */
function wallClock(at: number, zone: string): Date {
  return new Date(at + offsetAt(at, zone).offsetMs);
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
