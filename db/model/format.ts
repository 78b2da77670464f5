/**
 * Dates and durations in words, the same in lists, headers, notes and on paper. A time is never told more exactly than
 * its source told it, and no date is written in month and day digits alone: 04-02 is read as 4 February.
 */
import en from '#resources/i18n/en/time.json' with { type: 'json' };
import nb from '#resources/i18n/nb/time.json' with { type: 'json' };
import { localOfInstant, whichOfTwo } from './time.ts';
import type { Precision, Qualifier, When } from './when.ts';

export type Lang = 'nb' | 'en';

/**
 * `table` for lists: `2026-03-28 21:14`. `numeric` for paper and narrow places: `lø. 28.03.2026 kl. 21.14`.
 * `words` for headings and sentences: `lø. 28. mars 2026 kl. 21.14`. A month is `mars 2012` and a year `2012` in all.
 */
export type DateStyle = 'table' | 'numeric' | 'words';

const MINUTE_MS = 60_000;
const WORDS = { nb, en };

/**
 * When a fact happened, as exactly as is known and in the zone it was told in; several days or minutes as a period, a
 * time that is known as a bound only with the word for it: `ca. 2026-03-28 21:14`, `før 2012`.
 */
export function formatWhen(when: When, lang: Lang, style: DateStyle = 'table'): string {
  return withQualifier(formatNamed(when, lang, style), when.qualifier, lang);
}

/** A time in words, with the word for its qualifier before it. */
export function withQualifier(time: string, qualifier: Qualifier | null | undefined, lang: Lang): string {
  return qualifier ? WORDS[lang].format.qualified[qualifier].replace('{{at}}', () => time) : time;
}

/** The time that the source names. */
function formatNamed({ fromAt, toAt, precision, zone }: When, lang: Lang, style: DateStyle): string {
  const lastAt = precision === 'minute' ? toAt - MINUTE_MS : toAt - 1;
  const first = formatSpanStart(fromAt, precision, zone, lang, style);
  const last = formatSpanStart(Math.max(fromAt, lastAt), precision, zone, lang, style);
  if (first === last) return first;
  return precision === 'minute' ? formatPeriod(fromAt, lastAt, zone, lang, style) : `${first} – ${last}`;
}

/** An instant (ms UTC) told as exactly as `precision` allows. */
export function formatSpanStart(
  at: number,
  precision: Precision,
  zone: string,
  lang: Lang,
  style: DateStyle = 'table',
): string {
  switch (precision) {
    case 'minute':
      return formatInstant(at, zone, lang, style);
    case 'day':
      return formatDay(at, zone, lang, style);
    case 'month':
      return `${monthName(localOfInstant(at, zone), lang)} ${yearOf(localOfInstant(at, zone))}`;
    case 'year':
      return yearOf(localOfInstant(at, zone));
  }
}

/** An instant (ms UTC) to the minute in `zone`. The hour that occurs twice in autumn says which of the two it is. */
export function formatInstant(at: number, zone: string, lang: Lang, style: DateStyle = 'table'): string {
  const day = formatDay(at, zone, lang, style);
  const time = formatTime(at, zone, lang, style);
  const isPlain = style === 'table' || (lang === 'en' && style === 'numeric');
  return isPlain ? `${day} ${time}` : `${day} ${WORDS[lang].format.clock} ${time}`;
}

/**
 * The end of something, an instant (ms UTC), to the minute. An end at midnight is told as 24 of the day before, as the
 * law tells it: «til fr. 03.04.2026 kl. 00.00» is read as the third.
 */
export function formatEnd(at: number, zone: string, lang: Lang, style: DateStyle = 'table'): string {
  if (!localOfInstant(at, zone).endsWith('T00:00')) return formatInstant(at, zone, lang, style);
  const day = formatDay(at - 1, zone, lang, style);
  const time = lang === 'nb' && style !== 'table' ? '24.00' : '24:00';
  const isPlain = style === 'table' || (lang === 'en' && style === 'numeric');
  return isPlain ? `${day} ${time}` : `${day} ${WORDS[lang].format.clock} ${time}`;
}

