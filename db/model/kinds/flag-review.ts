import { choice, instant, long, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';

/**
 * What a person did about a flag of a case: set it aside or acted on it, why, and when to look again. It comes back on
 * that date, or before it with a new record; nothing is put away for good.
 */
export const flagReview = defineKind({
  kind: 'flag_review',
  table: 'flag_review',
  ownRoutes: 'written',
  scope: 'case',
  tone: 'note',
  icon: 'flag',
  area: 'overview',
  linkable: false,
  listed: false,
  fields: {
    /** Id of the rule; a rule that is no more leaves its reviews readable. */
    flagRule: required(text(60, { coded: true })),
    decision: required(choice(['set_aside', 'acted_on'])),
    reason: required(long(2_000)),
    lookAgainAt: required(instant()),
  },
  title: (v) => firstLine(v.reason),
  span: () => null,
  lane: null,
});
