import type { RecordId } from '#model/ids.ts';
import { isKind, type Kind } from '#model/kinds.ts';
import type { Connection } from '../driver/driver.ts';
import { StoreError } from '../store-error.ts';
import type { Row } from './columns.ts';
import { readRecord, type StoredRecord, selectRecords } from './record.ts';

/** What the reading functions need: a connection of either kind. */
export type Db = Pick<Connection, 'all'>;

/** A record of any kind, or null. */
export async function findRecord(db: Db, id: RecordId): Promise<StoredRecord | null> {
  const [row] = await db.all<{ kind: string }>('SELECT kind FROM record WHERE id = ?', [id]);
  if (!row) return null;
  if (!isKind(row.kind)) throw new StoreError('CORRUPT', { table: 'record', id });
  const [record] = await recordsByIds(db, row.kind, [id]);
  if (!record) throw new StoreError('CORRUPT', { table: row.kind, id });
  return record;
}

/** Those of the records that exist and are of that kind, in no order. */
export async function recordsByIds(db: Db, kind: Kind, ids: readonly RecordId[]): Promise<StoredRecord[]> {
  const rows = await db.all<Row>(`${selectRecords(kind)} WHERE r.id IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(ids),
  ]);
  return rows.map(readRecord);
}

/** Records of any kinds by id; what does not exist is missing from the map. */
export async function mapOfRecords(db: Db, ids: readonly RecordId[]): Promise<Map<RecordId, StoredRecord>> {
  const kinds = await db.all<{ kind: string; ids: string }>(
    `SELECT kind, json_group_array(id) AS ids FROM record
     WHERE id IN (SELECT value FROM json_each(?)) GROUP BY kind`,
    [JSON.stringify(ids)],
  );
  const found = new Map<RecordId, StoredRecord>();
  for (const row of kinds) {
    if (!isKind(row.kind)) throw new StoreError('CORRUPT', { table: 'record' });
    for (const record of await recordsByIds(db, row.kind, JSON.parse(row.ids) as RecordId[])) {
      found.set(record.id, record);
    }
  }
  return found;
}
