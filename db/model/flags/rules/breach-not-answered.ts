import { isDayKnown } from '../../when.ts';
import type { Entry, Known } from '../known.ts';
import { arrestsOf } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';

/** Answered is a breach that was met with an arrest or a remand within seven days. */
const ANSWER_MS = 7 * 86_400_000;

/** Entries of a breach that no arrest and no remand has answered, from the moment it is known. */
export const breachNotAnswered = defineRule({
  id: 'breach_not_answered',
  cause: 'danger_now',
  find: (known) => sinceFirst(unansweredBreaches(known)),
});

/** Breaches that were not answered, in order; those that were looked at and held not to be one are left out. */
export function unansweredBreaches(known: Known): Entry<'breach'>[] {
  const answers = arrestsOf(known);
  const named = new Set(answers.map(({ record: { values } }) => ('breachId' in values && values.breachId) || null));
  // Of a month or a year, or of about some day, nobody can say that it lay within seven days.
  const exact = answers.filter(({ when }) => isDayKnown(when));
  return known.of('breach').filter(({ record, bounds }) => {
    if (record.values.status === 'not_a_breach' || named.has(record.id)) return false;
    return !exact.some((one) => one.when.toAt > bounds.fromAt && one.when.fromAt < bounds.toAt + ANSWER_MS);
  });
}
