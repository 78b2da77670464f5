import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { lastStartBefore, occurrenceAt } from '#model/plan/recurrence.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { ServiceError } from '../context.ts';
import { type Assignment, assignedKey } from './crew.ts';
import { loadMeasure, partsOf, refusal } from './load.ts';
import { type PlannedSeries, shifted, shiftOf } from './series.ts';
import { firstReached } from './split.ts';

type PlannedMeasure = PlannedSeries<BookRecord<'measure'>>;

/**
 * Assigns an officer or a vehicle. Where they are assigned already, that row is changed; an occurrence that has begun
 * keeps its crew when a whole series gets another.
 * @throws ServiceError OFFICER_EXCLUDED, NO_OCCURRENCE, PAST_FROZEN
 */
export async function assign(tx: Tx, input: ParsedOf<'plan.assign'>, nowAt: number): Promise<RecordId> {
  const { measureId, officerId, vehicleId, post, fromLocal, toLocal } = input;
  const planned = await loadMeasure(tx, measureId);
  const { series, caseId } = planned;
  const reach = reachOf(planned, input, nowAt);
  if (officerId !== null) await refuseExcluded(tx, planned, officerId, reach.key ?? reach.fromKey, nowAt, reach.isWide);
  const rows = await partsOf(tx, 'assignment', measureId);
  // Two posts to be filled are two.
  const isOpen = officerId === null && vehicleId === null;
  const same = rows.filter(
    ({ values }) => !isOpen && values.officerId === officerId && values.vehicleId === vehicleId && isOn(values, reach),
  );
  // Of a row for all, times are those of the first occurrence.
  const back = reach.isWide && input.originalLocal !== null ? -shiftOf(series, input.originalLocal) : 0;
  const times = { fromLocal: shifted(fromLocal, back), toLocal: shifted(toLocal, back) };
  const values = { officerId, vehicleId, post, ...times, status: 'planned' as const };
  if (!reach.isWide) {
    const [own] = same;
    // Post and part of a duty they have already.
    if (own) await tx.update('assignment', own.id, values);
    return (
      own?.id ?? (await tx.insert('assignment', { ...values, measureId, occurrenceLocal: reach.key }, { caseId })).id
    );
  }
  const { fromKey } = reach;
  let keptId: RecordId | null = null;
  for (const row of same) {
    const begunBefore = fromKey !== null && (row.values.firstLocal ?? series.startLocal) < fromKey;
    if (begunBefore) await tx.update('assignment', row.id, { lastLocal: lastStartBefore(series, fromKey) });
    else if (keptId !== null) await tx.update('assignment', row.id, { status: 'cancelled' });
    else {
      keptId = row.id;
      await tx.update('assignment', row.id, { ...values, firstLocal: fromKey, lastLocal: null });
    }
  }
  await updateNamed(tx, rows, input);
  if (keptId !== null) return keptId;
  const header = { caseId };
  return (await tx.insert('assignment', { ...values, measureId, firstLocal: fromKey }, header)).id;
}

interface AssignReach {
  /** One occurrence alone; null for what happens once and for a wider reach. */
  readonly key: string | null;
  /** It reaches several occurrences of a series. */
  readonly isWide: boolean;
  /** First of them; null is from the beginning. */
  readonly fromKey: string | null;
}

function reachOf(
  planned: PlannedMeasure,
  { originalLocal, scope }: { readonly originalLocal: string | null; readonly scope?: EditScope | undefined },
  nowAt: number,
): AssignReach {
  if (planned.series.rule === null) return { key: null, isWide: false, fromKey: null };
  const isWide = originalLocal === null || (scope !== undefined && scope !== 'this');
  if (!isWide) return { key: originalLocal, isWide, fromKey: null };
  const fromLocal = scope === 'following' ? originalLocal : null;
  return { key: null, isWide, fromKey: firstReached(planned, fromLocal, nowAt) };
}

/** True for a row that says who is on what is reached. */
function isOn({ occurrenceLocal, lastLocal, status }: Assignment['values'], { key, isWide, fromKey }: AssignReach) {
  if (!isWide) return occurrenceLocal === key && !lastLocal;
  if (occurrenceLocal !== null || status === 'cancelled') return false;
  return lastLocal === null || fromKey === null || lastLocal >= fromKey;
}

/** What was said of the occurrence named alone is said anew with the others: else it would be the one left out. */
async function updateNamed(tx: Tx, rows: readonly Assignment[], input: ParsedOf<'plan.assign'>): Promise<void> {
  const { originalLocal, officerId, vehicleId, post, fromLocal, toLocal } = input;
  if (originalLocal === null || (officerId ?? vehicleId) === null) return;
  const own = rows.find(
    ({ values }) =>
      values.occurrenceLocal === originalLocal && values.officerId === officerId && values.vehicleId === vehicleId,
  );
  if (own) await tx.update('assignment', own.id, { post, fromLocal, toLocal, status: 'planned' });
}

