import type { RecordId } from '#model/ids.ts';
import { isKind, KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import type { Connection } from '../driver/driver.ts';
import { isStoreError } from '../store-error.ts';
import { recordsByIds } from '../tables/read-records.ts';
import type { StoredRecord } from '../tables/record.ts';
import type { ChangeOp } from './chain.ts';
import { sameDerived } from './rederive.ts';
import { parseState, sameHeader, sameRecord, wholeRecord, withDifference } from './state.ts';
import { withDerived } from './values.ts';

const RECORDS = 500;
const CHANGES = 1_000;

/** What the log says of a record: its state, that it is gone, or (after a purge) nothing that can be compared. */
interface Logged {
  readonly state: StoredRecord | null | 'unknown';
  /** Last entry that changed it. */
  readonly seq: number;
}

/**
 * The first entry whose record is not as the log left it, or null. A record that no entry made counts as an entry
 * missing after `lastSeq`.
 */
export async function firstBadRecord(db: Connection, bookZone: string, lastSeq: number): Promise<number | null> {
  const zones = await zonesOfCases(db);
  const bad: number[] = [];
  let after = 0;
  let count = 0;
  for (;;) {
    const page = await db.all<{ rid: number; id: RecordId; kind: string }>(
      `SELECT rid, id, kind FROM record WHERE rid > ? ORDER BY rid LIMIT ${RECORDS}`,
      [after],
    );
    const rows = await readRows(db, page);
    const logged = await readLogged(db, page);
    for (const { id, kind, rid } of page) {
      const said = logged.get(id);
      if (!said) bad.push(lastSeq + 1);
      else if (!fits(said, rows.get(id), (caseId) => (caseId === null ? bookZone : zones.get(caseId)), kind)) {
        bad.push(said.seq);
      }
      after = rid;
      count += 1;
    }
    if (page.length < RECORDS) break;
  }
  bad.push(...(await missingRecords(db, count, lastSeq)));
  return bad.length === 0 ? null : Math.min(...bad);
}

function fits(
  said: Logged,
  row: StoredRecord | undefined,
  zoneOf: (caseId: RecordId | null) => string | undefined,
  kind: string,
): boolean {
  if (!row || row.kind !== kind || said.state === null) return false;
  if (said.state === 'unknown') return true;
  const zone = zoneOf(row.caseId);
  if (zone === undefined || said.state.kind !== kind) return false;
  const expected = withDerived(said.state, zone);
  return sameHeader(expected, row) && sameRecord(expected, row) && sameDerived(expected, row);
}

/** Records of a page by id. A row that cannot be read as its kind is missing from it. */
async function readRows(
  db: Connection,
  page: readonly { id: RecordId; kind: string }[],
): Promise<Map<RecordId, StoredRecord>> {
  const rows = new Map<RecordId, StoredRecord>();
  for (const kind of new Set(page.map((row) => row.kind).filter(isKind))) {
    const ids = page.filter((row) => row.kind === kind).map((row) => row.id);
    for (const record of await readableByIds(db, kind, ids)) rows.set(record.id, record);
  }
  return rows;
}

async function readableByIds(db: Connection, kind: Kind, ids: readonly RecordId[]): Promise<StoredRecord[]> {
  try {
    return await recordsByIds(db, kind, ids);
  } catch (error) {
    if (!isStoreError(error, 'CORRUPT') || 'sqlite' in error.data) throw error;
    if (ids.length === 1) return [];
    // One of them is not what this program writes: the others are still to be compared.
    const half = ids.length >> 1;
    return [
      ...(await readableByIds(db, kind, ids.slice(0, half))),
      ...(await readableByIds(db, kind, ids.slice(half))),
    ];
  }
}

/** What the log says of the records of a page, folded from its changes in order. */
async function readLogged(db: Connection, page: readonly { id: RecordId }[]): Promise<Map<RecordId, Logged>> {
  const ids = JSON.stringify(page.map((row) => row.id));
  const logged = new Map<RecordId, Logged>();
  let after = 0;
  for (;;) {
    const changes = await db.all<LoggedRow>(
      `SELECT number, seq, record_id AS id, kind, op, after, salt IS NULL AS purged FROM log_change
       WHERE record_id IN (SELECT value FROM json_each(?)) AND number > ? ORDER BY number LIMIT ${CHANGES}`,
      [ids, after],
    );
    for (const change of changes) {
      logged.set(change.id, { state: folded(logged.get(change.id)?.state ?? null, change), seq: change.seq });
      after = change.number;
    }
    if (changes.length < CHANGES) return logged;
  }
}

interface LoggedRow {
  readonly number: number;
  readonly seq: number;
  readonly id: RecordId;
  readonly kind: string;
  readonly op: ChangeOp;
  readonly after: string | null;
  readonly purged: 0 | 1;
}

function folded(state: Logged['state'], { id, kind, op, after, purged }: LoggedRow): Logged['state'] {
  if (op === 'delete') return null;
  if (purged === 1 || after === null || !isKind(kind)) return 'unknown';
  const said = parsedOrNull(after);
  if (said === null) return 'unknown';
  if (op === 'insert') return said.createdAt === undefined ? 'unknown' : wholeRecord(kind, id, 0, said);
  return state === null || state === 'unknown' ? 'unknown' : withDifference(state, said);
}

/** A text that is no state does not keep its commitment either: its entry is found by the walk of the chain. */
function parsedOrNull(text: string): ReturnType<typeof parseState> | null {
  try {
    return parseState(text);
  } catch {
    return null;
  }
}

async function zonesOfCases(db: Connection): Promise<Map<RecordId, string>> {
  const rows = await db.all<{ id: RecordId; zone: string }>('SELECT id, zone FROM protection_case');
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}

/** Entries of records that the log has and the book has not; and rows of kinds without a record. */
async function missingRecords(db: Connection, found: number, lastSeq: number): Promise<number[]> {
  const bad: number[] = [];
  const [live] = await db.all<{ count: number }>(
    "SELECT coalesce(sum(CASE op WHEN 'insert' THEN 1 WHEN 'delete' THEN -1 ELSE 0 END), 0) AS count FROM log_change",
  );
  if (live?.count !== found) {
    const [row] = await db.all<{ seq: number }>(
      `SELECT c.seq FROM log_change c
       WHERE c.op <> 'delete' AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = c.record_id)
         AND c.number = (SELECT max(number) FROM log_change n WHERE n.record_id = c.record_id)
       ORDER BY c.seq LIMIT 1`,
    );
    bad.push(row?.seq ?? lastSeq + 1);
  }
  let rows = 0;
  for (const kind of KIND_NAMES) {
    const [row] = await db.all<{ count: number }>(`SELECT count(*) AS count FROM ${kindOf(kind).table}`);
    rows += row?.count ?? 0;
  }
  if (rows > found) bad.push(lastSeq + 1);
  return bad;
}
