import type { RecordId } from '#model/ids.ts';
import type { Precision } from '#model/when.ts';
import type { Reader } from '../../book.ts';

/** What every row of these reads carries. Instants are ms UTC. */
export interface Row {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly createdAt: number;
  readonly startsAt: number | null;
  readonly precision: Precision | null;
}

/**
 * The records of a kind that are not struck: of one case, or of every open case when `caseId` is null.
 * @param columns of the kind's own table `t`, as SQL
 */
export function readKind<R extends Row>(
  reader: Reader,
  kind: string,
  table: string,
  caseId: RecordId | null,
  columns: string,
): Promise<R[]> {
  const within = caseId
    ? 'r.case_id = ?1'
    : `r.case_id IN (SELECT pc.id FROM protection_case pc JOIN record c ON c.id = pc.id
       WHERE pc.status = 'open' AND c.struck_at IS NULL)`;
  return reader.all<R>(
    `SELECT r.id, r.case_id AS caseId, r.created_at AS createdAt, r.starts_at AS startsAt, r.precision, ${columns}
     FROM record r JOIN ${table} t ON t.id = r.id
     WHERE r.kind = '${kind}' AND r.struck_at IS NULL AND ${within} ORDER BY r.case_id, r.starts_at, r.story_order, r.rid`,
    caseId ? [caseId] : [],
  );
}

/** When a fact began where it is known to the minute or the day; a month or a year starts no clock. */
export function startOf(row: Pick<Row, 'startsAt' | 'precision'>): number | null {
  return row.precision === 'minute' || row.precision === 'day' ? row.startsAt : null;
}

/** The header of a fact that rests on `row` and, after it, on `more`. */
export function factOf(row: Row, ...more: readonly (Row | null | undefined)[]) {
  return {
    caseId: row.caseId,
    recordIds: [row.id, ...more.flatMap((one) => one?.id ?? [])],
    dayOnly: row.precision === 'day',
  };
}

/** Rows by the case they belong to. */
export function byCase<R extends Row>(rows: readonly R[]): (caseId: RecordId) => readonly R[] {
  const groups = Map.groupBy(rows, (row) => row.caseId);
  return (caseId) => groups.get(caseId) ?? [];
}
