import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { EditProblem } from '#model/plan/recurrence-edit.ts';
import { ServiceError } from '../context.ts';
import { type OccurrenceRow, type Planned, type PlannedSeries, rowsBySeries, seriesOf } from './series.ts';

/**
 * A need or a measure with its series, as a command sees it.
 * @throws ServiceError NOT_FOUND if it is none, is struck or was never planned by the clock
 */
export async function loadPlanned(tx: Tx, id: RecordId): Promise<PlannedSeries> {
  const record = await tx.find(id);
  if (!record || record.struckAt !== null || (record.kind !== 'need' && record.kind !== 'measure')) {
    throw new ServiceError('NOT_FOUND');
  }
  const zone = await tx.first<{ zone: string }>('SELECT zone FROM protection_case WHERE id = ?', [record.caseId]);
  const rows = rowsBySeries(await occurrenceRows(tx, id)).get(id);
  const planned = zone && seriesOf(record as Planned, zone.zone, rows);
  if (!planned) throw new ServiceError('NOT_FOUND');
  return planned;
}

/** The same for a measure alone. */
export async function loadMeasure(tx: Tx, id: RecordId): Promise<PlannedSeries<BookRecord<'measure'>>> {
  const planned = await loadPlanned(tx, id);
  if (!isMeasure(planned)) throw new ServiceError('NOT_FOUND');
  return planned;
}

function isMeasure(planned: PlannedSeries): planned is PlannedSeries<BookRecord<'measure'>> {
  return planned.record.kind === 'measure';
}

type Flat = OccurrenceRow['values'] & { readonly id: RecordId; readonly createdAt: number };

async function occurrenceRows(tx: Tx, seriesId: RecordId): Promise<OccurrenceRow[]> {
  const rows = await tx.all<Flat>(
    `SELECT o.id, r.created_at AS createdAt, o.series_id AS seriesId, o.original_local AS originalLocal,
       o.from_local AS fromLocal, o.to_local AS toLocal, o.place_id AS placeId, o.headcount, o.status,
       o.status_reason AS statusReason
     FROM occurrence o JOIN record r ON r.id = o.id WHERE o.series_id = ? AND r.struck_at IS NULL ORDER BY r.rid`,
    [seriesId],
  );
  return rows.map(({ id, createdAt, ...values }) => ({ id, createdAt, values }));
}

/** Parts of a measure that name an occurrence or hold for all, not struck. */
export async function partsOf<K extends 'assignment' | 'leg' | 'patrol_pass'>(
  tx: Tx,
  kind: K,
  measureId: RecordId,
): Promise<BookRecord<K>[]> {
  const ids = await tx.all<{ id: RecordId }>(
    `SELECT p.id FROM ${kind} p JOIN record r ON r.id = p.id
     WHERE p.measure_id = ? AND r.struck_at IS NULL ORDER BY r.rid`,
    [measureId],
  );
  const found: BookRecord<K>[] = [];
  for (const { id } of ids) found.push((await tx.find(id)) as unknown as BookRecord<K>);
  return found;
}

/** Why an edit was refused, as a failure a person can act on. */
export function refusal(problem: EditProblem): ServiceError {
  if (problem === 'END_BEFORE_START') return new ServiceError('INVALID_VALUES', [{ field: 'toLocal', code: problem }]);
  if (problem === 'END_REQUIRED') return new ServiceError('INVALID_VALUES', [{ field: 'toLocal', code: 'REQUIRED' }]);
  return new ServiceError(problem);
}
