import { instantOfLocal } from '#model/time.ts';
import { type Precision, type When, whenOf } from '#model/when.ts';

/** Zone of the invented night. */
export const ZONE = 'Europe/Oslo';

/** ms UTC of `YYYY-MM-DD HH:MM` in Norway; a text that is no time there is a fault of this file. */
export function at(text: string): number {
  const instant = instantOfLocal(text.replace(' ', 'T'), ZONE);
  if (instant === null) throw new RangeError('demo time');
  return instant;
}

/** `2026-03-28 21:31`, `2026-03-28`, `2026-02` or `2025` as a time of its own precision. */
export function when(text: string): When {
  const [date = '', time = ''] = text.split(' ');
  const precision: Precision = time ? 'minute' : date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
  const read = whenOf(date, time, precision, ZONE);
  if (!read) throw new RangeError('demo date');
  return read;
}
