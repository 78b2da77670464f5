/** C29 to C33: from indictment to judgment. */
import { addDays, dateOf, dueOf, endOfDate } from './count.ts';
import type { SummonsFact, TrialFact, WritFact, YoungSuspectFact } from './facts.ts';
import { type ClockRow, type End, firstOf, maybeMoved } from './row.ts';
import type { ClockWorld } from './types.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

export const TRIAL_ROWS: readonly ClockRow<TrialFact>[] = [
  {
    id: 'C29',
    source: { act: 'strpl', section: '275' },
    term: { unit: 'weeks', n: 2 },
    status: 'verified',
    moves: 'maybe',
    starts: (fact) => fact.receivedAt,
    met: (fact) => firstOf(['hearing_set', fact.hearingSetAt]),
  },
  {
    id: 'C30',
    source: { act: 'strpl', section: '275' },
    term: { unit: 'weeks', n: 6 },
    status: 'verified',
    starts: (fact) => fact.receivedAt,
    ends: (fact, startedAt, { zone }) => maybeMoved(startedAt, { unit: 'weeks', n: fact.appeal ? 8 : 6 }, zone),
    exempt: (fact) => (fact.remanded || fact.under18 ? null : 'not_on_remand'),
    met: (fact) => firstOf(['hearing_started', fact.hearingStartedAt]),
  },
];

export const YOUNG_SUSPECT_ROWS: readonly ClockRow<YoungSuspectFact>[] = [
  {
    id: 'C31',
    source: { act: 'strpl', section: '249' },
    term: { unit: 'weeks', n: 6 },
    status: 'verified',
    starts: (fact) => fact.suspectedAt,
    met(fact) {
      // A special reason satisfies the rule whenever it is recorded.
      if (fact.chargingDecidedAt === null && fact.specialReasonAt !== null) {
        return { at: fact.specialReasonAt, by: 'special_reason', excuses: true };
      }
      const met = firstOf(['charging_decision', fact.chargingDecidedAt]);
      return met && fact.specialReasonAt !== null ? { ...met, excuses: true } : met;
    },
  },
];

export const SUMMONS_ROWS: readonly ClockRow<SummonsFact>[] = [
  {
    id: 'C32',
    source: { act: 'strpl', section: '86' },
    term: { unit: 'days', n: 3 },
    status: 'verified',
    starts: (fact) => (fact.hearingPlannedAt === null ? null : fact.summonedAt),
    ends: beforeHearing,
    // Nobody is summoned any more to a hearing whose time is over; what is missing then is the record of the service.
    exempt: (fact, _, { now }) =>
      fact.servedAt === null && fact.hearingPlannedAt !== null && fact.hearingPlannedAt <= now ? 'hearing_past' : null,
    met: (fact) => firstOf(['served', fact.servedAt]),
  },
];

export const WRIT_ROWS: readonly ClockRow<WritFact>[] = [
  {
    id: 'C33',
    source: { act: 'strpl', section: '256' },
    term: { unit: 'days', n: 10 },
    status: 'verified',
    starts: (fact) => fact.issuedAt,
    ends(fact, startedAt, { zone }) {
      if (fact.replyByAt !== null) return { term: { unit: 'date' }, dueAt: fact.replyByAt };
      const term = { unit: 'days', n: fact.replyDays ?? 10 } as const;
      const readings = fact.replyDays === null ? (['usual_reply'] as const) : [];
      return { term, dueAt: dueOf(startedAt, term, zone), readings };
    },
    met: (fact) => firstOf(['accepted', fact.acceptedAt]),
  },
];

/** Three days before a main hearing, whose own day is not counted; 24 hours before any other. */
function beforeHearing(fact: SummonsFact, startedAt: number, { zone }: ClockWorld): End {
  const hearing = fact.hearingPlannedAt ?? startedAt;
  if (!fact.mainHearing) {
    const term = { unit: 'hours', n: 24 } as const;
    return { term, dueAt: hearing - DAY_MS, readings: ['pure_hours', 'backwards'] };
  }
  return { dueAt: endOfDate(addDays(dateOf(hearing, zone), -3), zone), readings: ['backwards'] };
}
