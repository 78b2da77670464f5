import { localOfInstant, localParts } from '../time.ts';

/** What a pattern needs of a local time. */
export interface LocalTime {
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Monday of its week, `YYYY-MM-DD`. */
  readonly monday: string;
}

/** Clocks change on a quarter of an hour, and so do hours, days and weeks. */
const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** Local times of instants (ms UTC), each quarter of an hour worked out once. */
export function localTimes(): (at: number, zone: string) => LocalTime {
  const known = new Map<string, LocalTime>();
  return (at, zone) => {
    const key = `${Math.floor(at / QUARTER_MS)} ${zone}`;
    let local = known.get(key);
    if (!local) {
      const { weekday, hour } = localParts(at, zone);
      const day = Date.parse(localOfInstant(at, zone).slice(0, 10)) - (weekday - 1) * DAY_MS;
      local = { weekday: weekday - 1, hour, monday: new Date(day).toISOString().slice(0, 10) };
      known.set(key, local);
    }
    return local;
  };
}
