import type { RecordId } from '#model/ids.ts';
import type { AnyRecord, BookRecord, Kind, NewValues } from '#model/kinds.ts';
import type { NewHeader, NewRow, SqlValue, Tx } from '../book.ts';
import { StoreError } from '../store-error.ts';
import { deleteDraft } from '../tables/note-draft.ts';
import { findRecord } from '../tables/read-records.ts';
import { publicRecord, type StoredRecord } from '../tables/record.ts';
import type { CommandScope } from './command-scope.ts';
import { checkOurs } from './handed-over.ts';
import { sameRecord } from './state.ts';
import { checkedValues, checkScope, withDerived } from './values.ts';
import { checkReferences, executeChanges, prepareChanges, writeChanges } from './write-changes.ts';

/** Hex digits that the ids of one batch share; the other 24 are random, 96 bits. */
const SHARED_DIGITS = 8;
/** Rows that are made ready while the ones before them are written. */
const SLICE = 1_000;
const REASON_LENGTH = 500;

/** A command's transaction for its work, and the way to end it. */
export interface OpenTx {
  readonly tx: Tx;
  /** Waits for writes that the work did not wait for; every write after it throws COMMAND_OVER. */
  end(): Promise<void>;
}

/** The `Tx` of one command. Writes run one after the other, also when the work starts several at once. */
export function openTx(scope: CommandScope, newId: () => RecordId): OpenTx {
  let over = false;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (over) return Promise.reject(new StoreError('COMMAND_OVER'));
    const turn = last.then(work);
    // A write that failed may have been half done: its command must not commit, whoever caught the error.
    last = turn;
    turn.catch(() => undefined);
    return turn;
  }

  function all<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row[]> {
    if (over) return Promise.reject(new StoreError('COMMAND_OVER'));
    return scope.connection.all<Row>(sql, params);
  }

  const tx: Tx = {
    now: scope.now,
    all,
    first: async <Row>(sql: string, params?: readonly SqlValue[]) => (await all<Row>(sql, params))[0] ?? null,
    async find(id) {
      await last.catch(() => undefined);
      if (over) throw new StoreError('COMMAND_OVER');
      return publicOrNull(await findRecord(scope.connection, id));
    },
    insert: (kind, values, header) =>
      inTurn(async () => {
        const [record] = await insertRows(scope, newId, kind, [header ? { values, header } : { values }]);
        return typed(kind, record);
      }),
    insertMany: (kind, rows) =>
      inTurn(async () => (await insertRows(scope, newId, kind, rows)).map((record) => record.id)),
    update: (kind, id, patch) => inTurn(async () => typed(kind, await updateRecord(scope, kind, id, patch))),
    remove: (id, reason) => inTurn(() => strike(scope, id, reason)),
    restore: (id) => inTurn(() => unstrike(scope, id)),
    dropDraft: (noteId) => inTurn(() => deleteDraft(scope.connection, noteId)),
  };
  return {
    tx,
    async end() {
      over = true;
      await last;
    },
  };
}

async function insertRows<K extends Kind>(
  scope: CommandScope,
  newId: () => RecordId,
  kind: K,
  rows: readonly NewRow<K>[],
): Promise<StoredRecord[]> {
  const firstRid = await scope.takeRids(rows.length);
  for (const caseId of new Set(rows.map((row) => row.header?.caseId ?? null))) {
    await scope.zoneOf(caseId);
    await checkOurs(scope, kind, caseId);
  }
  const batchId = batchIds(newId);
  const records: StoredRecord[] = [];
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < rows.length; from += SLICE) {
    const slice: StoredRecord[] = [];
    for (const row of rows.slice(from, from + SLICE)) {
      slice.push(newRecord(scope, kind, row, firstRid + from + slice.length, batchId));
    }
    const prepared = prepareChanges(
      scope,
      kind,
      slice.map((after) => ({ op: 'insert', before: null, after })),
    );
    await writing;
    // The database works on a thread of its own: meanwhile the next slice is checked and made ready.
    writing = executeChanges(scope, prepared).then(() =>
      checkReferences(
        scope,
        kind,
        slice.map((record) => record.values),
      ),
    );
    writing.catch(() => undefined);
    records.push(...slice);
  }
  await writing;
  return records;
}

