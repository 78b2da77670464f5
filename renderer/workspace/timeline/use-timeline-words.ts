import type { TFunction } from 'i18next';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { holidaysBetween } from '#model/holidays.ts';
import {
  createFormat,
  type DragPreview,
  type TimelineItem,
  type TimelineOptions,
  type Verdict,
} from '#renderer/timeline/index.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { type TimeWords, useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import type { LaneWords } from './lanes.ts';
import { stateWord } from './state-word.ts';

/** Judges a drag by the plan; null where the plan knows nothing of the bar. */
export type Judge = (preview: DragPreview) => Verdict | null;

/** Words of the engine in the interface's language, and the days it shades. */
export function useTimelineOptions(judge?: RefObject<Judge>): TimelineOptions {
  const { t, i18n } = useTranslation('timeline');
  const time = useTimeWords();
  const zone = useZone();
  const language = i18n.language;
  return useMemo(
    () => ({
      zone,
      format: createFormat(language, {
        weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => t(`time:weekday2.${day}`)),
        week: (week) => t('week', { week }),
        hours: (hours) => t('hours', { hours }),
        now: (clock) => t('nowAt', { clock }),
      }),
      texts: {
        name: t('name'),
        help: t('help'),
        overview: t('overview'),
        overviewUnit: (unit) => t(`perUnit.${unit}`),
        axisCorner: t('plan:grouping.kind'),
        copied: (count) => t('gesture:copied', { count }),
      },
      holidays: (fromAt, toAt) =>
        holidaysBetween(fromAt, toAt, zone).map((day) => ({ ...day, label: t(`holiday.${day.name}`) })),
      describe: (item) => describe(item, t, time),
      renderTooltip: (items, element) => {
        const lines = items.slice(0, MOST_IN_TIP).map((item) => describe(item, t, time));
        if (items.length > MOST_IN_TIP) lines.push(t('more', { count: items.length - MOST_IN_TIP }));
        element.replaceChildren(
          ...lines.map((line) => {
            const row = document.createElement('div');
            row.textContent = line;
            return row;
          }),
        );
        return true;
      },
      verdict: (preview) => {
        const judged = judge?.current(preview);
        if (judged) return judged;
        const { startAt, endAt, original, edge } = preview;
        const title =
          original && edge === 'end' && endAt !== null && original.endAt !== null
            ? t('verdict.end', { from: time.clock(original.endAt), to: time.clock(endAt) })
            : original
              ? t('verdict.start', { from: time.clock(original.startAt), to: time.clock(startAt) })
              : t('verdict.new');
        const length = endAt === null ? '' : time.length(endAt - startAt);
        const when = [time.stampDay(startAt), endAt !== null && time.stampDay(endAt)].filter(Boolean).join(' – ');
        const foot = preview.crossesClockChange ? t('verdict.clock', { length }) : t('verdict.length', { length });
        return {
          title,
          lines: [
            { sign: 'none', text: when },
            { sign: 'none', text: foot },
          ],
        };
      },
    }),
    [t, language, zone, time, judge],
  );
}

const MOST_IN_TIP = 6;

/** A sentence for a screen reader and a tooltip: what, when, how certain, state. */
function describe(item: TimelineItem, t: TFunction<'timeline'>, time: TimeWords): string {
  const start = time.placed({ startsAt: item.startAt, precision: item.precision, qualifier: item.bound ?? null });
  const end = item.shape === 'bar' ? (item.endAt === null ? t('open') : time.stamp(item.endAt)) : null;
  const state = stateWord(t, item);
  const kind = t(`kinds:tone.${item.kind}`);
  const when = end ? `${start} – ${end}` : start;
  const cover = item.coverage && t(`plan:state.${item.coverage}`);
  const what = item.detail && item.detail !== item.label ? `${item.label}, ${item.detail}` : item.label;
  return [
    `${kind}: ${what}`,
    when,
    item.place && t('period:place', { place: item.place }),
    item.passes && t('paper:passes', { count: item.passes.count }),
    cover,
    item.conflict && t('plan:conflictSign'),
    (item.precision !== 'minute' || item.bound) && t('uncertain'),
    state,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Words of lanes and bars in the interface's language. */
export function useLaneWords(): LaneWords {
  const { t } = useTranslation('timeline');
  const words = useRecordWords();
  const time = useTimeWords();
  return useMemo(
    () => ({
      tone: (tone) => t(`kinds:tone.${tone}`),
      kinds: words.kinds,
      measure: (type) => words.option('type', type),
      title: words.title,
      // An order that ends at midnight ends with the day before.
      ends: (at, how) => {
        if (how?.from === 'early') return t('lifted', { date: time.dayName(at) });
        const date = time.dayName(at - 1);
        return how?.longest
          ? t('endsLatest', { date, source: t(`orders:source.${how.longest}`) })
          : t('ends', { date });
      },
      notRenewed: t('notRenewed'),
    }),
    [t, words, time],
  );
}
