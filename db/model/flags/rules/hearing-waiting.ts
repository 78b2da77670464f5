import { withNoneAfter } from '../after.ts';
import { hearingsOf, singleCharges } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Own rule, after the six weeks in which a case with an accused on remand is to start (straffeprosessloven § 275). */
const WAIT_DAYS = 42;

/** Charges after which no court has sat. */
export const hearingWaiting = defineRule({
  id: 'hearing_waiting',
  cause: 'unanswered',
  find(known) {
    const waiting = singleCharges(known).filter((entry) => hasWaited(entry, known.at, WAIT_DAYS));
    return sinceFirst(withNoneAfter(waiting, hearingsOf(known)));
  },
});
