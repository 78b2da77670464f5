/** Duties as a change of the plan would leave them, made from what is typed or dragged and not yet written. */
import { addWallMinutes, daysBetween, localAt, timeOf, wallMinutes } from '#model/plan/local-time.ts';
import { expand, occurrenceAt } from '#model/plan/recurrence.ts';
import { type EditScope, moveOccurrence } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import type { CrewMember, Duty, Need, OccurrenceRef } from '#model/plan/types.ts';
import { instantOfLocal, plainLocal } from '#model/time.ts';
import { type Copies, localTimes, type Move } from './pending.ts';
import type { Plan } from './plan.ts';
import { reachedDuties } from './reach-change.ts';

/** Occurrences that would go, and what would be there in their place; one of the two may be empty. */
export interface PlanChange {
  readonly old: readonly OccurrenceRef[];
  readonly next: readonly Duty[];
  /** Nobody is on some of it yet: the same with so many people there. */
  readonly crewed?: { readonly next: readonly Duty[]; readonly count: number } | undefined;
}

/** The duty at other times; legs go with a move of the whole. */
export function movedDuty(duty: Duty, startAt: number, endAt: number | null): Duty {
  const by = startAt - duty.fromAt;
  const isMoved = duty.toAt !== null && endAt !== null && endAt - duty.toAt === by;
  return {
    ...duty,
    fromAt: startAt,
    toAt: endAt,
    legs: isMoved
      ? duty.legs.map((leg) => ({ ...leg, departAt: leg.departAt + by, arriveAt: leg.arriveAt + by }))
      : duty.legs,
  };
}

/** A copy under a key of its own: `number` tells several of one duty apart. */
export function copiedDuty(duty: Duty, number: number, startAt: number, endAt: number | null): Duty {
  return { ...movedDuty(duty, startAt, endAt), originalLocal: `${duty.originalLocal} copy ${number}` };
}

/** A duty in two parts, both with the crew it has. */
export function cutDuty(duty: Duty, at: number): readonly [Duty, Duty] {
  const legs = {
    before: duty.legs.filter((leg) => leg.departAt < at),
    after: duty.legs.filter((leg) => leg.departAt >= at),
  };
  return [
    { ...duty, toAt: at, legs: legs.before },
    { ...duty, originalLocal: `${duty.originalLocal} rest`, fromAt: at, legs: legs.after },
  ];
}

/** Bars given new times, each alone or with others of its series; null where the rules of a series refuse it. */
export function movesChange(plan: Plan, moves: readonly Move[], scope: EditScope): PlanChange | null {
  const parts = moves.map((move) => moveChange(plan, move, scope));
  if (parts.some((part) => part === null)) return null;
  const known = parts.filter((part) => part !== null);
  // Of several nights of one series the last one's answer holds for those that follow both.
  const next = new Map(known.flatMap((part) => part.next.map((duty) => [keyOf(duty), duty] as const)));
  return { old: known.flatMap(({ old }) => old), next: [...next.values()] };
}

function moveChange(plan: Plan, move: Move, scope: EditScope): PlanChange | null {
  const { id, originalLocal, startLocal, endLocal } = move;
  const duty = plan.duties.get(keyOf({ id, originalLocal }));
  const series = plan.measures.get(id)?.series;
  if (!duty || !series) return null;
  const { nowAt } = plan.index.plan;
  const result = moveOccurrence(series, originalLocal, scope, { startLocal, endLocal }, nowAt);
  if ('problem' in result) return null;
  if (scope === 'this' || series.rule === null || endLocal === null) {
    const startAt = instantOfLocal(startLocal, series.zone);
    const endAt = endLocal === null ? null : instantOfLocal(endLocal, series.zone);
    return startAt === null ? null : { old: [duty], next: [movedDuty(duty, startAt, endAt)] };
  }
  const moved = result.added ?? result.kept;
  const days = daysBetween(originalLocal, startLocal);
  const time = plainLocal(timeOf(startLocal));
  const old = reachedDuties(plan, move, scope);
  const next = old.flatMap((one): Duty[] => {
    const key = localAt(one.originalLocal, time, days);
    const own = moved?.exceptions.find((exception) => exception.originalLocal === key) ?? null;
    const at = moved && occurrenceAt(moved, key, own);
    const ownEnd = one.originalLocal === originalLocal && move.ownEndLocal;
    return at ? [movedDuty(one, at.fromAt, ownEnd ? instantOfLocal(ownEnd, series.zone) : at.toAt)] : [];
  });
  return { old, next };
}

/** Copies at their starts, ending by the clock as what they copy. */
export function copiesChange(plan: Plan, copies: readonly Copies[], withCrew: boolean): PlanChange {
  const next = copies.flatMap(({ id, originalLocal, starts }) => {
    const duty = plan.duties.get(keyOf({ id, originalLocal }));
    const times = localTimes(plan, { id, originalLocal });
    if (!duty || !times) return [];
    return starts.flatMap((local, index): Duty[] => {
      const startAt = instantOfLocal(local, times.zone);
      if (startAt === null) return [];
      const by = wallMinutes(local) - wallMinutes(times.startLocal);
      const endAt = times.endLocal === null ? null : instantOfLocal(addWallMinutes(times.endLocal, by), times.zone);
      const copy = copiedDuty(duty, index, startAt, endAt);
      return [withCrew ? copy : { ...copy, crew: [], vehicles: [] }];
    });
  });
  const count = Math.max(0, ...copies.map((one) => plan.duties.get(keyOf(one))?.crew.length ?? 0));
  return { old: [], next, ...(withCrew || count === 0 ? {} : { crewed: crewed(next, count) }) };
}

