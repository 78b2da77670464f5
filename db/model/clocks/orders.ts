/** C13 to C21 and C23: orders of the police prosecutor. */

import { termStart } from '../order-term.ts';
import { dateOf, dueOf, endOfDate, lastDayOf, type Term } from './count.ts';
import type { BreachFact, MinorBanFact, OrderFact } from './facts.ts';
import { type ClockRow, decidedEnd, firstOf, isLate } from './row.ts';
import type { ClockWorld, Source } from './types.ts';

const strpl = (section: string, paragraph: number): Source => ({ act: 'strpl', section, paragraph });
/** "As soon as possible and, if possible, within five days." */
const FIVE_DAYS = { unit: 'days', n: 5 } as const;

const controlServed = (fact: OrderFact) => (fact.electronicControl ? (fact.controlServedAt ?? fact.servedAt) : null);
const toCourt = (fact: OrderFact) => firstOf(['to_court', fact.toCourtAt]);
/** Lifted before it had to be brought before the court. */
const lifted = (fact: OrderFact, dueAt: number | null) =>
  fact.liftedAt !== null && fact.toCourtAt === null && !isLate(FIVE_DAYS, fact.liftedAt, dueAt) ? 'lifted' : null;

/** An order runs to the date in the decision, at most the longest term from its start; the date is never moved. */
const inForce: Omit<ClockRow<OrderFact>, 'id'> = {
  source: strpl('222 a', 4),
  term: { unit: 'date' },
  status: 'verified',
  nature: 'expiry',
  starts: orderStart,
  ends: (fact, _, { zone }) => orderEnd(fact, zone),
  exempt: (fact) => (fact.liftedAt === null ? null : 'lifted'),
  met: (fact) => firstOf(['new_order', fact.renewalDecidedAt], ['lapse_planned', fact.lapsePlannedAt]),
};

export const ORDER_ROWS: readonly ClockRow<OrderFact>[] = [
  {
    id: 'C13',
    source: strpl('222 a', 7),
    term: FIVE_DAYS,
    status: 'verified',
    moves: 'maybe',
    starts: (fact) => (fact.ownHome ? fact.servedAt : null),
    exempt: lifted,
    met: toCourt,
  },
  {
    id: 'C14',
    source: strpl('222 a', 6),
    term: FIVE_DAYS,
    status: 'verified',
    moves: 'maybe',
    starts: (fact) => fact.reviewDemandedAt,
    exempt: lifted,
    met: toCourt,
  },
  {
    id: 'C15',
    source: strpl('222 g', 4),
    term: FIVE_DAYS,
    status: 'verified',
    moves: 'maybe',
    starts: controlServed,
    exempt: lifted,
    met: (fact) => firstOf(['to_court', fact.toCourtAt], ['waiver', fact.waivedAt]),
  },
  {
    id: 'C16',
    source: strpl('222 a', 6),
    term: { unit: 'none' },
    status: 'verified',
    nature: 'elapsed',
    starts: overrunAt,
    met: (fact) => firstOf(['court_book_reason', fact.courtBookReasonAt]),
  },
  {
    id: 'C17',
    source: strpl('222 a', 5),
    term: { unit: 'none' },
    status: 'verified',
    nature: 'elapsed',
    starts: (fact) => (fact.oral ? fact.decidedAt : null),
    met: (fact) => firstOf(['written', fact.writtenAt]),
  },
  { id: 'C18', ...inForce, starts: (fact) => (fact.ownHome ? null : orderStart(fact)) },
  { id: 'C19', ...inForce, starts: (fact) => (fact.ownHome ? orderStart(fact) : null) },
  {
    id: 'C20',
    source: { act: 'strpl', section: '222 g' },
    term: { unit: 'months', n: 6 },
    status: 'verified',
    nature: 'opens',
    starts: controlServed,
    ends: (_, startedAt, { zone }) => ({
      dueAt: null,
      opensAt: dueOf(startedAt, { unit: 'months', n: 6 }, zone),
    }),
    exempt: (fact) => (fact.liftedAt === null ? null : 'lifted'),
    met: (fact) => firstOf(['petition', fact.controlPetitionAt]),
  },
];

export const BREACH_ROWS: readonly ClockRow<BreachFact>[] = [
  {
    id: 'C21',
    source: { act: 'strpl', section: '222 g' },
    term: { unit: 'months', n: 12 },
    status: 'verified',
    nature: 'window',
    starts: (fact) => fact.happenedAt,
    exempt: (fact) => (fact.isNone ? 'not_a_breach' : null),
    met: (fact, dueAt) =>
      fact.controlDecidedAt !== null && !isLate(FIVE_DAYS, fact.controlDecidedAt, dueAt)
        ? { at: fact.controlDecidedAt, by: 'control_decided' }
        : null,
  },
];

/** The table has no row for the end of a minor's ban, but the act has: six months at a time. */
export const MINOR_BAN_ROWS: readonly ClockRow<MinorBanFact, 'C23' | 'minor_ban'>[] = [
  { id: 'minor_ban', ...inForce, source: { act: 'strpl', section: '222 c' } },
  {
    id: 'C23',
    source: { act: 'strpl', section: '222 c' },
    term: FIVE_DAYS,
    status: 'verified',
    moves: 'maybe',
    starts: (fact) => fact.consentRefusedAt,
    met: (fact) => firstOf(['to_court', fact.toCourtAt]),
  },
];

/** From when an order is watched. */
export function orderStart(fact: OrderFact): number | null {
  return fact.decidedAt ?? fact.servedAt ?? fact.fromAt;
}

/** When an order ends: the date in the decision, or the longest term of the act where that is earlier or alone. */
export function orderEnd(fact: OrderFact, zone: string) {
  const from = termStart(fact) ?? 0;
  const last = lastDayOf(from, longestTerm(fact), zone) ?? '';
  return decidedEnd(fact.toAt, endOfDate(last, zone), (at) => dateOf(at - 1, zone));
}

/** How long an order may last at a time: §§ 222 a fourth paragraph and 222 c. */
function longestTerm({ minor, ownHome }: OrderFact): Term {
  if (minor) return { unit: 'months', n: 6 };
  return ownHome ? { unit: 'months', n: 3 } : { unit: 'years', n: 1 };
}

/** When the first of C13 to C15 was overrun, as known now; from then the reason belongs in the court book. */
function overrunAt(fact: OrderFact, { now, zone }: ClockWorld): number | null {
  const ends = [
    [fact.ownHome ? fact.servedAt : null, fact.toCourtAt],
    [fact.reviewDemandedAt, fact.toCourtAt],
    [controlServed(fact), firstOf(['to_court', fact.toCourtAt], ['waiver', fact.waivedAt])?.at],
  ] as const;
  const overrun = ends.flatMap(([from, done]) => {
    const dueAt = from === null ? null : dueOf(from, FIVE_DAYS, zone);
    if (dueAt === null || !isLate(FIVE_DAYS, done ?? now, dueAt) || lifted(fact, dueAt) !== null) return [];
    return [dueAt];
  });
  return overrun.length > 0 ? Math.min(...overrun) : null;
}
