import { withNoneAfter } from '../after.ts';
import { chargesOf, closingsOf, undecided } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Own rule: after so many days a report without a charge is shown. No law sets it for adults. */
const WAIT_DAYS = 14;

/** Reports after which he was neither charged nor the case decided. */
export const chargeWaiting = defineRule({
  id: 'charge_waiting',
  cause: 'unanswered',
  find(known) {
    const waiting = known
      .of('report')
      .filter((entry) => entry.by !== 'threat_actor' && hasWaited(entry, known.at, WAIT_DAYS));
    return sinceFirst(withNoneAfter(undecided(waiting, known), [...chargesOf(known), ...closingsOf(known)]));
  },
});
