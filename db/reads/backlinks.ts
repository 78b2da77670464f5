import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';
import { BRIEF_COLUMNS, type BriefRow } from './brief.ts';

export interface BacklinkRow extends BriefRow {
  readonly linkId: RecordId;
  readonly type: string;
  readonly excerpt: string | null;
}

/**
 * How many records link to `id`, counted no further than `most` where that is given: a record that ten thousand link to
 * opens as fast as one that ten do. Struck links and links from struck records do not count.
 */
export async function countBacklinks(reader: Reader, id: RecordId, most?: number): Promise<number> {
  const row = await reader.first<{ n: number }>(
    most === undefined ? `SELECT count(*) AS n ${FROM}` : `SELECT count(*) AS n FROM (SELECT 1 ${FROM} LIMIT ?)`,
    most === undefined ? [id] : [id, most],
  );
  return row?.n ?? 0;
}

/** A page of the links to `id`, newest first. */
export async function readBacklinks(
  reader: Reader,
  id: RecordId,
  page: { offset: number; limit: number },
): Promise<BacklinkRow[]> {
  return reader.all<BacklinkRow>(
    `SELECT t.id AS linkId, t.type, t.excerpt, ${BRIEF_COLUMNS}
     FROM (SELECT l.id, l.type, l.excerpt, lr.rid AS number, r.rid ${FROM} ORDER BY lr.rid DESC LIMIT ? OFFSET ?) t
     JOIN record r ON r.rid = t.rid ORDER BY t.number DESC`,
    [id, page.limit, page.offset],
  );
}

const FROM = `FROM link l JOIN record lr ON lr.id = l.id JOIN record r ON r.id = l.from_id
  WHERE l.to_id = ? AND lr.struck_at IS NULL AND r.struck_at IS NULL`;
