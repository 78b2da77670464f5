import { unsaidHold } from '#model/held.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { endedEarlyAt } from '#model/order-state.ts';
import type { AlarmStateFact, NoticeFact, UnservedFact, WhereaboutsFact } from '#model/today/danger.ts';
import type { Qualifier } from '#model/when.ts';
import type { Reader } from '../book.ts';
import { readHeld } from './held.ts';

/** Ids of the cases that are open. */
const OPEN = `(SELECT pc.id FROM protection_case pc JOIN record c ON c.id = pc.id
  WHERE pc.status = 'open' AND c.struck_at IS NULL)`;

/** Where the threat actors of every open case are as of `now` (ms UTC), with the newest event of the case. */
export async function readWhereabouts(reader: Reader, now: number): Promise<WhereaboutsFact[]> {
  const parts = await reader.all<{ caseId: RecordId; personId: RecordId }>(
    `SELECT r.case_id AS caseId, cp.person_id AS personId FROM record r JOIN case_person cp ON cp.id = r.id
     WHERE r.kind = 'case_person' AND cp.role = 'threat_actor' AND r.struck_at IS NULL AND r.case_id IN ${OPEN}`,
  );
  const stays = await reader.all<{ personId: RecordId; recordId: RecordId; state: string; sinceAt: number }>(
    `SELECT w.person_id AS personId, w.id AS recordId, w.state, r.starts_at AS sinceAt
     FROM json_each(?1) k JOIN whereabouts w ON w.person_id = k.value JOIN record r ON r.id = w.id
     WHERE r.struck_at IS NULL AND r.starts_at <= ?2 ORDER BY w.person_id, r.starts_at, r.created_at, r.rid`,
    [JSON.stringify([...new Set(parts.map((part) => part.personId))]), now],
  );
  const events = await reader.all<{ caseId: RecordId; id: RecordId; at: number }>(
    // The last of each case and kind is at the end of its index.
    `SELECT t.caseId, r.id, r.starts_at AS at FROM (
       SELECT k.value AS caseId, kind.value AS kind FROM json_each(?1) k, json_each('["breach","threat","incident"]') kind) t
     JOIN record r ON r.rid = (SELECT rid FROM record WHERE case_id = t.caseId AND kind = t.kind AND struck_at IS NULL
       AND starts_at <= ?2 ORDER BY starts_at DESC LIMIT 1)`,
    [JSON.stringify([...new Set(parts.map((part) => part.caseId))]), now],
  );
  const held = await readHeld(reader, now);
  // The last of each person is the newest: the rows come in order of time.
  const stayOf = new Map(stays.map((stay) => [stay.personId, stay]));
  return parts.map(({ caseId, personId }) => {
    const stay = stayOf.get(personId);
    const last = events
      .filter((event) => event.caseId === caseId)
      .reduce<{ id: RecordId; at: number } | null>(
        (newest, one) => (!newest || one.at > newest.at ? one : newest),
        null,
      );
    return {
      caseId,
      personId,
      recordId: stay?.recordId ?? null,
      state: stay?.state ?? null,
      sinceAt: stay?.sinceAt ?? null,
      unsaid: unsaidHold(held, personId, stay ?? null),
      lastEventAt: last?.at ?? null,
      lastEventId: last?.id ?? null,
    };
  });
}

/** Notices to her in open cases that she has not confirmed. */
export function readNotices(reader: Reader): Promise<NoticeFact[]> {
  return reader.all<NoticeFact>(
    `SELECT r.case_id AS caseId, r.id AS recordId, n.opened_at AS openedAt, n.confirmed_by_her_at AS confirmedAt
     FROM record r JOIN notification n ON n.id = r.id
     WHERE r.kind = 'notification' AND r.struck_at IS NULL AND n.confirmed_by_her_at IS NULL AND r.case_id IN ${OPEN}`,
  );
}

/** Alarms of open cases that are out, with their newest technical fault. */
export function readAlarms(reader: Reader): Promise<AlarmStateFact[]> {
  return reader.all<AlarmStateFact>(
    `SELECT r.case_id AS caseId, r.id AS recordId, a.status, a.handed_out_at AS handedOutAt, a.tested_at AS testedAt,
       a.returned_at AS returnedAt, a.granted_until_at AS grantedUntilAt, a.unit,
       (SELECT max(v.activated_at) FROM alarm_activation v JOIN record vr ON vr.id = v.id
         WHERE v.alarm_id = a.id AND v.outcome = 'technical' AND vr.struck_at IS NULL) AS faultAt
     FROM record r JOIN alarm a ON a.id = r.id
     WHERE r.kind = 'alarm' AND r.struck_at IS NULL AND a.returned_at IS NULL AND r.case_id IN ${OPEN}`,
  );
}

