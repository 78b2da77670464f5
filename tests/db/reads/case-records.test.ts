import { expect, it } from 'vitest';
import { AROUND } from '#db/reads/case-records.ts';
import { FACTS } from '#model/flags/records.ts';
import { KIND_NAMES, type Kind } from '#model/kinds.ts';

/** Read for flags apart from the records of the case: its zone, where its persons are, what was done about a flag. */
const APART: readonly Kind[] = ['case', 'whereabouts', 'flag_review'];

/** What no rule of the flags reads, and why. */
const NOT_READ: Readonly<Record<string, readonly Kind[]>> = {
  'who and where, told by the records that name them': ['person', 'contact_point', 'place', 'case_officer', 'stay'],
  'the plan, which coverage and conflicts read': [
    ...(['need', 'occurrence', 'assignment', 'leg', 'patrol_pass', 'handover', 'conflict_acceptance'] as const),
    ...(['officer', 'vehicle', 'qualification', 'officer_qualification', 'officer_exclusion'] as const),
    ...(['required_qualification', 'rest_exception'] as const),
  ],
  'deadlines, which clocks and the board of the day read': [
    ...(['notification', 'notification_attempt', 'order_service', 'court_service'] as const),
    ...(['data_request', 'unclear_data', 'transfer', 'transfer_item'] as const),
  ],
  'a part of an order or of a hearing that is itself read': ['order_term', 'appearance'],
  'papers and tools, which tell no fact of the case': [
    ...(['case_reference', 'disclosure', 'evidence', 'attachment', 'custody_event'] as const),
    ...([
      'saved_view',
      'policy_target',
      'court_cutoff',
      'sentence_decision',
      'recall_read_back',
      'breach_review',
    ] as const),
  ],
};

// Would catch: a kind that came with a later migration and that the flags pass over without anybody having said so.
it('reads every kind for the flags of a case, or says why not', () => {
  const decided = [...FACTS, ...AROUND, ...APART, ...Object.values(NOT_READ).flat()];
  expect([...decided].sort()).toEqual([...KIND_NAMES].sort());
});
