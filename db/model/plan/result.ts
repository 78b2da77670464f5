/** What the rules of planning answer. Everything here is plain data that crosses the contract as it is. */
import type { OccurrenceRef, Period } from './types.ts';

/**
 * `covered`: enough persons, of the right qualifications. `thin` (underbemannet): someone, but too few, lacking a
 * qualification, after an expected end, or with two who are at different places. `gap` (udekket): nobody. `unconfirmed`, in the confirmed layer alone: past, and
 * less was confirmed than was planned.
 */
export type CoverageState = 'covered' | 'thin' | 'gap' | 'unconfirmed';
export type CoverageLayer = 'planned' | 'confirmed';

type ReasonCode =
  | 'too_few'
  | 'qualification'
  | 'after_expected_end'
  | 'split'
  | 'nobody_planned'
  | 'no_crew'
  | 'relieved'
  | 'elsewhere'
  | 'cancelled'
  | 'not_possible'
  | 'patrol_only';

/** Why a minute is not covered. */
export interface CoverageReason {
  readonly code: ReasonCode;
  /** Duty it is about; null is about none. */
  readonly duty: OccurrenceRef | null;
  /** Qualification that is lacking; null for the other codes. */
  readonly qualificationId: string | null;
}

/** Minutes of a need that are alike. */
export interface CoverageInterval extends Period {
  readonly need: OccurrenceRef;
  readonly layer: CoverageLayer;
  readonly state: CoverageState;
  /** Different persons present, those after an expected end included. */
  readonly present: number;
  readonly required: number;
  /** Empty when covered. */
  readonly reasons: readonly CoverageReason[];
  /** Duties whose crew is present and counts. */
  readonly duties: readonly OccurrenceRef[];
}

/** Names an occurrence in keys that stay the same: id and original local start. */
export function keyOf(ref: OccurrenceRef): string {
  return `${ref.id}@${ref.originalLocal}`;
}

/** Where a rule stands: short reference as lawyers write it, and whether what is reckoned here rests on a reading of it. */
export interface RuleSource {
  readonly cite: string;
  /** Rule set's name and version, null where there is none. */
  readonly ruleSet: string | null;
  /** Shown as "tolkning". */
  readonly reading: boolean;
}

type ConflictType =
  | 'double_officer'
  | 'double_vehicle'
  | 'travel_time'
  | 'leg_time'
  | 'daily_rest'
  | 'weekly_rest'
  | 'near_avoided'
  | 'must_not_meet'
  | 'officer_excluded'
  | 'off_roster'
  | 'vehicle_out';

/** A way to mend a conflict; all of them are offers, none is taken. */
export interface ConflictFix {
  readonly type: 'start_later' | 'end_earlier' | 'other_officer' | 'other_vehicle' | 'other_route' | 'record_exception';
  readonly duty: OccurrenceRef | null;
  /** Time that would do, ms UTC, for the first two. */
  readonly at: number | null;
}

/** Something in the plan that cannot be kept as it stands. It warns and never blocks; it can be accepted with a reason. */
export interface Conflict extends Period {
  /** Same as long as it is the same conflict between the same records, also when their times move a little. */
  readonly key: string;
  readonly type: ConflictType;
  readonly caseIds: readonly string[];
  /** Officer, vehicle or place it is about. */
  readonly subjectId: string;
  readonly duties: readonly OccurrenceRef[];
  /** Appearances that meet, or her leg and his appearance, for `must_not_meet`; legs, for `leg_time` and `near_avoided`. */
  readonly recordIds: readonly string[];
  /** What there is and what there should be: minutes, or metres for `near_avoided`. */
  readonly figure: number;
  readonly limit: number;
  /** How a travel time was reckoned; null is no estimate. */
  readonly estimate: 'straight_line' | 'planner' | null;
  readonly source: RuleSource | null;
  readonly fixes: readonly ConflictFix[];
}

export type WorkItemType =
  | 'post_not_taken'
  | 'not_confirmed'
  | 'end_not_confirmed'
  | 'not_taken_over'
  | 'handover_hole'
  | 'handover_overlap'
  | 'receiver_gone'
  | 'outside_decision'
  | 'no_decision'
  | 'covers_nothing'
  | 'open_post'
  | 'too_few'
  | 'lacks_qualification'
  | 'meeting_unchecked'
  | 'review_due';

/** Something about a duty that someone must see to. */
export interface WorkItem extends Period {
  readonly key: string;
  readonly type: WorkItemType;
  readonly caseIds: readonly string[];
  readonly duties: readonly OccurrenceRef[];
  /** Officers concerned: who is missing, giver and receiver. */
  readonly officerIds: readonly string[];
  /** Handover, decision, assignment or qualification it is about. */
  readonly recordId: string | null;
}
