import type { CrewMember, Duty, Leg, Need, PlanWindow } from '#model/plan/types.ts';
import { instantOfLocal } from '#model/time.ts';
import { OSLO } from '#tests/model/plan/series.ts';

/** Instant of a wall-clock time in Oslo, ms UTC. */
export function oslo(local: string): number {
  const at = instantOfLocal(local, OSLO);
  if (at === null) throw new Error(`no such time: ${local}`);
  return at;
}

/** A need of one guard for `her` at home, of which only what is given differs. */
export function need(from: string, to: string, more: Partial<Need> = {}): Need {
  return {
    id: 'n1',
    originalLocal: from,
    fromAt: oslo(from),
    toAt: oslo(to),
    caseId: 'c1',
    personId: 'her',
    level: 'guard',
    placeId: 'home',
    headcount: 1,
    qualifications: [],
    ...more,
  };
}

/** A guard duty at her home with the officers named. */
export function duty(
  id: string,
  from: string,
  to: string | null,
  crew: readonly string[],
  more: Partial<Duty> = {},
): Duty {
  return {
    id,
    originalLocal: from,
    caseId: 'c1',
    personIds: ['her'],
    type: 'guarding',
    status: 'planned',
    placeId: 'home',
    fromAt: oslo(from),
    toAt: to === null ? null : oslo(to),
    expectedEndAt: null,
    outerLimitAt: null,
    headcount: null,
    crew: crew.map((officerId) => member(officerId)),
    openPosts: [],
    qualifications: [],
    vehicles: [],
    legs: [],
    decision: { id: 'd1', fromAt: null, untilAt: null },
    ...more,
  };
}

export function member(officerId: string | null, more: Partial<CrewMember> = {}): CrewMember {
  return {
    id: `a-${officerId}`,
    officerId,
    post: null,
    fromAt: null,
    toAt: null,
    onPostAt: null,
    relievedAt: null,
    ...more,
  };
}

export function leg(
  from: string | null,
  to: string | null,
  depart: string,
  arrive: string,
  more: Partial<Leg> = {},
): Leg {
  return {
    id: `l-${depart}`,
    fromPlaceId: from,
    toPlaceId: to,
    departAt: oslo(depart),
    arriveAt: oslo(arrive),
    plannedMinutes: null,
    departedAt: null,
    arrivedAt: null,
    ...more,
  };
}

/** A window that holds what is given and nothing else; now lies at its start. */
export function plan(from: string, to: string, more: Partial<PlanWindow> = {}): PlanWindow {
  return {
    fromAt: oslo(from),
    toAt: oslo(to),
    nowAt: oslo(from),
    zone: OSLO,
    needs: [],
    duties: [],
    stays: [],
    handovers: [],
    held: [],
    positions: [],
    avoid: [],
    appearances: [],
    restExceptions: [],
    unavailable: [],
    reviews: [],
    ...more,
  };
}
