import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { needsReason } from '#model/kinds/plan.ts';
import { hasOccurrence } from '#model/plan/recurrence.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { ServiceError } from '../context.ts';
import { loadPlanned, refusal } from './load.ts';
import { splitOff } from './split.ts';

/** A need as a whole holds, is declined by her, or has ended, whatever ended it. */
const NEED_STATUS: Readonly<Record<string, string>> = { planned: 'active', active: 'active', declined: 'declined' };

export interface StatusChange {
  readonly id: RecordId;
  /** Null is the whole record. */
  readonly originalLocal: string | null;
  /** A wider one reaches occurrences that have not begun. */
  readonly scope?: EditScope | undefined;
  readonly status: string;
  readonly reason: string | null;
}

/**
 * Says how a plan, one occurrence of it, or several that have not begun stand.
 * @throws ServiceError INVALID_VALUES without a reason where one is asked for, NO_OCCURRENCE, PAST_FROZEN
 */
export async function setStatus(tx: Tx, change: StatusChange, nowAt: number): Promise<void> {
  const { id, originalLocal, scope = 'this', status, reason } = change;
  if (needsReason(status) && !reason) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'statusReason', code: 'REQUIRED' }]);
  }
  const planned = await loadPlanned(tx, id);
  const { record, rows, series, caseId } = planned;
  if (series.rule !== null && originalLocal !== null && scope !== 'this') {
    const restId = await splitOff(tx, planned, { originalLocal, scope }, nowAt);
    // What single ones said of themselves gives way; what is taken out stays out.
    for (const { id: rowId, values } of (await loadPlanned(tx, restId)).rows.values()) {
      if (values.status === null || values.status === 'excluded') continue;
      await tx.update('occurrence', rowId, { status: null, statusReason: null });
    }
    return setStatus(tx, { id: restId, originalLocal: null, status, reason }, nowAt);
  }
  // What happens once has one state, its record's own.
  if (originalLocal === null || series.rule === null) {
    const patch =
      record.kind === 'measure'
        ? { status, statusReason: reason }
        : { status: NEED_STATUS[status] ?? 'ended', ...(reason && { reason }) };
    await tx.update(record.kind, id, patch as never);
    return;
  }
  if (!hasOccurrence(series, originalLocal)) throw refusal('NO_OCCURRENCE');
  const values = { status, statusReason: reason } as never;
  const row = rows.get(originalLocal);
  if (row) await tx.update('occurrence', row.id, values);
  else await tx.insert('occurrence', { seriesId: id, originalLocal, ...(values as object) }, { caseId });
}
