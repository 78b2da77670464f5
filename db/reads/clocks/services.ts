/** Attempts to serve the papers of the criminal case that failed, as the clocks read them. */
import type { FailedServiceFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import { byCase, type ClockReader, exactFactOf, type Row, readKind } from './scope.ts';

interface CourtServiceRow extends Row {
  readonly paper: string | null;
  readonly stepId: RecordId | null;
  readonly attemptAt: number;
  readonly outcome: string;
  /** ms UTC; as it stands also where it lies after the time that is asked for. */
  readonly learned: number | null;
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
    `t.paper, t.step_id AS stepId, t.attempt_at AS attemptAt, t.outcome, t.learned_at AS learned, t.method,
     t.deadline_from_at AS deadlineFromAt, t.deadline_at AS deadlineAt`,
  );
  const ofCase = byCase(rows);
  // Before it was learned nobody knew that it had failed: then it was an attempt, and nothing to repeat.
  const knownBy = reader.asOf ?? Number.POSITIVE_INFINITY;
  return rows
    .filter(({ outcome, learned }) => outcome !== 'served' && (learned ?? 0) <= knownBy)
    .map((row) => failed(row, ofCase(row.caseId)));
}

function failed(row: CourtServiceRow, all: readonly CourtServiceRow[]): FailedServiceFact {
  const { paper, stepId, attemptAt, learned, deadlineFromAt, deadlineAt } = row;
  const again = all.slice(all.indexOf(row) + 1).find((one) => one.paper === paper && one.stepId === stepId);
  return {
    ...exactFactOf(row, again),
    failedAt: learned ?? attemptAt,
    learnedKnown: learned !== null,
    electronic: row.method === 'electronic',
    insideDeadline: deadlineAt !== null && attemptAt < deadlineAt,
    deadlineMs: deadlineAt !== null && deadlineFromAt !== null ? deadlineAt - deadlineFromAt : null,
    ofOrder: false,
    repeatedAt: again?.attemptAt ?? null,
  };
}
