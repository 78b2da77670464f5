import type { RecordId } from '../ids.ts';
import type { BookRecord } from '../kinds.ts';
import { Known } from './known.ts';
import { type FlagLimits, STANDARD_LIMITS } from './limits.ts';
import { type Flag, readCase } from './read-case.ts';
import type { CaseRecords } from './records.ts';
import { CAUSES, type Rule } from './rule.ts';
import { RULES, type RuleId } from './table.ts';

/** `returned`: it was set aside or acted on, and its date has come or a new record supports it. */
export type FlagState = 'open' | 'returned' | 'set_aside' | 'acted_on';

/** The newest thing a person did about a flag. */
export interface FlagReview {
  readonly id: RecordId;
  readonly decision: 'set_aside' | 'acted_on';
  readonly reason: string;
  readonly lookAgainAt: number;
  readonly by: string;
  readonly at: number;
}

export interface ReviewedFlag extends Flag {
  readonly state: FlagState;
  readonly review: FlagReview | null;
  /** Why it returned. */
  readonly returned: 'date' | 'record' | null;
}

/**
 * Flags of a case at `at` (ms UTC) with what people did about them by then. A flag that was put away returns on its date,
 * or before with a record that it did not rest on at that time, or one that was changed since. What it rested on is asked
 * by the limits of now: that the unit sets a limit anew is no news of a case.
 */
export function reviewedFlags(
  records: CaseRecords,
  reviews: readonly BookRecord<'flag_review'>[],
  at: number,
  limits: FlagLimits = STANDARD_LIMITS,
  rules: readonly Rule<RuleId>[] = RULES,
): ReviewedFlag[] {
  const newest = new Map<string, BookRecord<'flag_review'>>();
  for (const review of [...reviews].sort((a, b) => a.createdAt - b.createdAt)) {
    if (review.createdAt <= at) newest.set(review.values.flagRule, review);
  }
  return readCase(records, at, limits, rules).map((flag): ReviewedFlag => {
    const review = newest.get(flag.rule);
    if (!review) return { ...flag, state: 'open', review: null, returned: null };
    const { decision, reason, lookAgainAt } = review.values;
    const told = { id: review.id, decision, reason, lookAgainAt, by: review.createdBy, at: review.createdAt };
    const returned =
      lookAgainAt <= at ? 'date' : hasNewRecord(flag, records, review.createdAt, limits) ? 'record' : null;
    return { ...flag, state: returned === null ? decision : 'returned', review: told, returned };
  });
}

/** True if the flag rests on a record that it did not rest on at `reviewedAt`, or that was changed after it. */
function hasNewRecord(flag: Flag, records: CaseRecords, reviewedAt: number, limits: FlagLimits): boolean {
  if (flag.records.some(({ changedAt }) => changedAt > reviewedAt)) return true;
  const then = restedOn(flag.rule, records, reviewedAt, limits);
  return flag.records.some(({ id }) => !then.has(id));
}

type Rested = Map<string, ReadonlySet<RecordId>>;
/** What has been is asked for at each reading of the flags, and stays as it was while the records do. */
const rested = new WeakMap<CaseRecords, Rested>();

function restedOn(ruleId: RuleId, records: CaseRecords, at: number, limits: FlagLimits): ReadonlySet<RecordId> {
  const all: Rested = rested.get(records) ?? new Map();
  rested.set(records, all);
  const key = [ruleId, at, ...Object.values(limits)].join(' ');
  let then = all.get(key);
  if (!then) {
    const found = RULES.find(({ id }) => id === ruleId)?.find(new Known(records, at, limits));
    then = new Set(found?.entries.map(({ record }) => record.id));
    all.set(key, then);
  }
  return then;
}

/** At most so many are seen at first sight: more are not read. */
const FIRST_SIGHT = 5;

/** Rules of the flags that are seen at first sight: of each cause the one of most consequence, then the next ones. */
export function firstSight(flags: readonly ReviewedFlag[]): ReviewedFlag[] {
  const open = flags.filter(({ state }) => state === 'open' || state === 'returned');
  const leading = CAUSES.flatMap((cause) => open.find((flag) => flag.cause === cause) ?? []);
  const seen = new Set([...leading, ...open.filter((flag) => !leading.includes(flag))].slice(0, FIRST_SIGHT));
  return open.filter((flag) => seen.has(flag));
}
