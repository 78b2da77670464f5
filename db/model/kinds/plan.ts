import { type Field, text } from '../field.ts';
import { parseRule, RuleError } from '../plan/recurrence-rule.ts';
import { instantOfLocal } from '../time.ts';
import type { Span } from './define.ts';

/** Why a rule cannot be read; null if it can. */
function ruleProblem(text: string): string | null {
  try {
    parseRule(text, 'UTC');
    return null;
  } catch (error) {
    if (error instanceof RuleError) return error.problem;
    throw error;
  }
}

/** A recurrence rule (RFC 5545) of whole days without its `RRULE:`. The record's own times are its first occurrence. */
export function recurrence(): Field<string | null> {
  const field = text(500);
  const schema = field.schema.superRefine((rule, context) => {
    const problem = rule === null ? null : ruleProblem(rule);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });
  return { ...field, schema };
}

interface PlanValues {
  readonly fromLocal: string | null;
  readonly toLocal: string | null;
}

/**
 * Span of a planned period: wall-clock start and end are what is kept, the instants follow from the case's zone.
 * @returns null if there is no start, or it does not exist in the zone
 */
export function planSpan(values: PlanValues, zone: string): Span | null {
  if (values.fromLocal === null) return null;
  const startsAt = instantOfLocal(values.fromLocal, zone);
  if (startsAt === null) return null;
  const endsAt = values.toLocal === null ? null : instantOfLocal(values.toLocal, zone);
  return { startsAt, endsAt, precision: 'minute' };
}

/** A planned period's rule: both times exist in the zone and the end lies after the start. */
export function checkPlan<F extends PlanValues>(values: F, zone: string) {
  const startsAt = values.fromLocal === null ? null : instantOfLocal(values.fromLocal, zone);
  const endsAt = values.toLocal === null ? null : instantOfLocal(values.toLocal, zone);
  if (values.fromLocal !== null && startsAt === null) return { field: 'fromLocal' as const, code: 'TIME_MISSING' };
  if (values.toLocal !== null && endsAt === null) return { field: 'toLocal' as const, code: 'TIME_MISSING' };
  if (values.toLocal !== null && values.fromLocal === null) return { field: 'fromLocal' as const, code: 'REQUIRED' };
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) {
    return { field: 'toLocal' as const, code: 'END_BEFORE_START' };
  }
  return null;
}

interface SeriesValues extends PlanValues {
  readonly recurrence: string | null;
}

/**
 * Span of a plan that may recur: from the first occurrence on. A series has no end here: where it ends is for its
 * expansion to say, and a span that ended too early would hide what is planned.
 */
export function seriesSpan(values: SeriesValues, zone: string): Span | null {
  const first = planSpan(values, zone);
  return first && values.recurrence !== null ? { ...first, endsAt: null } : first;
}

/** The rule of a plan that may recur: its first occurrence is a plan, and a series needs both of its times. */
export function checkSeries<F extends SeriesValues>(values: F, zone: string) {
  const wrong = checkPlan(values, zone);
  if (wrong || values.recurrence === null) return wrong;
  if (values.fromLocal === null) return { field: 'fromLocal' as const, code: 'REQUIRED' };
  return values.toLocal === null ? { field: 'toLocal' as const, code: 'REQUIRED' } : null;
}

/** Span between two instants, both ms UTC; null without a start. */
export function instantSpan(startsAt: number | null, endsAt: number | null): Span | null {
  return startsAt === null ? null : { startsAt, endsAt, precision: 'minute' };
}

/** These say that something planned is not there: never without why. */
const WITH_REASON: readonly unknown[] = ['cancelled', 'not_possible', 'not_done'];

/** True if a plan must not be said to stand so without the reason. */
export function needsReason(status: unknown): boolean {
  return WITH_REASON.includes(status);
}

/** A status that asks for a reason has one. */
export function checkReason({ status, statusReason }: { status: string | null; statusReason: string | null }) {
  return needsReason(status) && statusReason === null ? { field: 'statusReason' as const, code: 'REQUIRED' } : null;
}

/** Fields that say when a plan takes place. */
export const PLAN_TIMES: readonly string[] = ['fromLocal', 'toLocal', 'recurrence'];

/**
 * True if the times of a record are changed by the commands of the plan alone: a series, whose occurrences are keyed by
 * them, and what has begun. What was entered after it began was never a plan: its times can still be put right.
 * @param createdAt when it was entered, ms UTC
 */
export function hasKeptTimes(
  values: Readonly<Record<string, unknown>>,
  zone: string,
  createdAt: number,
  nowAt: number,
): boolean {
  const { fromLocal, recurrence } = values;
  if (typeof fromLocal !== 'string') return false;
  if (typeof recurrence === 'string') return true;
  const fromAt = instantOfLocal(fromLocal, zone);
  return fromAt !== null && fromAt <= nowAt && createdAt <= fromAt;
}
