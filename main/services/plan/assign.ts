import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { lastStartBefore, occurrenceAt, startsBetween } from '#model/plan/recurrence.ts';
import { localOfInstant } from '#model/time.ts';
import { ServiceError } from '../context.ts';
import type { Assignment } from './crew.ts';
import { loadMeasure, partsOf, refusal } from './load.ts';
import type { PlannedSeries } from './series.ts';

type PlannedMeasure = PlannedSeries<BookRecord<'measure'>>;

/**
 * Assigns an officer or a vehicle. Where they are assigned already, that row is changed; an occurrence that has begun
 * keeps its crew when a whole series gets another.
 * @throws ServiceError OFFICER_EXCLUDED, NO_OCCURRENCE
 */
export async function assign(tx: Tx, input: ParsedOf<'plan.assign'>, nowAt: number): Promise<RecordId> {
  const { measureId, originalLocal, officerId, vehicleId, post, fromLocal, toLocal } = input;
  const planned = await loadMeasure(tx, measureId);
  const { series } = planned;
  const key = series.rule === null ? null : originalLocal;
  if (officerId !== null) await refuseExcluded(tx, planned, officerId, key, nowAt);
  const rows = await partsOf(tx, 'assignment', measureId);
  // Two posts to be filled are two.
  const isOpen = officerId === null && vehicleId === null;
  const same = rows.find(
    ({ values }) =>
      !isOpen &&
      values.officerId === officerId &&
      values.vehicleId === vehicleId &&
      values.occurrenceLocal === key &&
      !values.lastLocal,
  );
  const values = { officerId, vehicleId, post, fromLocal, toLocal, status: 'planned' as const };
  if (same) {
    // Post and part of a duty they have already.
    await tx.update('assignment', same.id, values);
    return same.id;
  }
  const firstLocal = key === null && series.rule !== null ? firstToCome(planned, nowAt) : null;
  const { id } = await tx.insert(
    'assignment',
    { ...values, measureId, occurrenceLocal: key, firstLocal },
    { caseId: planned.caseId },
  );
  return id;
}

/** Key of the first occurrence that has not begun, if any has; null if all are to come. */
function firstToCome({ series, zone }: PlannedMeasure, nowAt: number): string | null {
  const now = localOfInstant(nowAt, zone);
  if (series.startLocal > now) return null;
  const [next] = startsBetween(series, now, '9999-12-31T23:59', 1).starts;
  if (next === undefined) throw refusal('PAST_FROZEN');
  return next;
}

/** Why somebody is not to be assigned is for the lead; that it is so is told to all who plan. */
export async function refuseExcluded(
  tx: Tx,
  planned: PlannedMeasure,
  officerId: RecordId,
  originalLocal: string | null,
  nowAt: number,
): Promise<void> {
  const { caseId, series, rows } = planned;
  const key = originalLocal ?? series.startLocal;
  const row = rows.get(key)?.values;
  const own = row ? { originalLocal: key, startLocal: row.fromLocal, endLocal: row.toLocal, excluded: false } : null;
  const occurrence = occurrenceAt(series, key, own);
  const isSeries = originalLocal === null && series.rule !== null;
  // A series is kept off by what holds at any time from now on.
  const fromAt = isSeries ? nowAt : (occurrence?.fromAt ?? nowAt);
  const toAt = isSeries ? Number.MAX_SAFE_INTEGER : (occurrence?.toAt ?? Number.MAX_SAFE_INTEGER);
  const found = await tx.first(
    `SELECT e.id FROM officer_exclusion e JOIN record r ON r.id = e.id WHERE e.officer_id = ?1 AND r.struck_at IS NULL
       AND (e.for_case_id IS NULL OR e.for_case_id = ?2) AND coalesce(e.from_at, ?3) < ?4 AND coalesce(e.until_at, ?4) > ?3`,
    [officerId, caseId, fromAt, toAt],
  );
  if (found) throw new ServiceError('OFFICER_EXCLUDED');
}

/**
 * Takes an assignment off one occurrence, or off all that have not begun.
 * @throws ServiceError PAST_FROZEN if it was told that they came
 */
export async function unassign(
  tx: Tx,
  { assignmentId, originalLocal }: { readonly assignmentId: RecordId; readonly originalLocal: string | null },
  nowAt: number,
): Promise<void> {
  const row = await findAssignment(tx, assignmentId);
  const { values } = row;
  const planned = await loadMeasure(tx, values.measureId);
  const isForAll = values.occurrenceLocal === null && planned.series.rule !== null;
  if (!isForAll) {
    if (values.onPostAt !== null) throw refusal('PAST_FROZEN');
    await tx.update('assignment', assignmentId, { status: 'cancelled' });
    return;
  }
  if (originalLocal !== null) {
    const own = await ownRow(tx, row, originalLocal);
    if (own?.values.onPostAt) throw refusal('PAST_FROZEN');
    if (own) await tx.update('assignment', own.id, { status: 'cancelled' });
    else {
      const single = { ...values, occurrenceLocal: originalLocal, firstLocal: null, lastLocal: null };
      await tx.insert('assignment', { ...single, status: 'cancelled' }, { caseId: planned.caseId });
    }
    return;
  }
  const last = lastStartBefore(planned.series, localOfInstant(nowAt + 60_000, planned.zone));
  const isBegun = last !== null && (values.firstLocal === null || values.firstLocal <= last);
  await tx.update('assignment', assignmentId, isBegun ? { lastLocal: last } : { status: 'cancelled' });
}

/** An assignment. Throws ServiceError NOT_FOUND. */
export async function findAssignment(tx: Tx, id: RecordId): Promise<Assignment> {
  const row = await tx.find(id);
  if (row?.kind !== 'assignment' || row.struckAt !== null) throw new ServiceError('NOT_FOUND');
  return row as unknown as Assignment;
}

/** The row of one occurrence for the officer or vehicle that another row assigns to all. */
export async function ownRow(tx: Tx, { values }: Assignment, originalLocal: string): Promise<Assignment | null> {
  const rows = await partsOf(tx, 'assignment', values.measureId);
  return (
    rows.find(
      (one) =>
        one.values.occurrenceLocal === originalLocal &&
        one.values.officerId === values.officerId &&
        one.values.vehicleId === values.vehicleId,
    ) ?? null
  );
}
