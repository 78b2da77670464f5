/**
 * How the law counts time (domstolloven §§ 148-149). Dates are `YYYY-MM-DD` in the zone of the case; a deadline that ends
 * with a day ends at the first instant of the next one, ms UTC, and that instant is too late.
 */
import { holidaysOf } from '../holidays.ts';
import { dayBounds, localOfInstant } from '../time.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/** The length of a deadline. `date` stands in the decision itself; `none` is "as soon as possible". */
export type Term =
  | { readonly unit: 'days' | 'weeks' | 'months' | 'years' | 'hours'; readonly n: number }
  | { readonly unit: 'date' }
  | { readonly unit: 'none' };

/** Answers that are asked for again and again by the clocks of many records; forgotten when there are too many. */
function remembered<T, P extends string | number>(make: (key: number | string, by: P) => T) {
  const MOST = 20_000;
  const known = new Map<string, T>();
  return (key: number | string, by: P): T => {
    const name = `${key} ${by}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const made = make(key, by);
    known.set(name, made);
    return made;
  };
}

const QUARTER_MS = 15 * 60 * 1_000;
/** From here on every zone's day begins on a quarter of an hour in UTC. */
const EVEN_SINCE = Date.UTC(1973, 0, 1);
const dateOfQuarter = remembered((quarter, zone: string) =>
  localOfInstant(Number(quarter) * QUARTER_MS, zone).slice(0, 10),
);

/** The calendar day of `at` (ms UTC) in `zone`. */
export function dateOf(at: number, zone: string): string {
  if (at < EVEN_SINCE) return localOfInstant(at, zone).slice(0, 10);
  return dateOfQuarter(Math.floor(at / QUARTER_MS), zone);
}

/** `date` moved by whole days, which may be negative. */
export function addDays(date: string, days: number): string {
  return daysLater(date, days);
}

const daysLater = remembered((date, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10),
);

/** The day with the same number `months` later; the last of its month where it has no such day (DL § 148 second para.). */
export function addMonths(date: string, months: number): string {
  return monthsLater(date, months);
}

const monthsLater = remembered((from, months: number) => {
  const date = String(from);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.parse(`${date.slice(0, 8)}01T00:00Z`));
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(day, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
});

/** The instant at which `date` is over in `zone`, ms UTC. */
export function endOfDate(date: string, zone: string): number {
  return endOf(date, zone);
}

const endOf = remembered(
  (date, zone: string) => dayBounds(String(date), zone)?.toAt ?? Date.parse(`${date}T00:00Z`) + DAY_MS,
);

/** The last day of a term that began at `startedAt`; null for hours and for what has no length. */
export function lastDayOf(startedAt: number, term: Term, zone: string): string | null {
  const first = dateOf(startedAt, zone);
  switch (term.unit) {
    // The day it begins is not counted, the last one is (DL § 148 first para.).
    case 'days':
      return addDays(first, term.n);
    case 'weeks':
      return addDays(first, term.n * 7);
    case 'months':
      return addMonths(first, term.n);
    case 'years':
      return addMonths(first, term.n * 12);
    default:
      return null;
  }
}

/** When a term that began at `startedAt` is over, ms UTC; hours are counted in UTC, so no clock change adds or takes one. */
export function dueOf(startedAt: number, term: Term, zone: string): number | null {
  if (term.unit === 'hours') return startedAt + term.n * HOUR_MS;
  const last = lastDayOf(startedAt, term, zone);
  return last === null ? null : endOfDate(last, zone);
}

/** Why `date` is no working day; null when it is one. 24 and 31 December are working days. */
export function restOf(date: string): 'saturday' | 'holiday' | 'mayDay' | null {
  return restOn(date, '');
}

const restOn = remembered((key, _: string) => {
  const date = String(key);
  const day = new Date(`${date}T00:00Z`).getUTCDay();
  const names = holidaysOf(Number(date.slice(0, 4)))
    .filter((one) => one.date === date)
    .map(({ name }) => name);
  if (day === 0 || names.some((name) => name !== 'labourDay' && name !== 'constitutionDay')) return 'holiday';
  if (day === 6) return 'saturday';
  return names.length > 0 ? 'mayDay' : null;
});

/** A day moved off Saturdays, Sundays and holidays, and whether 1 or 17 May alone took part in that. */
export interface Moved {
  readonly date: string;
  /** 1 and 17 May are days off by an act that was not read for this program. */
  readonly overMayDay: boolean;
}

/** The working day that is `date` or the next one after it, or before it when `step` is -1 (DL § 149 first para.). */
export function workingDay(date: string, step: 1 | -1 = 1): Moved {
  let overMayDay = false;
  let day = date;
  for (let rest = restOf(day); rest !== null; rest = restOf(day)) {
    overMayDay ||= rest === 'mayDay';
    day = addDays(day, step);
  }
  return { date: day, overMayDay };
}

/** Working days after the day of `fromAt` up to and with the last day before `toAt`, ms UTC. At most 400 are counted. */
export function workingDaysLeft(fromAt: number, toAt: number, zone: string): number {
  const last = dateOf(toAt - 1, zone);
  let count = 0;
  for (let day = addDays(dateOf(fromAt, zone), 1); day <= last && count < 400; day = addDays(day, 1)) {
    if (restOf(day) === null) count += 1;
  }
  return count;
}
