/** What a cut would leave: the two parts of a duty, or of each of its series that has not begun. */
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import { cutPointOf } from '#model/plan/series-cut.ts';
import type { Duty, OccurrenceRef } from '#model/plan/types.ts';
import { plannedLocal, resolveLocal } from '#model/time.ts';
import type { Plan } from './plan.ts';
import { crewed, cutDuty, member, type PlanChange } from './plan-change.ts';
import { reachedDuties } from './reach-change.ts';

/**
 * Cut at a time, or taken over there by others: as long as nobody is said, by nobody.
 * @param at ms UTC, within the duty that is named; of others it is the same time of day
 */
export function cutChange(
  plan: Plan,
  ref: OccurrenceRef,
  at: number,
  receiverIds: readonly string[] | null,
  scope: EditScope = 'this',
): PlanChange | null {
  const duty = plan.duties.get(keyOf(ref));
  const zone = plan.measures.get(ref.id)?.series.zone;
  if (!duty || !zone || at <= duty.fromAt || (duty.toAt !== null && at >= duty.toAt)) return null;
  const point = cutPointOf(ref.originalLocal, plannedLocal(at, zone));
  const old = reachedDuties(plan, ref, scope);
  const kept: Duty[] = [];
  const second: Duty[] = [];
  for (const one of old) {
    const cutAt = one === duty ? at : (resolveLocal(point.timeOf(one.originalLocal), zone)?.at ?? one.fromAt);
    if (cutAt <= one.fromAt) second.push(one);
    else if (one.toAt !== null && cutAt >= one.toAt) kept.push(one);
    else {
      const [first, rest] = cutDuty(one, cutAt);
      kept.push(first);
      second.push(rest);
    }
  }
  if (receiverIds === null) return { old, next: [...kept, ...second] };
  const crew = receiverIds.map((officerId) => member(officerId));
  const taken = second.map((one) => ({ ...one, crew, vehicles: [] }));
  const isOpen = receiverIds.length === 0 && duty.crew.length > 0;
  return {
    old,
    next: [...kept, ...taken],
    ...(isOpen ? { crewed: { ...crewed(taken, duty.crew.length), next: [...kept, ...second] } } : {}),
  };
}
