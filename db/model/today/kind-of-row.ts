import type { ClockId } from '../clocks/types.ts';
import type { Kind } from '../kinds.ts';
import type { DangerId } from './danger.ts';
import type { PromptId } from './prompts.ts';
import type { TodayRow } from './rows.ts';

/** Kind of the record a clock starts from; it gives the badge, leads to the area, and is what "type" filters by. */
const KIND_OF: Partial<Record<ClockId, Kind>> = {
  C10: 'remand',
  C11: 'remand',
  C12: 'remand',
  C21: 'breach',
  C31: 'procedural_status',
  C34: 'court_service',
  C35: 'unclear_data',
  C36: 'data_request',
  C37: 'case',
  jurist_decision: 'breach',
  serve_order: 'order',
  assessment_after_breach: 'breach',
  assessment_after_release: 'whereabouts',
  assessment_review: 'assessment',
  alarm_test: 'alarm',
  guard_review: 'decision',
  renewal: 'order',
  renewal_start: 'order',
  finality: 'order',
  minor_ban: 'order',
  transfer_receipt: 'transfer',
  transfer_taking_over: 'transfer',
  transfer_review: 'transfer',
};
const KIND_OF_DANGER: Record<DangerId, Kind> = {
  presence_missing: 'need',
  whereabouts: 'whereabouts',
  not_notified: 'notification',
  alarm: 'alarm',
  order_not_served: 'order',
};

const KIND_OF_PROMPT: Partial<Record<PromptId, Kind>> = {
  look_again: 'flag_review',
  safe_contact: 'withdrawal',
  alarm_training: 'alarm',
  alarm_grant: 'alarm',
  evidence_decay: 'evidence',
  evidence_due: 'evidence',
  first_day: 'investigation_step',
};

/** Kind of the record a row is about. */
export function kindOfRow({ danger, prompt, what }: Pick<TodayRow, 'danger' | 'prompt' | 'what'>): Kind {
  if (what === 'flags') return 'flag_review';
  if (danger?.state === 'post_not_taken') return 'measure';
  if (danger) return KIND_OF_DANGER[danger.id];
  if (prompt) return KIND_OF_PROMPT[prompt.id] ?? 'conflict_acceptance';
  const id = what as ClockId;
  const named = KIND_OF[id];
  if (named) return named;
  const number = Number(id.slice(1));
  if (number <= 9) return 'arrest';
  if (number <= 23) return 'order';
  return number <= 28 ? 'child_interview' : 'court_step';
}
