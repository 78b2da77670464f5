import { choice, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { instantSpan } from './plan.ts';

/**
 * One attempt to serve a paper of the criminal case on someone: a summons, a penalty writ, a judgment (domstolloven
 * chapter 9). A failed one is kept; inside a running deadline it must be made again (§ 146 third paragraph). Orders have
 * attempts of their own, to which that rule does not apply.
 */
export const courtService = defineKind({
  kind: 'court_service',
  table: 'court_service',
  scope: 'case',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  linkable: true,
  fields: {
    paper: choice(['summons', 'penalty_writ', 'indictment', 'judgment', 'appeal', 'other']),
    /** The step before the court that the paper is about. */
    stepId: ref('court_step'),
    /** When the paper was handed to whoever was to serve it: that breaks the deadline. */
    attemptAt: required(instant()),
    outcome: required(choice(['served', 'failed', 'document_lost'])),
    /** When we learned, or should have understood, that it had failed: the rule counts from here. */
    learnedAt: instant(),
    method: choice(['in_person', 'by_prosecutor', 'electronic', 'process_server', 'other']),
    /** The deadline within which it had to be served, from and until; none is running where its end is not known. */
    deadlineFromAt: instant(),
    deadlineAt: instant(),
    byWhom: text(120),
    proof: text(300),
    note: long(1_000),
  },
  title: (v) => firstLine(v.note ?? v.proof ?? ''),
  span: (v) => instantSpan(v.attemptAt, v.attemptAt + 60_000),
  lane: null,
  check: (v) =>
    v.deadlineFromAt !== null && v.deadlineAt !== null && v.deadlineAt <= v.deadlineFromAt
      ? { field: 'deadlineAt', code: 'END_BEFORE_START' }
      : null,
});
