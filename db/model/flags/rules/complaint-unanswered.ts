import { withNoneAfter } from '../after.ts';
import type { Entry, Known } from '../known.ts';
import { decisionsOf, undecided } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';
import { requestOf } from './request-unanswered.ts';

/** Complaints after which nobody has decided anything about the criminal case. */
export const complaintUnanswered = defineRule({
  id: 'complaint_unanswered',
  cause: 'unanswered',
  find(known) {
    const waiting = complaintsOf(known).filter((entry) =>
      hasWaited(entry, known.at, known.limits.complaint_unanswered),
    );
    return sinceFirst(withNoneAfter(undecided(waiting, known), decisionsOf(known)));
  },
});

/** Reports that are no request for something by name. */
function complaintsOf(known: Known): Entry<'report'>[] {
  return known.of('report').filter((entry) => entry.by !== 'threat_actor' && requestOf(entry) === null);
}
