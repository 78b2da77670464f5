import { z } from 'zod';
import { dayBounds, instantOfLocal, isZone, monthBounds, yearBounds } from './time.ts';

export const PRECISIONS = ['minute', 'day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

export const QUALIFIERS = ['about', 'before', 'after'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/**
 * When a fact happened, as exactly as its source says and no more. [fromAt, toAt), ms UTC, is the time the source names;
 * without a qualifier the fact lies somewhere in it. A month or a year is never treated as its first day; no day count is
 * made from it.
 *
 * A qualifier says where the fact lies beside the time that is named (`boundsOf` tells it in numbers):
 * - `about`: in it or near it, within `ABOUT_MS` of it on either side;
 * - `before`: earlier than it began; no start is known;
 * - `after`: later than it ended, of a minute later than it began; no end is known but that it was told.
 *
 * What may be concluded from a qualified time: that one fact came before another, only where it did so at every instant
 * either may have been; that it happened by some instant, only when the whole of it lies before; no day, no hour and no
 * number of days. A clock runs from the one instant that is named, and says which way the true one lies.
 */
export interface When {
  readonly fromAt: number;
  readonly toAt: number;
  readonly precision: Precision;
  /** IANA zone in which the source's date was meant. */
  readonly zone: string;
  readonly qualifier?: Qualifier | undefined;
}

/** Where a fact must lie, ms UTC: infinite where the source gives no bound. */
export interface Bounds {
  readonly fromAt: number;
  readonly toAt: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/**
 * How far from the time it names an "about" is taken to reach, ms, by its precision. No source says it: this is a wide
 * reading, so that a contradiction is told only where nobody would call it about that time.
 */
const ABOUT_MS: Readonly<Record<Precision, number>> = {
  minute: 60 * MINUTE_MS,
  day: 7 * DAY_MS,
  month: 31 * DAY_MS,
  year: 366 * DAY_MS,
};
/** Years 0001 to 9999: outside it nothing a case holds can lie, and date arithmetic stays exact. */
const FIRST_AT = -62_135_596_800_000;
const LAST_AT = 253_402_300_799_999;
const at = z.int().min(FIRST_AT).max(LAST_AT);

export const whenSchema: z.ZodType<When> = z
  .strictObject({
    fromAt: at,
    toAt: at,
    precision: z.enum(PRECISIONS),
    zone: z.string().max(64).refine(isZone),
    qualifier: z.enum(QUALIFIERS).optional(),
  })
  .refine((when) => when.toAt > when.fromAt);

/**
 * A `When` from what a source wrote.
 * @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: its form must be the one `precision` asks for
 * @param time `HH:MM` for precision minute, else empty
 * @returns null if the text does not fit the precision, is no real date, lies before year 1 or reaches past 9999, or the
 * local time does not exist in `zone`
 */
export function whenOf(date: string, time: string, precision: Precision, zone: string): When | null {
  if (precision !== 'minute' && time !== '') return null;
  const span = spanOf(date, time, precision, zone);
  return span && span.fromAt >= FIRST_AT && span.toAt <= LAST_AT ? { ...span, precision, zone } : null;
}

/** The minute that starts at `fromAt` (ms UTC), as a `When`. */
export function whenAtMinute(fromAt: number, zone: string): When {
  return { fromAt, toAt: fromAt + MINUTE_MS, precision: 'minute', zone };
}

/** Where a fact must lie, its qualifier heeded; half open as the time it names is. */
export function boundsOf({ fromAt, toAt, precision, qualifier }: When): Bounds {
  switch (qualifier) {
    case undefined:
      return { fromAt, toAt };
    case 'about':
      return { fromAt: fromAt - ABOUT_MS[precision], toAt: toAt + ABOUT_MS[precision] };
    case 'before':
      return { fromAt: Number.NEGATIVE_INFINITY, toAt: fromAt };
    case 'after':
      // Of half past nine the minute itself is after it: only its first instant is not.
      return { fromAt: precision === 'minute' ? toAt - MINUTE_MS : toAt, toAt: Number.POSITIVE_INFINITY };
  }
}

/** True if the fact's day is known: told to the minute or the day, and with no qualifier. */
export function isDayKnown({ precision, qualifier }: Pick<When, 'precision' | 'qualifier'>): boolean {
  return !qualifier && (precision === 'minute' || precision === 'day');
}

/** True if the fact's minute is known. */
export function isMinuteKnown({ precision, qualifier }: Pick<When, 'precision' | 'qualifier'>): boolean {
  return !qualifier && precision === 'minute';
}

/** `when` with another qualifier, or none: without one the property is not there, so that equal times are equal. */
export function qualified({ qualifier: _, ...when }: When, qualifier: Qualifier | null): When {
  return qualifier ? { ...when, qualifier } : when;
}

function spanOf(date: string, time: string, precision: Precision, zone: string) {
  switch (precision) {
    case 'minute': {
      const fromAt = instantOfLocal(`${date}T${time}`, zone);
      return fromAt === null ? null : { fromAt, toAt: fromAt + MINUTE_MS };
    }
    case 'day':
      return dayBounds(date, zone);
    case 'month':
      return monthBounds(date, zone);
    case 'year':
      return yearBounds(date, zone);
  }
}
