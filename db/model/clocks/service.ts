/**
 * C34: service that failed inside a running deadline (domstolloven § 146 third paragraph). It is repeated within one week
 * after it became known, or within a deadline as long as the first one where that was shorter; electronically within one
 * day. It gives no week for serving an order.
 */
import { dueOf, type Term } from './count.ts';
import type { FailedServiceFact } from './facts.ts';
import { type ClockRow, firstOf } from './row.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

export const SERVICE_ROWS: readonly ClockRow<FailedServiceFact>[] = [
  {
    id: 'C34',
    source: { act: 'dl', section: '146' },
    term: { unit: 'weeks', n: 1 },
    status: 'verified',
    starts: (fact) => fact.failedAt,
    ends(fact, startedAt, { zone }) {
      const term = termOf(fact);
      return { term, dueAt: dueOf(startedAt, term, zone) };
    },
    exempt: (fact) => (fact.ofOrder ? 'not_for_orders' : fact.insideDeadline ? null : 'no_running_deadline'),
    missing: (fact) => (fact.learnedKnown ? [] : ['service_learned']),
    // The step is repeated when the paper is handed over again; whether that one succeeds is a clock of its own.
    met: (fact) => firstOf(['service_repeated', fact.repeatedAt]),
    metReadings: () => ['handed_over_meets'],
  },
];

function termOf({ electronic, deadlineMs }: FailedServiceFact): Term {
  if (deadlineMs !== null && deadlineMs < DAY_MS)
    return { unit: 'hours', n: Math.max(1, Math.ceil(deadlineMs / HOUR_MS)) };
  if (electronic) return { unit: 'days', n: 1 };
  const days = deadlineMs === null ? 7 : Math.round(deadlineMs / DAY_MS);
  return days < 7 ? { unit: 'days', n: days } : { unit: 'weeks', n: 1 };
}
