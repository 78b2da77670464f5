import { startOfDay } from '../../time.ts';
import { hasSuccessor, orderTerms } from '../orders.ts';
import { defineRule } from '../rule.ts';
import { dayOf } from '../since.ts';

/** The ladder of an order begins thirty days before its end. */
const AHEAD_DAYS = 30;

/** An order that ends, or has ended, with nothing put after it. */
export const orderLapsing = defineRule({
  id: 'order_lapsing',
  cause: 'danger_now',
  find(known) {
    const terms = orderTerms(known).filter(({ isInForce }) => isInForce);
    const lapsing = terms.flatMap((term) => {
      const { lastDay } = term;
      if (lastDay === null || hasSuccessor(term, terms)) return [];
      const window = dayOf(startOfDay(lastDay.fromAt, lastDay.zone, -AHEAD_DAYS), lastDay.zone);
      return window.fromAt <= known.at ? [{ ...term, lastDay, window }] : [];
    });
    const newest = lapsing.at(-1);
    if (!newest) return null;
    const hasEnded = newest.lastDay.toAt <= known.at;
    return {
      entries: [newest.entry],
      since: hasEnded ? newest.lastDay : newest.window,
      countsDays: hasEnded,
      variant: `${hasEnded ? 'ended' : 'ending'}${newest.isRead ? '_read' : ''}`,
      values: { lastDay: newest.lastDay },
    };
  },
});
