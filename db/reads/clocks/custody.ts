/** Arrests, holds and remands as the clocks read them, with what followed each. */
import type { ArrestFact, HoldFact, RemandFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import { type AwayOf, readAway } from './away.ts';
import type { CourtStepRow } from './court-steps.ts';
import { byCase, type ClockReader, exactFactOf, factOf, type Row, readKind, startOf } from './scope.ts';

interface ArrestRow extends Row {
  readonly custody: 'arrest' | 'brought_in' | null;
  readonly personId: RecordId | null;
  readonly breachId: RecordId | null;
  readonly releasedAt: number | null;
  readonly byDecision: number | null;
  readonly underEighteen: number | null;
  readonly cellFromAt: number | null;
  readonly cellUntilAt: number | null;
  readonly cellReasonAt: number | null;
  readonly courtBookReasonAt: number | null;
  readonly thirdDayReasonAt: number | null;
  readonly noReleaseClearAt: number | null;
  readonly childWelfareNotifiedAt: number | null;
}

interface RemandRow extends Row {
  readonly personId: RecordId | null;
  readonly arrestId: RecordId | null;
  readonly extendsId: RecordId | null;
  readonly fromAt: number | null;
  readonly untilAt: number | null;
  readonly decidedAt: number | null;
  readonly underEighteen: number | null;
  readonly requestedAt: number | null;
  readonly defenceNoticeAt: number | null;
  readonly extensionWanted: number | null;
  readonly prisonJudgmentAt: number | null;
  readonly releasedAt: number | null;
}

interface StepRow extends Row {
  readonly step: string;
  readonly arrestId: RecordId | null;
  readonly breachId: RecordId | null;
  readonly chosen: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A remand without a reference answers an arrest of the seven days before it, as everywhere in the program. */
const ANSWERS_MS = 7 * DAY_MS;

/** Arrests, holds under the police act, and remands of one case or of all open ones. */
export async function readCustody(reader: ClockReader, caseId: RecordId | null, courtSteps: readonly CourtStepRow[]) {
  const arrests = await readKind<ArrestRow>(
    reader,
    'arrest',
    'arrest',
    caseId,
    `t.custody, t.person_id AS personId, t.breach_id AS breachId, t.released_at AS releasedAt,
     t.by_decision AS byDecision, t.under_eighteen AS underEighteen, t.cell_from_at AS cellFromAt,
     t.cell_until_at AS cellUntilAt, t.cell_reason_at AS cellReasonAt, t.court_book_reason_at AS courtBookReasonAt,
     t.third_day_reason_at AS thirdDayReasonAt, t.no_release_clear_at AS noReleaseClearAt,
     t.child_welfare_notified_at AS childWelfareNotifiedAt`,
  );
  const remands = await readKind<RemandRow>(
    reader,
    'remand',
    'remand',
    caseId,
    `t.person_id AS personId, t.arrest_id AS arrestId, t.extends_id AS extendsId, t.from_at AS fromAt,
     t.until_at AS untilAt, t.decided_at AS decidedAt, t.under_eighteen AS underEighteen, t.requested_at AS requestedAt,
     t.defence_notice_at AS defenceNoticeAt, t.extension_wanted AS extensionWanted,
     t.prison_judgment_at AS prisonJudgmentAt, t.released_at AS releasedAt`,
  );
  const steps = await readKind<StepRow>(
    reader,
    'response_step',
    'response_step',
    caseId,
    't.step, t.arrest_id AS arrestId, t.breach_id AS breachId, t.chosen',
  );
  const awayOf = await readAway(reader, [...arrests, ...remands]);
  const remandsOf = byCase(remands);
  const stepsOf = byCase(steps);
  const courtOf = byCase(courtSteps);
  return {
    arrests: arrests
      .filter((row) => row.custody !== 'brought_in')
      .map((row) => arrestFact(row, remandsOf(row.caseId), stepsOf(row.caseId), courtOf(row.caseId), awayOf)),
    holds: arrests
      .filter((row) => row.custody === 'brought_in')
      .map(
        (row): HoldFact => ({
          ...factOf(row),
          broughtInAt: startOf(row),
          releasedAt: row.releasedAt,
          away: awayOf(row, startOf(row)),
        }),
      ),
    remands: remands.map((row) => remandFact(row, remandsOf(row.caseId), courtOf(row.caseId), awayOf)),
  };
}

function arrestFact(
  row: ArrestRow,
  remands: readonly RemandRow[],
  allSteps: readonly StepRow[],
  courtSteps: readonly CourtStepRow[],
  awayOf: AwayOf,
): ArrestFact {
  const steps = allSteps.filter(
    (step) =>
      step.arrestId === row.id || (step.arrestId === null && step.breachId !== null && step.breachId === row.breachId),
  );
  const own = courtSteps.filter((step) => step.arrestId === row.id);
  const remand = remands.find((one) => answers(one, row));
  // The arrest's own time is one reading among those of its steps.
  const arrestedAt = chosen(steps, 'arrested') ?? earliest(measured(steps, 'arrested', 'earliest'), startOf(row));
  const told = [row, ...steps.filter(({ step }) => step === 'arrested')].find((one) => startOf(one) === arrestedAt);
  const hearing =
    earliest(measured(steps, 'hearing_opened', 'latest'), ...own.map((step) => step.openedAt)) ??
    // Remanded: then a court has heard him, though nobody entered when it opened.
    (remand ? toldDecision(remand) : null);
  return {
    ...factOf(told ?? row),
    ...exactFactOf(row, remand),
    arrestedAt,
    under18: row.underEighteen === 1,
    noReleaseClearAt: row.noReleaseClearAt,
    byDecision: row.byDecision === 1,
    upheldAt: measured(steps, 'arrest_upheld', 'latest'),
    statementOfferedAt: measured(steps, 'statement_offered', 'latest'),
    counselAt: measured(steps, 'defence_appointed', 'latest'),
    presentationRequestedAt: earliest(
      measured(steps, 'presentation_requested', 'latest'),
      ...own.filter((step) => step.step === 'petition').map(startOf),
    ),
    hearingOpenedAt: hearing,
    courtBookReasonAt: row.courtBookReasonAt,
    thirdDayReasonAt: row.thirdDayReasonAt,
    childWelfareNotifiedAt: row.childWelfareNotifiedAt,
    inCell: row.cellFromAt !== null,
    cellLeftAt: row.cellUntilAt,
    cellReasonAt: row.cellReasonAt,
    releasedAt: earliest(
      row.releasedAt,
      measured(steps, 'release', 'latest'),
      ...own.filter((step) => step.step === 'release').map(startOf),
    ),
    away: awayOf(row, arrestedAt),
  };
}

/**
 * When a remand was decided, as far as it is told: the fact's own time where it has no other. From when it holds is no
 * such time: it is often counted from the arrest.
 */
function toldDecision(remand: RemandRow): number | null {
  return remand.decidedAt ?? (remand.fromAt === null ? startOf(remand) : null);
}

function answers(remand: RemandRow, arrest: ArrestRow): boolean {
  if (remand.arrestId !== null) return remand.arrestId === arrest.id;
  if (remand.personId !== null && arrest.personId !== null && remand.personId !== arrest.personId) return false;
  const at = remand.decidedAt ?? remand.fromAt ?? remand.startsAt;
  return at !== null && arrest.startsAt !== null && at >= arrest.startsAt && at - arrest.startsAt <= ANSWERS_MS;
}

function remandFact(
  row: RemandRow,
  all: readonly RemandRow[],
  courtSteps: readonly CourtStepRow[],
  awayOf: AwayOf,
): RemandFact {
  const decidedAt = row.decidedAt ?? row.fromAt ?? startOf(row);
  const next = all.find((one) => one.extendsId === row.id) ?? followed(row, all);
  const nextAt = next ? (next.decidedAt ?? next.fromAt ?? startOf(next)) : null;
  const planned = courtSteps.find(
    (step) =>
      step.step === 'remand_hearing' &&
      step.scheduledAt !== null &&
      decidedAt !== null &&
      step.scheduledAt > decidedAt &&
      (row.untilAt === null || step.scheduledAt <= row.untilAt),
  );
  return {
    ...(row.decidedAt === null && row.fromAt === null ? factOf(row, next) : exactFactOf(row, next)),
    decidedAt,
    untilAt: row.untilAt,
    under18: row.underEighteen === 1,
    newOrderAt: nextAt,
    releasedAt: row.releasedAt,
    extensionWanted: row.extensionWanted === 1,
    hearingPlannedAt: planned?.scheduledAt ?? null,
    requestFiledAt: row.requestedAt,
    defenceNotifiedAt: row.defenceNoticeAt,
    prisonJudgmentAt: row.prisonJudgmentAt,
    orderAfterJudgmentAt:
      nextAt !== null && row.prisonJudgmentAt !== null && nextAt >= row.prisonJudgmentAt ? nextAt : null,
    away: awayOf(row, decidedAt),
  };
}

/** The next remand of the same person that begins before a day after this one's end. */
function followed(row: RemandRow, all: readonly RemandRow[]): RemandRow | undefined {
  const { untilAt } = row;
  if (untilAt === null || row.startsAt === null) return undefined;
  return all.find(
    (one) =>
      one.id !== row.id &&
      one.personId === row.personId &&
      one.startsAt !== null &&
      one.startsAt > (row.startsAt ?? 0) &&
      one.startsAt <= untilAt + DAY_MS,
  );
}

/**
 * When a step took place: the reading that was chosen; else the earliest for what starts a clock and the latest for what
 * ends one, since a clock that warns too soon does no harm.
 */
function measured(steps: readonly StepRow[], step: string, otherwise: 'earliest' | 'latest'): number | null {
  const read = chosen(steps, step);
  if (read !== null) return read;
  const own = steps.filter((one) => one.step === step);
  const times = own.map(startOf).filter((at) => at !== null);
  if (times.length === 0) return null;
  return otherwise === 'earliest' ? Math.min(...times) : Math.max(...times);
}

function chosen(steps: readonly StepRow[], step: string): number | null {
  const one = steps.find((row) => row.step === step && row.chosen === 1);
  return one ? startOf(one) : null;
}

function earliest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
