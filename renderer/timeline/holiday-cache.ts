import type { HolidaySource, TimelineHoliday } from './types.ts';

/** A source that is asked again only when the view leaves what it has answered: calendars are slow, frames are not. */
export function cacheHolidays(source: HolidaySource): HolidaySource {
  let known: { fromAt: number; toAt: number; days: readonly TimelineHoliday[] } | null = null;
  return (fromAt, toAt) => {
    if (!known || fromAt < known.fromAt || toAt > known.toAt) {
      const margin = toAt - fromAt;
      const wider = { fromAt: fromAt - margin, toAt: toAt + margin };
      known = { ...wider, days: source(wider.fromAt, wider.toAt) };
    }
    return known.days.filter((day) => day.toAt > fromAt && day.fromAt < toAt);
  };
}
