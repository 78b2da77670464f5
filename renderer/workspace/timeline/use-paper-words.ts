import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mattersOf } from '#renderer/features/plan/matters.ts';
import type { Plan } from '#renderer/features/plan/plan.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { stateWord } from './state-word.ts';
import type { PaperWords } from './timeline-paper.ts';
import { useTimelineOptions } from './use-timeline-words.ts';

/**
 * Words of a printed timeline in the interface's language; times as the list tells them.
 * @param plan tells what of it was accepted; null while it is fetched
 */
export function usePaperWords(plan: Plan | null): PaperWords {
  const { t } = useTranslation('paper');
  const time = useTimeWords();
  const { holidays } = useTimelineOptions();
  const accepted = useMemo(() => (plan ? acceptedCover(plan) : NONE), [plan]);
  return useMemo(
    (): PaperWords => ({
      columns: { lane: t('column.lane'), when: t('column.when'), what: t('column.what'), state: t('column.state') },
      empty: t('empty'),
      heading: ({ fromAt, toAt }) => {
        const first = time.longDate(fromAt);
        const last = time.longDate(toAt - 1);
        return first === last ? first : t('range', { from: first, to: last });
      },
      day: ({ fromAt }) => time.longDate(fromAt),
      when(item, day) {
        const isExact = item.precision === 'minute' && !item.bound;
        const isHere = isExact && item.startAt >= day.fromAt && item.startAt < day.toAt;
        const start = isHere
          ? time.clock(item.startAt)
          : time.placed({ startsAt: item.startAt, precision: item.precision, qualifier: item.bound ?? null });
        if (item.shape === 'point') return start;
        if (item.endAt === null) return `${start} – ${t('timeline:open')}`;
        // Of a night the day of the start is enough.
        const isShort = item.precision === 'minute' && item.endAt - item.startAt < DAY_MS;
        return `${start} – ${isShort ? time.clock(item.endAt) : time.stamp(item.endAt)}`;
      },
      what: ({ label, crew, detail, passes, coverage }) => {
        // What is told in detail names crew and measure already; a code stands before it.
        const told = detail ?? [label, crew].filter(Boolean).join(', ');
        const isMet = coverage === 'covered' || coverage === 'unconfirmed';
        const code = detail && (!coverage || isMet) && !detail.startsWith(label) && label;
        const parts = [code, told, passes && t('passes', { count: passes.count })];
        return parts.filter(Boolean).join(' · ').slice(0, 1_000);
      },
      state: (item) => {
        const until = accepted.get(item.id);
        const parts = [
          item.coverage && t(`sample.${item.coverage}`),
          // What is not met is labelled with how long.
          (item.coverage === 'gap' || item.coverage === 'thin') && item.label,
          until !== undefined &&
            (until === null ? t('acceptedOpen') : t('acceptedState', { until: time.stampDay(until) })),
          stateWord(t, item),
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
    [t, time, holidays, accepted],
  );
}

const DAY_MS = 86_400_000;
const NONE: ReadonlyMap<string, number | null> = new Map();

/** Until when what is uncovered or understaffed was accepted, by item; what is past too. */
function acceptedCover(plan: Plan): Map<string, number | null> {
  const matters = mattersOf(plan, plan.index.plan.fromAt).filter(({ need }) => need !== null);
  return new Map(matters.flatMap(({ itemId, accepted }) => (accepted ? [[itemId, accepted.untilAt] as const] : [])));
}

const SIGNS = [
  'covered',
  'thin',
  'gap',
  'unconfirmed',
  'planned',
  'uncertain',
  'conflict',
  'continues',
  'night',
  'weekend',
] as const;

function isSign(sample: string): sample is (typeof SIGNS)[number] {
  return (SIGNS as readonly string[]).includes(sample);
}
