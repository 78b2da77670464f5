import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/** So many changes of the log are looked back through; where they all lie in one case it alone is told. */
const LOOK_BACK = 1_000;

/** Open cases that were written in last, the newest first. */
export async function readWrittenLast(reader: Reader): Promise<RecordId[]> {
  const rows = await reader.all<{ id: RecordId }>(
    `SELECT pc.id FROM (SELECT number, record_id FROM log_change ORDER BY number DESC LIMIT ${LOOK_BACK}) l
       JOIN record r ON r.id = l.record_id JOIN protection_case pc ON pc.id = coalesce(r.case_id, r.id)
       JOIN record c ON c.id = pc.id
     WHERE pc.status = 'open' AND c.struck_at IS NULL GROUP BY pc.id ORDER BY max(l.number) DESC`,
  );
  return rows.map(({ id }) => id);
}
