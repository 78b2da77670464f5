import { withNoneAfter } from '../after.ts';
import { chargesOf, closingsOf, undecided } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Reports after which he was neither charged nor the case decided. No law sets the days for adults. */
export const chargeWaiting = defineRule({
  id: 'charge_waiting',
  cause: 'unanswered',
  find(known) {
    const waiting = known
      .of('report')
      .filter((entry) => entry.by !== 'threat_actor' && hasWaited(entry, known.at, known.limits.charge_waiting));
    return sinceFirst(withNoneAfter(undecided(waiting, known), [...chargesOf(known), ...closingsOf(known)]));
  },
});
