import type { Kind } from '#model/kinds.ts';
import type { ListFilter, SqlValue } from '../book.ts';
import type { Row } from './columns.ts';
import type { Db } from './read-records.ts';
import { readRecord, type StoredRecord, selectRecords } from './record.ts';

/**
 * Records of a kind in the order of their time, what has no time last; equal times in story order, then as entered.
 */
export async function listRecords(db: Db, kind: Kind, filter: ListFilter = {}): Promise<StoredRecord[]> {
  const where = ['r.kind = ?'];
  const params: SqlValue[] = [kind];
  if (filter.caseId !== undefined) {
    where.push('r.case_id = ?');
    params.push(filter.caseId);
  }
  if (!filter.struck) where.push('r.struck_at IS NULL');
  if (filter.ids !== undefined) {
    where.push('r.id IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(filter.ids));
  }
  const rows = await db.all<Row>(
    `${selectRecords(kind)} WHERE ${where.join(' AND ')}
     ORDER BY r.starts_at NULLS LAST, r.story_order, r.rid LIMIT ? OFFSET ?`,
    [...params, filter.limit ?? -1, filter.offset ?? 0],
  );
  return rows.map(readRecord);
}
