import type { RecordId } from '#model/ids.ts';
import { fieldsOf, isKind, type Kind, kindOf, valuesSchema } from '#model/kinds.ts';
import type { Connection } from '../driver/driver.ts';
import { isStoreError, StoreError, type UndoConflict } from '../store-error.ts';
import { mapOfRecords } from '../tables/read-records.ts';
import type { StoredRecord } from '../tables/record.ts';
import type { ChangeOp } from './chain.ts';
import type { CommandScope } from './command-scope.ts';
import { type LoggedState, parseState, sameValue, wholeRecord, withDifference } from './state.ts';
import { withDerived } from './values.ts';
import { type RecordChange, writeChanges } from './write-changes.ts';

/** Changes that are taken back in one go. */
const PAGE = 2_000;

interface LoggedChange {
  readonly number: number;
  readonly id: RecordId;
  readonly kind: Kind;
  readonly op: ChangeOp;
  readonly before: string | null;
  readonly after: string | null;
}

const INVERSE: Readonly<Record<ChangeOp, ChangeOp>> = {
  insert: 'delete',
  delete: 'insert',
  update: 'update',
  strike: 'restore',
  restore: 'strike',
};

/**
 * Takes back what entries of the log did, newest change first, inside a command of its own. A record that was
 * inserted is removed, so that afterwards the rows are the same as before.
 * @throws StoreError UNDO_CONFLICT if something an entry wrote is not as it left it; data is an UndoConflict
 */
export async function revertEntries(scope: CommandScope, entries: readonly number[]): Promise<void> {
  for (const seq of [...entries].sort((a, b) => b - a)) {
    const [entry] = await scope.connection.all<{ first: number; changes: number }>(
      'SELECT first_change AS first, changes FROM log_entry WHERE seq = ?',
      [seq],
    );
    if (!entry) throw new StoreError('NOT_FOUND', { seq });
    for (let end = entry.first + entry.changes; end > entry.first; end -= PAGE) {
      await revertPage(scope, Math.max(entry.first, end - PAGE), end);
    }
  }
}

/** Takes back changes number `from` to `end` (exclusive). */
async function revertPage(scope: CommandScope, from: number, end: number): Promise<void> {
  const page = await scope.connection.all<LoggedChange>(
    `SELECT number, record_id AS id, kind, op, before, after FROM log_change
     WHERE number >= ? AND number < ? ORDER BY number DESC`,
    [from, end],
  );
  const found = await mapOfRecords(scope.connection, [...new Set(page.map((change) => change.id))]);
  const states = new Map<RecordId, StoredRecord | null>(found);
  const ops = new Map<RecordId, ChangeOp>();
  let rid = await scope.takeRids(page.filter((change) => change.op === 'delete').length);
  for (const change of page) {
    if (!isKind(change.kind)) throw new StoreError('CORRUPT', { table: 'log_change' });
    const now = states.get(change.id) ?? null;
    const then = inverse(scope, change, now, () => rid++);
    states.set(change.id, then);
    ops.set(change.id, ops.has(change.id) ? opOf(found.get(change.id) ?? null, then) : INVERSE[change.op]);
  }
  await writeStates(scope, page, found, states, ops);
}

/**
 * Writes the page's records in the order of the page, the one that was made last first: taken back in its turn, each
 * then comes back in its old place.
 */
async function writeStates(
  scope: CommandScope,
  page: readonly LoggedChange[],
  found: ReadonlyMap<RecordId, StoredRecord>,
  states: ReadonlyMap<RecordId, StoredRecord | null>,
  ops: ReadonlyMap<RecordId, ChangeOp>,
): Promise<void> {
  for (const state of states.values()) {
    // Plans that come back are derived in the zone that their case comes back to.
    if (state?.kind === 'case') scope.setZone(state.id, String(state.values.zone));
  }
  const runs: { readonly kind: Kind; readonly changes: RecordChange[] }[] = [];
  for (const id of inOrderOfFirstChange(page)) {
    const before = found.get(id) ?? null;
    const state = states.get(id) ?? null;
    const kind = (state ?? before)?.kind;
    if (!kind) continue;
    const after = state && withDerived(checked(state), await scope.zoneOf(state.caseId));
    const change: RecordChange = { op: ops.get(id) ?? 'update', before, after };
    const run = runs.at(-1);
    if (run?.kind === kind) run.changes.push(change);
    else runs.push({ kind, changes: [change] });
  }
  for (const { kind, changes } of runs) await writeChanges(scope, kind, changes);
}

