import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { PaperWords } from './timeline-paper.ts';
import { useTimelineOptions } from './use-timeline-words.ts';

/** Words of a printed timeline in the interface's language; times as the list tells them. */
export function usePaperWords(): PaperWords {
  const { t } = useTranslation('paper');
  const time = useTimeWords();
  const { holidays } = useTimelineOptions();
  return useMemo(
    (): PaperWords => ({
      columns: { when: t('column.when'), what: t('column.what'), state: t('column.state') },
      empty: t('empty'),
      heading: ({ fromAt, toAt }) => {
        const first = time.longDate(fromAt);
        const last = time.longDate(toAt - 1);
        return first === last ? first : t('range', { from: first, to: last });
      },
      when(item) {
        const start = time.placed({ startsAt: item.startAt, precision: item.precision, qualifier: item.bound ?? null });
        if (item.shape === 'point') return start;
        return `${start} – ${item.endAt === null ? t('timeline:open') : time.stamp(item.endAt)}`;
      },
      what: ({ label, crew, detail, passes }) => {
        const parts = [label, crew, detail, passes && t('passes', { count: passes.count })];
        return [...new Set(parts.filter(Boolean))].join(', ').slice(0, 1_000);
      },
      state: (item) => {
        const parts = [
          item.coverage && t(`sample.${item.coverage}`),
          item.state !== 'normal' && t(`timeline:state.${item.state}`),
          (item.precision !== 'minute' || item.bound) && t('timeline:uncertain'),
          item.conflict && t('sample.conflict'),
        ];
        return parts.filter(Boolean).join(', ');
      },
      legend: (sample) => (isSign(sample) ? t(`sample.${sample}`) : t(`kinds:tone.${sample}`)),
      axis: {
        weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => t(`time:weekday2.${day}`)),
        week: t('timeline:week', { week: '#' }),
        hours: t('timeline:hours', { hours: '#' }),
        now: t('timeline:nowAt', { clock: '#' }),
      },
      title: t('timeline:name'),
      holidays: holidays ?? (() => []),
    }),
    [t, time, holidays],
  );
}

const SIGNS = [
  'covered',
  'thin',
  'gap',
  'unconfirmed',
  'planned',
  'uncertain',
  'conflict',
  'night',
  'weekend',
] as const;

function isSign(sample: string): sample is (typeof SIGNS)[number] {
  return (SIGNS as readonly string[]).includes(sample);
}
