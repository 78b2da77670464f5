/** Facilitated interviews, young suspects and what the police registers act asks, as the clocks read them. */
import type {
  AccessRequestFact,
  InterviewFact,
  UnclearDataFact,
  UseLogFact,
  YoungSuspectFact,
} from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import { type ClockReader, exactFactOf, factOf, type Row, readKind, startOf } from './scope.ts';

interface InterviewRow extends Row {
  readonly type: 'mandatory' | 'optional' | 'supplementary';
  readonly category: string | null;
  readonly clockStartAt: number | null;
  readonly heldAt: number | null;
  readonly extendedAt: number | null;
  readonly exceptionAt: number | null;
  readonly previousHeldAt: number | null;
}

/**
 * Interviews of one case or of all open ones. They are a compartment: no more is read than what the clock needs, and never
 * when or where one is planned.
 */
export async function readInterviews(reader: ClockReader, caseId: RecordId | null): Promise<InterviewFact[]> {
  const rows = await readKind<InterviewRow>(
    reader,
    'child_interview',
    'child_interview',
    caseId,
    `t.interview_type AS type, t.category, t.clock_start_at AS clockStartAt, t.held_at AS heldAt,
     t.extended_at AS extendedAt, t.exception_at AS exceptionAt,
     (SELECT p.held_at FROM child_interview p WHERE p.id = t.previous_id) AS previousHeldAt`,
  );
  return rows.map((row) => ({
    ...exactFactOf(row),
    obligatory: row.type === 'mandatory',
    clockFromAt: row.clockStartAt,
    urgent: row.category === 'recent_or_protection',
    under6: row.category === 'under_six_or_aggrieved',
    aggrieved: row.category === 'under_six_or_aggrieved',
    extensionReasonAt: row.extendedAt,
    heldAt: row.heldAt,
    previousHeldAt: row.previousHeldAt,
    supplementary: row.type === 'supplementary',
    exceptionAt: row.exceptionAt,
  }));
}

interface StatusRow extends Row {
  readonly personId: RecordId;
  readonly referenceId: RecordId | null;
  readonly chargeDecidedAt: number | null;
  readonly specialReasonAt: number | null;
  readonly underEighteen: number | null;
  readonly status: string;
}

/** What somebody is in a criminal case before it is decided whether to indict him, and after it. */
const SUSPECTED: ReadonlySet<string> = new Set(['suspect', 'charged']);
const DECIDED: ReadonlySet<string> = new Set(['indicted', 'convicted', 'acquitted', 'dismissed']);

/** Suspects who were under 18 at the act: one fact a person and criminal case, from all that was entered of him in it. */
export async function readYoungSuspects(reader: ClockReader, caseId: RecordId | null): Promise<YoungSuspectFact[]> {
  const rows = await readKind<StatusRow>(
    reader,
    'procedural_status',
    'procedural_status',
    caseId,
    `t.person_id AS personId, t.reference_id AS referenceId, t.status, t.under_eighteen AS underEighteen,
     t.charge_decided_at AS chargeDecidedAt, t.special_reason_at AS specialReasonAt`,
  );
  const persons = Map.groupBy(rows, (row) => `${row.caseId} ${row.personId}`);
  return [...persons.values()].flatMap(criminalCases).flatMap(suspectOf);
}

/** Rows of a person by criminal case; where no more than one is named, all are of that one. */
function criminalCases(rows: readonly StatusRow[]): StatusRow[][] {
  const named = new Set(rows.flatMap((row) => row.referenceId ?? []));
  return [...Map.groupBy(rows, (row) => (named.size > 1 ? row.referenceId : null)).values()];
}

/** From his first row as a suspect or as charged, until the first decision on any of them. */
function suspectOf(rows: readonly StatusRow[]): YoungSuspectFact[] {
  if (!rows.some((row) => row.underEighteen === 1)) return [];
  const suspected = rows.filter((row) => SUSPECTED.has(row.status));
  const first = suspected.find((row) => startOf(row) !== null) ?? suspected[0];
  if (!first) return [];
  return [
    {
      ...factOf(first, ...rows.filter((row) => row !== first)),
      suspectedAt: startOf(first),
      chargingDecidedAt: earliest([
        ...rows.map((row) => row.chargeDecidedAt),
        ...rows.map((row) => (DECIDED.has(row.status) ? startOf(row) : null)),
      ]),
      specialReasonAt: earliest(rows.map((row) => row.specialReasonAt)),
    },
  ];
}

function earliest(instants: readonly (number | null)[]): number | null {
  return instants.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
}

/** Requests and unclear data of one case or of all open ones; the use log belongs to the whole book. */
export async function readRegister(
  reader: ClockReader,
  caseId: RecordId | null,
): Promise<{ unclearData: UnclearDataFact[]; accessRequests: AccessRequestFact[]; useLogs: UseLogFact[] }> {
  const data = await readKind<
    Row & { storedAt: number; inCriminalCase: number | null; deletedAt: number | null; movedAt: number | null }
  >(
    reader,
    'unclear_data',
    'unclear_data',
    caseId,
    't.stored_at AS storedAt, t.in_criminal_case AS inCriminalCase, t.deleted_at AS deletedAt, t.moved_at AS movedAt',
  );
  const requests = await readKind<Row & { receivedAt: number; answeredAt: number | null }>(
    reader,
    'data_request',
    'data_request',
    caseId,
    't.received_at AS receivedAt, t.answered_at AS answeredAt',
  );
  return {
    unclearData: data.map((row) => ({
      ...exactFactOf(row),
      storedAt: row.storedAt,
      inCriminalCase: row.inCriminalCase === 1,
      deletedAt: row.deletedAt,
      movedAt: row.movedAt,
    })),
    accessRequests: requests.map((row) => ({
      ...exactFactOf(row),
      receivedAt: row.receivedAt,
      answeredAt: row.answeredAt,
    })),
    useLogs: caseId ? [] : await readUseLog(reader),
  };
}

/** The use log of the book by its oldest entry. */
export async function readUseLog(reader: ClockReader): Promise<UseLogFact[]> {
  const oldest = await reader.first<{ at: number }>('SELECT at FROM use_log ORDER BY seq LIMIT 1');
  return oldest ? [{ caseId: null, recordIds: [], writtenAt: oldest.at, purgedAt: null }] : [];
}
