import { useTranslation } from 'react-i18next';
import type { OrderEnd } from '#model/order-term.ts';
import { useDayWords } from './day-words.ts';

/** Words for an end that nobody entered: how long the law lets an order of its sort last, by which section, as a reading. */
export function useLatestEndWords(): (end: OrderEnd, isOver: boolean) => string | null {
  const { t } = useTranslation('orders');
  const days = useDayWords();
  return ({ at, longest }, isOver) =>
    longest && t(isOver ? 'endedLatest' : 'latestEnd', { date: days.lastDay(at), source: t(`source.${longest}`) });
}
