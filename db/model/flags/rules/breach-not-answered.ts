import { isDayKnown } from '../../when.ts';
import type { Entry, Known } from '../known.ts';
import { othersThanActors } from '../parts.ts';
import { arrestsOf } from '../procedure.ts';
import { defineRule, sinceFirst } from '../rule.ts';

const DAY_MS = 86_400_000;

/** Entries of a breach that no arrest and no remand has answered, from the moment it is known. */
export const breachNotAnswered = defineRule({
  id: 'breach_not_answered',
  cause: 'danger_now',
  find(known) {
    const breaches = unansweredBreaches(known);
    return sinceFirst(breaches, { values: { count: breaches.length, limit: known.limits.breach_not_answered } });
  },
});

/** Breaches that no arrest and no remand met within the days that the unit gives for it, in order; those that were looked at and held not to be one are left out. */
export function unansweredBreaches(known: Known): Entry<'breach'>[] {
  const withinMs = known.limits.breach_not_answered * DAY_MS;
  const answers = arrestsOf(known);
  const others = othersThanActors(known);
  return known.of('breach').filter(({ record, bounds }) => {
    if (record.values.status === 'not_a_breach') return false;
    return !answers.some((one) => {
      // Of a month or a year, or of about some day, nobody can say that it lay within them; unless it names the breach.
      const isNamed = 'breachId' in one.record.values && one.record.values.breachId === record.id;
      const { fromAt, toAt } = isNamed ? one.bounds : one.when;
      if (!isNamed && !(isDayKnown(one.when) && canBeOf(one, record.values.actorId, others))) return false;
      return toAt > bounds.fromAt && fromAt < bounds.toAt + withinMs;
    });
  });
}

/** An arrest of somebody who is known to be another, or to have another part in the case, answers nothing. */
function canBeOf(
  { record }: Entry<'arrest' | 'remand' | 'response_step'>,
  actorId: string | null,
  others: ReadonlySet<string>,
): boolean {
  if (record.kind === 'response_step') return true;
  const personId = record.values.personId ?? record.values.actorId;
  if (personId === null) return true;
  return actorId === null ? !others.has(personId) : personId === actorId;
}