/** A measure that is being made. */
export interface NewDuty {
  readonly type: string;
  readonly startLocal: string;
  readonly endLocal: string | null;
  readonly zone: string;
  readonly recurrence: string | null;
  readonly needId: string | null;
  /** Whom it is for where no need says; null is everybody the case protects. */
  readonly personId: string | null;
  readonly officerIds: readonly string[];
}

/** What a new measure would give in the plan that is fetched, as often as it recurs there. */
export function newChange(plan: Plan, caseId: string, made: NewDuty): PlanChange {
  const { startLocal, endLocal, zone, recurrence } = made;
  const need = made.needId === null ? undefined : plan.index.plan.needs.find(({ id }) => id === made.needId);
  const whole = drawn(plan, caseId, made.type, need);
  const base = made.personId === null ? whole : { ...whole, personIds: [made.personId] };
  const { occurrences } = expand(
    {
      id: base.id,
      startLocal,
      endTime: endLocal && timeOf(endLocal),
      endDayOffset: endLocal === null ? 0 : Math.max(0, daysBetween(startLocal, endLocal)),
      zone,
      rule: recurrence,
      exceptions: [],
    },
    plan.index.plan,
  );
  const crew = made.officerIds.map((officerId) => member(officerId));
  const next = occurrences.map(({ originalLocal, fromAt, toAt }) => ({ ...base, originalLocal, fromAt, toAt, crew }));
  return withPosts(plan, next);
}

/** A measure that is being drawn, for what is uncovered in its time. */
export function drawnChange(
  plan: Plan,
  caseId: string,
  type: string,
  startAt: number,
  endAt: number | null,
): PlanChange {
  const toAt = endAt ?? startAt;
  const { nowAt } = plan.index.plan;
  const open = plan.coverage.filter(
    ({ layer, state, ...one }) =>
      layer === 'planned' &&
      (state === 'gap' || state === 'thin') &&
      one.fromAt < toAt &&
      one.toAt > Math.max(startAt, nowAt),
  );
  const [gap] = open.sort((a, b) => a.fromAt - b.fromAt);
  const need = gap && plan.needSlots.get(keyOf(gap.need));
  const one: Duty = { ...drawn(plan, caseId, type, need), originalLocal: 'drawn', fromAt: startAt, toAt: endAt };
  return withPosts(plan, [one]);
}

/** Of what nobody is on yet, what it would be with as many people as its needs ask for. */
function withPosts(plan: Plan, next: readonly Duty[]): PlanChange {
  if (next.some(({ crew }) => crew.length > 0)) return { old: [], next };
  const asked = plan.index.plan.needs.filter((need) =>
    next.some((duty) => duty.personIds.includes(need.personId) && overlaps(duty, need)),
  );
  return { old: [], next, crewed: crewed(next, Math.max(1, ...asked.map(({ headcount }) => headcount))) };
}

function overlaps(duty: Duty, need: Need): boolean {
  return duty.fromAt < need.toAt && (duty.toAt ?? Number.POSITIVE_INFINITY) > need.fromAt;
}

/** Duties that nobody is on with so many people on them. */
export function crewed(duties: readonly Duty[], count: number): { next: readonly Duty[]; count: number } {
  const crew = Array.from({ length: count }, (_, index) => ({ ...member(null), id: `post ${index}` }));
  return { next: duties.map((duty) => (duty.crew.length > 0 ? duty : { ...duty, crew })), count };
}

/** Somebody on the whole of a duty who is not on it yet; null is whoever it will be. */
export function member(officerId: string | null): CrewMember {
  const id = `new ${officerId ?? ''}`;
  return { id, officerId, post: null, fromAt: null, toAt: null, onPostAt: null, relievedAt: null };
}

const TYPES = ['shielding', 'guarding', 'patrol', 'transport'] as const;

/** A measure without times: for whom its need is, else for all who are protected, as the store writes it. */
function drawn(plan: Plan, caseId: string, type: string, need: Need | undefined): Duty {
  const everyone = plan.view.persons
    .filter(({ role }) => role === 'protected' || role === 'child')
    .map(({ id }) => id as string);
  return {
    id: 'drawn',
    originalLocal: '',
    caseId,
    personIds: need ? [need.personId] : everyone,
    type: TYPES.find((one) => one === type) ?? 'other',
    status: 'planned',
    placeId: type === 'transport' ? null : (need?.placeId ?? null),
    fromAt: 0,
    toAt: null,
    expectedEndAt: null,
    outerLimitAt: null,
    headcount: need?.headcount ?? null,
    crew: [],
    openPosts: [],
    qualifications: [],
    vehicles: [],
    legs: [],
    decision: null,
  };
}
