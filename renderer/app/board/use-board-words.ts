import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { BoardWords } from './board-data.ts';

/** Minutes as hours, to the nearest half. */
function inHours(minutes: number): string {
  const halves = Math.round(minutes / 30);
  const half = halves % 2 === 1 ? '½' : '';
  return halves === 1 ? half : `${Math.floor(halves / 2)}${half}`;
}

/** Words of the board in the interface's language. */
export function useBoardWords(): BoardWords {
  const { t } = useTranslation('board');
  const words = useRecordWords();
  const time = useTimeWords();
  return useMemo(
    () => ({
      type: (type) => words.option('type', type),
      unstaffed: t('unstaffed'),
      noUnit: t('noUnit'),
      noVehicle: t('gesture:board.noVehicle'),
      excluded: t('excluded'),
      excludedFrom: (name) => t('excludedFrom', { name }),
      need: ({ level, responseMinutes }) =>
        responseMinutes === null ? words.option('protectionLevel', level) : t('within', { minutes: responseMinutes }),
      // Where only case, time and crew are told there is no title, and none is made up.
      // Hours of duty are hours, also when they are more than two days of them.
      hours: ({ minutes, nightMinutes }) =>
        t(nightMinutes > 0 ? 'hoursNight' : 'hoursDay', { all: inHours(minutes), night: inHours(nightMinutes) }),
      length: time.length,
      title: ({ title, titleEn }) => (title === '' ? '' : words.title({ kind: 'measure', title, titleEn })),
    }),
    [t, words, time],
  );
}