/** Ids of a page (newest change first), each where its first change stands. */
function inOrderOfFirstChange(page: readonly LoggedChange[]): RecordId[] {
  return [...new Set(page.map((change) => change.id).reverse())].reverse();
}

function opOf(before: StoredRecord | null, after: StoredRecord | null): ChangeOp {
  if (!after) return 'delete';
  return before ? 'update' : 'insert';
}

/** The record's state once `change` is taken back from `now`. */
function inverse(
  scope: CommandScope,
  change: LoggedChange,
  now: StoredRecord | null,
  newRid: () => number,
): StoredRecord | null {
  const { id, kind } = change;
  const before = change.before === null ? null : parseState(change.before);
  const after = change.after === null ? null : parseState(change.after);
  // A purge has taken what there was to go back to.
  if (before === null && after === null) throw conflict({ id, kind, reason: 'GONE' });
  if (after === null) {
    // It was removed: it comes back, unless something with its id is there.
    if (now !== null) throw conflict({ id, kind, reason: 'EXISTS' });
    return wholeRecord(kind, id, newRid(), before as LoggedState);
  }
  if (now === null) throw conflict({ id, kind, reason: 'GONE' });
  if (before === null) {
    assertAsLeft(now, wholeRecord(kind, id, now.rid, after).values);
    assertStruck(now, { struckAt: after.struckAt ?? null });
    return null;
  }
  assertAsLeft(now, after.values);
  assertStruck(now, after);
  const then = withDifference(now, before);
  if (now.version === after.version && !kindOf(kind).keepsVersions) return then;
  // Something else about it has changed since, or each of its versions is kept: this is one change more.
  return { ...then, version: now.version + 1, changedAt: scope.now, changedBy: scope.person };
}

/** Throws UNDO_CONFLICT if one of the values is not what the change left. */
function assertAsLeft(now: StoredRecord, left: Readonly<Record<string, unknown>>): void {
  for (const [name, field] of fieldsOf(now.kind)) {
    if (!Object.hasOwn(left, name) || sameValue(field, left[name], now.values[name])) continue;
    const { id, kind } = now;
    const about = { id, kind, reason: 'CHANGED', field: name } as const;
    // Of a value that can be withheld only that it changed is told: it is shown by a reveal alone.
    if (field.protectable !== null) throw conflict(about);
    throw conflict({ ...about, left: left[name], found: now.values[name] });
  }
}

function assertStruck(now: StoredRecord, left: { readonly struckAt?: number | null | undefined }): void {
  if (left.struckAt === undefined || left.struckAt === now.struckAt) return;
  throw conflict({ id: now.id, kind: now.kind, reason: 'CHANGED', left: left.struckAt, found: now.struckAt });
}

/** An old state must still be one that the kind allows today. */
function checked(record: StoredRecord): StoredRecord {
  const parsed = valuesSchema(record.kind).safeParse(record.values);
  if (!parsed.success) throw new StoreError('INVALID_VALUES', { kind: record.kind, id: record.id });
  return record;
}

function conflict(about: Pick<UndoConflict, 'id' | 'kind' | 'reason'> & Partial<UndoConflict>): StoreError {
  const { field = null, left = null, found = null } = about;
  const data: UndoConflict = { ...about, field, left: left ?? null, found: found ?? null };
  return new StoreError('UNDO_CONFLICT', { ...data });
}

/**
 * The error for a revert that the database refused: a reference would lead nowhere, or an imported row is there again.
 * Read before the rollback.
 */
export async function explainRefusal(connection: Connection, error: unknown): Promise<unknown> {
  if (!isStoreError(error, 'CONSTRAINT')) return error;
  const [broken] = await connection.all<{ table: string; rowid: number }>('PRAGMA foreign_key_check');
  if (!broken) return conflict({ id: '', kind: '', reason: 'EXISTS' });
  // The name comes from SQLite's own list of tables.
  const [row] = await connection.all<{ id: string; kind: string }>(
    `SELECT r.id, r.kind FROM "${broken.table}" k JOIN record r ON r.id = k.id WHERE k.rowid = ?`,
    [broken.rowid],
  );
  return conflict({ id: row?.id ?? '', kind: row?.kind ?? '', reason: 'REFERENCE' });
}
