/** When whoever was taken in was gone from there, by the line of where he is. */
import type { Away } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import { HELD_STATES } from '#model/kinds/whereabouts.ts';
import type { Reader } from '../../book.ts';
import type { Row } from './scope.ts';

/** Times away of whom a record of custody is about, from `startedAt` (ms UTC) on. */
export type AwayOf = (row: CustodyRow, startedAt: number | null) => Away[];

interface CustodyRow extends Row {
  readonly personId: RecordId | null;
}

interface StayRow {
  readonly personId: RecordId;
  readonly state: string;
  readonly change: string | null;
  readonly fromAt: number;
}

const NONE: AwayOf = () => [];

/** Escapes and leaves of those whom these records are about; what names nobody is about the case's only threat actor. */
export async function readAway(reader: Reader, rows: readonly CustodyRow[]): Promise<AwayOf> {
  if (rows.length === 0) return NONE;
  const stays = await reader.all<StayRow>(
    `SELECT w.person_id AS personId, w.state, w.change, r.starts_at AS fromAt
     FROM whereabouts w JOIN record r ON r.id = w.id
     WHERE r.struck_at IS NULL AND r.starts_at IS NOT NULL AND w.person_id IN (
       SELECT g.person_id FROM whereabouts g JOIN record gr ON gr.id = g.id
       WHERE gr.struck_at IS NULL AND (g.state IN ('wanted', 'leave') OR g.change IN ('escaped', 'leave')))
     ORDER BY w.person_id, r.starts_at, r.created_at, r.rid`,
  );
  if (stays.length === 0) return NONE;
  const awayOf = new Map([...Map.groupBy(stays, (stay) => stay.personId)].map(([id, own]) => [id, awayIn(own)]));
  const actorOf = await readOnlyActors(reader, rows);
  return ({ personId, caseId }, startedAt) => {
    const who = personId ?? actorOf.get(caseId) ?? null;
    if (who === null || startedAt === null) return [];
    return (awayOf.get(who) ?? []).filter(({ fromAt }) => fromAt >= startedAt);
  };
}

/** One person's times away: from the line that says it to the next that says that he is held, or let go. */
function awayIn(stays: readonly StayRow[]): Away[] {
  const found: Away[] = [];
  let open: { how: Away['how']; fromAt: number } | null = null;
  for (const { state, change, fromAt } of stays) {
    const how = howOf(state, change);
    if (how === 'unknown' || (open && how === open.how)) continue;
    if (open) found.push({ ...open, toAt: fromAt });
    open = how === null ? null : { how, fromAt };
  }
  return open ? [...found, { ...open, toAt: null }] : found;
}

/** Null: held, or let go. That nobody knows where he is changes nothing. */
function howOf(state: string, change: string | null): Away['how'] | 'unknown' | null {
  if (HELD_STATES.has(state)) return null;
  if (change === 'escaped' || state === 'wanted') return 'escaped';
  if (state === 'leave') return 'leave';
  return state === 'unknown' ? 'unknown' : null;
}

/** The threat actor of each case that has one alone. */
async function readOnlyActors(reader: Reader, rows: readonly CustodyRow[]): Promise<ReadonlyMap<RecordId, RecordId>> {
  const cases = [...new Set(rows.map(({ caseId }) => caseId))];
  const actors = await reader.all<{ caseId: RecordId; personId: RecordId }>(
    `SELECT r.case_id AS caseId, min(cp.person_id) AS personId
     FROM json_each(?1) k JOIN record r ON r.case_id = k.value AND r.kind = 'case_person' JOIN case_person cp ON cp.id = r.id
     WHERE cp.role = 'threat_actor' AND r.struck_at IS NULL
     GROUP BY r.case_id HAVING count(DISTINCT cp.person_id) = 1`,
    [JSON.stringify(cases)],
  );
  return new Map(actors.map(({ caseId, personId }) => [caseId, personId]));
}
