/**
 * The days in the rules that are the unit's own policy. No law sets them: each has what the program came with, and a unit
 * sets its own in Settings. They hold for whatever instant a case is asked about.
 */

interface Limit {
  /** What holds until the unit says otherwise. */
  readonly standard: number;
  /** Days that can be set; nought shows a thing at once. */
  readonly least: number;
  readonly most: number;
}

const within = (standard: number, least: number, most: number): Limit => ({ standard, least, most });

/** By the rule they belong to; where it has several, by the rule and which. */
export const FLAG_LIMITS = {
  /** From a breach to the arrest or the remand that answers it. */
  breach_not_answered: within(7, 2, 90),
  /** How long a night with several contacts is shown. */
  contacts_in_one_night: within(30, 2, 365),
  no_protective_measure: within(0, 0, 365),
  /** How long before its last day an order is shown. */
  order_lapsing: within(30, 2, 90),
  report_without_measure: within(0, 0, 365),
  complaint_unanswered: within(0, 0, 365),
  request_unanswered: within(0, 0, 365),
  promise_unanswered: within(0, 0, 365),
  interview_waiting: within(3, 0, 365),
  /** The shortest limit for a facilitated interview (straffeprosessloven § 239 e). */
  facilitated_waiting: within(7, 0, 365),
  charge_waiting: within(14, 0, 365),
  /** After the six weeks in which a case with an accused on remand is to start (straffeprosessloven § 275). */
  hearing_waiting: within(42, 0, 365),
  /** By the level of the newest assessment; one without a level is taken as moderate. No national interval was found. */
  'assessment_old.high': within(30, 2, 730),
  'assessment_old.moderate': within(90, 2, 730),
  'assessment_old.low': within(180, 2, 730),
  silence: within(60, 2, 365),
  /** On either side of a turning point. */
  turning_point_near: within(30, 2, 365),
} as const satisfies Readonly<Record<string, Limit>>;

export type FlagLimitId = keyof typeof FLAG_LIMITS;
export const FLAG_LIMIT_IDS = Object.keys(FLAG_LIMITS) as FlagLimitId[];

/** Days of each. */
export type FlagLimits = Readonly<Record<FlagLimitId, number>>;

export const STANDARD_LIMITS: FlagLimits = limitsOf(() => undefined);

/** Days that are in force, from what a unit has set; what was never set, or cannot be, is as the program came. */
export function limitsOf(set: (id: FlagLimitId) => number | null | undefined): FlagLimits {
  const days = FLAG_LIMIT_IDS.map((id) => {
    const own = set(id);
    return [id, isLimit(id, own) ? own : FLAG_LIMITS[id].standard] as const;
  });
  return Object.fromEntries(days) as FlagLimits;
}

/** True if a limit can be set to these days. */
export function isLimit(id: FlagLimitId, days: unknown): days is number {
  const { least, most } = FLAG_LIMITS[id];
  return typeof days === 'number' && Number.isInteger(days) && days >= least && days <= most;
}

/** The limits of a rule, in order. */
export function limitsOfRule(rule: string): FlagLimitId[] {
  return FLAG_LIMIT_IDS.filter((id) => id === rule || id.startsWith(`${rule}.`));
}
