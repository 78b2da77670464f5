import { keyOf } from '#model/plan/result.ts';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';

/** What is asked about a post, a leg, a pass or a relief. */
export interface Asked {
  /** Officer of a post; null where it is no post. */
  readonly officerId: string | null;
  /** Place of a leg in its order, from 1. */
  readonly number: number;
  /** ms UTC; null was not planned for a time. */
  readonly plannedAt: number | null;
  /** Told already, and corrected now. */
  readonly toldAt: number | null;
  /** It cannot have happened before this. */
  readonly notBefore: number | null;
  /** Who told of it, and who took over; null is not said. */
  readonly source: string | null;
  readonly relievedById: string | null;
}

/** What the plan and what was told say of it; null if it is not in the plan that is fetched. */
export function askedOf(plan: Plan, { ref, what, id }: Extract<Pending, { type: 'tell' }>): Asked | null {
  const nothing = {
    officerId: null,
    number: 0,
    plannedAt: null,
    toldAt: null,
    notBefore: null,
    source: null,
    relievedById: null,
  };
  const duty = plan.duties.get(keyOf(ref));
  switch (what) {
    case 'on_post':
    case 'relieved': {
      const member = duty?.crew.find((one) => one.id === id);
      if (!duty || !member) return null;
      const isRelief = what === 'relieved';
      return {
        ...nothing,
        officerId: member.officerId,
        plannedAt: isRelief ? (member.toAt ?? duty.toAt) : (member.fromAt ?? duty.fromAt),
        toldAt: isRelief ? member.relievedAt : member.onPostAt,
        notBefore: isRelief ? member.onPostAt : null,
        ...saidOf(plan, id, isRelief ? member.relievedAt : member.onPostAt),
      };
    }
    case 'departed':
    case 'arrived': {
      const index = duty?.legs.findIndex((one) => one.id === id) ?? -1;
      const leg = duty?.legs[index];
      if (!leg) return null;
      const isEnd = what === 'arrived';
      return {
        ...nothing,
        number: index + 1,
        plannedAt: isEnd ? leg.arriveAt : leg.departAt,
        toldAt: isEnd ? leg.arrivedAt : leg.departedAt,
        notBefore: isEnd ? leg.departedAt : null,
      };
    }
    case 'passed': {
      const pass = plan.view.passes.find((one) => one.id === id);
      return pass ? { ...nothing, plannedAt: pass.plannedAt, toldAt: pass.passedAt } : null;
    }
    case 'taken_over': {
      const handover = plan.index.plan.handovers.find((one) => one.id === id);
      return handover ? { ...nothing, plannedAt: handover.at, toldAt: handover.takenOverAt } : null;
    }
  }
}

/** The time that is offered: what was told, else what was planned where it lies back, else now. */
export function offeredAt({ toldAt, plannedAt }: Asked, nowAt: number): number {
  if (toldAt !== null) return toldAt;
  return plannedAt !== null && plannedAt <= nowAt ? plannedAt : nowAt;
}

/** What was said with a time that was told; nothing where none was. */
function saidOf(plan: Plan, assignmentId: string | null, toldAt: number | null) {
  const told = toldAt === null ? undefined : plan.told.get(assignmentId ?? '');
  return { source: told?.source ?? null, relievedById: told?.relievedById ?? null };
}
