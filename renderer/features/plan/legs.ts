import type { PlanLeg } from '#contract/plan-view.ts';
import type { InputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import type { Duty } from '#model/plan/types.ts';
import { localLength, plannedLocal, resolveLocal } from '#model/time.ts';
import type { Plan } from './plan.ts';
import type { TypedLeg } from './reach-change.ts';

/** A leg as it is being written; texts as they are typed. */
export interface LegDraft {
  /** Tells the rows apart while they are moved. */
  readonly key: string;
  readonly id: string | null;
  readonly fromPlaceId: string | null;
  readonly fromText: string;
  readonly toPlaceId: string | null;
  readonly toText: string;
  readonly departLocal: string | null;
  readonly arriveLocal: string | null;
  readonly minutes: string;
  readonly meetingPoint: string;
  readonly abortPoint: string;
  /** Somebody said that it was driven. */
  readonly isDriven: boolean;
}

/** What a leg goes between, in words; empty where nothing is said. */
export function endsOf(plan: Plan, leg: PlanLeg | undefined): { readonly from: string; readonly to: string } {
  const name = (id: string | null, text: string | null) => (id && plan.placeNames.get(id)) || text || '';
  return {
    from: name(leg?.fromPlaceId ?? null, leg?.fromText ?? null),
    to: name(leg?.toPlaceId ?? null, leg?.toText ?? null),
  };
}

/** The legs of a duty as they stand. */
export function draftsOf(plan: Plan, duty: Duty, zone: string): LegDraft[] {
  const told = new Map(plan.view.legs.map((leg) => [leg.id as string, leg]));
  return duty.legs.map((leg): LegDraft => {
    const words = told.get(leg.id);
    return {
      key: leg.id,
      id: leg.id,
      fromPlaceId: leg.fromPlaceId,
      fromText: words?.fromText ?? '',
      toPlaceId: leg.toPlaceId,
      toText: words?.toText ?? '',
      departLocal: plannedLocal(leg.departAt, zone),
      arriveLocal: plannedLocal(leg.arriveAt, zone),
      minutes: leg.plannedMinutes === null ? '' : String(leg.plannedMinutes),
      meetingPoint: words?.meetingPoint ?? '',
      abortPoint: words?.abortPoint ?? '',
      isDriven: leg.departedAt !== null,
    };
  });
}

/** A leg that goes on from the last one; the first has the whole time of the duty. */
export function nextDraft(drafts: readonly LegDraft[], duty: Duty, zone: string): LegDraft {
  const last = drafts.at(-1);
  return {
    key: `new-${drafts.length}-${last?.key ?? ''}`,
    id: null,
    fromPlaceId: last?.toPlaceId ?? null,
    fromText: last?.toText ?? '',
    toPlaceId: null,
    toText: '',
    departLocal: last?.arriveLocal ?? plannedLocal(duty.fromAt, zone),
    arriveLocal: duty.toAt === null ? null : plannedLocal(duty.toAt, zone),
    minutes: '',
    meetingPoint: '',
    abortPoint: last?.abortPoint ?? '',
    isDriven: false,
  };
}

/** The list with one of its legs a place further up. */
export function movedUp(drafts: readonly LegDraft[], index: number): LegDraft[] {
  const next = [...drafts];
  const [one] = next.splice(index, 1);
  if (one) next.splice(index - 1, 0, one);
  return next;
}

/** What keeps a leg from being saved, or is only said of it. */
type LegProblem = 'endFirst' | 'minutesWrong';
type LegWarning = 'overlaps' | 'outside';

export function problemOf({ departLocal, arriveLocal, minutes }: LegDraft, zone: string): LegProblem | null {
  if (departLocal !== null && arriveLocal !== null && localLength(departLocal, arriveLocal, zone) <= 0)
    return 'endFirst';
  if (minutes.trim() === '') return null;
  const count = Number(minutes);
  return Number.isInteger(count) && count >= 1 && count <= 2_880 ? null : 'minutesWrong';
}

export function warningOf(drafts: readonly LegDraft[], index: number, duty: Duty, zone: string): LegWarning | null {
  const leg = drafts[index];
  const before = drafts[index - 1];
  if (!leg?.departLocal || !leg.arriveLocal) return null;
  if (before?.arriveLocal && localLength(before.arriveLocal, leg.departLocal, zone) < 0) return 'overlaps';
  const isEarly = localLength(plannedLocal(duty.fromAt, zone), leg.departLocal, zone) < 0;
  const isLate = duty.toAt !== null && localLength(leg.arriveLocal, plannedLocal(duty.toAt, zone), zone) < 0;
  return isEarly || isLate ? 'outside' : null;
}

/** The legs as the core takes them; null while one of them cannot be saved. */
export function legsToSend(drafts: readonly LegDraft[], zone: string): InputOf<'plan.set_legs'>['legs'] | null {
  const legs: InputOf<'plan.set_legs'>['legs'] = [];
  for (const draft of drafts) {
    const { departLocal, arriveLocal } = draft;
    if (departLocal === null || arriveLocal === null || problemOf(draft, zone) !== null) return null;
    const text = (typed: string, placeId: string | null) => (placeId === null ? typed.trim() || null : null);
    legs.push({
      id: draft.id as RecordId | null,
      fromPlaceId: draft.fromPlaceId as RecordId | null,
      fromText: text(draft.fromText, draft.fromPlaceId),
      toPlaceId: draft.toPlaceId as RecordId | null,
      toText: text(draft.toText, draft.toPlaceId),
      departLocal,
      arriveLocal,
      plannedMinutes: draft.minutes.trim() === '' ? null : Number(draft.minutes),
      meetingPoint: draft.meetingPoint.trim() || null,
      abortPoint: draft.abortPoint.trim() || null,
    });
  }
  return legs;
}

/** The same legs with instants, for what the rules say of them; one whose times do not exist is left out. */
export function legsTyped(legs: InputOf<'plan.set_legs'>['legs'], zone: string): readonly TypedLeg[] {
  return legs.flatMap(
    ({ id, fromPlaceId = null, toPlaceId = null, departLocal, arriveLocal, plannedMinutes = null }) => {
      const departAt = resolveLocal(departLocal, zone)?.at;
      const arriveAt = resolveLocal(arriveLocal, zone)?.at;
      if (departAt === undefined || arriveAt === undefined) return [];
      return [{ id, fromPlaceId, toPlaceId, departAt, arriveAt, plannedMinutes }];
    },
  );
}
