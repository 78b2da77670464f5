import type { OrderView } from '#contract/orders.ts';
import type { Book } from '#db/book.ts';
import type { ChainFacts } from '#model/chain/facts.ts';
import type { Contradiction } from '#model/contradictions.ts';
import type { RecordId } from '#model/ids.ts';
import { type OrderState, orderState } from '#model/order-state.ts';
import { endOfOrder } from '#model/order-term.ts';
import { showRecord } from './show.ts';

/** Orders of a case as the register shows them: those that bind first, then drafts and those not served, then the rest. */
export async function orderViews(
  book: Book,
  caseId: RecordId,
  facts: ChainFacts,
  contradictions: readonly Contradiction[],
  zone: string,
  now: number,
): Promise<OrderView[]> {
  const terms = await book.list('order_term', { caseId });
  const views = facts.order.map((order) => {
    const breaches = facts.breach.filter(({ values }) => values.orderId === order.id);
    const next = facts.order.find(({ values }) => values.replacesId === order.id);
    return {
      order: showRecord(order),
      state: orderState(order.values, now, zone),
      terms: terms.filter(({ values }) => values.orderId === order.id).map(showRecord),
      services: facts.order_service
        .filter(({ values }) => values.orderId === order.id)
        .sort((a, b) => b.values.attemptAt - a.values.attemptAt)
        .map(showRecord),
      end: endOfOrder(order.values, zone),
      followedBy: next ? { id: next.id, state: orderState(next.values, now, zone) } : null,
      breaches: breaches.length,
      contacts: breaches.reduce((sum, { values }) => sum + (values.contacts ?? 1), 0),
      contradictions: contradictions.filter(({ sides }) => sides.some(({ recordId }) => recordId === order.id)),
    };
  });
  return views.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || endOf(a) - endOf(b));
}

const STATES: readonly OrderState[] = [
  'in_force',
  'not_served',
  'not_final',
  'not_begun',
  'draft',
  'service_unknown',
  'ended',
  'lifted',
  'refused',
];

/** What ends first comes first; what is over, last. */
function endOf({ end, state }: OrderView): number {
  if (end === null) return Number.MAX_SAFE_INTEGER;
  return state === 'ended' ? -end.at : end.at;
}
