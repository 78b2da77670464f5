import { FACTS } from '../records.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';

/** Those who are to act may stand too near to him: same station, his employer, pressure on her to withdraw. */
export const conflictOfInterest = defineRule({
  id: 'conflict_of_interest',
  cause: 'around_her',
  find: (known) => sinceFirstHit(known.hits('conflict_of_interest', ...FACTS)),
});
