import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { Reader } from '../book.ts';

/** An instant at which something ends or is due. */
export interface DueRow {
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly field: string;
  readonly title: string;
  /** ms UTC. */
  readonly dueAt: number;
}

/** Where the instants stand: table, column, the field it is, and what it holds as long as. */
const DUE = [
  [
    'protection_order',
    'to_at',
    'toAt',
    "d.lifted_at IS NULL AND NOT (d.court_decision IS 'set_aside' AND d.court_decided_at IS NOT NULL)",
  ],
  ['alarm', 'granted_until_at', 'grantedUntilAt', 'd.returned_at IS NULL'],
  ['remand', 'until_at', 'untilAt', 'TRUE'],
  ['court_step', 'scheduled_at', 'scheduledAt', 'TRUE'],
] as const;

/** CROSS: from the instants to come, which are few, to their records; never through all records of a case. */
const SQL = `${DUE.map(
  ([table, column, field, holds]) => `SELECT r.id AS recordId, r.kind, '${field}' AS field, r.title,
  d.${column} AS dueAt, r.rid
  FROM ${table} d CROSS JOIN record r ON r.id = d.id
  WHERE d.${column} > ?1 AND (?2 IS NULL OR r.case_id = ?2) AND r.struck_at IS NULL AND ${holds}`,
).join(' UNION ALL ')} ORDER BY dueAt, rid`;

/** What ends or is due after `now` (ms UTC), soonest first; of all cases when `caseId` is null. */
export async function readDue(reader: Reader, caseId: RecordId | null, now: number): Promise<DueRow[]> {
  const rows = await reader.all<DueRow>(SQL, [now, caseId]);
  return rows.map(({ recordId, kind, field, title, dueAt }) => ({ recordId, kind, field, title, dueAt }));
}
