import { instantOfLocal } from './time.ts';

/** What a pasted list of calls tells. */
export interface CallList {
  /** When each call was, ms UTC, in order of time. */
  readonly calls: readonly number[];
  /** Lines that tell no time: said to whoever pasted them, never counted and never dropped. */
  readonly notRead: readonly string[];
}

/** `2026-03-27` or `27.03.2026`; a date of two numbers is no date, since nobody can say which is the month. */
const DATE = /(?<!\d)(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?!\d)/;
/** `02:40`, `02.40`, `02:40:13` */
const TIME = /(?<![\d.:])(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?![\d.])/;

/**
 * Reads a list of calls as telephones and operators write it: a line a call with date and time, or a line with a date and
 * under it lines with times. Numbers, lengths and names beside them are left alone.
 * @param zone IANA zone in which the times are meant
 */
export function parseCallList(text: string, zone: string): CallList {
  const calls: number[] = [];
  const notRead: string[] = [];
  let day: string | null = null;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const date = DATE.exec(line);
    if (date) day = isoOf(date);
    const rest = date ? line.replace(date[0], ' ') : line;
    const time = TIME.exec(rest);
    const at = time && day !== null ? instantOf(day, time, zone) : null;
    if (at !== null) calls.push(at);
    // A line with nothing but a date heads the lines under it.
    else if (!(date && day !== null && time === null && /^[^\p{L}\p{N}]*$/u.test(rest))) notRead.push(line);
  }
  return { calls: calls.sort((a, b) => a - b), notRead };
}

function isoOf([, year, month, day, dayFirst, monthSecond, yearLast]: RegExpExecArray): string | null {
  const iso = `${year ?? yearLast}-${(month ?? monthSecond ?? '').padStart(2, '0')}-${(day ?? dayFirst ?? '').padStart(2, '0')}`;
  return instantOfLocal(`${iso}T12:00`, 'UTC') === null ? null : iso;
}

function instantOf(day: string, [, hour = '', minute = '']: RegExpExecArray, zone: string): number | null {
  return instantOfLocal(`${day}T${hour.padStart(2, '0')}:${minute}`, zone);
}
