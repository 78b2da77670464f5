/**
 * What people put off until a date that has come: a flag to look at again, a gap or a conflict that was accepted until
 * then, the next safe contact with her after she withdrew something; an alarm that went off by mistake three times, or whose grant ends within thirty days; and
 * what is lost if nobody acts: evidence that is soon gone, and steps of the first day that nobody has taken. It is the
 * unit's own practice, no deadline of law.
 */
import type { RuleId } from '../flags/table.ts';
import type { RecordId } from '../ids.ts';

export const PROMPTS = [
  'look_again',
  'accepted_gap',
  'accepted_thin',
  'accepted_conflict',
  'safe_contact',
  'alarm_training',
  'alarm_grant',
  'evidence_decay',
  'evidence_due',
  'first_day',
] as const;
export type PromptId = (typeof PROMPTS)[number];

/** One thing whose date has come and that still stands. */
export interface Prompt {
  readonly id: PromptId;
  readonly caseId: RecordId;
  /** What put it off: the review of the flag, the acceptance, the withdrawal; the alarm, the evidence, the first step. */
  readonly recordId: RecordId;
  /** ms UTC. */
  readonly dueAt: number;
  /** Why it was put off, as it was written then. */
  readonly reason: string;
  readonly by: string;
  /** Of a flag: its rule. */
  readonly rule: RuleId | null;
  /** Of a gap or a conflict: where in time it lies, ms UTC. */
  readonly at: number | null;
  /** How many things stand in this one row. */
  readonly count: number;
}
