/**
 * Whether people and cars can be where the plan wants them in time. An estimate, and shown as one: the straight line at
 * the speed below, which no road is shorter than, or the planner's own minutes for a leg.
 */
import { distanceOf, distanceToLine, type Position } from './distance.ts';
import { isOff } from './presence.ts';
import type { Conflict } from './result.ts';
import { keyOf } from './result.ts';
import type { Duty, Leg, PlaceToAvoid, PlanWindow } from './types.ts';
import { type WhereSegment, whereAt, whereSegments } from './where.ts';
import type { Stint } from './work.ts';

const MINUTE_MS = 60_000;

/** Speed on the straight line, and how near a leg may pass a place of his. */
export const TRAVEL = { kilometresPerHour: 50, clearMetres: 300 } as const;

type Positions = ReadonlyMap<string, Position>;

/** Positions that are known, by place. */
export function positionsOf(plan: PlanWindow): Positions {
  const positions = new Map<string, Position>();
  for (const { placeId, lat, lon } of plan.positions) {
    if (lat !== null && lon !== null) positions.set(placeId, { lat, lon });
  }
  return positions;
}

/** Whole minutes the straight line takes; null where a place's position is not known. */
function straightMinutes(fromId: string | null, toId: string | null, positions: Positions): number | null {
  const from = positions.get(fromId ?? '');
  const to = positions.get(toId ?? '');
  if (!from || !to) return null;
  return Math.ceil(distanceOf(from, to) / ((TRAVEL.kilometresPerHour * 1_000) / 60));
}

/** Where a duty is at an instant, ms UTC; null is not known. */
type PlaceOf = (duty: Duty, at: number) => string | null;

/** Where duties are: at their place, or with her where stays, ways and needs say that she is. */
export function placesOfDuties(plan: PlanWindow): PlaceOf {
  const known = new Map<string, readonly WhereSegment[]>();
  const whereIs = (personId: string, at: number): string | null => {
    const segments = known.get(personId) ?? whereSegments(personId, plan.stays, plan.duties);
    known.set(personId, segments);
    const where = whereAt(segments, at);
    if (where === 'on_the_way') return null;
    if (where !== null) return where.at.length === 1 ? (where.at[0] ?? null) : null;
    const need = plan.needs.find((one) => one.personId === personId && one.fromAt <= at && one.toAt > at);
    return need?.placeId ?? null;
  };
  return (duty, at) => {
    if (duty.placeId !== null) return duty.placeId;
    const places = new Set(duty.personIds.map((personId) => whereIs(personId, at)));
    return places.size === 1 ? ([...places][0] ?? null) : null;
  };
}

/** Too little time between one duty and the next of the same officer or vehicle. */
export function travelConflicts(
  subject: 'officer' | 'vehicle',
  subjectId: string,
  stints: readonly Stint[],
  positions: Positions,
  placeOf: PlaceOf,
): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [index, next] of stints.entries()) {
    const last = stints[index - 1];
    // Where they overlap it is a double booking, which says more.
    if (!last || last.duty === next.duty || last.toAt > next.fromAt) continue;
    const needed = straightMinutes(endPlace(last, placeOf), startPlace(next, placeOf), positions);
    const minutes = (next.fromAt - last.toAt) / MINUTE_MS;
    if (needed === null || needed <= minutes) continue;
    conflicts.push({
      key: `travel_time:${subjectId}:${keyOf(last.duty)}+${keyOf(next.duty)}`,
      type: 'travel_time',
      fromAt: last.toAt,
      toAt: next.fromAt,
      caseIds: [...new Set([last.duty.caseId, next.duty.caseId])],
      subjectId,
      duties: [refOf(last.duty), refOf(next.duty)],
      recordIds: [],
      figure: minutes,
      limit: needed,
      estimate: 'straight_line',
      source: null,
      fixes: [
        { type: 'start_later', duty: refOf(next.duty), at: last.toAt + needed * MINUTE_MS },
        { type: 'end_earlier', duty: refOf(last.duty), at: next.fromAt - needed * MINUTE_MS },
        { type: `other_${subject}`, duty: refOf(next.duty), at: null },
      ],
    });
  }
  return conflicts;
}

