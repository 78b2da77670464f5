import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../../book.ts';

/** The court that the newest step of each case names: that of one case, or of all when `caseId` is null. */
export async function readCourts(reader: Reader, caseId: RecordId | null): Promise<ReadonlyMap<RecordId, string>> {
  const rows = await reader.all<{ caseId: RecordId; court: string }>(
    `SELECT r.case_id AS caseId, t.court FROM record r JOIN court_step t ON t.id = r.id
     WHERE r.kind = 'court_step' AND r.struck_at IS NULL AND t.court IS NOT NULL AND (?1 IS NULL OR r.case_id = ?1)
     ORDER BY r.case_id, coalesce(r.starts_at, r.created_at), r.rid`,
    [caseId],
  );
  return new Map(rows.map((row) => [row.caseId, row.court]));
}
