/** C35 to C37: the police registers act on what the book itself holds. */
import { dueOf } from './count.ts';
import type { AccessRequestFact, UnclearDataFact, UseLogFact } from './facts.ts';
import { type ClockRow, firstOf } from './row.ts';

export const UNCLEAR_DATA_ROWS: readonly ClockRow<UnclearDataFact>[] = [
  {
    id: 'C35',
    source: { act: 'prl', section: '8' },
    term: { unit: 'months', n: 4 },
    status: 'verified',
    starts: (fact) => fact.storedAt,
    // The paragraph is for data outside a criminal case.
    exempt: (fact) => (fact.inCriminalCase ? 'criminal_case' : null),
    met: (fact) => firstOf(['deleted', fact.deletedAt], ['moved_to_basis', fact.movedAt]),
  },
];

export const ACCESS_REQUEST_ROWS: readonly ClockRow<AccessRequestFact>[] = [
  {
    id: 'C36',
    source: { act: 'prl', section: '54' },
    term: { unit: 'days', n: 30 },
    status: 'verified',
    starts: (fact) => fact.receivedAt,
    met: (fact) => firstOf(['answered', fact.answeredAt]),
  },
];

export const USE_LOG_ROWS: readonly ClockRow<UseLogFact>[] = [
  {
    id: 'C37',
    source: { act: 'prl', section: '17' },
    term: { unit: 'years', n: 3 },
    status: 'verified',
    starts: (fact) => fact.writtenAt,
    ends: (_, startedAt, { zone }) => ({
      dueAt: dueOf(startedAt, { unit: 'years', n: 3 }, zone),
      // Kept for a year at least.
      opensAt: dueOf(startedAt, { unit: 'years', n: 1 }, zone),
    }),
    met: (fact) => firstOf(['purged', fact.purgedAt]),
  },
];
