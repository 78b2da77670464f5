import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import type { Kind } from '#model/kinds.ts';
import type { Reader } from '../book.ts';

/** A record by its header alone. */
export interface BriefRow {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly caseId: RecordId | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly struckAt: number | null;
  /** Of a measure only: it decides the hue. */
  readonly measureType: MeasureType | null;
}

export const BRIEF_COLUMNS = `r.id, r.kind, r.case_id AS caseId, r.title, r.title_en AS titleEn,
  r.starts_at AS startsAt, r.struck_at AS struckAt,
  (SELECT m.type FROM measure m WHERE r.kind = 'measure' AND m.id = r.id) AS measureType`;

/** Headers of the records with these ids, in the order of `ids`; ids the book does not have are left out. */
export async function readBriefs(reader: Reader, ids: readonly RecordId[]): Promise<BriefRow[]> {
  return reader.all<BriefRow>(
    `SELECT ${BRIEF_COLUMNS} FROM json_each(?) AS wanted JOIN record r ON r.id = wanted.value ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );
}

/**
 * Records a mention may point to: of this case or of the whole book, whose titles in either language hold every word of
 * `text`; those that begin with it first, then those of the book (persons, places), then the newest. Struck records are
 * left out.
 */
export async function suggestRecords(
  reader: Reader,
  wanted: { caseId: RecordId; text: string; kinds: readonly Kind[]; limit: number },
): Promise<BriefRow[]> {
  // No title holds one, and a pattern would end there.
  if (wanted.text.includes('\u0000')) return [];
  const words = wanted.text.split(/\s+/).filter(Boolean);
  const holds = words.map((word) => `*${anyCase(word)}*`);
  const begins = words.length === 0 ? null : `${anyCase(words.join(' '))}*`;
  return reader.all<BriefRow>(
    `SELECT ${BRIEF_COLUMNS} FROM (
       SELECT r.rid, (r.title GLOB ?3 OR coalesce(r.title_en, '') GLOB ?3) AS begins FROM record r
       WHERE (r.case_id = ?1 OR r.case_id IS NULL) AND r.struck_at IS NULL AND r.title <> ''
         AND r.kind IN (SELECT value FROM json_each(?2))
         ${holds.map((_, index) => `AND (r.title GLOB ?${index + 5} OR r.title_en GLOB ?${index + 5})`).join(' ')}
       ORDER BY begins DESC, r.case_id IS NULL DESC, r.changed_at DESC, r.rid DESC LIMIT ?4
     ) t JOIN record r ON r.rid = t.rid
     ORDER BY t.begins DESC, r.case_id IS NULL DESC, r.changed_at DESC, r.rid DESC`,
    [wanted.caseId, JSON.stringify(wanted.kinds), begins, wanted.limit, ...holds],
  );
}

/** A GLOB for a text in capitals or not: SQLite's own lower() and LIKE know the letters a to z only. */
function anyCase(text: string): string {
  return [...text].map(anyCaseOf).join('');
}

function anyCaseOf(sign: string): string {
  const lower = sign.toLocaleLowerCase('nb');
  const upper = sign.toLocaleUpperCase('nb');
  if (lower !== upper) return `[${lower}${upper}]`;
  return '*?['.includes(sign) ? `[${sign}]` : sign;
}
