/** Writes what an edit of a series has made of it: times, rows of occurrences, and the parts that go along. */
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { NewValues } from '#model/kinds.ts';
import { daysBetween, localAt, timeOf, wallMinutes } from '#model/plan/local-time.ts';
import type { SeriesEdit } from '#model/plan/recurrence-edit.ts';
import type { Series, SeriesException } from '#model/plan/types.ts';
import { partsOf } from './load.ts';
import { keepParts } from './own-parts.ts';
import { endOf, movedBy, type OccurrenceRow, type PlannedSeries, shifted, timesOf } from './series.ts';

/** Times of the occurrence that was edited, before and after. */
export interface EditedTimes {
  readonly originalLocal: string;
  readonly startLocal: string;
  readonly endLocal: string | null;
  /** The series is only split: nothing moves, whatever times of its own the occurrence has. */
  readonly isUnmoved?: boolean;
}

/**
 * Stores an edit in the command's transaction.
 * @param edited null where times stay as they are and only what recurs has changed
 * @returns ids of the records that hold the series afterwards, the edited occurrence's last
 */
export async function storeEdit(
  tx: Tx,
  planned: PlannedSeries,
  { kept, added }: SeriesEdit,
  edited: EditedTimes | null,
): Promise<RecordId[]> {
  const { record, series } = planned;
  if (!kept) return [];
  const keys = keysOf(planned, { kept, added }, edited);
  const minutes = edited && !edited.isUnmoved ? movedBy(before(series, edited.originalLocal), edited) : 0;
  if (!added) {
    const moved = keys.from !== null;
    if (edited && !edited.isUnmoved && !moved) await keepParts(tx, planned, edited.originalLocal, edited, minutes);
    await updateTimes(tx, planned, kept, moved ? minutes : 0);
    await storeRows(tx, planned, kept, record.id, keys);
    if (moved) await moveParts(tx, planned, record.id, keys, minutes, true);
    else if (edited && minutes !== 0) await shiftNamed(tx, planned, edited.originalLocal, minutes);
    return [record.id];
  }
  const addedId = await insertCopy(tx, planned, added, minutes);
  await updateTimes(tx, planned, kept, 0);
  await storeRows(tx, planned, kept, record.id, { ...keys, from: null });
  await storeRows(tx, planned, added, addedId, keys);
  await moveParts(tx, planned, addedId, keys, minutes, false);
  return [record.id, addedId];
}

/** Which keys belong to the part that goes on under other keys, and what they become. */
interface Keys {
  /** First key of that part; null if every key stays. */
  readonly from: string | null;
  rekey(key: string): string;
}

function keysOf({ series }: PlannedSeries, { kept, added }: SeriesEdit, edited: EditedTimes | null): Keys {
  const later = added ?? kept;
  if (!edited || !later || (!added && later.startLocal === series.startLocal))
    return { from: null, rekey: (key) => key };
  // What happens once is keyed by its own start; a series keeps its days in step with the edited occurrence.
  const days = daysBetween(edited.originalLocal, edited.startLocal);
  const time = timeOf(edited.startLocal);
  return {
    from: added ? localAt(added.startLocal, timeOf(series.startLocal), -days) : series.startLocal,
    rekey: (key) => localAt(key, time, days),
  };
}

function before(series: Series, originalLocal: string) {
  const own = series.exceptions.find((one) => one.originalLocal === originalLocal);
  return { startLocal: own?.startLocal ?? originalLocal, endLocal: own?.endLocal ?? endOf(series, originalLocal) };
}

/** Ends that were said for the first occurrence go along with it when it moves. */
function endsMoved({ record }: PlannedSeries, minutes: number) {
  if (record.kind !== 'measure') return {};
  const { expectedEndLocal, outerLimitLocal } = record.values;
  return { expectedEndLocal: shifted(expectedEndLocal, minutes), outerLimitLocal: shifted(outerLimitLocal, minutes) };
}

