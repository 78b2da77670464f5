import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/**
 * The cases that records of these ids belong to, those of a person whose whereabouts are among them too; null where one of
 * them is gone, as an insertion that was undone, and nobody can say whose it was.
 */
export async function readCasesOfRecords(reader: Reader, ids: readonly RecordId[]): Promise<RecordId[] | null> {
  const asked = JSON.stringify(ids);
  const rows = await reader.all<{ id: RecordId; caseId: RecordId | null; kind: string }>(
    'SELECT r.id, r.case_id AS caseId, r.kind FROM json_each(?1) j JOIN record r ON r.id = j.value',
    [asked],
  );
  if (rows.length < new Set(ids).size) return null;
  const of = rows.flatMap(({ id, caseId, kind }) => (kind === 'case' ? id : (caseId ?? [])));
  if (!rows.some(({ kind }) => kind === 'whereabouts')) return [...new Set(of)];
  const named = await reader.all<{ caseId: RecordId }>(
    `SELECT DISTINCT r.case_id AS caseId FROM json_each(?1) j JOIN whereabouts w ON w.id = j.value
     JOIN case_person cp ON cp.person_id = w.person_id JOIN record r ON r.id = cp.id`,
    [asked],
  );
  return [...new Set([...of, ...named.map(({ caseId }) => caseId)])];
}

/** How many records each of these cases has, the smallest first; one without any has none. */
export function readCaseSizes(reader: Reader, cases: readonly RecordId[]): Promise<{ id: RecordId; size: number }[]> {
  return reader.all<{ id: RecordId; size: number }>(
    `SELECT j.value AS id, (SELECT count(*) FROM record r WHERE r.case_id = j.value) AS size
     FROM json_each(?1) j ORDER BY size, id`,
    [JSON.stringify(cases)],
  );
}
