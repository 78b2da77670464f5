/** C34: service that failed inside a running deadline (domstolloven § 146). It gives no week for serving an order. */
import { dueOf } from './count.ts';
import type { FailedServiceFact } from './facts.ts';
import { type ClockRow, firstOf } from './row.ts';

export const SERVICE_ROWS: readonly ClockRow<FailedServiceFact>[] = [
  {
    id: 'C34',
    source: { act: 'dl', section: '146' },
    term: { unit: 'weeks', n: 1 },
    status: 'verified',
    starts: (fact) => fact.failedAt,
    ends(fact, startedAt, { zone }) {
      const term = fact.electronic ? ({ unit: 'days', n: 1 } as const) : ({ unit: 'weeks', n: 1 } as const);
      return { term, dueAt: dueOf(startedAt, term, zone) };
    },
    exempt: (fact) => (fact.ofOrder ? 'not_for_orders' : fact.insideDeadline ? null : 'no_running_deadline'),
    met: (fact) => firstOf(['served', fact.servedAgainAt]),
  },
];
