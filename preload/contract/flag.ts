import { z } from 'zod';
import { FLAG_LIMIT_IDS, type FlagLimitId, type FlagLimits, isLimit } from '#model/flags/limits.ts';
import type { ReviewedFlag } from '#model/flags/review.ts';
import type { RuleId } from '#model/flags/table.ts';
import { RULE_IDS } from '#model/flags/table.ts';
import type { RecordId } from '#model/ids.ts';
import { idSchema, reasonSchema } from './common.ts';
import { mutation, nothing, query } from './route.ts';

/** How often a rule was shown, acted on and set aside, in all cases of the book. */
export interface RuleCounts {
  readonly shown: number;
  readonly actedOn: number;
  readonly setAside: number;
}

export interface FlagView extends ReviewedFlag {
  /** Among the few that are seen at first sight. */
  readonly isFirst: boolean;
  readonly counts: RuleCounts;
}

const ruleSchema = z.custom<RuleId>((value) => RULE_IDS.includes(value as RuleId));
const limitSchema = z.custom<FlagLimitId>((value) => FLAG_LIMIT_IDS.includes(value as FlagLimitId));
const at = z.int().min(0).max(253_402_300_799_999);
const review = z.strictObject({
  caseId: idSchema,
  rule: ruleSchema,
  reason: reasonSchema,
  /** When it is to be looked at again, ms UTC; after now. */
  lookAgainAt: at,
});

export const flagRoutes = {
  /** What a case asks a human to look at, now or as it was known at an instant. */
  'flag.list': query<{ at: number; limits: FlagLimits; flags: FlagView[] }>()(
    z.strictObject({ caseId: idSchema, at: at.nullable().default(null) }),
  ),
  /** Every rule, in order, with what became of its flags in all cases of the book, and the days that the unit sets. */
  'flag.rules': query<{ limits: FlagLimits; rules: { rule: RuleId; counts: RuleCounts }[] }>()(nothing),
  /** Sets the days of a rule, for all cases of the book. */
  'flag.set_limit': mutation<Record<string, never>>()(
    z
      .strictObject({ limit: limitSchema, days: z.int() })
      .refine(({ limit, days }) => isLimit(limit, days), { path: ['days'] }),
  ),
  /** Sets a flag aside with a reason until a date. */
  'flag.set_aside': mutation<{ id: RecordId }>()(review),
  /** Says what was done about a flag, and when to look again. */
  'flag.act': mutation<{ id: RecordId }>()(review),
  /** Counts flags as shown; the same flag of a case is counted once until somebody did something about it. */
  'flag.shown': mutation<Record<string, never>>()(
    z.strictObject({ caseId: idSchema, rules: z.array(ruleSchema).max(64) }),
  ),
};
