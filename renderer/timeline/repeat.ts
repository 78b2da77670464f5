import type { Calendar } from './calendar.ts';
import type { DraggedTimes } from './drag.ts';

const DAY = 86_400_000;
/** More copies than a year of nights are a series, and a series is written as a rule. */
const MOST_COPIES = 366;

/**
 * Copies of a bar on the days between two instants, each at the wall-clock times of the original: a night of 23 hours
 * gets a shorter copy and not one that ends an hour late.
 * @returns at least one copy, the nearest first
 */
export function repeatDaily(times: DraggedTimes, fromAt: number, toAt: number, calendar: Calendar): DraggedTimes[] {
  const { clock } = calendar;
  const days = Math.round((clock.toLocal(toAt) - clock.toLocal(fromAt)) / DAY);
  const direction = days < 0 ? -1 : 1;
  const count = Math.min(MOST_COPIES, Math.max(1, Math.abs(days)));
  return Array.from({ length: count }, (_, i) => daysLater(times, direction * (i + 1), calendar));
}

/** The same times of day so many days later. */
export function daysLater(times: DraggedTimes, days: number, { clock }: Calendar): DraggedTimes {
  const later = (at: number): number => clock.toInstant(clock.toLocal(at) + days * DAY);
  const startAt = later(times.startAt);
  return { ...times, startAt, endAt: times.endAt === null ? null : Math.max(later(times.endAt), startAt) };
}
