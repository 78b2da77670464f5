/** How occurrences of a plan can be said to stand. */
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import type { Plan } from './plan.ts';

const OF_MEASURE = ['planned', 'active', 'done', 'not_done', 'not_possible', 'cancelled', 'declined'] as const;
/** A need holds, is declined by her, or is none any more. */
const OF_NEED = ['planned', 'declined', 'cancelled'] as const;

export type PlanStatus = (typeof OF_MEASURE)[number];

/** What is said of something that took place, or did not: of one time, and only once it can have. */
const OF_FACT: readonly PlanStatus[] = ['active', 'done', 'not_done'];

/** The states that can be said of all of these: plan is not fact, so what took place is said once it has begun. */
export function statusesOf(plan: Plan, refs: readonly OccurrenceRef[]): readonly PlanStatus[] {
  const hasNeed = refs.some(({ id }) => plan.needs.has(id));
  const hasBegun = refs.every((ref) => {
    const fromAt = plan.occurrences.get(keyOf(ref))?.fromAt;
    return fromAt !== undefined && fromAt <= plan.index.plan.nowAt;
  });
  const all: readonly PlanStatus[] = hasNeed ? OF_NEED : OF_MEASURE;
  return all.filter((status) => hasBegun || !OF_FACT.includes(status));
}

/** True if it can be said of several of a series at once: what took place is told of each time by itself. */
export function isForSeveral(status: PlanStatus): boolean {
  return !OF_FACT.includes(status);
}

/** What an occurrence says of itself; of a need that holds it is planned. */
export function statusOf(plan: Plan, ref: OccurrenceRef): PlanStatus {
  const said = plan.occurrences.get(keyOf(ref))?.status ?? 'planned';
  if (said === 'ended') return 'cancelled';
  const isNeed = plan.needs.has(ref.id);
  return (isNeed && said === 'active' ? 'planned' : said) as PlanStatus;
}
