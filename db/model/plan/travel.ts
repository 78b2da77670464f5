/**
 * Whether people and cars can be where the plan wants them in time. An estimate, and shown as one: the straight line at
 * the speed below, which no road is shorter than, or the planner's own minutes for a leg.
 */
import { distanceOf, distanceToLine, type Position } from './distance.ts';
import { isOff } from './presence.ts';
import type { Conflict } from './result.ts';
import { keyOf } from './result.ts';
import type { Duty, Leg, PlaceToAvoid, PlanWindow } from './types.ts';
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

/** Too little time between one duty and the next of the same officer or vehicle. */
export function travelConflicts(
  subject: 'officer' | 'vehicle',
  subjectId: string,
  stints: readonly Stint[],
  positions: Positions,
): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [index, next] of stints.entries()) {
    const last = stints[index - 1];
    // Where they overlap it is a double booking, which says more.
    if (!last || last.duty === next.duty || last.toAt > next.fromAt) continue;
    const needed = straightMinutes(endPlace(last.duty), startPlace(next.duty), positions);
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
  const from = positions.get(leg.fromPlaceId ?? '');
  const to = positions.get(leg.toPlaceId ?? '');
  const his = positions.get(place.placeId);
  if (!from || !to || !his) return [];
  const metres = Math.round(distanceToLine(his, from, to));
  if (metres > TRAVEL.clearMetres) return [];
  return [
    {
      ...legFrame(duty, leg),
      key: `near_avoided:${keyOf(duty)}:${leg.id}:${place.placeId}`,
      type: 'near_avoided',
      subjectId: place.placeId,
      figure: metres,
      limit: TRAVEL.clearMetres,
      estimate: 'straight_line',
      fixes: [{ type: 'other_route', duty: refOf(duty), at: null }],
    },
  ];
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

function startPlace(duty: Duty): string | null {
  const first = duty.legs.toSorted((a, b) => a.departAt - b.departAt)[0];
  return first ? first.fromPlaceId : duty.placeId;
}

function endPlace(duty: Duty): string | null {
  const last = duty.legs.toSorted((a, b) => a.departAt - b.departAt).at(-1);
  return last ? last.toPlaceId : duty.placeId;
}

function refOf({ id, originalLocal }: Duty) {
  return { id, originalLocal };
}
