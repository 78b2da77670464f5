import type { Calendar } from './calendar.ts';
import type { TimeSpan } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A regular division of time: every `step` minutes, hours, days, weeks, months or years, counted as on a calendar. */
export interface Division {
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly step: number;
}

/** How an axis is divided at a zoom: headings, labels under them, lines through the lanes. */
export interface AxisLevel {
  readonly major: Division;
  readonly minor: Division | null;
  readonly lines: Division | null;
}

const LENGTH: Readonly<Record<Division['unit'], number>> = {
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30.4 * DAY,
  year: 365.2 * DAY,
};

const division = (unit: Division['unit'], step: number): Division => ({ unit, step });

/** From fine to coarse: division, the least width in px at which its labels can be read, and its heading. */
const LEVELS: readonly (readonly [minor: Division, leastPx: number, major: Division])[] = [
  [division('minute', 5), 44, division('day', 1)],
  [division('minute', 15), 44, division('day', 1)],
  [division('minute', 30), 44, division('day', 1)],
  [division('hour', 1), 20, division('day', 1)],
  [division('hour', 2), 20, division('day', 1)],
  [division('hour', 3), 20, division('day', 1)],
  [division('hour', 6), 20, division('day', 1)],
  [division('day', 1), 22, division('month', 1)],
  [division('week', 1), 26, division('month', 1)],
  [division('month', 1), 30, division('year', 1)],
  [division('month', 3), 30, division('year', 1)],
];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];
const YEAR_PX = 40;
const HOUR_LINES = [1, 2, 3, 6, 12];
const HOUR_LINE_PX = 40;

/** Division of the axis at a zoom. */
export function axisLevel(msPerPx: number): AxisLevel {
  for (const [minor, leastPx, major] of LEVELS) {
    if (widthOf(minor, msPerPx) < leastPx) continue;
    if (minor.unit !== 'hour') return { major, minor, lines: minor };
    const hours = HOUR_LINES.find((step) => (step * HOUR) / msPerPx >= HOUR_LINE_PX) ?? 12;
    return { major, minor, lines: division('hour', hours) };
  }
  const step = YEAR_STEPS.find((years) => widthOf(division('year', years), msPerPx) >= YEAR_PX) ?? 200;
  return { major: division('year', step), minor: null, lines: null };
}

/** Width of a division in px, about. */
export function widthOf({ unit, step }: Division, msPerPx: number): number {
  return (LENGTH[unit] * step) / msPerPx;
}

/**
 * Starts of a division that touch a span, in order, the one that holds its beginning included. An hour that occurs
 * twice is there twice, one that is skipped is not.
 */
export function ticksOf({ unit, step }: Division, { fromAt, toAt }: TimeSpan, calendar: Calendar): number[] {
  switch (unit) {
    case 'minute':
    case 'hour':
      return clockTicks(step * LENGTH[unit], fromAt, toAt, calendar);
    case 'day':
      return walk(calendar.startOfDay(fromAt), (at) => calendar.startOfDay(at, step), toAt);
    case 'week':
      return walk(calendar.startOfWeek(fromAt), (at) => calendar.startOfWeek(at, step), toAt);
    case 'month': {
      const past = (calendar.partsOf(fromAt).month - 1) % step;
      return walk(calendar.startOfMonth(fromAt, -past), (at) => calendar.startOfMonth(at, step), toAt);
    }
    case 'year': {
      const past = calendar.partsOf(fromAt).year % step;
      return walk(calendar.startOfYear(fromAt, -past), (at) => calendar.startOfYear(at, step), toAt);
    }
  }
}

function walk(first: number, next: (at: number) => number, toAt: number): number[] {
  const ticks: number[] = [];
  // The guard is for a zone whose midnight is skipped twice over: a tick must always be later than the one before.
  for (let at = first; at < toAt; ) {
    ticks.push(at);
    const following = next(at);
    at = following > at ? following : next(at + DAY);
  }
  return ticks;
}

function clockTicks(stepMs: number, fromAt: number, toAt: number, calendar: Calendar): number[] {
  const { clock } = calendar;
  const ticks: number[] = [];
  const lastDay = Math.floor(clock.toLocal(toAt) / DAY) * DAY;
  for (let day = Math.floor(clock.toLocal(fromAt) / DAY) * DAY; day <= lastDay; day += DAY) {
    for (let local = day; local < day + DAY; local += stepMs) {
      for (const at of clock.occurrences(local)) if (at < toAt && at > fromAt - stepMs) ticks.push(at);
    }
  }
  return ticks.sort((a, b) => a - b);
}
