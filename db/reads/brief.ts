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

/** SQLite's lower() knows a to z only: the capitals that names here begin with are brought down one by one. */
const CAPITALS = 'ÆØÅÄÖÜÉÁČĐŊŠŽ';

function lowered(column: string): string {
  return [...CAPITALS].reduce(
    (sql, letter) => `replace(${sql}, '${letter}', '${letter.toLowerCase()}')`,
    `lower(${column})`,
  );
}

const TITLE = lowered('r.title');
const TITLE_EN = lowered("coalesce(r.title_en, '')");

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
  const words = wanted.text.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean);
  return reader.all<BriefRow>(
    `SELECT ${BRIEF_COLUMNS} FROM record r
     WHERE (r.case_id = ?1 OR r.case_id IS NULL) AND r.struck_at IS NULL AND r.title <> ''
       AND r.kind IN (SELECT value FROM json_each(?2))
       AND NOT EXISTS (SELECT 1 FROM json_each(?3) w
         WHERE instr(${TITLE}, w.value) = 0 AND instr(${TITLE_EN}, w.value) = 0)
     ORDER BY (instr(${TITLE}, ?4) = 1 OR instr(${TITLE_EN}, ?4) = 1) DESC, r.case_id IS NULL DESC, r.changed_at DESC, r.rid DESC
     LIMIT ?5`,
    [wanted.caseId, JSON.stringify(wanted.kinds), JSON.stringify(words), words.join(' ') || '\u0000', wanted.limit],
  );
}
