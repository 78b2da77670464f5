import type { TFunction } from 'i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { DayWords } from './day-words.ts';

/** The event after which an assessment was not made anew, in words: `bruddet`, `28. mars`. */
export function beforeWords(event: ShownRecord, t: TFunction<'case'>, days: DayWords): { event: string; date: string } {
  const at = { fromAt: event.startsAt ?? 0, precision: event.precision ?? ('day' as const) };
  return { event: t(`event.${event.kind}`), date: days.when(at) };
}
