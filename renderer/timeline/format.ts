import type { DateParts } from './calendar.ts';
import { utcOf } from './zone-clock.ts';

/** Every word the engine draws. Injected, so that there is no language in the engine. */
export interface TimelineFormat {
  /** `06` */
  hour(parts: DateParts): string;
  /** `06:15` */
  time(parts: DateParts): string;
  /** `on 25. mars`; short: `to 26.` */
  day(parts: DateParts, withMonth: boolean): string;
  /** `25.` */
  dayNumber(parts: DateParts): string;
  /** `uke 13`; short: `13` */
  week(parts: DateParts, isFull: boolean): string;
  /** `mars 2026`, `mars`, `mar` */
  month(parts: DateParts, form: 'withYear' | 'long' | 'short'): string;
  year(parts: DateParts): string;
  /** Length of a day with a clock change, in hours: `23 t` */
  dayLength(hours: number): string;
  /** `Nå 05:12` */
  now(time: string): string;
  count(count: number): string;
}

/** The few words that the platform's language data does not hold. */
export interface TimelineWords {
  /** From Monday to Sunday; left out they are the platform's short names. */
  readonly weekdays?: readonly string[] | undefined;
  readonly week: (week: number) => string;
  readonly hours: (hours: number) => string;
  readonly now: (time: string) => string;
}

/**
 * Format from the platform's language data and a few words.
 * @param locale BCP 47, for example `nb` or `en`
 */
export function createFormat(locale: string, words: TimelineWords): TimelineFormat {
  const intl = (options: Intl.DateTimeFormatOptions) => {
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  };
  const bare = (text: string): string => text.replace(/\.$/, '');
  const months = (month: 'long' | 'short'): string[] => {
    const format = intl({ month });
    return Array.from({ length: 12 }, (_, i) => bare(format.format(utcOf(2001, i, 15))));
  };
  const long = months('long');
  const short = months('short');
  const weekday = intl({ weekday: 'short' });
  // 1 January 2001 was a Monday.
  const weekdays = words.weekdays ?? Array.from({ length: 7 }, (_, i) => bare(weekday.format(utcOf(2001, 0, 1 + i))));
  const dayFormat = intl({ day: 'numeric' });
  const days = Array.from({ length: 31 }, (_, i) => dayFormat.format(utcOf(2001, 0, 1 + i)));
  const number = new Intl.NumberFormat(locale);
  const two = (n: number): string => String(n).padStart(2, '0');

  const dayNumber = (parts: DateParts): string => days[parts.day - 1] ?? '';
  return {
    hour: (parts) => two(parts.hour),
    time: (parts) => `${two(parts.hour)}:${two(parts.minute)}`,
    dayNumber,
    day(parts, withMonth) {
      const day = `${weekdays[parts.weekday - 1] ?? ''} ${dayNumber(parts)}`;
      return withMonth ? `${day} ${long[parts.month - 1] ?? ''}` : day;
    },
    week: (parts, isFull) => (isFull ? words.week(parts.week) : String(parts.week)),
    month(parts, form) {
      const name = (form === 'short' ? short : long)[parts.month - 1] ?? '';
      return form === 'withYear' ? `${name} ${parts.year}` : name;
    },
    year: (parts) => String(parts.year),
    dayLength: words.hours,
    now: words.now,
    count: (count) => number.format(count),
  };
}
