/** What an edit would leave of each duty it reaches: the one named, or others of its series too that have not begun. */
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, Leg, OccurrenceRef } from '#model/plan/types.ts';
import { recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import type { PlanChange } from './plan-change.ts';
import { dutyOfRow, type Reassignment, type Row } from './reassign.ts';

const MINUTE_MS = 60_000;

/** Duties of the window that an edit of one of them reaches; none where it is not there. */
export function reachedDuties(plan: Plan, ref: OccurrenceRef, scope: EditScope): readonly Duty[] {
  const named = plan.duties.get(keyOf(ref));
  if (!named) return [];
  if (scope === 'this' || !recurs(plan, ref)) return [named];
  return plan.index.plan.duties.filter(
    (one) =>
      one.id === ref.id &&
      one.fromAt > plan.index.plan.nowAt &&
      (scope === 'all' || one.originalLocal >= ref.originalLocal),
  );
}

/**
 * Each duty that is reached as it would be.
 * @param change null takes it out; `by` is how much later than the one named it lies, ms
 */
export function eachChange(
  plan: Plan,
  refs: readonly OccurrenceRef[],
  scope: EditScope,
  change: (duty: Duty, by: number) => Duty | null,
): PlanChange {
  const next = new Map<string, { readonly old: Duty; readonly next: Duty | null }>();
  for (const ref of refs) {
    const named = plan.duties.get(keyOf(ref));
    if (!named) continue;
    for (const duty of reachedDuties(plan, ref, scope)) {
      const before = next.get(keyOf(duty))?.next ?? duty;
      next.set(keyOf(duty), { old: duty, next: change(before, duty.fromAt - named.fromAt) });
    }
  }
  const all = [...next.values()];
  return { old: all.map(({ old }) => old), next: all.flatMap((one) => one.next ?? []) };
}

type Given = Pick<Reassignment, 'id' | 'originalLocal' | 'what' | 'assignmentId' | 'toId'>;

/** Another in the place of who is on a duty, somebody besides, or nobody: of each duty named, and of others it reaches. */
export function reassignChange(plan: Plan, items: readonly Given[], scope: EditScope): PlanChange {
  const parts = items.map((item) => {
    const duty = plan.duties.get(keyOf(item));
    const member = duty?.crew.find(({ id }) => id === item.assignmentId);
    const use = duty?.vehicles.find(({ id }) => id === item.assignmentId);
    const from: Row = { what: item.what, id: member?.officerId ?? use?.vehicleId ?? null };
    const to: Row = { what: item.what, id: item.toId };
    const isAlone = item.assignmentId !== null && item.what !== 'person' && !isOnOthers(plan, item);
    return eachChange(plan, [item], isAlone ? 'this' : scope, (one) =>
      dutyOfRow(one, from, isOn(one, to) ? none(to) : to),
    );
  });
  // Bars of one series each reach the others: what the last of them says holds.
  const next = new Map(parts.flatMap((part) => part.next.map((duty) => [keyOf(duty), duty] as const)));
  const old = new Map(parts.flatMap((part) => part.old.map((ref) => [keyOf(ref), ref] as const)));
  return { old: [...old.values()], next: [...next.values()] };
}

/** Who is on one time alone has no place on the others to give away: no other time knows the row. */
function isOnOthers(plan: Plan, { id, originalLocal, assignmentId }: Given): boolean {
  return plan.index.plan.duties.some(
    (duty) =>
      duty.id === id &&
      duty.originalLocal !== originalLocal &&
      [...duty.crew, ...duty.vehicles, ...duty.openPosts].some((one) => one.id === assignmentId),
  );
}

function isOn(duty: Duty, { what, id }: Row): boolean {
  if (what === 'officer') return id !== null && duty.crew.some(({ officerId }) => officerId === id);
  return what === 'vehicle' && duty.vehicles.some(({ vehicleId }) => vehicleId === id);
}

function none({ what }: Row): Row {
  return { what, id: null };
}

/** A leg as it is typed for the duty that is looked at. */
export type TypedLeg = Pick<Leg, 'fromPlaceId' | 'toPlaceId' | 'departAt' | 'arriveAt' | 'plannedMinutes'> & {
  readonly id: string | null;
};

/** A transport with other legs, those it reaches at the same hours. */
export function legsChange(plan: Plan, ref: OccurrenceRef, legs: readonly TypedLeg[], scope: EditScope): PlanChange {
  return eachChange(plan, [ref], scope, (duty, by) => ({
    ...duty,
    legs: legs.map((leg, index): Leg => {
      const known = duty.legs.find(({ id }) => id === leg.id);
      const told = { departedAt: known?.departedAt ?? null, arrivedAt: known?.arrivedAt ?? null };
      const times = { departAt: leg.departAt + by, arriveAt: leg.arriveAt + by };
      return { ...leg, ...told, ...times, id: leg.id ?? `typed ${index}` };
    }),
  }));
}

/** One of a duty there for a part of it; null is the duty's own time, ms UTC. */
export function partChange(
  plan: Plan,
  ref: OccurrenceRef,
  id: string,
  part: { readonly fromAt: number | null; readonly toAt: number | null },
  scope: EditScope,
): PlanChange {
  const named = plan.duties.get(keyOf(ref));
  const who = named?.crew.find((one) => one.id === id)?.officerId;
  const later = (at: number | null, by: number) => (at === null ? null : Math.round((at + by) / MINUTE_MS) * MINUTE_MS);
  return eachChange(plan, [ref], scope, (duty, by) => ({
    ...duty,
    crew: duty.crew.map((one) =>
      one.id === id || (who !== undefined && who !== null && one.officerId === who)
        ? { ...one, fromAt: later(part.fromAt, by), toAt: later(part.toAt, by) }
        : one,
    ),
  }));
}
