/** What must not lapse between two decisions: an order before the next is served, a judgment before it is final. */
import { workingDaysLeft } from './count.ts';
import type { ContactBanFact, OrderFact } from './facts.ts';
import { orderEnd, orderStart } from './orders.ts';
import { type ClockRow, firstOf, runRow } from './row.ts';
import type { Clock, ClockWorld } from './types.ts';

const renewalRow: ClockRow<OrderFact, 'renewal'> = {
  id: 'renewal',
  source: { act: 'strpl', section: '222 a', paragraph: 4 },
  term: { unit: 'date' },
  status: 'interpretation',
  starts: orderStart,
  ends: (fact, _, { zone }) => orderEnd(fact, zone),
  exempt: (fact) =>
    fact.liftedAt !== null
      ? 'lifted'
      : fact.lapsePlannedAt !== null && fact.renewalServedAt === null
        ? 'lapse_planned'
        : null,
  met: (fact) => firstOf(['new_order', fact.renewalServedAt]),
};
const minorRow: typeof renewalRow = { ...renewalRow, source: { act: 'strpl', section: '222 c' } };

const finalityRow: ClockRow<ContactBanFact, 'finality'> = {
  id: 'finality',
  source: { act: 'strl', section: '58' },
  term: { unit: 'none' },
  status: 'verified',
  nature: 'elapsed',
  starts: (fact) => fact.judgedAt,
  exempt: (fact, _, { now }) =>
    fact.finalAt === null && fact.orderUntilAt !== null && fact.orderUntilAt > now ? 'covered' : null,
  met: (fact) => firstOf(['final', fact.finalAt]),
};

/** The new order is served before the old one ends, counted in working days too. */
export function renewalClock(fact: OrderFact, world: ClockWorld): Clock | null {
  const clock = runRow(fact.minor ? minorRow : renewalRow, fact, world);
  if (!clock || clock.dueAt === null || clock.satisfiedAt !== null) return clock;
  return { ...clock, workingDaysLeft: workingDaysLeft(world.now, clock.dueAt, world.zone) };
}

/** The time from a judgment to its finality, in which a contact ban does not yet work. */
export function finalityClock(fact: ContactBanFact, world: ClockWorld): Clock | null {
  return runRow(finalityRow, fact, world);
}
