/** What the rules of planning answer. Everything here is plain data that crosses the contract as it is. */
import type { OccurrenceRef, Period } from './types.ts';

/**
 * `covered`: enough persons, of the right qualifications. `thin` (underbemannet): someone, but too few, lacking a
 * qualification, or after an expected end. `gap` (udekket): nobody. `unconfirmed`, in the confirmed layer alone: past, and
 * less was confirmed than was planned.
 */
export type CoverageState = 'covered' | 'thin' | 'gap' | 'unconfirmed';
export type CoverageLayer = 'planned' | 'confirmed';

export type ReasonCode =
  | 'too_few'
  | 'qualification'
  | 'after_expected_end'
  | 'nobody_planned'
  | 'no_crew'
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