/** Orders of open cases that are decided and not served. */
export async function readUnserved(reader: Reader): Promise<UnservedFact[]> {
  const rows = await reader.all<Omit<UnservedFact, 'refused'> & Parameters<typeof endedEarlyAt>[0]>(
    `SELECT r.case_id AS caseId, r.id AS recordId, o.decided_at AS decidedAt, o.served_at AS servedAt,
       o.lifted_at AS liftedAt, o.court_decision AS courtDecision, o.court_decided_at AS courtDecidedAt, o.to_at AS toAt
     FROM record r JOIN protection_order o ON o.id = r.id
     WHERE r.kind = 'order' AND r.struck_at IS NULL AND o.decided_at IS NOT NULL AND o.served_at IS NULL
       AND coalesce(o.stage, 'decided') = 'decided' AND coalesce(o.variant, '') <> 'contact_ban' AND r.case_id IN ${OPEN}`,
  );
  return rows.map(({ courtDecision, courtDecidedAt, ...row }) => ({
    ...row,
    liftedAt: endedEarlyAt({ liftedAt: row.liftedAt, courtDecision, courtDecidedAt }),
    refused: false,
  }));
}

/** A person's part in a case for the police, as of now. */
export interface OfficerRow {
  readonly caseId: RecordId;
  readonly name: string;
  readonly duty: string;
  readonly unit: string | null;
}

/** Who has which part in every open case at `now`, ms UTC. */
export function readOfficers(reader: Reader, now: number): Promise<OfficerRow[]> {
  return reader.all<OfficerRow>(
    `SELECT r.case_id AS caseId, o.name, o.duty, o.unit FROM record r JOIN case_officer o ON o.id = r.id
     WHERE r.kind = 'case_officer' AND r.struck_at IS NULL AND coalesce(o.from_at, ?1) <= ?1
       AND coalesce(o.to_at, ?1 + 1) > ?1 AND r.case_id IN ${OPEN} ORDER BY r.rid`,
    [now],
  );
}

export interface EventRow {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly step: string | null;
  readonly at: number;
  readonly qualifier: Qualifier | null;
}

/** What happened: to the minute, so that no day or month stands as a time of the night. */
const HAPPENINGS: readonly Kind[] = [
  'breach',
  'threat',
  'incident',
  'contact',
  'report',
  'arrest',
  'remand',
  'response_step',
  'alarm_activation',
  'decision',
  'order',
];

/** What happened in open cases from `fromAt` to `now` (ms UTC), newest last, at most `limit` of the newest. */
export async function readEvents(reader: Reader, fromAt: number, now: number, limit: number): Promise<EventRow[]> {
  const rows = await reader.all<EventRow>(
    `SELECT r.id, r.case_id AS caseId, r.kind, r.title, r.title_en AS titleEn, r.starts_at AS at, r.qualifier,
       (SELECT s.step FROM response_step s WHERE r.kind = 'response_step' AND s.id = r.id) AS step
     FROM json_each(?1) k JOIN record r ON r.kind = k.value
     WHERE r.starts_at >= ?2 AND r.starts_at <= ?3 AND r.precision = 'minute' AND r.struck_at IS NULL
       AND r.case_id IN ${OPEN}
     ORDER BY r.starts_at DESC, r.story_order DESC, r.rid DESC LIMIT ?4`,
    [JSON.stringify(HAPPENINGS), fromAt, now, limit],
  );
  return rows.reverse();
}

/** Whether any need for protection, or anybody on a post, is planned in the book. */
export async function hasPlan(reader: Reader): Promise<boolean> {
  const found = await reader.first(
    "SELECT 1 FROM record WHERE kind IN ('need', 'assignment') AND struck_at IS NULL LIMIT 1",
  );
  return found !== null;
}

/** Names of the protected persons of every open case, in the order in which they were entered into it. */
export async function readProtectedPersons(reader: Reader): Promise<Map<RecordId, string[]>> {
  const rows = await reader.all<{ caseId: RecordId; name: string }>(
    `SELECT r.case_id AS caseId, p.name FROM record r JOIN case_person cp ON cp.id = r.id
       JOIN person p ON p.id = cp.person_id JOIN record pr ON pr.id = p.id
     WHERE r.kind = 'case_person' AND r.struck_at IS NULL AND cp.role = 'protected' AND pr.struck_at IS NULL
       AND r.case_id IN ${OPEN} ORDER BY r.rid`,
  );
  const names = new Map<RecordId, string[]>();
  for (const { caseId, name } of rows) names.set(caseId, [...(names.get(caseId) ?? []), name]);
  return names;
}
