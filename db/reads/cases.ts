import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { Reader } from '../book.ts';

export interface CaseSummary {
  readonly id: RecordId;
  readonly protectedPersons: readonly string[];
  readonly records: Partial<Record<Kind, number>>;
  readonly changedAt: number;
}

/**
 * For every case that is not struck, or the one of that id: whom it protects, how many records of each kind it has, when
 * it last changed.
 */
export async function readCaseSummaries(
  reader: Reader,
  caseId: RecordId | null = null,
): Promise<Map<RecordId, CaseSummary>> {
  const cases = await reader.all<{ id: RecordId; changedAt: number; persons: string; counts: string }>(
    `SELECT c.id, max(c.changed_at, coalesce(k.changedAt, 0)) AS changedAt,
       (SELECT json_group_array(p.name ORDER BY pr.rid) FROM case_person cp JOIN record pr ON pr.id = cp.id
         JOIN person p ON p.id = cp.person_id JOIN record ps ON ps.id = p.id AND ps.struck_at IS NULL
         WHERE pr.case_id = c.id AND pr.kind = 'case_person' AND pr.struck_at IS NULL AND cp.role = 'protected') AS persons,
       coalesce(k.counts, '{}') AS counts
     FROM record c LEFT JOIN (
       SELECT case_id, max(changedAt) AS changedAt, json_group_object(kind, n) AS counts
       FROM (SELECT case_id, kind, count(*) AS n, max(changed_at) AS changedAt FROM record
         WHERE case_id ${caseId ? '= ?1' : 'IS NOT NULL'} AND struck_at IS NULL GROUP BY case_id, kind)
       GROUP BY case_id) k ON k.case_id = c.id
     WHERE c.kind = 'case' AND c.struck_at IS NULL ${caseId ? 'AND c.id = ?1' : ''}`,
    caseId ? [caseId] : [],
  );
  return new Map(
    cases.map((row) => [
      row.id,
      {
        id: row.id,
        changedAt: row.changedAt,
        protectedPersons: JSON.parse(row.persons) as string[],
        records: JSON.parse(row.counts) as Partial<Record<Kind, number>>,
      },
    ]),
  );
}

/** Records of each kind in the whole book, struck ones left out. */
export async function countByKind(reader: Reader): Promise<Partial<Record<Kind, number>>> {
  const rows = await reader.all<{ kind: Kind; n: number }>(
    'SELECT kind, count(*) AS n FROM record WHERE struck_at IS NULL GROUP BY kind',
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.n]));
}

/**
 * Id and kind of the newest record of these kinds in a case by when it happened; null where there is none.
 * @param fromAt only what began then or later, ms UTC: what is known as before some later time may have been earlier
 */
export async function newestOf(
  reader: Reader,
  caseId: RecordId,
  kinds: readonly Kind[],
  fromAt: number | null = null,
): Promise<{ id: RecordId; kind: Kind } | null> {
  return reader.first<{ id: RecordId; kind: Kind }>(
    // The last of each kind first: the index has it at its end.
    `SELECT r.id, r.kind FROM json_each(?2) k JOIN record r ON r.rid = (
       SELECT rid FROM record WHERE case_id = ?1 AND kind = k.value AND struck_at IS NULL
         AND starts_at IS NOT NULL AND (?3 IS NULL OR starts_at >= ?3 AND qualifier IS NOT 'before')
       ORDER BY starts_at DESC, story_order DESC, rid DESC LIMIT 1)
     ORDER BY r.starts_at DESC, r.story_order DESC, r.rid DESC LIMIT 1`,
    [caseId, JSON.stringify(kinds), fromAt],
  );
}

/**
 * Id and kind of the newest record that makes an assessment of risk old: a breach, threat or incident, or a release.
 * @param fromAt what began before it does not count, ms UTC
 */
export async function newestOvertaking(
  reader: Reader,
  caseId: RecordId,
  fromAt: number,
): Promise<{ id: RecordId; kind: Kind } | null> {
  const [event, release, change] = await Promise.all([
    newestOf(reader, caseId, ['breach', 'threat', 'incident'], fromAt),
    reader.first<{ id: RecordId; kind: Kind }>(
      `SELECT r.id, r.kind FROM record r JOIN court_step c ON c.id = r.id
       WHERE r.case_id = ?1 AND r.kind = 'court_step' AND r.struck_at IS NULL AND r.starts_at >= ?2
         AND r.qualifier IS NOT 'before' AND c.step = 'release'
       ORDER BY r.starts_at DESC, r.story_order DESC, r.rid DESC LIMIT 1`,
      [caseId, fromAt],
    ),
    // Where he is belongs to the whole book: a release told there makes the assessment of every case of his old.
    reader.first<{ id: RecordId; kind: Kind }>(
      `SELECT r.id, r.kind FROM whereabouts w JOIN record r ON r.id = w.id
       WHERE w.person_id IN (SELECT cp.person_id FROM case_person cp JOIN record c ON c.id = cp.id
           WHERE c.case_id = ?1 AND c.kind = 'case_person' AND c.struck_at IS NULL AND cp.role = 'threat_actor')
         AND w.change IN ('released', 'escaped', 'leave') AND r.struck_at IS NULL AND r.starts_at >= ?2
         AND r.qualifier IS NOT 'before'
       ORDER BY r.starts_at DESC, r.story_order DESC, r.rid DESC LIMIT 1`,
      [caseId, fromAt],
    ),
  ]);
  const found = [event, release, change].filter((one) => one !== null);
  if (found.length < 2) return found[0] ?? null;
  return reader.first<{ id: RecordId; kind: Kind }>(
    `SELECT id, kind FROM record WHERE id IN (SELECT value FROM json_each(?1))
     ORDER BY starts_at DESC, story_order DESC, rid DESC LIMIT 1`,
    [JSON.stringify(found.map((one) => one.id))],
  );
}
