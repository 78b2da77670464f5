/** What a case itself says of danger now: its flags of that cause, for the board of the day. Each is a question to a human. */
import { type FlagLimits, STANDARD_LIMITS } from '../flags/limits.ts';
import type { Flag } from '../flags/read-case.ts';
import type { CaseRecords } from '../flags/records.ts';
import { reviewedFlags } from '../flags/review.ts';
import { RULES, type RuleId } from '../flags/table.ts';
import type { RecordId } from '../ids.ts';
import type { BookRecord } from '../kinds.ts';
import type { When } from '../when.ts';

const DANGER_NOW = RULES.filter(({ cause }) => cause === 'danger_now');

export interface DangerFlag {
  readonly rule: RuleId;
  readonly since: When;
  readonly recordIds: readonly RecordId[];
}

/** The flags of a case that are open, in the order of their rules. */
export interface CaseFlags {
  readonly caseId: RecordId;
  readonly flags: readonly DangerFlag[];
}

/** Flags of danger now that nobody has put away, as known at `at`, ms UTC. */
export function dangerFlags(
  records: CaseRecords,
  reviews: readonly BookRecord<'flag_review'>[],
  at: number,
  limits: FlagLimits = STANDARD_LIMITS,
): DangerFlag[] {
  const open = reviewedFlags(records, reviews, at, limits, DANGER_NOW).filter(
    ({ state }) => state === 'open' || state === 'returned',
  );
  return open.map(({ rule, sinceWhen, records: cited }: Flag) => ({
    rule,
    since: sinceWhen,
    recordIds: cited.map(({ id }) => id),
  }));
}
