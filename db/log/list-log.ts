import { isKind, type Kind } from '#model/kinds.ts';
import type { LogLine } from '../book.ts';
import type { Connection } from '../driver/driver.ts';

interface EntryRow {
  readonly seq: number;
  readonly at: number;
  readonly person: string;
  readonly action: string;
  readonly group: string | null;
  readonly reverts: number | null;
  /** JSON of kind → records; of a group: an array of them. */
  readonly records: string;
}

/** Lines of the log, newest first, before entry `before`. A group is one line, in the place of its newest entry. */
export async function listLog(
  db: Pick<Connection, 'all'>,
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number; limit: number },
): Promise<LogLine[]> {
  const rows = await db.all<EntryRow>(
    `SELECT seq, at, person, action, group_id AS "group", reverts,
            CASE WHEN group_id IS NULL THEN json_array(json(records))
                 ELSE (SELECT json_group_array(json(g.records)) FROM log_entry g WHERE g.group_id = e.group_id)
            END AS records
     FROM log_entry e
     WHERE seq < ?
       AND (group_id IS NULL OR seq = (SELECT max(seq) FROM log_entry g WHERE g.group_id = e.group_id))
     ORDER BY seq DESC LIMIT ?`,
    [before, limit],
  );
  return rows.map(({ records, ...entry }) => ({ ...entry, ...summary(records) }));
}

function summary(text: string): { kind: Kind | null; records: number } {
  const sums = new Map<string, number>();
  for (const counts of JSON.parse(text) as Record<string, number>[]) {
    for (const [kind, count] of Object.entries(counts)) sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  let most: Kind | null = null;
  let records = 0;
  for (const [kind, count] of sums) {
    if (isKind(kind) && (most === null || count > (sums.get(most) ?? 0))) most = kind;
    records += count;
  }
  return { kind: most, records };
}
