import type { TFunction } from 'i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { DayWords } from './day-words.ts';

/** The event after which an assessment was not made anew, in words: `bruddet`, `28. mars`. */
export function beforeWords(event: ShownRecord, t: TFunction<'case'>, days: DayWords): { event: string; date: string } {
  const { startsAt, precision, qualifier } = event;
  const date = days.placed({ startsAt: startsAt ?? 0, precision: precision ?? 'day', qualifier });
  return { event: t(`event.${event.kind}`), date };
}
