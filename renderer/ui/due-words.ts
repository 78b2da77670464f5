import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localParts } from '#model/time.ts';
import { type TimeWords, useTimeWords } from './time-words.ts';
import { useNow } from './use-now.ts';
import { useZone } from './zone.ts';

/** When something is due, ms UTC, in words. What ends with a day ends at 24:00 of that day. */
export interface DueWords {
  /** `i dag 24:00`, `ma. 30. mars 23:14`, with the year where it is another than this one. */
  due(at: number): string;
}

/** Builds the words; `t` must know the namespaces `clocks` and `time`. */
function dueWords(t: TFunction, time: TimeWords, zone: string, now: number): DueWords {
  return {
    due(at) {
      const midnight = time.clock(at) === '00:00';
      const day = midnight ? at - 1 : at;
      const clock = midnight ? '24:00' : time.clock(at);
      if (time.date(day) === time.date(now)) return t('clocks:today', { time: clock });
      const { year } = localParts(day, zone);
      const sameYear = year === localParts(now, zone).year;
      const name = sameYear ? time.dayName(day) : `${time.dayName(day)} ${year}`;
      return t('clocks:atDay', { day: name, time: clock });
    },
  };
}

/** When something is due, in the language and zone in force here. */
export function useDueWords(): DueWords {
  const { t, i18n } = useTranslation('clocks');
  const time = useTimeWords();
  const zone = useZone();
  const now = useNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` keeps its identity when the language changes
  return useMemo(() => dueWords(t, time, zone, now), [t, time, zone, now, i18n.language]);
}
