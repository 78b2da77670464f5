/** Breaches, assessments, alarms and guarding as the clocks and the unit's own rules read them. */
import type { AlarmFact, AssessmentFact, BreachFact, GuardFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { OrderRow } from './orders.ts';
import { byCase, type ClockReader, exactFactOf, factOf, type Row, readKind, startOf } from './scope.ts';

interface BreachRow extends Row {
  readonly reportedAt: number | null;
  readonly knewAt: number | null;
  readonly knewPrecision: Precision | null;
  readonly knewEndsAt: number | null;
  readonly knewQualifier: Qualifier | null;
  readonly decidedAt: number | null;
  readonly status: string | null;
}

interface AssessmentRow extends Row {
  readonly level: string | null;
  readonly personId: RecordId | null;
}

interface AlarmRow extends Row {
  readonly handedOutAt: number | null;
  readonly testedAt: number | null;
  readonly returnedAt: number | null;
}

interface DecisionRow extends Row {
  readonly decidedAt: number | null;
  readonly untilAt: number | null;
  readonly replacesId: RecordId | null;
  readonly guards: number;
}

/** What a lawyer has looked at: the first decision is made, although its time may not be entered. */
const LOOKED_AT = new Set(['assessed', 'charged', 'decided', 'dismissed', 'not_a_breach']);

/** Breaches and assessments of one case or of all open ones. */
export async function readBreaches(reader: ClockReader, caseId: RecordId | null, orders: readonly OrderRow[]) {
  const breaches = await readKind<BreachRow>(
    reader,
    'breach',
    'breach',
    caseId,
    `t.reported_at AS reportedAt, t.police_knew_from_at AS knewAt, t.police_knew_precision AS knewPrecision,
     t.police_knew_to_at AS knewEndsAt, t.police_knew_qualifier AS knewQualifier,
     t.decided_at AS decidedAt, t.status`,
  );
  const assessments = await readKind<AssessmentRow>(
    reader,
    'assessment',
    'assessment',
    caseId,
    't.level, t.person_id AS personId',
  );
  const ordersOf = byCase(orders);
  const assessmentsOf = byCase(assessments);
  return {
    breaches: breaches.map((row) => breachFact(row, ordersOf(row.caseId), assessmentsOf(row.caseId))),
    assessments: assessments.map((row): AssessmentFact => {
      const later = assessmentsOf(row.caseId).find(
        (one) => one.personId === row.personId && (one.startsAt ?? 0) > (row.startsAt ?? 0),
      );
      return {
        ...factOf(row, later),
        assessedAt: startOf(row),
        high: row.level === 'high',
        replacedAt: later?.startsAt ?? null,
      };
    }),
  };
}

function breachFact(row: BreachRow, orders: readonly OrderRow[], assessments: readonly AssessmentRow[]): BreachFact {
  const happenedAt = startOf(row);
  const knewAt = startOf({
    startsAt: row.knewAt,
    endsAt: row.knewEndsAt,
    precision: row.knewPrecision,
    qualifier: row.knewQualifier,
  });
  const reportedAt = row.reportedAt ?? knewAt;
  const looked = row.decidedAt === null && row.status !== null && LOOKED_AT.has(row.status);
  const after = (at: number | null | undefined) => at !== null && at !== undefined && at >= (happenedAt ?? 0);
  const control = orders.find(
    (one) =>
      (one.electronicControl === 1 || one.variant === 'electronic_control') &&
      (one.stage === null || one.stage === 'decided') &&
      after(one.decidedAt),
  );
  const assessment = assessments.find((one) => after(one.startsAt));
  return {
    ...factOf(row),
    qualifier: row.qualifier ?? (row.reportedAt === null ? row.knewQualifier : null),
    happenedAt,
    reportedAt,
    // Looked at, no time entered: met, and nobody can say by how much.
    juristDecidedAt: row.decidedAt ?? (looked ? reportedAt : null),
    controlDecidedAt: control?.decidedAt ?? null,
    isNone: row.status === 'not_a_breach',
    assessedAt: assessment?.startsAt ?? null,
  };
}

/** Alarms that were handed out, and decisions on guarding that a live measure rests on. */
export async function readProtection(
  reader: ClockReader,
  caseId: RecordId | null,
): Promise<{ alarms: AlarmFact[]; guards: GuardFact[] }> {
  const alarms = await readKind<AlarmRow>(
    reader,
    'alarm',
    'alarm',
    caseId,
    't.handed_out_at AS handedOutAt, t.tested_at AS testedAt, t.returned_at AS returnedAt',
  );
  const decisions = await readKind<DecisionRow>(
    reader,
    'decision',
    'decision',
    caseId,
    `t.decided_at AS decidedAt, t.until_at AS untilAt, t.replaces_id AS replacesId,
     EXISTS (SELECT 1 FROM measure m JOIN record mr ON mr.id = m.id
       WHERE m.decision_id = t.id AND m.type = 'guarding' AND mr.struck_at IS NULL) AS guards`,
  );
  return {
    alarms: alarms.map((row) => ({
      ...exactFactOf(row),
      handedOutAt: row.handedOutAt,
      testedAt: row.testedAt,
      returnedAt: row.returnedAt,
    })),
    guards: decisions
      .filter((row) => row.guards === 1)
      .map((row) => {
        const next = decisions.find((one) => one.replacesId === row.id);
        return {
          ...exactFactOf(row, next),
          decidedAt: row.decidedAt,
          reviewedAt: next?.decidedAt ?? null,
          endedAt: row.untilAt,
        };
      }),
  };
}
