import { isRecordId, type RecordId } from '#model/ids.ts';
import type { RecordHeader } from '#model/kinds/define.ts';
import { type AnyRecord, isKind, type Kind } from '#model/kinds.ts';
import { PRECISIONS, type Precision, QUALIFIERS, type Qualifier } from '#model/when.ts';
import type { SqlValue } from '../book.ts';
import { StoreError } from '../store-error.ts';
import { pushColumns, type Row, readValues, tableOf } from './columns.ts';

/** A record with its row number, by which search knows it. */
export interface StoredRecord extends AnyRecord {
  readonly rid: number;
}

/** Header columns in the order in which they are written. */
const HEADER = [
  'rid',
  'id',
  'kind',
  'case_id',
  'title',
  'title_en',
  'starts_at',
  'ends_at',
  'precision',
  'qualifier',
  'story_order',
  'created_at',
  'created_by',
  'changed_at',
  'changed_by',
  'version',
  'struck_at',
  'struck_by',
  'struck_reason',
  'import_key',
] as const;

/** Columns of a kind's table are selected under this prefix, so that none hides one of the header. */
const VALUE = 'v_';

/** `SELECT` of whole records of a kind, to be continued with WHERE: the header is `r`, the kind's table `k`. */
export function selectRecords(kind: Kind): string {
  const { table, columns } = tableOf(kind);
  const header = HEADER.map((column) => `r.${column}`);
  const values = columns.map((column) => `k.${column} AS ${VALUE}${column}`);
  return `SELECT ${[...header, ...values].join(', ')} FROM record r JOIN ${table} k ON k.id = r.id`;
}

/** Row of the record table. */
export function headerRow(record: StoredRecord): SqlValue[] {
  return [
    record.rid,
    record.id,
    record.kind,
    record.caseId,
    record.title,
    record.titleEn,
    record.startsAt,
    record.endsAt,
    record.precision,
    record.qualifier,
    record.storyOrder,
    record.createdAt,
    record.createdBy,
    record.changedAt,
    record.changedBy,
    record.version,
    record.struckAt,
    record.struckBy,
    record.struckReason,
    record.importKey,
  ];
}

/** Row of the kind's table: id, then its columns. */
export function valuesRow(record: StoredRecord): SqlValue[] {
  const row: SqlValue[] = [record.id];
  pushColumns(row, tableOf(record.kind), record.values);
  return row;
}

/** A record from a row of `selectRecords`. Throws StoreError CORRUPT if the row was not written by this program. */
export function readRecord(row: Row): StoredRecord {
  const header = readHeader(row);
  return { ...header, values: readValues(row, tableOf(header.kind), VALUE) };
}

/** Header of a record from a row with the header's columns. Throws StoreError CORRUPT. */
function readHeader(row: Row): RecordHeader & { rid: number; kind: Kind } {
  const { id, kind } = row;
  if (!isRecordId(id) || !isKind(kind)) throw new StoreError('CORRUPT', { table: 'record' });
  const text = (column: string): string => (typeof row[column] === 'string' ? row[column] : corrupt(id, column));
  const number = (column: string): number => {
    const value = row[column];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : corrupt(id, column);
  };
  const maybe = <T>(column: string, read: (column: string) => T): T | null =>
    (row[column] ?? null) === null ? null : read(column);
  return {
    rid: number('rid'),
    id,
    kind,
    caseId: maybe('case_id', (column) => recordId(row[column], id, column)),
    title: text('title'),
    titleEn: maybe('title_en', text),
    startsAt: maybe('starts_at', number),
    endsAt: maybe('ends_at', number),
    precision: maybe('precision', (column) => precision(text(column), id)),
    qualifier: maybe('qualifier', (column) => qualifier(text(column), id)),
    storyOrder: number('story_order'),
    createdAt: number('created_at'),
    createdBy: text('created_by'),
    changedAt: number('changed_at'),
    changedBy: text('changed_by'),
    version: number('version'),
    struckAt: maybe('struck_at', number),
    struckBy: maybe('struck_by', text),
    struckReason: maybe('struck_reason', text),
    importKey: maybe('import_key', text),
  };
}

/** The record without its row number: what leaves the store. */
export function publicRecord({ rid: _, ...record }: StoredRecord): AnyRecord {
  return record;
}

function recordId(value: unknown, id: RecordId, column: string): RecordId {
  return isRecordId(value) ? value : corrupt(id, column);
}

function precision(value: string, id: RecordId): Precision {
  return PRECISIONS.find((known) => known === value) ?? corrupt(id, 'precision');
}

function qualifier(value: string, id: RecordId): Qualifier {
  return QUALIFIERS.find((known) => known === value) ?? corrupt(id, 'qualifier');
}

function corrupt(id: RecordId, column: string): never {
  throw new StoreError('CORRUPT', { table: 'record', id, column });
}

/** Statements that write many rows at once: the rows come as one JSON array of arrays (SQLite's jsonb_each). */
export const RECORD_SQL = {
  insert: `INSERT INTO record (${HEADER.join(', ')})
    SELECT ${HEADER.map((_, index) => `value ->> ${index}`).join(', ')} FROM jsonb_each(?)`,
  update: `UPDATE record SET ${HEADER.map((column, index) => [column, index] as const)
    .slice(3)
    .map(([column, index]) => `${column} = j.value ->> ${index}`)
    .join(', ')} FROM jsonb_each(?) j WHERE record.id = j.value ->> 1`,
  delete: 'DELETE FROM record WHERE id IN (SELECT value FROM json_each(?))',
} as const;

const kindSql = new Map<Kind, { insert: string; update: string; delete: string }>();

/** The same for a kind's table. */
export function kindStatements(kind: Kind): { insert: string; update: string; delete: string } {
  let sql = kindSql.get(kind);
  if (!sql) {
    const { table, columns } = tableOf(kind);
    sql = {
      insert: `INSERT INTO ${table} (id, ${columns.join(', ')})
        SELECT value ->> 0, ${columns.map((_, index) => `value ->> ${index + 1}`).join(', ')} FROM jsonb_each(?)`,
      update: `UPDATE ${table} SET ${columns.map((column, index) => `${column} = j.value ->> ${index + 1}`).join(', ')}
        FROM jsonb_each(?) j WHERE ${table}.id = j.value ->> 0`,
      delete: `DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    };
    kindSql.set(kind, sql);
  }
  return sql;
}
