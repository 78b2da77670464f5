import type { CoverageInterval } from '../plan/result.ts';
import { localTimes } from './local.ts';

const HOUR_MS = 3_600_000;
const HOURS_PER_DAY = 24;
const DAYS = 7;

/**
 * Hours of the week (0 Monday, local time) in which, by the plan of the seven days from `fromAt` (ms UTC, a whole hour),
 * nobody is with her for some part of the hour. Only planned presence at a need of hers covers; an order, an alarm or a
 * patrol's response time does not. An hour that the change to summer time leaves out is not told as uncovered.
 */
export function uncoveredHours(intervals: readonly CoverageInterval[], fromAt: number, zone: string): boolean[][] {
  const localOf = localTimes();
  const week = Array.from({ length: DAYS }, () => Array.from({ length: HOURS_PER_DAY }, () => false));
  const present = joined(intervals.filter(({ layer, present: persons }) => layer === 'planned' && persons > 0));
  for (let at = fromAt; at < fromAt + DAYS * HOURS_PER_DAY * HOUR_MS; at += HOUR_MS) {
    const isCovered = present.some((one) => one.fromAt <= at && one.toAt >= at + HOUR_MS);
    const { weekday, hour } = localOf(at, zone);
    const day = week[weekday];
    if (day && !isCovered) day[hour] = true;
  }
  return week;
}

/** Stretches in which somebody is there, whichever need it is for. */
function joined(intervals: readonly CoverageInterval[]): { fromAt: number; toAt: number }[] {
  const stretches: { fromAt: number; toAt: number }[] = [];
  for (const { fromAt, toAt } of [...intervals].sort((a, b) => a.fromAt - b.fromAt)) {
    const last = stretches.at(-1);
    if (last && fromAt <= last.toAt) last.toAt = Math.max(last.toAt, toAt);
    else stretches.push({ fromAt, toAt });
  }
  return stretches;
}
