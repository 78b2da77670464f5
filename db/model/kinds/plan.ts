import { instantOfLocal } from '../time.ts';
import type { Span } from './define.ts';

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

/** Span between two instants, both ms UTC; null without a start. */
export function instantSpan(startsAt: number | null, endsAt: number | null): Span | null {
  return startsAt === null ? null : { startsAt, endsAt, precision: 'minute' };
}
