import type { RecordId } from '#model/ids.ts';
import type { Precision } from '#model/when.ts';
import type { Reader } from '../book.ts';
import { BRIEF_COLUMNS, type BriefRow } from './brief.ts';

export interface BacklinkRow extends BriefRow {
  readonly linkId: RecordId;
  readonly type: string;
  readonly excerpt: string | null;
  /** For when it is said to hold; null when that is not said. */
  readonly holdsFromAt: number | null;
  readonly holdsPrecision: Precision | null;
}

/** How many links from records point to `id`. Struck links and links from struck records do not count. */
export async function countBacklinks(reader: Reader, id: RecordId): Promise<number> {
  const row = await reader.first<{ n: number }>(`SELECT count(*) AS n ${FROM}`, [id]);
  return row?.n ?? 0;
}

/** A page of the links to `id`, newest first: in the order of the index, of which no more is read than is shown. */
export async function readBacklinks(
  reader: Reader,
  id: RecordId,
  page: { offset: number; limit: number },
): Promise<BacklinkRow[]> {
  return reader.all<BacklinkRow>(
    `SELECT t.id AS linkId, t.type, t.excerpt, t.holds_from_at AS holdsFromAt, t.holds_precision AS holdsPrecision,
       ${BRIEF_COLUMNS}
     FROM (SELECT l.id, l.type, l.excerpt, l.holds_from_at, l.holds_precision, l.rowid AS number, r.rid ${FROM} ORDER BY l.rowid DESC LIMIT ? OFFSET ?) t
     JOIN record r ON r.rid = t.rid ORDER BY t.number DESC`,
    [id, page.limit, page.offset],
  );
}

const FROM = `FROM link l CROSS JOIN record lr ON lr.id = l.id CROSS JOIN record r ON r.id = l.from_id
  WHERE l.to_id = ? AND lr.struck_at IS NULL AND r.struck_at IS NULL`;
