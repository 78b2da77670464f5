/** What people decide while they work, kept as records: each is in the log, and undo takes it back. */
import { choice, instant, integer, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';

const kept = { linkable: false, listed: false, searched: false, span: () => null, lane: null } as const;

/** How long the unit gives one of its own rules, of clocks or of flags. It is no law, and says so wherever it is shown. */
export const policyTarget = defineKind({
  ...kept,
  kind: 'policy_target',
  table: 'policy_target',
  ownRoutes: 'all',
  scope: 'book',
  tone: 'note',
  icon: 'hourglass',
  area: 'people',
  fields: {
    /** Id of the rule; one that is no more leaves what was set for it readable. */
    policyRule: required(text(60)),
    /** In the rule's own unit; null switches a clock off, and leaves the limit of a flag as the program came. */
    target: integer(0, 10_000),
  },
  title: () => '',
});

/** Until when a court takes petitions for remand, HH:MM; null where it does not sit. */
export const courtCutoff = defineKind({
  ...kept,
  kind: 'court_cutoff',
  table: 'court_cutoff',
  ownRoutes: 'all',
  scope: 'book',
  tone: 'court',
  icon: 'k-court',
  area: 'people',
  fields: {
    court: required(text(120)),
    weekdayTime: text(5),
    saturdayTime: text(5),
    holidayTime: text(5),
  },
  title: (v) => v.court,
});

/** Whether a sentence is told in papers that the charged person will read. Who and when is who changed it last. */
export const sentenceDecision = defineKind({
  ...kept,
  kind: 'sentence_decision',
  table: 'sentence_decision',
  ownRoutes: 'all',
  scope: 'case',
  tone: 'note',
  icon: 'k-note',
  area: 'notes',
  fields: {
    /** Fingerprint of record, field and sentence: a sentence that is written anew is another one. */
    sentenceKey: required(text(64)),
    decision: required(choice(['tell', 'withhold'])),
  },
  title: () => '',
});

/** The holder of a copy gave its recall back in his own words. */
export const recallReadBack = defineKind({
  ...kept,
  kind: 'recall_read_back',
  table: 'recall_read_back',
  ownRoutes: 'written',
  scope: 'case',
  tone: 'note',
  icon: 'k-note',
  area: 'notes',
  fields: {
    /** Number of the copy. */
    copy: required(integer(1, 999_999_999)),
    heardAt: required(instant()),
    holder: required(text(120)),
    givenBack: required(long(500)),
  },
  title: (v) => firstLine(v.givenBack),
});

/**
 * A person looked at an episode during an order: entered as a breach, or not, and why not. The program never decides it,
 * and a lawyer assesses what was entered.
 */
export const breachReview = defineKind({
  ...kept,
  kind: 'breach_review',
  table: 'breach_review',
  scope: 'case',
  tone: 'breach',
  icon: 'k-breach',
  area: 'events',
  fields: {
    /** The episode as it was told; struck where it was entered as a breach, so that it counts once. */
    aboutId: required(ref('*')),
    verdict: required(choice(['breach', 'not_a_breach'])),
    breachId: ref('breach'),
    reason: long(1_000),
  },
  title: (v) => firstLine(v.reason ?? ''),
});
