import type { Held } from '#model/held.ts';
import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/** An arrest, or a remand without an end, older than this was ended by something that nobody entered. */
const CUSTODY_MS = 28 * 24 * 3_600_000;

/** No step of release refers to it. */
const NOT_RELEASED = ['response_step', 'court_step']
  .map(
    (table) => `NOT EXISTS (SELECT 1 FROM ${table} s JOIN record sr ON sr.id = s.id
       WHERE s.arrest_id = t.id AND s.step = 'release' AND sr.struck_at IS NULL)`,
  )
  .join(' AND ');
const OPEN = `r.case_id IN (SELECT pc.id FROM protection_case pc JOIN record c ON c.id = pc.id
  WHERE pc.status = 'open' AND c.struck_at IS NULL)`;
/** The case's threat actor, where it has one alone. */
const ONLY = `(SELECT CASE WHEN count(DISTINCT cp.person_id) = 1 THEN min(cp.person_id) END
  FROM record pr JOIN case_person cp ON cp.id = pr.id
  WHERE pr.case_id = r.case_id AND pr.kind = 'case_person' AND pr.struck_at IS NULL AND cp.role = 'threat_actor')`;

/** Who is held at `now` (ms UTC) by the records of the open cases. */
export async function readHeld(reader: Reader, now: number): Promise<Held[]> {
  const rows = await reader.all<Omit<Held, 'personId'> & { readonly personId: RecordId | null }>(
    `SELECT r.id AS recordId, 'arrest' AS kind, r.starts_at AS fromAt,
       coalesce(t.person_id, (SELECT b.actor_id FROM breach b WHERE b.id = t.breach_id), ${ONLY}) AS personId
     FROM record r JOIN arrest t ON t.id = r.id
     WHERE r.kind = 'arrest' AND r.struck_at IS NULL AND r.starts_at > ?1 - ${CUSTODY_MS} AND r.starts_at <= ?1
       AND r.precision IN ('minute', 'day') AND t.released_at IS NULL AND coalesce(t.custody, 'arrest') <> 'brought_in'
       AND ${NOT_RELEASED} AND ${OPEN}
     UNION ALL
     SELECT r.id, 'remand', coalesce(t.decided_at, t.from_at, r.starts_at), coalesce(t.person_id, ${ONLY})
     FROM record r JOIN remand t ON t.id = r.id
     WHERE r.kind = 'remand' AND r.struck_at IS NULL AND t.released_at IS NULL
       AND coalesce(t.decided_at, t.from_at, r.starts_at) <= ?1
       AND coalesce(t.until_at, coalesce(t.decided_at, t.from_at, r.starts_at) + ${CUSTODY_MS}) > ?1 AND ${OPEN}`,
    [now],
  );
  return rows.flatMap(({ personId, ...row }) => (personId === null ? [] : [{ ...row, personId }]));
}
