/** Where an occurrence is and how many it takes, where that is not as in its series. */
import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import { hasOccurrence, occurrenceAt } from '#model/plan/recurrence.ts';
import { loadPlanned, refusal } from './load.ts';
import { splitOff } from './split.ts';

/**
 * Gives an occurrence, or it and others that have not begun, a place and a headcount. What is as in the series is not
 * said again.
 * @throws ServiceError NO_OCCURRENCE, PAST_FROZEN once it is over
 */
export async function setOwn(tx: Tx, input: ParsedOf<'plan.set_own'>, nowAt: number): Promise<void> {
  const { id, originalLocal, scope = 'this', placeId, headcount } = input;
  const planned = await loadPlanned(tx, id);
  const { record, series, rows, caseId } = planned;
  if (!hasOccurrence(series, originalLocal)) throw refusal('NO_OCCURRENCE');
  if (series.rule !== null && scope !== 'this') {
    const restId = await splitOff(tx, planned, { originalLocal, scope }, nowAt);
    await tx.update(record.kind, restId, { placeId, headcount } as never);
    for (const row of (await loadPlanned(tx, restId)).rows.values()) {
      await tx.update('occurrence', row.id, { placeId: null, headcount: null });
    }
    return;
  }
  const own = series.exceptions.find((one) => one.originalLocal === originalLocal) ?? null;
  const occurrence = occurrenceAt(series, originalLocal, own);
  if (occurrence?.toAt && occurrence.toAt <= nowAt) throw refusal('PAST_FROZEN');
  if (series.rule === null) {
    await tx.update(record.kind, id, { placeId, headcount } as never);
    return;
  }
  const said = {
    placeId: placeId === record.values.placeId ? null : placeId,
    headcount: headcount === record.values.headcount ? null : headcount,
  };
  const row = rows.get(originalLocal);
  if (row) await tx.update('occurrence', row.id, said);
  else await tx.insert('occurrence', { seriesId: id, originalLocal, ...said }, { caseId });
}
