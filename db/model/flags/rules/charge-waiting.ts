import { withNoneAfter } from '../after.ts';
import type { Entry, Known } from '../known.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { daysSince } from '../since.ts';
import { findWords } from '../words.ts';

/** Own rule: after so many days a report without a charge is shown. No law sets it for adults. */
const WAIT_DAYS = 14;

/** Reports after which he was neither charged nor the case decided. */
export const chargeWaiting = defineRule({
  id: 'charge_waiting',
  cause: 'unanswered',
  find(known) {
    const waiting = known
      .of('report')
      .filter(({ by, when }) => by !== 'threat_actor' && (daysSince(when, known.at) ?? WAIT_DAYS) >= WAIT_DAYS);
    return sinceFirst(withNoneAfter(waiting, [...chargesOf(known), ...closingsOf(known)]));
  },
});

/** Steps by which he was charged. */
export function chargesOf(known: Known): Entry[] {
  return known
    .of('court_step')
    .filter(({ record: { values }, texts }) =>
      values.step === null
        ? findWords('charge', texts) !== null
        : values.step === 'charge' || values.step === 'indictment',
    );
}

function closingsOf(known: Known): Entry[] {
  return known
    .of('court_step', 'note')
    .filter(({ by, record, texts }) =>
      record.kind === 'court_step' && record.values.step !== null
        ? record.values.step === 'judgment'
        : by === null && findWords('case_decided', texts) !== null,
    );
}
