import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/** Of a record of an open case that puts something off. */
interface PutOff {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly dueAt: number;
  readonly reason: string;
  readonly by: string;
}

export interface DueReview extends PutOff {
  readonly rule: string;
}

export interface LapsedAcceptance extends PutOff {
  readonly key: string;
}

const OPEN = `EXISTS (SELECT 1 FROM protection_case pc JOIN record c ON c.id = pc.id
  WHERE pc.id = r.case_id AND pc.status = 'open' AND c.struck_at IS NULL)`;

/** Flags of open cases whose newest review says a date that has come by `now`, ms UTC; oldest date first. */
export function readDueReviews(reader: Reader, now: number): Promise<DueReview[]> {
  // Beside max() the other columns are those of its row.
  return reader.all<DueReview>(
    `SELECT id, caseId, rule, dueAt, reason, by FROM (
       SELECT r.id, r.case_id AS caseId, f.flag_rule AS rule, f.look_again_at AS dueAt, f.reason,
         r.created_by AS by, max(r.rid)
       FROM record r JOIN flag_review f ON f.id = r.id
       WHERE r.kind = 'flag_review' AND r.struck_at IS NULL AND ${OPEN} GROUP BY r.case_id, f.flag_rule)
     WHERE dueAt <= ?1 ORDER BY dueAt, id`,
    [now],
  );
}

/** What was accepted in open cases until a date that has come by `now`, where no later acceptance holds; oldest first. */
export function readLapsedAcceptances(reader: Reader, now: number): Promise<LapsedAcceptance[]> {
  return reader.all<LapsedAcceptance>(
    `SELECT id, caseId, key, dueAt, reason, by FROM (
       SELECT r.id, r.case_id AS caseId, a.conflict_key AS key, a.until_at AS dueAt, a.reason, r.created_by AS by,
         max(coalesce(a.until_at, 9e18)) AS last
       FROM record r JOIN conflict_acceptance a ON a.id = r.id
       WHERE r.kind = 'conflict_acceptance' AND r.struck_at IS NULL AND ${OPEN} GROUP BY r.case_id, a.conflict_key)
     WHERE last <= ?1 ORDER BY dueAt, id`,
    [now],
  );
}

/**
 * Withdrawals of open cases whose next safe contact was due by `now`, ms UTC, and since which no contact of hers or with
 * her is recorded; oldest date first. What he sent her is none.
 */
export function readDueContacts(reader: Reader, now: number): Promise<PutOff[]> {
  return reader.all<PutOff>(
    `SELECT r.id, r.case_id AS caseId, w.next_contact_at AS dueAt, r.title AS reason, r.created_by AS by
     FROM record r JOIN withdrawal w ON w.id = r.id
     WHERE r.kind = 'withdrawal' AND r.struck_at IS NULL AND w.next_contact_at <= ?1 AND ${OPEN}
       AND NOT EXISTS (SELECT 1 FROM record cr JOIN contact c ON c.id = cr.id
         WHERE cr.case_id = r.case_id AND cr.kind = 'contact' AND cr.struck_at IS NULL AND c.sender IS NULL
           AND cr.starts_at > r.starts_at)
     ORDER BY w.next_contact_at, r.id`,
    [now],
  );
}

/**
 * Alarms that are out in open cases and went off by mistake three times since they were last tested with her: practice asks
 * for training or a new unit. `dueAt` is the third time, ms UTC. None of it is an incident, or lowers any risk.
 */
export function readMistakenAlarms(reader: Reader, now: number): Promise<PutOff[]> {
  return reader.all<PutOff>(
    `SELECT id, caseId, dueAt, reason, by FROM (
       SELECT r.id, r.case_id AS caseId, a.unit AS reason, r.created_by AS by,
         (SELECT v.activated_at FROM alarm_activation v JOIN record vr ON vr.id = v.id
          WHERE v.alarm_id = a.id AND v.outcome = 'unintended' AND vr.struck_at IS NULL
            AND v.activated_at > coalesce(a.tested_at, 0) ORDER BY v.activated_at LIMIT 1 OFFSET 2) AS dueAt
       FROM record r JOIN alarm a ON a.id = r.id
       WHERE r.kind = 'alarm' AND r.struck_at IS NULL AND a.returned_at IS NULL AND ${OPEN})
     WHERE dueAt <= ?1 ORDER BY dueAt, id`,
    [now],
  );
}

/** As far ahead as the end of an order is told. */
const GRANT_MS = 30 * 24 * 60 * 60 * 1_000;

/**
 * Alarms that are out in open cases and whose grant ends within thirty days of `now`, ms UTC: to be extended, or taken
 * back. `dueAt` is the end. One that has ended is a danger of the day, and is told as such.
 */
export function readEndingGrants(reader: Reader, now: number): Promise<PutOff[]> {
  return reader.all<PutOff>(
    `SELECT r.id, r.case_id AS caseId, a.granted_until_at AS dueAt, a.unit AS reason, r.created_by AS by
     FROM record r JOIN alarm a ON a.id = r.id
     WHERE r.kind = 'alarm' AND r.struck_at IS NULL AND a.returned_at IS NULL AND a.handed_out_at <= ?1
       AND coalesce(a.status, 'active') = 'active' AND a.granted_until_at > ?1 AND a.granted_until_at <= ?2 AND ${OPEN}
     ORDER BY a.granted_until_at, r.id`,
    [now, now + GRANT_MS],
  );
}

interface OpenWork extends PutOff {
  readonly what: 'evidence_decay' | 'evidence_due' | 'first_day';
  readonly count: number;
}

/** Evidence that is gone within this time is work of this day. */
const DECAY_MS = 72 * 60 * 60 * 1_000;

/**
 * Evidence of open cases that nobody has secured and that is gone within 72 hours of `now` (ms UTC), or should have been
 * secured by now; and steps of the first 24 hours that are overdue, those of one breach together. Oldest date first.
 */
export function readOpenWork(reader: Reader, now: number): Promise<OpenWork[]> {
  return reader.all<OpenWork>(
    `SELECT 'evidence_decay' AS what, r.id AS id, r.case_id AS caseId, e.decays_at AS dueAt, r.title AS reason,
       r.created_by AS by, 1 AS count
     FROM record r JOIN evidence e ON e.id = r.id
     WHERE r.kind = 'evidence' AND r.struck_at IS NULL AND e.secured_at IS NULL AND e.decays_at <= ?2 AND ${OPEN}
     UNION ALL
     SELECT 'evidence_due', r.id, r.case_id, e.due_at, r.title, r.created_by, 1
     FROM record r JOIN evidence e ON e.id = r.id
     WHERE r.kind = 'evidence' AND r.struck_at IS NULL AND e.secured_at IS NULL AND e.due_at <= ?1
       AND (e.decays_at IS NULL OR e.decays_at > ?2) AND ${OPEN}
     UNION ALL
     -- Beside min() the other columns are those of its row.
     SELECT 'first_day', r.id, r.case_id, min(s.due_at), r.title, r.created_by, count(*)
     FROM record r JOIN investigation_step s ON s.id = r.id
     WHERE r.kind = 'investigation_step' AND r.struck_at IS NULL AND s.first_day = 1 AND s.done_at IS NULL
       AND coalesce(s.not_relevant, '') = '' AND s.due_at <= ?1 AND ${OPEN}
     GROUP BY r.case_id, s.breach_id
     ORDER BY dueAt, id`,
    [now, now + DECAY_MS],
  );
}