/** The calendar day of an instant (ms UTC) in `zone`; outside tables with its weekday in two letters. */
export function formatDay(at: number, zone: string, lang: Lang, style: DateStyle = 'table'): string {
  const local = localOfInstant(at, zone);
  const date = local.slice(0, -6);
  if (style === 'table') return date;
  const day = Number(local.slice(-8, -6));
  const year = yearOf(local);
  const weekday = weekdayName(local, lang);
  if (lang === 'en') return `${weekday} ${day} ${monthName(local, lang, style === 'numeric')} ${year}`;
  if (style === 'numeric') return `${weekday} ${local.slice(-8, -6)}.${local.slice(-11, -9)}.${year}`;
  return `${weekday} ${day}. ${monthName(local, lang)} ${year}`;
}

/** Time of day in 24 hours: `21:14`, on Norwegian paper and in Norwegian sentences `21.14`. */
export function formatTime(at: number, zone: string, lang: Lang, style: DateStyle = 'table'): string {
  const time = localOfInstant(at, zone).slice(-5);
  const shown = lang === 'nb' && style !== 'table' ? time.replace(':', '.') : time;
  const which = whichOfTwo(at, zone);
  const { summerTime, standardTime } = WORDS[lang].format;
  return which === null ? shown : `${shown} ${which === 'first' ? summerTime : standardTime}`;
}

/** From one instant to another (ms UTC), the day once when both lie on it; `toAt` null is open. */
export function formatPeriod(
  fromAt: number,
  toAt: number | null,
  zone: string,
  lang: Lang,
  style: DateStyle = 'table',
): string {
  const start = formatInstant(fromAt, zone, lang, style);
  if (toAt === null) return `${start}, ${WORDS[lang].format.open}`;
  if (formatDay(fromAt, zone, lang) === formatDay(toAt, zone, lang))
    return `${start}–${formatTime(toAt, zone, lang, style)}`;
  return `${start} – ${formatInstant(toAt, zone, lang, style)}`;
}

/**
 * A length of time in two units: `42 min`, `37 t 42 min`, from two days on `3 d 4 t`. Parts of a minute are cut.
 * @param ms its sign is not shown: whether it is over or left is said beside it
 * @param options.days tells days from the first one on: `1 d 18 t`
 * @param options.hours tells hours, however many: those of people are no days
 */
export function formatDuration(ms: number, lang: Lang, options: { days?: boolean; hours?: boolean } = {}): string {
  const { length } = WORDS[lang];
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  if (hours === 0 && !(options.hours && minutes === 0)) return filled(length.min, { min: minutes });
  if (options.hours || hours < (options.days ? 24 : 48)) {
    const min = minutes % 60;
    return filled(min === 0 ? length.h : length.h_min, { h: hours, min });
  }
  const h = hours % 24;
  return filled(h === 0 ? length.d : length.d_h, { d: Math.floor(hours / 24), h });
}

function filled(template: string, values: Readonly<Record<string, number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

function yearOf(local: string): string {
  return local.slice(0, local.lastIndexOf('-', local.lastIndexOf('-') - 1));
}

function monthName(local: string, lang: Lang, isShort = false): string {
  const { month, month3 } = WORDS[lang];
  return (isShort ? month3 : month)[String(Number(local.slice(-11, -9))) as keyof typeof month];
}

/** Two letters: `lø.` in Norwegian, `Sa` in English. */
function weekdayName(local: string, lang: Lang): string {
  const weekday = new Date(`${local}Z`).getUTCDay() || 7;
  const letters = WORDS[lang].weekday2[String(weekday) as keyof typeof nb.weekday2];
  return lang === 'nb' ? `${letters}.` : letters;
}
