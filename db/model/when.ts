import { z } from 'zod';
import { dayBounds, instantOfLocal, isZone, monthBounds, yearBounds } from './time.ts';

export const PRECISIONS = ['minute', 'day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * When a fact happened, as exactly as its source says and no more: it lies somewhere in [fromAt, toAt), ms UTC.
 * A month or a year is never treated as its first day; no day count is made from it.
 */
export interface When {
  readonly fromAt: number;
  readonly toAt: number;
  readonly precision: Precision;
  /** IANA zone in which the source's date was meant. */
  readonly zone: string;
}

const MINUTE_MS = 60_000;
/** Years 0001 to 9999: outside it nothing a case holds can lie, and date arithmetic stays exact. */
const FIRST_AT = -62_135_596_800_000;
const LAST_AT = 253_402_300_799_999;
const at = z.int().min(FIRST_AT).max(LAST_AT);

export const whenSchema: z.ZodType<When> = z
  .strictObject({ fromAt: at, toAt: at, precision: z.enum(PRECISIONS), zone: z.string().max(64).refine(isZone) })
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
