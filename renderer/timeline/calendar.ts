import { utcOf, type ZoneClock } from './zone-clock.ts';

const DAY = 86_400_000;

/** Wall-clock parts of an instant. `weekday` is 1 Monday to 7 Sunday, `week` the ISO 8601 week. */
export interface DateParts {
  readonly at: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
  readonly week: number;
  /** Length of the day: 23 or 25 where clocks change by an hour. */
  readonly hoursInDay: number;
}

/** Starts of days, weeks, months and years in a zone, as instants in ms UTC. */
export interface Calendar {
  readonly clock: ZoneClock;
  partsOf(at: number): DateParts;
  /** Midnight (or the first moment) of the day of `at`, moved by `days` calendar days. */
  startOfDay(at: number, days?: number): number;
  /** First moment of the Monday of the week of `at`, moved by `weeks`. */
  startOfWeek(at: number, weeks?: number): number;
  startOfMonth(at: number, months?: number): number;
  startOfYear(at: number, years?: number): number;
}

/** Calendar over a zone's clock. */
export function createCalendar(clock: ZoneClock): Calendar {
  const dayOf = (at: number): number => Math.floor(clock.toLocal(at) / DAY);
  const startOfDay = (at: number, days = 0): number => clock.toInstant((dayOf(at) + days) * DAY);
  return {
    clock,
    startOfDay,
    startOfWeek(at, weeks = 0) {
      const day = dayOf(at);
      return clock.toInstant((day - weekdayOf(day) + 1 + 7 * weeks) * DAY);
    },
    startOfMonth(at, months = 0) {
      const local = new Date(clock.toLocal(at));
      return clock.toInstant(utcOf(local.getUTCFullYear(), local.getUTCMonth() + months, 1));
    },
    startOfYear(at, years = 0) {
      const local = new Date(clock.toLocal(at));
      return clock.toInstant(utcOf(local.getUTCFullYear() + years, 0, 1));
    },
    partsOf(at) {
      const local = new Date(clock.toLocal(at));
      const day = dayOf(at);
      return {
        at,
        year: local.getUTCFullYear(),
        month: local.getUTCMonth() + 1,
        day: local.getUTCDate(),
        hour: local.getUTCHours(),
        minute: local.getUTCMinutes(),
        weekday: weekdayOf(day),
        week: isoWeek(day),
        hoursInDay: (startOfDay(at, 1) - startOfDay(at)) / 3_600_000,
      };
    },
  };
}

/** ISO weekday of a day counted from 1970-01-01, a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
function isoWeek(day: number): number {
  const thursday = day - weekdayOf(day) + 4;
  const year = new Date(thursday * DAY).getUTCFullYear();
  return Math.floor((thursday - utcOf(year, 0, 1) / DAY) / 7) + 1;
}
