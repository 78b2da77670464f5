import { isOff } from '#model/plan/presence.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, OccurrenceRef } from '#model/plan/types.ts';
import type { Plan } from './plan.ts';

const DAY_MS = 86_400_000;

/**
 * Duties that could take over from another: of its case, not called off, and beginning after it began and not a day after
 * it ends; those whose start lies nearest its end come first.
 * @param known the one that takes over now, which is among them wherever it lies unless it is called off
 */
export function receiversOf(plan: Plan, from: Duty, known: OccurrenceRef | null): readonly Duty[] {
  const endAt = from.toAt ?? from.expectedEndAt ?? Math.max(from.fromAt, plan.index.plan.nowAt);
  const isKnown = (duty: Duty) => known !== null && keyOf(duty) === keyOf(known) && !isOff(duty);
  const apart = ({ fromAt }: Duty) => Math.abs(fromAt - endAt);
  return plan.index.plan.duties
    .filter(
      (duty) =>
        isKnown(duty) ||
        (duty.caseId === from.caseId &&
          keyOf(duty) !== keyOf(from) &&
          (duty.type === 'guarding' || duty.type === 'transport') &&
          (duty.status === 'planned' || duty.status === 'active') &&
          duty.fromAt > from.fromAt &&
          duty.fromAt <= endAt + DAY_MS),
    )
    .sort((a, b) => apart(a) - apart(b));
}
