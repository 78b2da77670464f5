/** Attempts to serve the papers of the criminal case that failed, as the clocks read them. */
import type { FailedServiceFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import { byCase, type ClockReader, exactFactOf, type Row, readKind } from './scope.ts';

interface CourtServiceRow extends Row {
  readonly paper: string | null;
  readonly stepId: RecordId | null;
  readonly attemptAt: number;
  readonly outcome: string;
  readonly learnedAt: number | null;
  readonly method: string | null;
  readonly deadlineFromAt: number | null;
  readonly deadlineAt: number | null;
}

/** Failed attempts of one case or of all open ones; attempts come in the order of their time. */
export async function readFailedServices(reader: ClockReader, caseId: RecordId | null): Promise<FailedServiceFact[]> {
  const rows = await readKind<CourtServiceRow>(
    reader,
    'court_service',
    'court_service',
    caseId,
    `t.paper, t.step_id AS stepId, t.attempt_at AS attemptAt, t.outcome, t.learned_at AS learnedAt, t.method,
     t.deadline_from_at AS deadlineFromAt, t.deadline_at AS deadlineAt`,
  );
  const ofCase = byCase(rows);
  return rows.filter((row) => row.outcome !== 'served').map((row) => failed(row, ofCase(row.caseId)));
}

function failed(row: CourtServiceRow, all: readonly CourtServiceRow[]): FailedServiceFact {
  const { paper, stepId, attemptAt, learnedAt, deadlineFromAt, deadlineAt } = row;
  const again = all.slice(all.indexOf(row) + 1).find((one) => one.paper === paper && one.stepId === stepId);
  return {
    ...exactFactOf(row, again),
    failedAt: learnedAt ?? attemptAt,
    learnedKnown: learnedAt !== null,
    electronic: row.method === 'electronic',
    insideDeadline: deadlineAt !== null && attemptAt < deadlineAt,
    deadlineMs: deadlineAt !== null && deadlineFromAt !== null ? deadlineAt - deadlineFromAt : null,
    ofOrder: false,
    repeatedAt: again?.attemptAt ?? null,
  };
}
