import type { Reader } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';

/** So many records of a case a briefing tells at most; the oldest beyond it stay in the case, and it says how many. */
const MOST_RECORDS = 5_000;

export interface Newest {
  /** Ids by kind when there are more than can be told; null when all of them can. */
  readonly ids: ReadonlyMap<Kind, readonly RecordId[]> | null;
  readonly leftOut: number;
}

/** The newest records of a case among these kinds, by when they happened or, where that is not known, were entered. */
export async function readNewest(
  reader: Reader,
  caseId: RecordId,
  kinds: readonly Kind[],
  most = MOST_RECORDS,
): Promise<Newest> {
  const from = `FROM record r WHERE r.case_id = ?1 AND r.struck_at IS NULL
    AND r.kind IN (SELECT value FROM json_each(?2))`;
  const params = [caseId, JSON.stringify(kinds)];
  const total = (await reader.first<{ n: number }>(`SELECT count(*) AS n ${from}`, params))?.n ?? 0;
  if (total <= most) return { ids: null, leftOut: 0 };
  const rows = await reader.all<{ id: RecordId; kind: Kind }>(
    `SELECT r.id, r.kind ${from} ORDER BY coalesce(r.starts_at, r.created_at) DESC, r.story_order DESC LIMIT ?3`,
    [...params, most],
  );
  const ids = new Map<Kind, RecordId[]>();
  for (const row of rows) {
    const there = ids.get(row.kind);
    if (there) there.push(row.id);
    else ids.set(row.kind, [row.id]);
  }
  return { ids, leftOut: total - most };
}
