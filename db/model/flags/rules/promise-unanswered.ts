import { type Entry, type Hit, isAfter, type Known } from '../known.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';

/** A promise is shown until a month has passed. */
const SHOWN_MS = 30 * 86_400_000;

/** What she was told would happen, or to wait for, with no patrol, measure, arrest or order after it. */
export const promiseUnanswered = defineRule({
  id: 'promise_unanswered',
  cause: 'unanswered',
  find: (known) => sinceFirstHit(unkept(known)),
});

/** Entries in which something was promised that nothing has answered yet. */
export function openPromises(known: Known): Entry[] {
  return unkept(known).map(({ entry }) => entry);
}

function unkept(known: Known): Hit[] {
  const kept = known.of('measure', 'arrest', 'remand', 'order', 'response_step');
  return known
    .hits('promise', 'report', 'contact', 'note')
    .filter(({ entry }) => entry.bounds.toAt > known.at - SHOWN_MS && !kept.some((one) => isAfter(one, entry)));
}