/** Why somebody is not to be assigned is for the lead; that it is so is told to all who plan. */
export async function refuseExcluded(
  tx: Tx,
  planned: PlannedMeasure,
  officerId: RecordId,
  originalLocal: string | null,
  nowAt: number,
  isWide = originalLocal === null && planned.series.rule !== null,
): Promise<void> {
  const { caseId, series, rows } = planned;
  const key = originalLocal ?? series.startLocal;
  const row = rows.get(key)?.values;
  const own = row ? { originalLocal: key, startLocal: row.fromLocal, endLocal: row.toLocal, excluded: false } : null;
  const occurrence = occurrenceAt(series, key, own);
  // A series is kept off by what holds at any time from then on.
  const startAt = occurrence?.fromAt ?? nowAt;
  const fromAt = isWide ? (originalLocal === null ? nowAt : Math.max(nowAt, startAt)) : startAt;
  const toAt = isWide ? Number.MAX_SAFE_INTEGER : (occurrence?.toAt ?? Number.MAX_SAFE_INTEGER);
  const found = await tx.first(
    `SELECT e.id FROM officer_exclusion e JOIN record r ON r.id = e.id WHERE e.officer_id = ?1 AND r.struck_at IS NULL
       AND (e.for_case_id IS NULL OR e.for_case_id = ?2) AND coalesce(e.from_at, ?3) < ?4 AND coalesce(e.until_at, ?4) > ?3`,
    [officerId, caseId, fromAt, toAt],
  );
  if (found) throw new ServiceError('OFFICER_EXCLUDED');
}

/**
 * Takes an assignment off one occurrence, off it and those that follow, or off all that have not begun.
 * @throws ServiceError PAST_FROZEN if it was told that they came
 */
export async function unassign(tx: Tx, input: ParsedOf<'plan.unassign'>, nowAt: number): Promise<void> {
  const { assignmentId, originalLocal } = input;
  const row = await findAssignment(tx, assignmentId);
  const { values } = row;
  const planned = await loadMeasure(tx, values.measureId);
  const { series } = planned;
  const reach = reachOf(planned, input, nowAt);
  // Named without a wider scope, who is on one occurrence alone is taken off that one.
  const isOnly = values.occurrenceLocal !== null && (input.scope ?? 'this') === 'this';
  if (series.rule === null || isOnly) {
    if (values.onPostAt !== null) throw refusal('PAST_FROZEN');
    await tx.update('assignment', assignmentId, { status: 'cancelled' });
    return;
  }
  if (!reach.isWide) {
    const key = originalLocal as string;
    const own = await ownRow(tx, row, key);
    if (own?.values.onPostAt) throw refusal('PAST_FROZEN');
    if (own) await tx.update('assignment', own.id, { status: 'cancelled' });
    else {
      const single = { ...values, occurrenceLocal: key, firstLocal: null, lastLocal: null };
      await tx.insert('assignment', { ...single, status: 'cancelled' }, { caseId: planned.caseId });
    }
    return;
  }
  const { fromKey } = reach;
  const key = assignedKey(row);
  // Two posts that nobody fills are told apart by their rows alone.
  const isOpen = values.officerId === null && values.vehicleId === null;
  for (const one of await partsOf(tx, 'assignment', values.measureId)) {
    if (isOpen ? one.id !== row.id : assignedKey(one) !== key) continue;
    const { occurrenceLocal, firstLocal, lastLocal, onPostAt } = one.values;
    if (occurrenceLocal !== null) {
      const isReached = (fromKey === null || occurrenceLocal >= fromKey) && onPostAt === null;
      if (isReached) await tx.update('assignment', one.id, { status: 'cancelled' });
    } else if (fromKey === null || (firstLocal ?? series.startLocal) >= fromKey) {
      await tx.update('assignment', one.id, { status: 'cancelled' });
    } else if (lastLocal === null || lastLocal >= fromKey) {
      await tx.update('assignment', one.id, { lastLocal: lastStartBefore(series, fromKey) });
    }
  }
}

/** An assignment. Throws ServiceError NOT_FOUND. */
export async function findAssignment(tx: Tx, id: RecordId): Promise<Assignment> {
  const row = await tx.find(id);
  if (row?.kind !== 'assignment' || row.struckAt !== null) throw new ServiceError('NOT_FOUND');
  return row as unknown as Assignment;
}

/** The row of one occurrence for the officer or vehicle that another row assigns to all. */
export async function ownRow(tx: Tx, row: Assignment, originalLocal: string): Promise<Assignment | null> {
  const rows = await partsOf(tx, 'assignment', row.values.measureId);
  return (
    rows.find((one) => one.values.occurrenceLocal === originalLocal && assignedKey(one) === assignedKey(row)) ?? null
  );
}
