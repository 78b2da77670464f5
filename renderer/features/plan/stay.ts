import { isPresenceNeed } from '#model/plan/coverage.ts';
import type { Need, Stay } from '#model/plan/types.ts';
import type { Plan } from './plan.ts';

/** What a stay elsewhere leaves behind in the plan. */
interface StayCheck {
  /** Needs that still ask for somebody at another place while she is away, one a series. */
  readonly elsewhere: readonly Need[];
  /** Somebody's presence is asked for where she is. */
  readonly isAsked: boolean;
}

/** Holds the needs of a person against where the stay says that she is. A need follows her: one without a place does. */
export function checkStay(plan: Plan, stay: Stay): StayCheck {
  const hers = plan.index.plan.needs.filter(
    (need) => need.personId === stay.personId && need.fromAt < stay.toAt && need.toAt > stay.fromAt,
  );
  const away = hers.filter(({ placeId }) => placeId !== null && placeId !== stay.placeId);
  return {
    elsewhere: [...new Map(away.map((need) => [need.id, need])).values()],
    isAsked: hers.some((need) => isPresenceNeed(need) && !away.includes(need)),
  };
}

/** What is seen to when she stays elsewhere, in the order it is asked about. */
export const STAY_MATTERS = [
  'children',
  'tracking',
  'alarm',
  'contact',
  'welfare',
  'mail',
  'orders',
  'others',
] as const;
