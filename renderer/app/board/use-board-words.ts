import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordWords } from '#renderer/features/record/words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { BoardWords } from './board-data.ts';

const MINUTE_MS = 60_000;

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
      excluded: t('excluded'),
      // Where only case, time and crew are told there is no title, and none is made up.
      hours: ({ minutes, nightMinutes }) => {
        const all = time.length(minutes * MINUTE_MS);
        return nightMinutes > 0 ? t('hoursNight', { all, night: time.length(nightMinutes * MINUTE_MS) }) : all;
      },
      title: ({ title, titleEn }) => (title === '' ? '' : words.title({ kind: 'measure', title, titleEn })),
    }),
    [t, words, time],
  );
}