async function updateTimes(tx: Tx, planned: PlannedSeries, series: Series, minutes: number): Promise<void> {
  const { record } = planned;
  const patch = { ...timesOf(series), ...endsMoved(planned, minutes) };
  await tx.update(record.kind, record.id, patch as NewValues<'measure'>);
}

/** A copy of the record that holds the later part; its ends lie at the new first occurrence. */
async function insertCopy(tx: Tx, planned: PlannedSeries, added: Series, minutes: number): Promise<RecordId> {
  const { record, caseId, series } = planned;
  const later = firstShift(series, added, minutes);
  const values = { ...record.values, ...timesOf(added), ...endsMoved(planned, later) };
  const { id } = await tx.insert(record.kind, values as NewValues<'measure'>, { caseId });
  await copyRequired(tx, record.id, id, caseId);
  return id;
}

/** Minutes from the old first occurrence to the new one for what moves along; without a move its days alone. */
function firstShift(series: Series, added: Series, minutes: number): number {
  const days = daysBetween(series.startLocal, added.startLocal) * 1_440;
  const whole = wallMinutes(added.startLocal) - wallMinutes(series.startLocal);
  return minutes === 0 ? days : whole;
}

/** Rows of occurrences as the series has them now; a row that says nothing any more stays and says nothing. */
async function storeRows(
  tx: Tx,
  planned: PlannedSeries,
  series: Series,
  seriesId: RecordId,
  keys: Keys,
): Promise<void> {
  const isMoved = (key: string) => keys.from !== null && key >= keys.from;
  const isNew = seriesId !== planned.record.id;
  const wanted = new Map(series.exceptions.map((one) => [one.originalLocal, one]));
  for (const [key, row] of planned.rows) {
    if (isNew && !isMoved(key)) continue;
    const originalLocal = isMoved(key) ? keys.rekey(key) : key;
    await tx.update('occurrence', row.id, { seriesId, originalLocal, ...rowTimes(wanted.get(originalLocal), row) });
    wanted.delete(originalLocal);
  }
  for (const one of wanted.values()) {
    const values = { seriesId, originalLocal: one.originalLocal, ...rowTimes(one, null) };
    await tx.insert('occurrence', values, { caseId: planned.caseId });
  }
}

/** Times and state of a row as its series has them now; null is a row that is not there yet. */
export function rowTimes(one: SeriesException | undefined, row: OccurrenceRow | null) {
  const status = row?.values.status ?? null;
  if (!one) return { fromLocal: null, toLocal: null, status: status === 'excluded' ? null : status };
  const { startLocal, endLocal, excluded } = one;
  return {
    fromLocal: startLocal,
    toLocal: endLocal,
    status: excluded ? ('excluded' as const) : status === 'excluded' ? null : status,
  };
}

/**
 * Takes assignments, legs, passes and reliefs along. Rows that name an occurrence get its new key; rows for all are moved,
 * or copied where the earlier part needs them too.
 * @param whole the whole series moved, in its own record
 */
