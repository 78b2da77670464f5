import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatDuration,
  formatEnd,
  formatInstant,
  formatSpanStart,
  formatTime,
  formatWhen,
  type Lang,
  withQualifier,
} from '#model/format.ts';
import { localOfInstant, localParts, plainLocal, resolveLocal } from '#model/time.ts';
import type { Precision, Qualifier, When } from '#model/when.ts';
import { useZone } from './zone.ts';

const MINUTE = 60_000;

/** Times in words of the interface's language, in one zone. All instants and lengths are ms. */
export interface TimeWords {
  /** `2026-03-29 05:12` */
  stamp(at: number): string;
  /** The same of an end: at midnight `2026-03-28 24:00`, the day that is still in it. */
  endStamp(at: number): string;
  /** `sø 2026-03-29 05:12` */
  stampDay(at: number): string;
  /** `05:12` */
  clock(at: number): string;
  /** `2026-03-29` */
  date(at: number): string;
  /** `sø. 29. mars` */
  dayName(at: number): string;
  /** `søndag 29. mars 2026, uke 13` */
  longDate(at: number): string;
  /** A fact's time as exact as it is known: `2026-03-29 05:12`, `2026-03-29`, `ca. mars 2012`, `før 2012`. */
  when(when: When): string;
  /** The same of a record's place in time: its start. */
  placed(place: Placed): string;
  /** The same of a record's header, at most to the day; null where it says no time. */
  dayOf(header: Header): string | null;
  /** `05:12`, `ca. 05:12` */
  clockOf(at: number, qualifier: Qualifier | null): string;
  /** The same of a planned wall-clock text; of two times it says which: `02:30 normaltid`. */
  localClock(local: string): string;
  /** Day of a planned wall-clock text: `ma. 29. juni` */
  localDay(local: string): string;
  /** `2026-10-25 02:30 normaltid` */
  localStamp(local: string): string;
  /** `42 min`, `7 t 30 min`, `2 d 4 t`; from two days on in days. Never negative. */
  length(ms: number): string;
  /** Person-hours, however many: `15 t 50 min`, `96 t`. Never negative. */
  hours(ms: number): string;
  /** `om 3 t 20 min` or `for 3 t 20 min siden`. */
  distance(at: number, now: number): string;
}

/** Where a record lies in time, as its header says; `zone` where its source's is not the one in force. */
export interface Placed {
  readonly startsAt: number;
  readonly precision: Precision;
  readonly qualifier: Qualifier | null;
  readonly zone?: string | undefined;
}

type Header = { readonly [K in keyof Pick<Placed, 'startsAt' | 'precision' | 'qualifier'>]: Placed[K] | null };

/** The interface's language as the tables of words know it. */
export function langOf(language: string): Lang {
  return language === 'en' ? 'en' : 'nb';
}

/** Builds the words; `t` must know the namespace `time`. */
export function timeWords(t: TFunction, zone: string, lang: Lang): TimeWords {
  const local = (at: number) => localOfInstant(at, zone);
  const localClock = (text: string) => {
    const found = resolveLocal(text, zone);
    // A time that the clocks go forward over is told as it was planned.
    return found && !found.moved ? formatTime(found.at, zone, lang) : plainLocal(text.slice(11));
  };
  const dayName = (at: number) => {
    const { day, month, weekday } = localParts(at, zone);
    return t('time:day_name', { weekday: t(`time:weekday2.${weekday}`), day, month: t(`time:month.${month}`) });
  };
  const stamp = (at: number) => formatInstant(at, zone, lang);
  const length = (ms: number) =>
    ms < MINUTE ? t('time:length.s', { s: Math.floor(Math.max(0, ms) / 1000) }) : formatDuration(ms, lang);
  return {
    stamp,
    endStamp: (at) => formatEnd(at, zone, lang),
    stampDay: (at) => `${t(`time:weekday2.${localParts(at, zone).weekday}`)} ${stamp(at)}`,
    clock: (at) => formatTime(at, zone, lang),
    localClock,
    localStamp: (text) => `${text.slice(0, 10)} ${localClock(text)}`,
    date: (at) => local(at).slice(0, 10),
    dayName,
    localDay: (text) => dayName(resolveLocal(text, zone)?.at ?? 0),
    longDate(at) {
      const { day, month, weekday, year, week } = localParts(at, zone);
      const words = { weekday: t(`time:weekday.${weekday}`), day, month: t(`time:month.${month}`), year, week };
      return t('time:long_date', words);
    },
    when: (when) => formatWhen(when, lang),
    placed: ({ startsAt, precision, qualifier, zone: own = zone }) =>
      withQualifier(formatSpanStart(startsAt, precision, own, lang), qualifier, lang),
    dayOf({ startsAt, precision, qualifier }) {
      if (startsAt === null || precision === null) return null;
      const day = precision === 'minute' ? 'day' : precision;
      return withQualifier(formatSpanStart(startsAt, day, zone, lang), qualifier, lang);
    },
    clockOf: (at, qualifier) => withQualifier(local(at).slice(11), qualifier, lang),
    length,
    hours: (ms) => formatDuration(Math.max(0, ms), lang, { hours: true }),
    distance: (at, now) => t(at >= now ? 'time:ahead' : 'time:ago', { length: length(Math.abs(at - now)) }),
  };
}

/** Times in words, in the language and zone in force here. */
export function useTimeWords(): TimeWords {
  const { t, i18n } = useTranslation('time');
  const zone = useZone();
  return useMemo(() => timeWords(t, zone, langOf(i18n.language)), [t, zone, i18n.language]);
}
