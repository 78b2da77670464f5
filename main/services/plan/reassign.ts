/** Giving a duty to somebody else: another officer, another vehicle, or for another protected person. */
import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import { occurrenceAt } from '#model/plan/recurrence.ts';
import { ServiceError } from '../context.ts';
import { assign, findAssignment, unassign } from './assign.ts';
import { copy } from './copy.ts';
import { loadMeasure, refusal } from './load.ts';
import { remove, timesNow } from './move.ts';
import { shifted, shiftOf } from './series.ts';
import { splitOff } from './split.ts';

type Reassignment = ParsedOf<'plan.reassign'>['items'][number];

/**
 * Puts one in another's place on an occurrence, or on others too that have not begun.
 * @throws ServiceError OFFICER_EXCLUDED, NO_OCCURRENCE, PAST_FROZEN
 */
export async function reassign(tx: Tx, item: Reassignment, nowAt: number): Promise<void> {
  if (item.what === 'person') return forPerson(tx, item, nowAt);
  const { id: measureId, assignmentId, toId, what } = item;
  const row = assignmentId === null ? null : await findAssignment(tx, assignmentId);
  if (row && row.values.measureId !== measureId) throw new ServiceError('NOT_FOUND');
  const { series } = await loadMeasure(tx, measureId);
  // Who is on one occurrence alone has no place on the others to give away.
  const scope = row === null || row.values.occurrenceLocal === null ? item.scope : 'this';
  const { originalLocal } = item;
  if (row) await unassign(tx, { assignmentId: row.id, originalLocal, scope }, nowAt);
  if (toId === null) return;
  // Parts of a duty are said for the first occurrence, or for the one that they name.
  const isGeneral = series.rule !== null && row?.values.occurrenceLocal === null;
  const by = isGeneral ? shiftOf(series, originalLocal) : 0;
  await assign(
    tx,
    {
      measureId,
      originalLocal,
      scope,
      officerId: what === 'officer' ? toId : null,
      vehicleId: what === 'vehicle' ? toId : null,
      post: row?.values.post ?? null,
      fromLocal: shifted(row?.values.fromLocal ?? null, by),
      toLocal: shifted(row?.values.toLocal ?? null, by),
    },
    nowAt,
  );
}

/** A measure is for one person: an occurrence for another is a measure of its own, and what has begun stays as it was. */
async function forPerson(tx: Tx, { id, originalLocal, scope, toId }: Reassignment, nowAt: number): Promise<void> {
  if (toId === null) throw new ServiceError('NOT_FOUND');
  const planned = await loadMeasure(tx, id);
  const { series } = planned;
  if (series.rule === null) {
    const occurrence = occurrenceAt(series, series.startLocal, null);
    if (!occurrence || occurrence.fromAt <= nowAt) throw refusal('PAST_FROZEN');
    await tx.update('measure', id, { personId: toId });
    return;
  }
  if (scope === 'this') {
    const times = timesNow(series, originalLocal);
    const [copyId] = await copy(tx, { id, originalLocal }, [times.startLocal], { withCrew: true }, nowAt);
    if (copyId) await tx.update('measure', copyId, { personId: toId });
    await remove(tx, { id, originalLocal, scope }, '', nowAt);
    return;
  }
  const restId = await splitOff(tx, planned, { originalLocal, scope }, nowAt);
  await tx.update('measure', restId, { personId: toId });
}
