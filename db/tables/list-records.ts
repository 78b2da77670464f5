import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { ListFilter, Reader, SqlValue } from '../book.ts';
import type { Row } from './columns.ts';
import type { Db } from './read-records.ts';
import { readRecord, type StoredRecord, selectRecords } from './record.ts';

const IN_ORDER = 'r.starts_at NULLS LAST, r.story_order, r.rid';

/**
 * Records of a kind in the order of their time, what has no time last; equal times in story order, then as entered.
 */
export async function listRecords(db: Db, kind: Kind, filter: ListFilter = {}): Promise<StoredRecord[]> {
  // With a plus a column leads to no index: records of given ids are looked up by these, not picked out of all others.
  const by = filter.ids === undefined ? 'r.' : '+r.';
  const where = [`${by}kind = ?`];
  const params: SqlValue[] = [kind];
  if (filter.caseId !== undefined) {
    where.push(`${by}case_id = ?`);
    params.push(filter.caseId);
  }
  if (!filter.struck) where.push('r.struck_at IS NULL');
  if (filter.ids !== undefined) {
    where.push('r.id IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(filter.ids));
  }
  const rows = await db.all<Row>(
    `${selectRecords(kind)} WHERE ${where.join(' AND ')}
     ORDER BY ${IN_ORDER} LIMIT ? OFFSET ?`,
    [...params, filter.limit ?? -1, filter.offset ?? 0],
  );
  return rows.map(readRecord);
}

/** Ids of the records of a kind in a case that are not struck, in the same order. */
export async function listIds(reader: Reader, kind: Kind, caseId: RecordId): Promise<RecordId[]> {
  // One text instead of a row each: they may be many.
  const row = await reader.first<{ ids: string }>(
    `SELECT json_group_array(id) AS ids FROM (SELECT r.id FROM record r
       WHERE r.kind = ? AND r.case_id = ? AND r.struck_at IS NULL ORDER BY ${IN_ORDER})`,
    [kind, caseId],
  );
  return JSON.parse(row?.ids ?? '[]') as RecordId[];
}
