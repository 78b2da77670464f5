import type { Values } from './kinds.ts';
import { endOfOrder } from './order-term.ts';

/**
 * Whether an order binds him now. Decided but not served is not in force against him; where nothing says that it was
 * served it is not shown as in force either. A contact ban works only from a final judgment (straffeloven § 58): without
 * the day from which it holds, its finality is not known. A draft or a refusal binds nobody. Where no end was entered none
 * holds beyond the longest term of the law for its variant (a reading); but the term of a contact ban may have stood
 * still (§ 58), so that it is not said to have ended.
 */
export type OrderState =
  | 'in_force'
  | 'not_begun'
  | 'not_served'
  | 'service_unknown'
  | 'not_final'
  | 'ended'
  | 'lifted'
  | 'draft'
  | 'refused';

/** States that bind nobody any more, or never did. */
const OVER: readonly OrderState[] = ['ended', 'lifted', 'draft', 'refused'];

/** When an order ended before its day, ms UTC: lifted or set aside by the court, whichever came first; null: it did not. */
export function endedEarlyAt({
  liftedAt,
  courtDecision,
  courtDecidedAt,
}: {
  readonly liftedAt: number | null;
  readonly courtDecision: string | null;
  readonly courtDecidedAt: number | null;
}): number | null {
  const setAsideAt = courtDecision === 'set_aside' ? courtDecidedAt : null;
  if (liftedAt === null || setAsideAt === null) return liftedAt ?? setAsideAt;
  return Math.min(liftedAt, setAsideAt);
}

/** State of an order at `now`, ms UTC; `zone` is the case's. */
export function orderState(values: Values<'order'>, now: number, zone: string): OrderState {
  const { variant, stage, decidedAt, servedAt, fromAt, finalAt } = values;
  if (stage === 'refused') return 'refused';
  if (stage === 'draft' || stage === 'requested') return 'draft';
  const endedAt = endedEarlyAt(values);
  if (endedAt !== null && endedAt <= now) return 'lifted';
  const end = endOfOrder(values, zone);
  const mayStandStill = variant === 'contact_ban' && end?.longest != null;
  if (end !== null && end.at <= now && !mayStandStill) return 'ended';
  if (variant === 'contact_ban') {
    const holdsFrom = finalAt ?? fromAt;
    if (holdsFrom === null) return 'not_final';
    return holdsFrom > now ? 'not_begun' : 'in_force';
  }
  if (servedAt === null || servedAt > now) return decidedAt === null ? 'service_unknown' : 'not_served';
  return fromAt !== null && fromAt > now ? 'not_begun' : 'in_force';
}

/** True if an order in this state binds nobody, and will not by itself. */
export function isOver(state: OrderState): boolean {
  return OVER.includes(state);
}
