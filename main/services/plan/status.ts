import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { hasOccurrence } from '#model/plan/recurrence.ts';
import { ServiceError } from '../context.ts';
import { loadPlanned, refusal } from './load.ts';

/** These say that something planned is not there: never without why. */
const WITH_REASON = ['cancelled', 'not_possible', 'not_done'];

/** A need as a whole holds, is declined by her, or has ended, whatever ended it. */
const NEED_STATUS: Readonly<Record<string, string>> = { planned: 'active', active: 'active', declined: 'declined' };

export interface StatusChange {
  readonly id: RecordId;
  /** Null is the whole record. */
  readonly originalLocal: string | null;
  readonly status: string;
  readonly reason: string | null;
}

/** Says how a plan, or one occurrence of it, stands. */
export async function setStatus(tx: Tx, { id, originalLocal, status, reason }: StatusChange): Promise<void> {
  if (WITH_REASON.includes(status) && !reason) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'statusReason', code: 'REQUIRED' }]);
  }
  const { record, rows, series, caseId } = await loadPlanned(tx, id);
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
