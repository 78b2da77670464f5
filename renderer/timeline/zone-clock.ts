import { TimelineError } from './types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** No zone known changes its clock twice within this time, so sampling at it misses nothing. */
const SAMPLE = 14 * DAY;

/** A moment at which wall clocks jump. Offsets are ms east of UTC. */
interface ClockChange {
  readonly at: number;
  readonly offsetBefore: number;
  readonly offsetAfter: number;
}

/** Wall clock of one zone. "Local" numbers are ms of the wall clock read as if it were UTC. */
export interface ZoneClock {
  readonly zone: string;
  /** Ms to add to an instant to get its wall clock. */
  offsetAt(at: number): number;
  toLocal(at: number): number;
  /** Instant of a local time; the first of two, and for an hour that does not exist as much later as clocks jumped. */
  toInstant(local: number): number;
  /** All instants that show this local time: none in a skipped hour, two in a repeated one. */
  occurrences(local: number): number[];
  /** Clock changes in `[fromAt, toAt)`, in order. */
  changes(fromAt: number, toAt: number): ClockChange[];
}

const clocks = new Map<string, ZoneClock>();

/**
 * The wall clock of a zone, one for all who ask: what Intl said of a year is asked once (1 ms a year).
 * @param zone IANA name
 * @throws TimelineError `TIMELINE_ZONE_UNKNOWN`
 */
export function zoneClock(zone: string): ZoneClock {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = createZoneClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

/**
 * A wall clock that answers from tables it fills from Intl as years are asked for. Temporal gives the same answers
 * (a test compares them) at 16 microseconds each, which is too slow for every tick of every frame.
 * @param zone IANA name
 * @throws TimelineError `TIMELINE_ZONE_UNKNOWN`
 */
export function createZoneClock(zone: string): ZoneClock {
  const rawOffset = offsetReader(zone);
  const years = new Map<number, { first: number; changes: ClockChange[] }>();

  const yearTable = (year: number) => {
    const known = years.get(year);
    if (known) return known;
    const from = utcOf(year, 0, 1);
    const to = utcOf(year + 1, 0, 1);
    const first = rawOffset(from);
    const changes: ClockChange[] = [];
    let offset = first;
    for (let at = from; at < to; ) {
      const next = Math.min(at + SAMPLE, to);
      const offsetNext = rawOffset(next);
      if (offsetNext !== offset) {
        const changeAt = bisect(rawOffset, at, next, offset);
        if (changeAt < to) changes.push({ at: changeAt, offsetBefore: offset, offsetAfter: offsetNext });
        offset = offsetNext;
      }
      at = next;
    }
    const table = { first, changes };
    years.set(year, table);
    return table;
  };

  const offsetAt = (at: number): number => {
    const table = yearTable(new Date(at).getUTCFullYear());
    let offset = table.first;
    for (const change of table.changes) {
      if (change.at > at) break;
      offset = change.offsetAfter;
    }
    return offset;
  };

  const occurrences = (local: number): number[] => {
    const early = offsetAt(local - DAY);
    const late = offsetAt(local + DAY);
    const found: number[] = [];
    for (const offset of early === late ? [early] : [early, late]) {
      const at = local - offset;
      if (offsetAt(at) === offset) found.push(at);
    }
    return found.sort((a, b) => a - b);
  };

  return {
    zone,
    offsetAt,
    occurrences,
    toLocal: (at) => at + offsetAt(at),
    toInstant: (local) => occurrences(local)[0] ?? local - offsetAt(local - DAY),
    changes(fromAt, toAt) {
      const found: ClockChange[] = [];
      const last = new Date(toAt).getUTCFullYear();
      for (let year = new Date(fromAt).getUTCFullYear(); year <= last; year++) {
        for (const change of yearTable(year).changes) if (change.at >= fromAt && change.at < toAt) found.push(change);
      }
      return found;
    },
  };
}

/** Ms of a UTC date; unlike `Date.UTC` it takes years under 100 as they are. */
export function utcOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(year, month, day);
}

function offsetReader(zone: string): (at: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new TimelineError('TIMELINE_ZONE_UNKNOWN', zone);
  }
  return (at) => {
    const whole = Math.floor(at / 1000) * 1000;
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(whole)) part[type] = value;
    const year = part.era?.startsWith('B') ? 1 - Number(part.year) : Number(part.year);
    const seconds = Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second);
    return utcOf(year, Number(part.month) - 1, Number(part.day)) + seconds * 1000 - whole;
  };
}

function bisect(offset: (at: number) => number, from: number, to: number, before: number): number {
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
