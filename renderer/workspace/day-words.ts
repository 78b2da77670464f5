import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localParts } from '#model/time.ts';
import type { When } from '#model/when.ts';
import { type Placed, useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';

/** Short dates in words for narrow places; the year stands where it is another than this one. Never month-day digits. */
export interface DayWords {
  /** `28. mars`, `28. mars 2025` */
  day(at: number): string;
  /** `28. mars 22:14`; of today only `22:14` */
  moment(at: number): string;
  /** A fact's time, at most to the day. */
  when(when: When): string;
  /** The same of a record's place in time. */
  placed(place: Placed): string;
  /** The last day of what ends at `at`: what ends at midnight ends with the day before. */
  lastDay(at: number): string;
}

/** Short dates in the language and zone in force here. */
export function useDayWords(): DayWords {
  const { t } = useTranslation('case');
  const time = useTimeWords();
  const zone = useZone();
  const today = time.date(useNow());
  return useMemo(() => {
    const day = (at: number) => {
      const { day, month, year } = localParts(at, zone);
      const key = today.startsWith(`${year}-`) ? 'day' : 'dayYear';
      return t(key, { day, month: t(`time:month.${month}`), year });
    };
    const placed = (place: Placed) => {
      const { startsAt, precision, qualifier } = place;
      if (precision !== 'minute' && precision !== 'day') return time.placed(place);
      return qualifier ? t(`time:format.qualified.${qualifier}`, { at: day(startsAt) }) : day(startsAt);
    };
    return {
      day,
      moment: (at) => (time.date(at) === today ? time.clock(at) : `${day(at)} ${time.clock(at)}`),
      when: ({ fromAt, precision, qualifier = null, zone: own }) =>
        placed({ startsAt: fromAt, precision, qualifier, zone: own }),
      placed,
      lastDay: (at) => day(at - 1),
    };
  }, [t, time, zone, today]);
}
