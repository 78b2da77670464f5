/** Holidays, only where the case itself gives cause: something happened on the same one in an earlier year. */
import { easterSunday } from '#model/holidays.ts';
import type { RecordId } from '#model/ids.ts';
import { startOfDay } from '#model/time.ts';
import type { When } from '#model/when.ts';
import type { Circle, Reading } from './types.ts';

const DAY_MS = 86_400_000;
/** How long before a holiday it is told of, ms: no source says it. A year ahead nobody plans for one. */
const HOLIDAY_AHEAD_MS = 60 * DAY_MS;
/** Years that are looked back. */
const YEARS = 5;

/** A holiday with its eve, as people keep it: first and last day, `YYYY-MM-DD`. */
export interface HolidayPeriod {
  readonly name: 'christmas' | 'new_year' | 'easter' | 'constitution_day' | 'whitsun';
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Holidays on which families are together, that begin in a year. */
export function holidayPeriods(year: number): HolidayPeriod[] {
  const { month, day } = easterSunday(year);
  const fromEaster = (days: number) => new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
  return [
    // From Palm Sunday: that week the schools are closed.
    { name: 'easter', firstDay: fromEaster(-7), lastDay: fromEaster(1) },
    { name: 'constitution_day', firstDay: `${year}-05-16`, lastDay: `${year}-05-17` },
    { name: 'whitsun', firstDay: fromEaster(48), lastDay: fromEaster(50) },
    { name: 'christmas', firstDay: `${year}-12-23`, lastDay: `${year}-12-26` },
    { name: 'new_year', firstDay: `${year}-12-31`, lastDay: `${year + 1}-01-01` },
  ];
}

/** An instant and the zone it is counted in gives [fromAt, toAt) of a period, ms UTC. */
function boundsOfHoliday({ firstDay, lastDay }: HolidayPeriod, zone: string) {
  const noon = (day: string) => Date.parse(`${day}T12:00Z`);
  return { fromAt: startOfDay(noon(firstDay), zone), toAt: startOfDay(noon(lastDay), zone, 1) };
}

/** A holiday that comes, and the same one of earlier years, to ask what happened then. */
export interface HolidayQuestion {
  readonly period: HolidayPeriod;
  readonly fromAt: number;
  readonly toAt: number;
  readonly earlier: readonly { readonly fromAt: number; readonly toAt: number }[];
}

/** Holidays that are not over and begin soon, with those of earlier years; the newest first. */
export function holidaysAhead(zone: string, nowAt: number): HolidayQuestion[] {
  const year = new Date(nowAt).getUTCFullYear();
  return [year - 1, year, year + 1]
    .flatMap((each) => holidayPeriods(each).map((period, index) => ({ period, index, year: each })))
    .flatMap(({ period, index, year: own }) => {
      const bounds = boundsOfHoliday(period, zone);
      if (bounds.toAt <= nowAt || bounds.fromAt > nowAt + HOLIDAY_AHEAD_MS) return [];
      const earlier = Array.from({ length: YEARS }, (_, back) => holidayPeriods(own - 1 - back)[index])
        .filter((one) => one !== undefined)
        .map((one) => boundsOfHoliday(one, zone));
      return [{ period, ...bounds, earlier }];
    });
}

/** What happened on the same holiday in an earlier year. */
export interface OnHoliday {
  readonly name: HolidayPeriod['name'];
  readonly id: RecordId;
}

/** Dates of the holidays on which something happened before; the newest event is what it is read from. */
export function holidayDates(
  asked: readonly HolidayQuestion[],
  found: readonly OnHoliday[],
  circle: Circle,
  zone: string,
): Reading {
  const reading: Reading = { dates: [], gone: new Map(), follows: new Map() };
  for (const { period, fromAt, toAt } of asked) {
    const event = found.find(({ name }) => name === period.name);
    if (!event) continue;
    const date: When = { fromAt, toAt: startOfDay(fromAt, zone, 1), precision: 'day', zone };
    const { hers: personIds } = circle;
    reading.dates.push({ type: 'holiday', reason: 'holiday', sourceId: event.id, date, endsAt: toAt, personIds });
  }
  return reading;
}
