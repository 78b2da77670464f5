import type { RecordId } from '#model/ids.ts';
import { LIES_AHEAD } from '#model/lies-ahead.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { Reader } from '../../book.ts';

/** Reads the records as they are, or as they were known at `asOf`, ms UTC. */
export interface ClockReader extends Reader {
  readonly asOf?: number;
}

/** What every row of these reads carries. Instants are ms UTC. */
export interface Row {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly createdAt: number;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly precision: Precision | null;
  readonly qualifier: Qualifier | null;
}

/**
 * The records of a kind that are not struck: of one case, or of every open case when `caseId` is null.
 * @param columns of the kind's own table `t`, as SQL
 */
export async function readKind<R extends Row>(
  reader: ClockReader,
  kind: string,
  table: string,
  caseId: RecordId | null,
  columns: string,
): Promise<R[]> {
  const within = caseId
    ? 'r.case_id = ?1'
    : `r.case_id IN (SELECT pc.id FROM protection_case pc JOIN record c ON c.id = pc.id
       WHERE pc.status = 'open' AND c.struck_at IS NULL)`;
  const rows = await reader.all<R>(
    `SELECT r.id, r.case_id AS caseId, r.created_at AS createdAt, r.starts_at AS startsAt, r.ends_at AS endsAt,
       r.precision, r.qualifier, ${columns}
     FROM record r JOIN ${table} t ON t.id = r.id
     WHERE r.kind = '${kind}' AND r.struck_at IS NULL AND ${within} ORDER BY r.case_id, r.starts_at, r.story_order, r.rid`,
    caseId ? [caseId] : [],
  );
  const at = reader.asOf;
  return at === undefined ? rows : rows.flatMap((row) => rowAsOf(row, kind, at) ?? []);
}

/** Columns of what lies ahead by nature, and those that say when something was entered or is over. */
const AHEAD: ReadonlySet<string> = new Set([
  ...LIES_AHEAD,
  'fromAt',
  'deadlineFromAt',
  'deadlineAt',
  'createdAt',
  'endsAt',
  'knewEndsAt',
]);

/**
 * A row as it was known at `at`, ms UTC: null where it was neither recorded nor dated by then, and without what had not
 * happened. From when a remand counts is often the arrest: before it was decided there was none.
 */
function rowAsOf<R extends Row>(row: R, kind: string, at: number): R | null {
  const columns = Object.entries(row).filter(([name, value]) => name.endsWith('At') && typeof value === 'number');
  const happened = columns.filter(([name]) => !AHEAD.has(name)) as [string, number][];
  if (row.createdAt > at && !happened.some(([, instant]) => instant <= at)) return null;
  const later = happened.filter(([, instant]) => instant > at).map(([name]) => name);
  if (kind === 'remand' && later.includes('decidedAt')) return null;
  return later.length === 0 ? row : { ...row, ...Object.fromEntries(later.map((name) => [name, null])) };
}

/**
 * When a fact began where it is known to the minute or the day; a month or a year starts no clock. What is known as about,
 * before or after a time begins at the one instant that is known: before a day at the latest when it begins, after a day
 * at the earliest when it is over. Its header says so.
 */
export function startOf(row: Pick<Row, 'startsAt' | 'endsAt' | 'precision' | 'qualifier'>): number | null {
  if (row.precision === 'minute') return row.startsAt;
  if (row.precision !== 'day') return null;
  return row.qualifier === 'after' ? row.endsAt : row.startsAt;
}

/** The header of a fact that rests on `row` and, after it, on `more`; its start is when `row` was. */
export function factOf(row: Row, ...more: readonly (Row | null | undefined)[]) {
  return {
    ...exactFactOf(row, ...more),
    dayOnly: row.precision === 'day' && row.qualifier === null,
    qualifier: row.qualifier,
  };
}

/** The same of a fact whose start is an instant of its own. */
export function exactFactOf(row: Row, ...more: readonly (Row | null | undefined)[]) {
  return { caseId: row.caseId, recordIds: [row.id, ...more.flatMap((one) => one?.id ?? [])] };
}

/** Rows by the case they belong to. */
export function byCase<R extends Row>(rows: readonly R[]): (caseId: RecordId) => readonly R[] {
  const groups = Map.groupBy(rows, (row) => row.caseId);
  return (caseId) => groups.get(caseId) ?? [];
}
