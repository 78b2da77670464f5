/** Releases, escapes and leaves as the unit's own rules read them, by case of the person's. */
import type { ReleaseFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../../book.ts';

interface ReleaseRow {
  readonly caseId: RecordId;
  readonly id: RecordId;
  readonly outAt: number;
  readonly assessedAt: number | null;
}

/**
 * Each time a threat actor of a case, or of every open case when `caseId` is null, came out; with the first assessment of
 * the case after it.
 */
export async function readReleases(reader: Reader, caseId: RecordId | null): Promise<ReleaseFact[]> {
  const within = caseId
    ? 'r.case_id = ?1'
    : `r.case_id IN (SELECT pc.id FROM protection_case pc JOIN record c ON c.id = pc.id
       WHERE pc.status = 'open' AND c.struck_at IS NULL)`;
  const rows = await reader.all<ReleaseRow>(
    `SELECT DISTINCT r.case_id AS caseId, w.id, wr.starts_at AS outAt,
       (SELECT min(a.starts_at) FROM record a WHERE a.case_id = r.case_id AND a.kind = 'assessment'
         AND a.struck_at IS NULL AND a.starts_at >= wr.starts_at) AS assessedAt
     FROM record r JOIN case_person cp ON cp.id = r.id
     JOIN whereabouts w ON w.person_id = cp.person_id JOIN record wr ON wr.id = w.id
     WHERE r.kind = 'case_person' AND cp.role = 'threat_actor' AND r.struck_at IS NULL AND ${within}
       AND w.change IN ('released', 'escaped', 'leave') AND wr.struck_at IS NULL AND wr.starts_at IS NOT NULL
     ORDER BY r.case_id, wr.starts_at`,
    caseId ? [caseId] : [],
  );
  return rows.map(({ id, ...row }) => ({ ...row, recordIds: [id] }));
}
