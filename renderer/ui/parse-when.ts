import { type Lang, withQualifier } from '#model/format.ts';
import { splitQualifier } from '#model/qualifier-words.ts';
import { dayBounds, isAmbiguousLocal, localOfInstant, startOfDay } from '#model/time.ts';
import { type Precision, type Qualifier, qualified, type When, whenOf } from '#model/when.ts';

export type ParsedWhen =
  | {
      readonly ok: true;
      readonly when: When /** The local time occurs twice: the first is meant. */;
      readonly twice: boolean;
    }
  | { readonly ok: false; readonly code: 'NOT_A_DATE' | 'NOT_A_TIME' | 'TIME_DOES_NOT_EXIST' };

const MONTHS = 'jan feb mar apr mai jun jul aug sep okt nov des'.split(' ');
const ENGLISH: Record<string, number> = { may: 5, oct: 10, dec: 12 };
const TODAY = /^(?:i dag|idag|today)$/;
const YESTERDAY = /^(?:i går|igår|yesterday)$/;
const NOW = /^(?:nå|now)$/;

/**
 * Reads a time as people type it at a desk: `2026-03-29 05:12`, `29.3.2026 0512`, `29. mars 2026`, `3.2012`, `mars 2012`,
 * `2012`, `i går 22:14`, `05:12` (today); with `ca.`, `før`, `etter` before it, or `ca.` before the time of day. How exact
 * it was typed is how exact it is: a month stays a month, and about nine stays about.
 * @param now ms UTC, for the words that mean today
 */
export function parseWhen(typed: string, zone: string, now: number): ParsedWhen {
  const { qualifier, rest } = splitQualifier(typed.toLowerCase().replace(/\s+/g, ' '));
  const text = rest.replace(/^(?:kl\.?|at) (?=\d)/, '').replace(/^(?:ma|ti|on|to|fr|lø|sø)\.? (?=\d)/, '');
  if (NOW.test(text)) return whole(localOfInstant(now, zone).replace('T', ' '), zone, qualifier);
  const { date, time: told } = split(text);
  // Between day and time of day only "about" says what is meant: before nine that day is not before nine of any day.
  const inner = splitQualifier(told);
  if (inner.qualifier && (inner.qualifier !== 'about' || qualifier)) return { ok: false, code: 'NOT_A_TIME' };
  const time = inner.rest.replace(/^(?:kl\.?|at) /, '');
  const clock = time === '' ? '' : clockOf(time);
  if (clock === null) return { ok: false, code: 'NOT_A_TIME' };
  const iso = date === '' && clock !== '' ? isoDay(startOfDay(now, zone), zone) : isoOf(date, zone, now);
  if (iso === null) return { ok: false, code: 'NOT_A_DATE' };
  return whole(clock ? `${iso} ${clock}` : iso, zone, qualifier ?? inner.qualifier);
}

/** The text `parseWhen` reads back to the same time, in its own precision and with its qualifier: `2026-03-29 05:12`, `2026-03-29`, `før 2012-03`, `ca. 2012`. */
export function whenText(when: When, lang: Lang): string {
  return withQualifier(namedText(when), when.qualifier, lang);
}

function namedText(when: When): string {
  const local = localOfInstant(when.fromAt, when.zone);
  switch (when.precision) {
    case 'minute':
      return local.replace('T', ' ');
    case 'day':
      return local.slice(0, 10);
    case 'month':
      return local.slice(0, 7);
    case 'year':
      return local.slice(0, 4);
  }
}

function whole(text: string, zone: string, qualifier: Qualifier | null): ParsedWhen {
  const [date = '', time = ''] = text.split(' ');
  const precision: Precision = time ? 'minute' : date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
  const when = whenOf(date, time, precision, zone);
  const twice = precision === 'minute' && isAmbiguousLocal(`${date}T${time}`, zone);
  if (when) return { ok: true, when: qualified(when, qualifier), twice };
  if (precision === 'minute' && dayBounds(date, zone)) return { ok: false, code: 'TIME_DOES_NOT_EXIST' };
  return { ok: false, code: 'NOT_A_DATE' };
}

function split(text: string): { date: string; time: string } {
  if (/^\d{1,2}[:]\d{2}$/.test(text)) return { date: '', time: text };
  const iso = /^(\d{4}-\d{2}-\d{2})[t ](.+)$/.exec(text);
  const dotted = /^(\d{1,2}\.\s?\d{1,2}\.\s?\d{4}),? (.+)$/.exec(text);
  const worded = /^(\d{1,2}\.? [a-zæøå]{3,}\.? \d{4}),? (.+)$/.exec(text);
  const spoken = /^(i dag|idag|today|i går|igår|yesterday),? (.+)$/.exec(text);
  const found = iso ?? dotted ?? worded ?? spoken;
  return { date: found?.[1] ?? text, time: found?.[2] ?? '' };
}

function clockOf(text: string): string | null {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (!found) return null;
  const [, hour = '', minute = ''] = found;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

function isoOf(text: string, zone: string, now: number): string | null {
  if (TODAY.test(text)) return isoDay(startOfDay(now, zone), zone);
  if (YESTERDAY.test(text)) return isoDay(startOfDay(now, zone, -1), zone);
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return text;
  const day = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (day) return `${day[3]}-${pad(day[2])}-${pad(day[1])}`;
  const month = /^(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (month) return `${month[2]}-${pad(month[1])}`;
  const named = /^(?:(\d{1,2})\.? )?([a-zæøå]{3,})\.? (\d{4})$/.exec(text);
  const number = monthOf(named?.[2] ?? '');
  if (!named || number === null) return null;
  return named[1] ? `${named[3]}-${number}-${pad(named[1])}` : `${named[3]}-${number}`;
}

function monthOf(name: string): string | null {
  const start = name.slice(0, 3);
  const number = MONTHS.indexOf(start) + 1 || ENGLISH[start];
  return number ? pad(String(number)) : null;
}

function pad(digits = ''): string {
  return digits.padStart(2, '0');
}

function isoDay(at: number, zone: string): string {
  return localOfInstant(at, zone).slice(0, 10);
}