/** Legs of a transport that cannot be driven in their time, and legs that pass a place of his. */
export function legConflicts(duty: Duty, avoid: readonly PlaceToAvoid[], positions: Positions): Conflict[] {
  if (isOff(duty)) return [];
  return duty.legs.flatMap((leg) => [
    ...legTime(duty, leg, positions),
    ...avoid.flatMap((place) => (place.caseId === duty.caseId ? nearAvoided(duty, leg, place, positions) : [])),
  ]);
}

function legTime(duty: Duty, leg: Leg, positions: Positions): Conflict[] {
  const needed = leg.plannedMinutes ?? straightMinutes(leg.fromPlaceId, leg.toPlaceId, positions);
  const minutes = (leg.arriveAt - leg.departAt) / MINUTE_MS;
  if (needed === null || needed <= minutes) return [];
  return [
    {
      ...legFrame(duty, leg),
      key: `leg_time:${keyOf(duty)}:${leg.id}`,
      type: 'leg_time',
      subjectId: leg.id,
      figure: minutes,
      limit: needed,
      estimate: leg.plannedMinutes === null ? 'straight_line' : 'planner',
      fixes: [{ type: 'start_later', duty: refOf(duty), at: leg.departAt + needed * MINUTE_MS }],
    },
  ];
}

function nearAvoided(duty: Duty, leg: Leg, place: PlaceToAvoid, positions: Positions): Conflict[] {
  const endsThere = leg.fromPlaceId === place.placeId || leg.toPlaceId === place.placeId;
  const metres = endsThere ? 0 : metresFrom(leg, place, positions);
  if (metres === null || metres > TRAVEL.clearMetres) return [];
  return [
    {
      ...legFrame(duty, leg),
      key: `near_avoided:${keyOf(duty)}:${leg.id}:${place.placeId}`,
      type: 'near_avoided',
      subjectId: place.placeId,
      figure: metres,
      limit: TRAVEL.clearMetres,
      estimate: endsThere ? null : 'straight_line',
      fixes: [{ type: 'other_route', duty: refOf(duty), at: null }],
    },
  ];
}

/** Metres from the straight line of a leg to a place; null where a position is not known. */
function metresFrom(leg: Leg, place: PlaceToAvoid, positions: Positions): number | null {
  const from = positions.get(leg.fromPlaceId ?? '');
  const to = positions.get(leg.toPlaceId ?? '');
  const his = positions.get(place.placeId);
  return from && to && his ? Math.round(distanceToLine(his, from, to)) : null;
}

/** Places of his that a leg is not held against, because a position of theirs or of its ends is not known. */
export function uncheckedPlaces(plan: PlanWindow, duty: Duty, leg: Leg): readonly PlaceToAvoid[] {
  const positions = positionsOf(plan);
  const ends = [leg.fromPlaceId, leg.toPlaceId];
  return plan.avoid.filter(
    (place) =>
      place.caseId === duty.caseId && !ends.includes(place.placeId) && metresFrom(leg, place, positions) === null,
  );
}

function legFrame(duty: Duty, leg: Leg) {
  return {
    fromAt: leg.departAt,
    toAt: leg.arriveAt,
    caseIds: [duty.caseId],
    duties: [refOf(duty)],
    recordIds: [leg.id],
    source: null,
  } as const;
}

function startPlace({ duty, fromAt }: Stint, placeOf: PlaceOf): string | null {
  const first = duty.legs.toSorted((a, b) => a.departAt - b.departAt)[0];
  return first ? first.fromPlaceId : placeOf(duty, fromAt);
}

function endPlace({ duty, toAt }: Stint, placeOf: PlaceOf): string | null {
  const last = duty.legs.toSorted((a, b) => a.departAt - b.departAt).at(-1);
  return last ? last.toPlaceId : placeOf(duty, toAt - MINUTE_MS);
}

function refOf({ id, originalLocal }: Duty) {
  return { id, originalLocal };
}