/**
 * Ids for records that are written together: random, with a beginning in common. So they lie together in the indexes,
 * and a large import does not touch every page of each of them again and again.
 */
function batchIds(newId: () => RecordId): () => RecordId {
  let shared: string | null = null;
  return () => {
    const id = newId();
    shared ??= id.slice(0, SHARED_DIGITS);
    return `${shared}${id.slice(SHARED_DIGITS)}` as RecordId;
  };
}

function newRecord<K extends Kind>(
  scope: CommandScope,
  kind: K,
  row: NewRow<K>,
  rid: number,
  newId: () => RecordId,
): StoredRecord {
  const header: NewHeader = row.header ?? {};
  const caseId = header.caseId ?? null;
  checkScope(kind, caseId);
  const zone = scope.knownZone(caseId);
  const record: StoredRecord = {
    rid,
    id: header.id ?? newId(),
    kind,
    caseId,
    title: '',
    titleEn: null,
    startsAt: null,
    endsAt: null,
    precision: null,
    qualifier: null,
    storyOrder: header.storyOrder ?? 0,
    createdAt: scope.now,
    createdBy: scope.person,
    changedAt: scope.now,
    changedBy: scope.person,
    version: 1,
    struckAt: null,
    struckBy: null,
    struckReason: null,
    importKey: header.importKey ?? null,
    values: checkedValues(kind, row.values, zone),
  };
  return withDerived(record, zone);
}

async function updateRecord<K extends Kind>(
  scope: CommandScope,
  kind: K,
  id: RecordId,
  patch: NewValues<K>,
): Promise<StoredRecord> {
  const before = await findRecord(scope.connection, id);
  if (!before || before.kind !== kind) throw new StoreError('NOT_FOUND', { id });
  if (before.struckAt !== null) throw new StoreError('STRUCK', { id });
  await checkOurs(scope, kind, before.caseId);
  const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const zone = await scope.zoneOf(before.caseId);
  const values = checkedValues(kind, { ...before.values, ...named }, zone);
  const after = withDerived(changed(scope, before, { values }), zone);
  if (sameRecord(before, after)) return before;
  await writeChanges(scope, kind, [{ op: 'update', before, after }]);
  await checkReferences(scope, kind, [values]);
  return after;
}

async function strike(scope: CommandScope, id: RecordId, reason: string): Promise<void> {
  const before = await findRecord(scope.connection, id);
  if (!before) throw new StoreError('NOT_FOUND', { id });
  if (before.struckAt !== null) throw new StoreError('STRUCK', { id });
  await checkOurs(scope, before.kind, before.caseId);
  const struckReason = reason.trim().toWellFormed();
  if (struckReason === '' || struckReason.length > REASON_LENGTH) {
    throw new StoreError('INVALID_VALUES', { kind: before.kind, field: 'reason', reason: 'REQUIRED' });
  }
  const after = changed(scope, before, { struckAt: scope.now, struckBy: scope.person, struckReason });
  await writeChanges(scope, before.kind, [{ op: 'strike', before, after }]);
}

async function unstrike(scope: CommandScope, id: RecordId): Promise<void> {
  const before = await findRecord(scope.connection, id);
  if (!before) throw new StoreError('NOT_FOUND', { id });
  if (before.struckAt === null) return;
  await checkOurs(scope, before.kind, before.caseId);
  const after = changed(scope, before, { struckAt: null, struckBy: null, struckReason: null });
  await writeChanges(scope, before.kind, [{ op: 'restore', before, after }]);
}

function changed(scope: CommandScope, record: StoredRecord, parts: Partial<StoredRecord>): StoredRecord {
  return { ...record, ...parts, changedAt: scope.now, changedBy: scope.person, version: record.version + 1 };
}

function publicOrNull(record: StoredRecord | null): AnyRecord | null {
  return record && publicRecord(record);
}

/** The values were checked against the kind's own schema, which is what the type says. */
function typed<K extends Kind>(_kind: K, record: StoredRecord | undefined): BookRecord<K> {
  if (!record) throw new StoreError('NOT_FOUND');
  return publicRecord(record) as BookRecord<K>;
}
