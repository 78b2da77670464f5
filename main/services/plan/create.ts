import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { ServiceError } from '../context.ts';
import { refuseExcluded } from './assign.ts';
import { loadMeasure, loadPlanned } from './load.ts';

/**
 * A new measure with its crew. What a need says already is not asked again.
 * @throws ServiceError OFFICER_EXCLUDED
 */
export async function createMeasure(tx: Tx, input: ParsedOf<'plan.create_measure'>, nowAt: number): Promise<RecordId> {
  const { caseId, type, text, startLocal, endLocal, recurrence, officerIds, vehicleIds } = input;
  const need = input.needId === null ? null : await needOf(tx, input.needId, caseId);
  const { id } = await tx.insert(
    'measure',
    {
      type,
      text,
      fromLocal: startLocal,
      toLocal: endLocal,
      recurrence,
      status: 'planned',
      placeId: input.placeId ?? (type === 'transport' ? null : (need?.values.placeId ?? null)),
      headcount: input.headcount ?? need?.values.headcount ?? null,
      personId: need?.values.personId ?? input.personId ?? null,
      wishId: need?.values.wishId ?? null,
      wishFit: need?.values.wishId ? 'answers' : null,
    },
    { caseId },
  );
  const header = { caseId };
  const planned = await loadMeasure(tx, id);
  for (const officerId of officerIds) {
    await refuseExcluded(tx, planned, officerId, null, nowAt);
    await tx.insert('assignment', { measureId: id, officerId, status: 'planned' }, header);
  }
  for (const vehicleId of vehicleIds)
    await tx.insert('assignment', { measureId: id, vehicleId, status: 'planned' }, header);
  return id;
}

async function needOf(tx: Tx, id: RecordId, caseId: RecordId): Promise<BookRecord<'need'>> {
  const { record } = await loadPlanned(tx, id);
  if (record.kind !== 'need' || record.caseId !== caseId) throw new ServiceError('NOT_FOUND');
  return record;
}
