import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import type { Kind } from '#model/kinds.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { Reader } from '../book.ts';

/** A record by its header alone. */
export interface BriefRow {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly caseId: RecordId | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly precision: Precision | null;
  readonly qualifier: Qualifier | null;
  readonly struckAt: number | null;
  /** Of a measure only: it decides the hue. */
  readonly measureType: MeasureType | null;
}

export const BRIEF_COLUMNS = `r.id, r.kind, r.case_id AS caseId, r.title, r.title_en AS titleEn,
  r.starts_at AS startsAt, r.precision, r.qualifier, r.struck_at AS struckAt,
  (SELECT m.type FROM measure m WHERE r.kind = 'measure' AND m.id = r.id) AS measureType`;

/** Headers of the records with these ids, in the order of `ids`; ids the book does not have are left out. */
export async function readBriefs(reader: Reader, ids: readonly RecordId[]): Promise<BriefRow[]> {
  return reader.all<BriefRow>(
    `SELECT ${BRIEF_COLUMNS} FROM json_each(?) AS wanted JOIN record r ON r.id = wanted.value ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );
}
