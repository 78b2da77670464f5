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
export function repeatDaily(times: DraggedTimes, fromAt: number, toAt: number, { clock }: Calendar): DraggedTimes[] {
  const days = Math.round((clock.toLocal(toAt) - clock.toLocal(fromAt)) / DAY);
  const direction = days < 0 ? -1 : 1;
  const count = Math.min(MOST_COPIES, Math.max(1, Math.abs(days)));
  const later = (at: number, by: number): number => clock.toInstant(clock.toLocal(at) + by * DAY);
  return Array.from({ length: count }, (_, i) => {
    const by = direction * (i + 1);
    const startAt = later(times.startAt, by);
    const endAt = times.endAt === null ? null : Math.max(later(times.endAt, by), startAt);
    return { laneId: times.laneId, startAt, endAt };
  });
}
