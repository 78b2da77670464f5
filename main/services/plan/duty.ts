import { dutyStatus } from '#model/plan/duty-status.ts';
import { toMinute } from '#model/plan/intervals.ts';
import type { CrewMember, Duty, Leg, Occurrence, OpenPost, VehicleUse } from '#model/plan/types.ts';
import { resolveLocal } from '#model/time.ts';
import { type Assignment, assignmentsOf, legsOf } from './crew.ts';
import { type PlannedSeries, shifted, shiftOf } from './series.ts';
import type { WindowContext } from './window-context.ts';

/** One occurrence of a measure as the rules read it: its own state, crew, vehicles and legs in place of the series'. */
export function dutyOf(planned: PlannedSeries, occurrence: Occurrence, context: WindowContext): Duty {
  const { record, caseId, zone, rows, series } = planned;
  if (record.kind !== 'measure') throw new TypeError('a need is no duty');
  const { values } = record;
  const { originalLocal, fromAt, toAt } = occurrence;
  const own = rows.get(originalLocal)?.values;
  const minutes = shiftOf(series, originalLocal);
  const at = (local: string | null) => (local === null ? null : (resolveLocal(local, zone)?.at ?? null));
  /** A time of a row: as it says where it names the occurrence, else moved from the first one to this. */
  const rowAt = (row: { readonly occurrenceLocal: string | null }, local: string | null) =>
    at(row.occurrenceLocal === null ? shifted(local, minutes) : local);
  const crew: CrewMember[] = [];
  const vehicles: VehicleUse[] = [];
  const openPosts: OpenPost[] = [];
  for (const row of assignmentsOf(context.assignments.get(record.id) ?? [], originalLocal)) {
    const part = {
      id: row.id,
      fromAt: rowAt(row.values, row.values.fromLocal),
      toAt: rowAt(row.values, row.values.toLocal),
    };
    if (row.values.vehicleId !== null) vehicles.push({ ...part, vehicleId: row.values.vehicleId });
    if (row.values.officerId !== null) crew.push({ ...part, ...memberOf(row, series.rule === null) });
    else if (row.values.vehicleId === null) openPosts.push({ id: row.id, post: row.values.post });
  }
  const decision = values.decisionId === null ? undefined : context.decisions.get(values.decisionId);
  return {
    id: record.id,
    originalLocal,
    caseId,
    personIds: values.personId ? [values.personId] : (context.protectedOf.get(caseId) ?? []),
    type: values.type,
    status: dutyStatus(own?.status ?? values.status),
    placeId: own?.placeId ?? values.placeId,
    fromAt,
    toAt,
    expectedEndAt: at(shifted(values.expectedEndLocal, minutes)),
    outerLimitAt: at(shifted(values.outerLimitLocal, minutes)),
    headcount: own?.headcount ?? values.headcount,
    crew,
    openPosts,
    qualifications: context.required.get(record.id) ?? [],
    vehicles,
    legs: legsOf(context.legs.get(record.id) ?? [], originalLocal).flatMap((row): Leg[] => {
      const departAt = rowAt(row.values, row.values.departLocal);
      const arriveAt = rowAt(row.values, row.values.arriveLocal);
      if (departAt === null || arriveAt === null) return [];
      const { fromPlaceId, toPlaceId, plannedMinutes, departedAt, arrivedAt } = row.values;
      return [{ id: row.id, fromPlaceId, toPlaceId, departAt, arriveAt, plannedMinutes, departedAt, arrivedAt }];
    }),
    decision: decision
      ? {
          id: decision.id,
          fromAt: decision.values.fromAt ?? decision.values.decidedAt,
          untilAt: decision.values.untilAt,
        }
      : null,
  };
}

/**
 * What was told of a member holds for the occurrence it was told on: a row for all occurrences of a series says nothing
 * about which of them somebody came to.
 */
function memberOf({ values }: Assignment, isOnce: boolean) {
  const { officerId, post, occurrenceLocal } = values;
  const told = (at: number | null) => (at !== null && (isOnce || occurrenceLocal !== null) ? toMinute(at) : null);
  return { officerId, post, onPostAt: told(values.onPostAt), relievedAt: told(values.relievedAt) };
}
