/** The end of an order: from then on nothing keeps him away. */

import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { endedEarlyAt, orderState } from '#model/order-state.ts';
import { whenAtMinute } from '#model/when.ts';
import { type Circle, type GoneReason, named, type Reading, type Told } from './types.ts';

type Order = { readonly id: RecordId; readonly values: Values<'order'> };
export type CircleTerm = Told<'order_term', 'orderId' | 'type' | 'personId'>;

/**
 * Ends of orders that hold him until then. One that is decided and not served holds nobody, so its end takes nothing away;
 * nor does one after which another is in force already. A demand that a court looks at it changes nothing until the court
 * has decided (straffeprosessloven § 222 a: no suspensive effect; a reading).
 */
export function orderDates(
  orders: readonly Order[],
  terms: readonly CircleTerm[],
  circle: Circle,
  zone: string,
  nowAt: number,
): Reading {
  const reading: Reading = { dates: [], gone: new Map(), follows: new Map() };
  for (const order of orders) {
    const { id, values } = order;
    const endAt = endOf(values, nowAt);
    const why = endAt === null ? 'no_date' : goneOf(values, Math.min(nowAt, endAt - 1), zone);
    if (endAt === null || why !== null) {
      reading.gone.set(id, why ?? 'no_date');
      continue;
    }
    const successor = orders.find((other) => other !== order && takesOver(other.values, order, endAt, nowAt, zone));
    if (successor) {
      reading.follows.set(id, successor.id);
      reading.gone.set(id, 'replaced');
      continue;
    }
    const persons = terms.filter((term) => term.values.orderId === id && term.values.type === 'circle');
    reading.dates.push({
      type: 'order_expiry',
      reason: 'order_ends',
      sourceId: id,
      date: whenAtMinute(endAt, zone),
      endsAt: null,
      personIds: named(circle, [values.protectedId, ...persons.map((term) => term.values.personId)]),
    });
  }
  return reading;
}

/** Its end, or an earlier one at which it is to be lifted; ms UTC. */
function endOf(order: Values<'order'>, nowAt: number): number | null {
  const { toAt } = order;
  const earlyAt = endedEarlyAt(order);
  if (earlyAt === null || earlyAt <= nowAt) return toAt;
  return toAt === null ? earlyAt : Math.min(toAt, earlyAt);
}

/** @param at now, or the last instant before its end where that is past */
function goneOf(values: Values<'order'>, at: number, zone: string): GoneReason | null {
  switch (orderState(values, at, zone)) {
    case 'in_force':
    case 'not_begun':
      return null;
    case 'lifted':
      return 'lifted';
    default:
      return 'not_in_force';
  }
}

/** True if the other order, served or final, holds him at the end of this one and beyond. */
function takesOver(other: Values<'order'>, { id, values }: Order, endAt: number, nowAt: number, zone: string): boolean {
  const otherEnd = endOf(other, nowAt);
  if (otherEnd !== null && otherEnd <= endAt) return false;
  if (orderState(other, Math.max(endAt, nowAt), zone) !== 'in_force') return false;
  if (other.replacesId === id) return true;
  const isSame = (a: RecordId | null, b: RecordId | null) => a === b || a === null || b === null;
  return (
    other.variant !== null &&
    other.variant === values.variant &&
    isSame(other.respondentId, values.respondentId) &&
    isSame(other.protectedId, values.protectedId)
  );
}
