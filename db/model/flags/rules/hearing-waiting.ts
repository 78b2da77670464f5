import { withNoneAfter } from '../after.ts';
import type { Entry, Known } from '../known.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { daysSince } from '../since.ts';
import { chargesOf } from './charge-waiting.ts';

/** Own rule, after the six weeks in which a case with an accused on remand is to start (straffeprosessloven § 275). */
const WAIT_DAYS = 42;

/** Charges after which no court has sat. */
export const hearingWaiting = defineRule({
  id: 'hearing_waiting',
  cause: 'unanswered',
  find(known) {
    const charges = chargesOf(known);
    const waiting = charges.filter(({ when }) => (daysSince(when, known.at) ?? WAIT_DAYS) >= WAIT_DAYS);
    return sinceFirst(withNoneAfter(waiting, hearingsOf(known, charges)));
  },
});

/** Steps of a court. What she petitioned for is none, and a charge is not one of its own hearing. */
function hearingsOf(known: Known, charges: readonly Entry[]): Entry[] {
  const isCharge = new Set(charges.map(({ record }) => record.id));
  return known
    .of('court_step')
    .filter(
      ({ record, by }) =>
        by === null && !isCharge.has(record.id) && !['petition', 'decision'].includes(record.values.step ?? ''),
    );
}
