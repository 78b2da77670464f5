import type { Values } from '#model/kinds.ts';

/**
 * Whether an order binds him now. Decided but not served is not in force against him; where nothing says that it was
 * served it is not shown as in force either. A contact ban works only from a final judgment (straffeloven § 58): without
 * the day from which it holds, its finality is not known.
 */
export type OrderState = 'in_force' | 'not_begun' | 'not_served' | 'service_unknown' | 'not_final' | 'ended' | 'lifted';

/** State of an order at `now`, ms UTC. */
export function orderState(values: Values<'order'>, now: number): OrderState {
  const { variant, decidedAt, servedAt, fromAt, toAt, liftedAt } = values;
  if (liftedAt !== null && liftedAt <= now) return 'lifted';
  if (toAt !== null && toAt <= now) return 'ended';
  if (variant === 'contact_ban' && fromAt === null) return 'not_final';
  if (servedAt === null || servedAt > now) return decidedAt === null ? 'service_unknown' : 'not_served';
  return fromAt !== null && fromAt > now ? 'not_begun' : 'in_force';
}
