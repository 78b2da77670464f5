import { localOfWall, wallMinutes } from '#model/plan/local-time.ts';
import type { Series, SeriesException } from '#model/plan/types.ts';
import fc from '#tests/helpers/property.ts';

export const OSLO = 'Europe/Oslo';

/** A series in Oslo: `nights('2026-03-27T21:00', '07:00', 'FREQ=DAILY')` runs overnight. */
export function nights(startLocal: string, endTime: string, rule: string | null, more: Partial<Series> = {}): Series {
  const endDayOffset = endTime <= startLocal.slice(11) ? 1 : 0;
  return { id: 's1', startLocal, endTime, endDayOffset, zone: OSLO, rule, exceptions: [], ...more };
}

/** An exception of which only what is given differs. */
export function own(originalLocal: string, more: Partial<SeriesException> = {}): SeriesException {
  return { originalLocal, startLocal: null, endLocal: null, excluded: false, ...more };
}

export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule as plain parts, from which both its text and a walk over days can be made. */
export interface PlainRule {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  interval: number;
  days: number[];
  monthDay: number | null;
  count: number | null;
  untilDays: number | null;
}

export const plainRule: fc.Arbitrary<PlainRule> = fc.record({
  frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
  interval: fc.integer({ min: 1, max: 4 }),
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
  monthDay: fc.option(fc.integer({ min: 1, max: 31 })),
  count: fc.option(fc.integer({ min: 1, max: 40 })),
  untilDays: fc.option(fc.integer({ min: 0, max: 300 })),
});

export function textOf(rule: PlainRule, startLocal: string): string {
  const parts = [`FREQ=${rule.frequency}`, `INTERVAL=${rule.interval}`];
  if (rule.frequency === 'MONTHLY') parts.push(`BYMONTHDAY=${rule.monthDay ?? 1}`);
  else if (rule.days.length > 0) parts.push(`BYDAY=${rule.days.map((day) => DAYS[day]).join(',')}`);
  if (rule.count !== null) parts.push(`COUNT=${rule.count}`);
  else if (rule.untilDays !== null) {
    const until = localOfWall(wallMinutes(startLocal) + rule.untilDays * 1_440).replaceAll(/[-:]/g, '');
    parts.push(`UNTIL=${until}00`);
  }
  return parts.join(';');
}

/** Starts by walking every day from the series' start and asking whether the rule, read in words, means that day. */
export function walk(rule: PlainRule, startLocal: string, days: number): string[] {
  const startDay = Math.floor(wallMinutes(startLocal) / 1_440);
  const monday = startDay - weekdayOf(startDay);
  const found: string[] = [];
  for (let day = startDay; day < startDay + days; day += 1) {
    if (rule.count !== null && found.length === rule.count) break;
    if (rule.count === null && rule.untilDays !== null && day > startDay + rule.untilDays) break;
    if (isMeant(rule, day, startDay, monday)) found.push(`${dateOf(day)}T${startLocal.slice(11)}`);
  }
  return found;
}

function isMeant(rule: PlainRule, day: number, startDay: number, monday: number): boolean {
  const onDay = rule.days.length === 0 || rule.days.includes(weekdayOf(day));
  if (rule.frequency === 'DAILY') return (day - startDay) % rule.interval === 0 && onDay;
  if (rule.frequency === 'WEEKLY') {
    const sameDay = rule.days.length === 0 ? weekdayOf(day) === weekdayOf(startDay) : onDay;
    return Math.floor((day - monday) / 7) % rule.interval === 0 && sameDay;
  }
  const [year = 0, month = 0, date = 0] = dateOf(day).split('-').map(Number);
  const [startYear = 0, startMonth = 0] = dateOf(startDay).split('-').map(Number);
  const months = (year - startYear) * 12 + month - startMonth;
  return months % rule.interval === 0 && date === (rule.monthDay ?? 1);
}

function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
