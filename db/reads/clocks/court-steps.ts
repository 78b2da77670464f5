/** Steps before a court, and the trials, summonses and writs the clocks read from them. */
import type { SummonsFact, TrialFact, WritFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import { byCase, type ClockReader, exactFactOf, factOf, type Row, readKind, startOf } from './scope.ts';

export interface CourtStepRow extends Row {
  readonly step: string | null;
  readonly scheduledAt: number | null;
  readonly openedAt: number | null;
  readonly happenedAt: number | null;
  readonly knownAt: number | null;
  readonly receivedAt: number | null;
  readonly summonsServedAt: number | null;
  readonly replyDueAt: number | null;
  readonly acceptedAt: number | null;
  readonly onRemand: number | null;
  readonly onAppeal: number | null;
  readonly underEighteen: number | null;
  readonly arrestId: RecordId | null;
  readonly orderId: RecordId | null;
}

/** Steps before a court of one case or of all open ones. */
export function readCourtSteps(reader: ClockReader, caseId: RecordId | null): Promise<CourtStepRow[]> {
  return readKind<CourtStepRow>(
    reader,
    'court_step',
    'court_step',
    caseId,
    `t.step, t.scheduled_at AS scheduledAt, t.opened_at AS openedAt, t.happened_from_at AS happenedAt,
     t.police_knew_from_at AS knownAt, t.received_at AS receivedAt, t.summons_served_at AS summonsServedAt,
     t.reply_due_at AS replyDueAt, t.accepted_at AS acceptedAt, t.on_remand AS onRemand, t.on_appeal AS onAppeal,
     t.under_eighteen AS underEighteen, t.arrest_id AS arrestId, t.order_id AS orderId`,
  );
}

/** Trials, summonses and writs among the steps. */
export function trialFacts(steps: readonly CourtStepRow[]): {
  trials: TrialFact[];
  summonses: SummonsFact[];
  writs: WritFact[];
} {
  const ofCase = byCase(steps);
  return {
    trials: steps.filter((step) => step.receivedAt !== null).map((step) => trial(step, ofCase(step.caseId))),
    summonses: steps
      .filter((step) => step.scheduledAt !== null && isSummonedTo(step))
      .map((step) => ({
        ...exactFactOf(step),
        summonedAt: knownSince(step),
        hearingPlannedAt: step.scheduledAt,
        mainHearing: isMain(step, ofCase(step.caseId)),
        servedAt: step.summonsServedAt,
      })),
    writs: steps
      .filter((step) => step.step === 'penalty_writ')
      .map((step) => ({
        ...factOf(step),
        issuedAt: startOf(step),
        replyDays: null,
        replyByAt: step.replyDueAt,
        acceptedAt: step.acceptedAt,
      })),
  };
}

/** He is summoned to a hearing; to one about remand after an arrest he is brought. */
function isSummonedTo({ step, arrestId }: CourtStepRow): boolean {
  return step === 'main_hearing' || step === 'summons' || (step === 'hearing' && arrestId === null);
}

/** Three days before a main hearing, 24 hours before any other; a summons says by its time which hearing it is for. */
function isMain({ step, scheduledAt }: CourtStepRow, all: readonly CourtStepRow[]): boolean {
  if (step !== 'summons') return step === 'main_hearing';
  const hearings = all.filter((one) => one.step !== 'summons' && one.scheduledAt === scheduledAt);
  return hearings.length === 0 || hearings.some((one) => one.step === 'main_hearing');
}

function trial(step: CourtStepRow, all: readonly CourtStepRow[]): TrialFact {
  const hearing = all.find(
    (one) =>
      one.step === 'main_hearing' &&
      (one.scheduledAt ?? one.openedAt ?? one.startsAt ?? 0) >= (step.receivedAt ?? Number.POSITIVE_INFINITY),
  );
  return {
    ...exactFactOf(step, hearing),
    receivedAt: step.receivedAt,
    hearingSetAt: hearing ? knownSince(hearing) : null,
    hearingStartedAt: hearing?.openedAt ?? null,
    remanded: step.onRemand === 1,
    under18: step.underEighteen === 1,
    appeal: step.onAppeal === 1,
  };
}

/** Since when a date is set: when the police knew of it, or else when it was entered, which is no earlier. */
function knownSince(step: CourtStepRow): number {
  return step.knownAt ?? step.createdAt;
}
