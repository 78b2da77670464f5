import { createCalendar } from './calendar.ts';
import { place } from './prepare.ts';
import type { TimelineItem, TimeSpan } from './types.ts';
import { zoneClock } from './zone-clock.ts';

/** A page of paper for each day or week that a range touches, cut to the range; weeks begin on Monday. */
export function printPages(range: TimeSpan, per: 'day' | 'week', zone: string): TimeSpan[] {
  const calendar = createCalendar(zoneClock(zone));
  const next = (at: number): number => (per === 'day' ? calendar.startOfDay(at, 1) : calendar.startOfWeek(at, 1));
  const pages: TimeSpan[] = [];
  for (let fromAt = range.fromAt; fromAt < range.toAt; ) {
    const toAt = Math.min(next(fromAt), range.toAt);
    pages.push({ fromAt, toAt });
    fromAt = toAt;
  }
  return pages;
}

/**
 * Tells whether an item is drawn on a page: also when it began long before, and wherever an uncertain time may lie.
 * @param zone in which days, months and years without an interval of their own are meant
 */
export function pageFilter(zone: string): (item: TimelineItem, page: TimeSpan) => boolean {
  const calendar = createCalendar(zoneClock(zone));
  return (item, page) => {
    const { fromAt, toAt } = place(item, calendar);
    return fromAt < page.toAt && (toAt > page.fromAt || fromAt >= page.fromAt);
  };
}