async function moveParts(
  tx: Tx,
  planned: PlannedSeries,
  measureId: RecordId,
  keys: Keys,
  minutes: number,
  whole: boolean,
): Promise<void> {
  if (planned.record.kind !== 'measure') return;
  const { caseId, record, series } = planned;
  const forAll = whole ? minutes : firstShift(series, { ...series, startLocal: keys.rekey(keys.from ?? '') }, minutes);
  const isMoved = (key: string) => keys.from !== null && key >= keys.from;
  /** What has times of its own did not move with the others. */
  const own = (key: string) => (planned.rows.get(key)?.values.fromLocal ? 0 : minutes);
  for (const row of await partsOf(tx, 'assignment', record.id)) {
    const { occurrenceLocal: key, fromLocal, toLocal, firstLocal, lastLocal } = row.values;
    const by = key === null ? forAll : own(key);
    const times = { fromLocal: shifted(fromLocal, by), toLocal: shifted(toLocal, by) };
    if (key !== null) {
      if (isMoved(key))
        await tx.update('assignment', row.id, { measureId, occurrenceLocal: keys.rekey(key), ...times });
      continue;
    }
    if (lastLocal !== null && !isMoved(lastLocal)) continue;
    const range = {
      firstLocal: firstLocal !== null && isMoved(firstLocal) ? keys.rekey(firstLocal) : null,
      lastLocal: lastLocal && keys.rekey(lastLocal),
    };
    if (whole) await tx.update('assignment', row.id, { ...times, ...range });
    else await tx.insert('assignment', { ...row.values, measureId, ...times, ...range }, { caseId });
  }
  for (const row of await partsOf(tx, 'leg', record.id)) {
    const { occurrenceLocal: key, departLocal, arriveLocal } = row.values;
    const by = key === null ? forAll : own(key);
    const times = { departLocal: shifted(departLocal, by), arriveLocal: shifted(arriveLocal, by) };
    if (key !== null) {
      if (isMoved(key)) await tx.update('leg', row.id, { measureId, occurrenceLocal: keys.rekey(key), ...times });
    } else if (whole) await tx.update('leg', row.id, times);
    else await tx.insert('leg', { ...row.values, measureId, ...times }, { caseId });
  }
  for (const row of await partsOf(tx, 'patrol_pass', record.id)) {
    const { occurrenceLocal: key, plannedLocal } = row.values;
    if (!isMoved(key)) continue;
    const patch = { measureId, occurrenceLocal: keys.rekey(key), plannedLocal: shifted(plannedLocal, own(key)) };
    await tx.update('patrol_pass', row.id, patch);
  }
  await moveHandovers(tx, record.id, measureId, keys);
}

/** Times that were said for one occurrence alone go along with it. */
async function shiftNamed(tx: Tx, { record }: PlannedSeries, key: string, minutes: number): Promise<void> {
  if (record.kind !== 'measure') return;
  for (const row of await partsOf(tx, 'assignment', record.id)) {
    if (row.values.occurrenceLocal !== key) continue;
    const { fromLocal, toLocal } = row.values;
    await tx.update('assignment', row.id, {
      fromLocal: shifted(fromLocal, minutes),
      toLocal: shifted(toLocal, minutes),
    });
  }
  for (const row of await partsOf(tx, 'leg', record.id)) {
    if (row.values.occurrenceLocal !== key) continue;
    const { departLocal, arriveLocal } = row.values;
    const times = { departLocal: shifted(departLocal, minutes), arriveLocal: shifted(arriveLocal, minutes) };
    await tx.update('leg', row.id, times);
  }
}

/** Reliefs name an occurrence by its key: they follow it. When it takes place is not theirs to change. */
async function moveHandovers(tx: Tx, oldId: RecordId, measureId: RecordId, keys: Keys): Promise<void> {
  const { from, rekey } = keys;
  if (from === null) return;
  for (const [side, key] of [
    ['from_measure_id', 'from_occurrence_local'],
    ['to_measure_id', 'to_occurrence_local'],
  ] as const) {
    const rows = await tx.all<{ id: RecordId; key: string }>(
      `SELECT h.id, h.${key} AS key FROM handover h JOIN record r ON r.id = h.id
       WHERE h.${side} = ? AND h.${key} >= ? AND r.struck_at IS NULL`,
      [oldId, from],
    );
    for (const row of rows) {
      const own = rekey(row.key);
      const patch =
        side === 'from_measure_id'
          ? { fromMeasureId: measureId, fromOccurrenceLocal: own }
          : { toMeasureId: measureId, toOccurrenceLocal: own };
      await tx.update('handover', row.id, patch);
    }
  }
}

/** Qualifications that one record asks for, asked for by another too. */
export async function copyRequired(tx: Tx, fromId: RecordId, ownerId: RecordId, caseId: RecordId): Promise<void> {
  const rows = await tx.all<{ qualificationId: RecordId; headcount: number | null }>(
    `SELECT q.qualification_id AS qualificationId, q.headcount FROM required_qualification q
     JOIN record r ON r.id = q.id WHERE q.owner_id = ? AND r.struck_at IS NULL ORDER BY r.rid`,
    [fromId],
  );
  for (const row of rows) await tx.insert('required_qualification', { ownerId, ...row }, { caseId });
}
