import type { TFunction } from 'i18next';
import { isDateItem } from '#renderer/features/plan/matters.ts';
import type { TimelineItem } from '#renderer/timeline/index.ts';

/** How an item stands, in a word; empty where nothing is to be said. A date is no plan: it is open, or not needed. */
export function stateWord(t: TFunction, { id, state }: Pick<TimelineItem, 'id' | 'state'>): string {
  if (isDateItem(id)) return state === 'struck' ? t('dates:notNeeded') : '';
  return state === 'normal' ? '' : t(`timeline:state.${state}`);
}
