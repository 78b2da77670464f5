import { withNoneAfter } from '../after.ts';
import type { Entry, Known } from '../known.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { findWords } from '../words.ts';
import { requestOf } from './request-unanswered.ts';

/** Complaints after which nobody has decided anything about the criminal case. */
export const complaintUnanswered = defineRule({
  id: 'complaint_unanswered',
  cause: 'unanswered',
  find: (known) => sinceFirst(withNoneAfter(complaintsOf(known), decisionsOf(known))),
});

/** Reports that are no request for something by name. */
function complaintsOf(known: Known): Entry<'report'>[] {
  return known.of('report').filter((entry) => entry.by !== 'threat_actor' && requestOf(entry) === null);
}

/** What the prosecuting authority or a court decided: charge, closing, judgment, opening of the case; custody too. */
function decisionsOf(known: Known): Entry[] {
  const told = known.of('court_step', 'note').filter(({ record, by, texts }) => {
    if (by !== null) return false;
    if (record.kind === 'court_step' && record.values.step !== null) return record.values.step !== 'petition';
    return (['charge', 'case_opened', 'case_decided'] as const).some((list) => findWords(list, texts) !== null);
  });
  return [...told, ...known.of('arrest', 'remand')];
}
