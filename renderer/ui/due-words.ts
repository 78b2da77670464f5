import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localParts } from '#model/time.ts';
import type { When } from '#model/when.ts';
import { langOf, type TimeWords, timeWords, useTimeWords } from './time-words.ts';
import { useNow } from './use-now.ts';
import { useZone } from './zone.ts';

/** When something is due, ms UTC, in words. What ends with a day ends at 24:00 of that day. */
export interface DueWords {
  /** `i dag 24:00`, `ma. 30. mars 23:14`, with the year where it is another than this one. */
  due(at: number): string;
  /** A fact beside it, as exactly as it is known and in the zone it was told in: `on. 18. mars 02:40`, `mars 1998`. */
  fact(when: When): string;
}

/** Builds the words; `t` must know the namespaces `clocks` and `time`. */
export function dueWords(t: TFunction, time: TimeWords, zone: string, now: number, language: string): DueWords {
  const year = (at: number, inZone: string) => localParts(at, inZone).year;
  const named = (at: number, inZone: string, words: TimeWords) =>
    year(at, inZone) === year(now, inZone) ? words.dayName(at) : `${words.dayName(at)} ${year(at, inZone)}`;
  return {
    due(at) {
      const midnight = time.clock(at) === '00:00';
      const day = midnight ? at - 1 : at;
      const clock = midnight ? '24:00' : time.clock(at);
      if (time.date(day) === time.date(now)) return t('clocks:today', { time: clock });
      return t('clocks:atDay', { day: named(day, zone, time), time: clock });
    },
    fact({ fromAt, precision, qualifier = null, zone: own }) {
      if (precision === 'month' || precision === 'year') {
        return time.placed({ startsAt: fromAt, precision, qualifier, zone: own });
      }
      const words = own === zone ? time : timeWords(t, own, langOf(language));
      const day = named(fromAt, own, words);
      const told = precision === 'day' ? day : t('clocks:atDay', { day, time: words.clock(fromAt) });
      return qualifier ? t(`time:format.qualified.${qualifier}`, { at: told }) : told;
    },
  };
}

/** When something is due, in the language and zone in force here. */
export function useDueWords(): DueWords {
  const { t, i18n } = useTranslation('clocks');
  const time = useTimeWords();
  const zone = useZone();
  const now = useNow();
  return useMemo(() => dueWords(t, time, zone, now, i18n.language), [t, time, zone, now, i18n.language]);
}
