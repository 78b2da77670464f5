import { isAfter } from '../known.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';

/** A promise is shown until a month has passed. */
const SHOWN_MS = 30 * 86_400_000;

/** What she was told would happen, or to wait for, with no patrol, measure, arrest or order after it. */
export const promiseUnanswered = defineRule({
  id: 'promise_unanswered',
  cause: 'unanswered',
  find(known) {
    const kept = known.of('measure', 'arrest', 'remand', 'order', 'response_step');
    const promises = known
      .hits('promise', 'report', 'contact', 'note')
      .filter(({ entry }) => entry.bounds.toAt > known.at - SHOWN_MS && !kept.some((one) => isAfter(one, entry)));
    return sinceFirstHit(promises);
  },
});
