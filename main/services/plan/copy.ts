/** Measures made from an occurrence: copies of it, and what of it goes along to a second part. */
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord, NewValues } from '#model/kinds.ts';
import { wallMinutes } from '#model/plan/local-time.ts';
import { hasOccurrence } from '#model/plan/recurrence.ts';
import { refuseExcluded } from './assign.ts';
import { assignmentsOf, legsOf } from './crew.ts';
import { loadMeasure, partsOf, refusal } from './load.ts';
import { type ClockAnswer, endAfter, timesNow } from './move.ts';
import type { OccurrenceOf } from './relief.ts';
import { type PlannedSeries, shifted, shiftOf } from './series.ts';
import { copyRequired } from './store-edit.ts';

export type PlannedMeasure = PlannedSeries<BookRecord<'measure'>>;

/**
 * Copies an occurrence to other starts, each a measure that happens once.
 * @returns their ids, in the order given
 * @throws ServiceError OFFICER_EXCLUDED where one of its crew is not to be there at a new time, CLOCK_CHOICE
 */
export async function copy(
  tx: Tx,
  { id, originalLocal }: OccurrenceOf,
  starts: readonly string[],
  { withCrew, clock }: { readonly withCrew: boolean; readonly clock?: ClockAnswer | undefined },
  nowAt: number,
): Promise<RecordId[]> {
  const planned = await loadOccurrence(tx, id, originalLocal);
  const now = timesNow(planned.series, originalLocal);
  const made: RecordId[] = [];
  for (const startLocal of starts) {
    const minutes = wallMinutes(startLocal) - wallMinutes(now.startLocal);
    const endLocal = endAfter(now, startLocal, planned.zone, clock);
    const copyId = await insertOnce(tx, planned, originalLocal, startLocal, endLocal, minutes);
    if (withCrew) {
      await copyCrew(tx, planned, originalLocal, copyId, minutes, null);
      await refuseCrew(tx, copyId, nowAt);
    }
    await copyLegs(tx, planned, originalLocal, copyId, minutes, null);
    made.push(copyId);
  }
  return made;
}

/** Nobody is copied to where they are not to be. */
async function refuseCrew(tx: Tx, measureId: RecordId, nowAt: number): Promise<void> {
  const planned = await loadMeasure(tx, measureId);
  for (const { values } of await partsOf(tx, 'assignment', measureId)) {
    if (values.officerId !== null) await refuseExcluded(tx, planned, values.officerId, null, nowAt);
  }
}

export async function loadOccurrence(tx: Tx, id: RecordId, originalLocal: string): Promise<PlannedMeasure> {
  const planned = await loadMeasure(tx, id);
  const isOut = planned.rows.get(originalLocal)?.values.status === 'excluded';
  if (isOut || !hasOccurrence(planned.series, originalLocal)) throw refusal('NO_OCCURRENCE');
  return planned;
}

/** A measure that happens once, with what the occurrence says of itself. */
export async function insertOnce(
  tx: Tx,
  { record, caseId, rows }: PlannedMeasure,
  originalLocal: string,
  fromLocal: string,
  toLocal: string | null,
  minutes: number,
  isNew = true,
): Promise<RecordId> {
  const own = rows.get(originalLocal)?.values;
  const { expectedEndLocal, outerLimitLocal } = record.values;
  const after = (local: string | null) => {
    const moved = shifted(local, minutes);
    return moved !== null && moved > fromLocal ? moved : null;
  };
  const values: NewValues<'measure'> = {
    ...record.values,
    fromLocal,
    toLocal,
    recurrence: null,
    placeId: own?.placeId ?? record.values.placeId,
    headcount: own?.headcount ?? record.values.headcount,
    expectedEndLocal: after(expectedEndLocal),
    outerLimitLocal: after(outerLimitLocal),
    // What is made anew is planned, however that stands which it was made from.
    status: 'planned',
    ...(isNew && { happened: null, policeKnew: null }),
    statusReason: null,
  };
  const { id } = await tx.insert('measure', values, { caseId });
  await copyRequired(tx, record.id, id, caseId);
  return id;
}

/** @param from only what reaches beyond this wall-clock time of the occurrence; null is all of it */
export async function copyCrew(
  tx: Tx,
  planned: PlannedMeasure,
  originalLocal: string,
  measureId: RecordId,
  minutes: number,
  from: string | null,
): Promise<void> {
  const rows = await partsOf(tx, 'assignment', planned.record.id);
  const own = shiftOf(planned.series, originalLocal);
  for (const { values } of assignmentsOf(rows, originalLocal)) {
    const by = minutes + (values.occurrenceLocal === null ? own : 0);
    const fromLocal = shifted(values.fromLocal, by);
    const toLocal = shifted(values.toLocal, by);
    if (from !== null && toLocal !== null && toLocal <= from) continue;
    const { officerId, vehicleId, post } = values;
    await tx.insert(
      'assignment',
      {
        measureId,
        officerId,
        vehicleId,
        post,
        status: 'planned',
        fromLocal: from !== null && fromLocal !== null && fromLocal < from ? from : fromLocal,
        toLocal,
      },
      { caseId: planned.caseId },
    );
  }
}

/**
 * Legs of an occurrence for a measure made from it.
 * @param from of a cut its time: the legs that set out from then on go to the second part and leave the first
 */
export async function copyLegs(
  tx: Tx,
  planned: PlannedMeasure,
  originalLocal: string,
  measureId: RecordId,
  minutes: number,
  from: string | null,
): Promise<void> {
  const rows = await partsOf(tx, 'leg', planned.record.id);
  const own = shiftOf(planned.series, originalLocal);
  const { caseId } = planned;
  for (const { id, values } of legsOf(rows, originalLocal)) {
    const by = minutes + (values.occurrenceLocal === null ? own : 0);
    const departLocal = shifted(values.departLocal, by);
    if (from !== null && (departLocal === null || departLocal < from)) continue;
    if (from !== null && planned.series.rule === null) {
      await tx.update('leg', id, { measureId });
      continue;
    }
    const times = { departLocal, arriveLocal: shifted(values.arriveLocal, by) };
    const told = { departedAt: null, arrivedAt: null };
    await tx.insert('leg', { ...values, ...times, ...told, measureId, occurrenceLocal: null }, { caseId });
    if (from === null) continue;
    // The row for all stands for the other occurrences; in this one its place is taken by one without times.
    const none = { departLocal: null, arriveLocal: null };
    if (values.occurrenceLocal !== null) await tx.update('leg', id, none);
    else {
      const gone = { measureId: planned.record.id, rank: values.rank, occurrenceLocal: originalLocal, ...none };
      await tx.insert('leg', gone, { caseId });
    }
  }
}
