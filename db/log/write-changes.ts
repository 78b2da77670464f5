import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { StoreError } from '../store-error.ts';
import { headerRow, kindStatements, RECORD_SQL, type StoredRecord, valuesRow } from '../tables/record.ts';
import type { ChangeOp } from './chain.ts';
import type { CommandScope } from './command-scope.ts';
import type { LogChange } from './log-writer.ts';
import { rederiveCase } from './rederive.ts';
import { differenceTexts, wholeText } from './state.ts';
import { referencesOf } from './values.ts';

/** One record before and after; null is not there. At least one of the two is. Derived parts are filled in. */
export interface RecordChange {
  readonly op: ChangeOp;
  readonly before: StoredRecord | null;
  readonly after: StoredRecord | null;
}

/**
 * Writes changes of one kind: rows, log, search index, and what is derived from them elsewhere. Everything that ever
 * changes a record comes through here.
 */
export async function writeChanges(scope: CommandScope, kind: Kind, changes: readonly RecordChange[]): Promise<void> {
  await executeChanges(scope, prepareChanges(scope, kind, changes));
}

/** Statements and log of some changes, ready to be executed. */
export interface PreparedChanges {
  readonly kind: Kind;
  readonly changes: readonly RecordChange[];
  readonly deleted: readonly RecordId[];
  readonly inserted: Rows | null;
  readonly updated: Rows | null;
  readonly logged: readonly LogChange[];
}

/** Rows as JSON, for the header and for the kind's table. */
interface Rows {
  readonly header: string;
  readonly values: string;
}

/** The part of writing that only computes. */
export function prepareChanges(scope: CommandScope, kind: Kind, changes: readonly RecordChange[]): PreparedChanges {
  const deleted: RecordId[] = [];
  const inserted: StoredRecord[] = [];
  const updated: StoredRecord[] = [];
  for (const { before, after } of changes) {
    if (after === null) {
      if (before) deleted.push(before.id);
    } else if (before === null) inserted.push(after);
    else updated.push(after);
  }
  for (const { before, after } of changes) {
    const id = (after ?? before)?.id;
    if (id) scope.changed(kind, id);
    scope.index.touch(before, after);
  }
  return {
    kind,
    changes,
    deleted,
    inserted: rowsOf(inserted),
    updated: rowsOf(updated),
    logged: changes.map(logChange),
  };
}

function rowsOf(records: readonly StoredRecord[]): Rows | null {
  if (records.length === 0) return null;
  return { header: JSON.stringify(records.map(headerRow)), values: JSON.stringify(records.map(valuesRow)) };
}

function logChange({ op, before, after }: RecordChange): LogChange {
  const record = after ?? before;
  if (!record) throw new StoreError('SQL', {}, 'a change of nothing');
  const texts =
    before && after
      ? differenceTexts(before, after)
      : { before: before && wholeText(before), after: after && wholeText(after) };
  return { id: record.id, kind: record.kind, op, ...texts };
}

/** The part of writing that waits for the database. */
export async function executeChanges(scope: CommandScope, prepared: PreparedChanges): Promise<void> {
  const { connection } = scope;
  const { kind, changes, deleted, inserted, updated, logged } = prepared;
  const statements = kindStatements(kind);
  if (deleted.length > 0) {
    const ids = JSON.stringify(deleted);
    await connection.run(statements.delete, [ids]);
    await connection.run(RECORD_SQL.delete, [ids]);
  }
  if (inserted) {
    await connection.run(RECORD_SQL.insert, [inserted.header]);
    await connection.run(statements.insert, [inserted.values]);
  }
  if (updated) {
    await connection.run(RECORD_SQL.update, [updated.header]);
    await connection.run(statements.update, [updated.values]);
  }
  await scope.log.add(logged);
  await scope.index.flushFull();
  if (kind === 'case') await followZones(scope, changes);
}

/** Plans are meant in their case's zone: a case that moves to another moves their instants. */
async function followZones(scope: CommandScope, changes: readonly RecordChange[]): Promise<void> {
  for (const { before, after } of changes) {
    const record = after ?? before;
    if (!record) continue;
    const zone = after ? String(after.values.zone) : null;
    scope.setZone(record.id, zone);
    if (before && zone !== null && before.values.zone !== zone) await rederiveCase(scope, record.id, zone);
  }
}

/**
 * Looks up the records that new values refer to.
 * @throws StoreError UNKNOWN_REFERENCE with kind, field and id if one is missing or of another kind
 */
export async function checkReferences(
  scope: CommandScope,
  kind: Kind,
  values: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const wanted = new Map<string, { field: string; id: RecordId; target: string }>();
  for (const [field, target] of referencesOf(kind)) {
    for (const one of values) {
      const id = one[field] as RecordId | null | undefined;
      if (id != null) wanted.set(`${field} ${id}`, { field, id, target });
    }
  }
  const unseen = new Set([...wanted.values()].map(({ id }) => id).filter((id) => !scope.kinds.has(id)));
  if (unseen.size > 0) {
    const found = await scope.connection.all<{ id: RecordId; kind: Kind }>(
      'SELECT id, kind FROM record WHERE id IN (SELECT value FROM json_each(?))',
      [JSON.stringify([...unseen])],
    );
    for (const row of found) scope.kinds.set(row.id, row.kind);
  }
  for (const { field, id, target } of wanted.values()) {
    const found = scope.kinds.get(id);
    if (found === undefined || (target !== '*' && target !== found)) {
      throw new StoreError('UNKNOWN_REFERENCE', { kind, field, id });
    }
  }
}
