import { withNoneAfter } from '../after.ts';
import { hearingsOf, singleCharges } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Charges after which no court has sat. */
export const hearingWaiting = defineRule({
  id: 'hearing_waiting',
  cause: 'unanswered',
  find(known) {
    const waiting = singleCharges(known).filter((entry) => hasWaited(entry, known.at, known.limits.hearing_waiting));
    return sinceFirst(withNoneAfter(waiting, hearingsOf(known)));
  },
});
