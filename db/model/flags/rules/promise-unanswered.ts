import { isDecided, isDone } from '../answers.ts';
import { type Entry, type Hit, isAfter, type Known } from '../known.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Steps after a breach by which somebody came, or he was held. */
const KEPT_BY: readonly string[] = ['patrol_there', 'arrested', 'remand_decided'];

/**
 * What she was told would happen, or to wait for, with no patrol, measure, arrest or order after it. It stays until one
 * is on record: its age is told.
 */
export const promiseUnanswered = defineRule({
  id: 'promise_unanswered',
  cause: 'unanswered',
  find(known) {
    const waiting = unkept(known).filter(({ entry }) => hasWaited(entry, known.at, known.limits.promise_unanswered));
    return sinceFirstHit(waiting);
  },
});

/** Entries in which something was promised that nothing has answered yet, however short a time ago. */
export function openPromises(known: Known): Entry[] {
  return unkept(known).map(({ entry }) => entry);
}

function unkept(known: Known): Hit[] {
  const kept = known.of('measure', 'arrest', 'remand', 'order', 'response_step').filter(({ record }) => {
    if (record.kind === 'order') return isDecided(record.values);
    if (record.kind === 'measure') return isDone(record.values);
    return record.kind !== 'response_step' || KEPT_BY.includes(record.values.step);
  });
  return known
    .hits('promise', 'report', 'contact', 'note')
    .filter(({ entry }) => !kept.some((one) => isAfter(one, entry)));
}
