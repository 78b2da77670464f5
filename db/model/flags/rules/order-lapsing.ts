import { startOfDay } from '../../time.ts';
import type { When } from '../../when.ts';
import type { Known } from '../known.ts';
import { hasSuccessor, type OrderTerm, orderTerms } from '../orders.ts';
import { defineRule, type Finding } from '../rule.ts';
import { dayOf } from '../since.ts';

interface Lapsing extends OrderTerm {
  readonly lastDay: When;
  /** The day from which on it is shown. */
  readonly window: When;
}

/**
 * Orders that end, or have ended, with nothing put after them: those that still hold first, the one that ends soonest at
 * their head, then those that are over, the last one first.
 */
export const orderLapsing = defineRule({
  id: 'order_lapsing',
  cause: 'danger_now',
  find(known) {
    const lapsing = lapsingOrders(known).sort((a, b) => a.lastDay.toAt - b.lastDay.toAt);
    const ending = lapsing.filter(({ lastDay }) => lastDay.toAt > known.at);
    const ended = lapsing.filter(({ lastDay }) => lastDay.toAt <= known.at).reverse();
    const told = [...ending, ...ended];
    const [first] = told;
    return first ? { ...findingOf(first, ending, ended), entries: told.map(({ entry }) => entry) } : null;
  },
});

function findingOf(first: Lapsing, ending: readonly Lapsing[], ended: readonly Lapsing[]): Omit<Finding, 'entries'> {
  const hasEnded = ending.length === 0;
  const state = hasEnded ? 'ended' : 'ending';
  const count = hasEnded ? ended.length : ending.length;
  return {
    since: hasEnded ? first.lastDay : first.window,
    countsDays: hasEnded,
    variant: !hasEnded && ended.length > 0 ? 'both' : `${state}_${count > 1 ? 'several' : first.endFrom}`,
    values: { lastDay: first.lastDay, count, ended: ended.length },
  };
}

function lapsingOrders(known: Known): Lapsing[] {
  const terms = orderTerms(known).filter(({ isInForce }) => isInForce);
  return terms.flatMap((term) => {
    const { lastDay } = term;
    if (lastDay === null || hasSuccessor(term, terms)) return [];
    const window = dayOf(startOfDay(lastDay.fromAt, lastDay.zone, -known.limits.order_lapsing), lastDay.zone);
    return window.fromAt <= known.at ? [{ ...term, lastDay, window }] : [];
  });
}
