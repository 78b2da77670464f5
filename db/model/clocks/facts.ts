/**
 * What the clocks are read from: plain facts, whatever records they came from. Instants are ms UTC and null when not
 * known or not happened. Names in `PLANNED` lie ahead by nature; every other `…At` tells of something that happened.
 */
import type { RecordId } from '../ids.ts';
import type { Qualifier } from '../when.ts';

interface Fact {
  readonly caseId: RecordId | null;
  /** The record that tells it, then those that add to it. */
  readonly recordIds: readonly RecordId[];
  /** Its start is known to the day only. */
  readonly dayOnly?: boolean;
  /** Its start is known as about, before or after a time only; the clock runs from that time. */
  readonly qualifier?: Qualifier | null;
}

/** A time in which somebody who was taken in was not where he is held, and had not been let go. */
export interface Away {
  readonly how: 'escaped' | 'leave';
  readonly fromAt: number;
  /** When he was back or let go; null: not yet. */
  readonly toAt: number | null;
}

/** An arrest, straffeprosessloven §§ 171-183. */
export interface ArrestFact extends Fact {
  readonly arrestedAt: number | null;
  /** Under 18 at the act. */
  readonly under18: boolean;
  /** When it became clear that he would not be released within 24 h (12 h under 18). */
  readonly noReleaseClearAt: number | null;
  /** Decided by a prosecutor before it was made. */
  readonly byDecision: boolean;
  /** The prosecutor's written decision to uphold. */
  readonly upheldAt: number | null;
  readonly statementOfferedAt: number | null;
  readonly counselAt: number | null;
  readonly presentationRequestedAt: number | null;
  readonly hearingOpenedAt: number | null;
  readonly courtBookReasonAt: number | null;
  /** Written reason why presentation by the third day is especially required. */
  readonly thirdDayReasonAt: number | null;
  readonly childWelfareNotifiedAt: number | null;
  readonly inCell: boolean;
  readonly cellLeftAt: number | null;
  readonly cellReasonAt: number | null;
  readonly releasedAt: number | null;
  /** Since he was taken in, in order of time. */
  readonly away: readonly Away[];
}

/** Brought in under the police act § 8. */
export interface HoldFact extends Fact {
  readonly broughtInAt: number | null;
  readonly releasedAt: number | null;
  readonly away: readonly Away[];
}

/** A court's order for remand, or one more of them. */
export interface RemandFact extends Fact {
  readonly decidedAt: number | null;
  /** The date in the order. */
  readonly untilAt: number | null;
  readonly under18: boolean;
  readonly newOrderAt: number | null;
  readonly releasedAt: number | null;
  readonly extensionWanted: boolean;
  readonly hearingPlannedAt: number | null;
  readonly requestFiledAt: number | null;
  readonly defenceNotifiedAt: number | null;
  /** An unconditional prison judgment given while he was on remand. */
  readonly prisonJudgmentAt: number | null;
  readonly orderAfterJudgmentAt: number | null;
  readonly away: readonly Away[];
}

/** An order of the police prosecutor, straffeprosessloven §§ 222 a and 222 g; of a minor's ban what it shares with them. */
export interface OrderFact extends Fact {
  readonly ownHome: boolean;
  /** A stay-away ban for a minor (§ 222 c). */
  readonly minor: boolean;
  readonly electronicControl: boolean;
  readonly decidedAt: number | null;
  readonly oral: boolean;
  readonly writtenAt: number | null;
  readonly servedAt: number | null;
  /** When electronic control was served, where that was apart from the order. */
  readonly controlServedAt: number | null;
  readonly fromAt: number | null;
  /** The date in the decision. */
  readonly toAt: number | null;
  readonly liftedAt: number | null;
  readonly reviewDemandedAt: number | null;
  readonly toCourtAt: number | null;
  readonly waivedAt: number | null;
  readonly courtBookReasonAt: number | null;
  readonly controlPetitionAt: number | null;
  readonly lapsePlannedAt: number | null;
  /** A renewal: begun, decided and served. */
  readonly renewalBegunAt: number | null;
  readonly renewalDecidedAt: number | null;
  readonly renewalServedAt: number | null;
}

/** A suspected breach of an order. */
export interface BreachFact extends Fact {
  readonly happenedAt: number | null;
  readonly reportedAt: number | null;
  readonly juristDecidedAt: number | null;
  readonly controlDecidedAt: number | null;
  /** A lawyer held that it was none. */
  readonly isNone: boolean;
  readonly assessedAt: number | null;
}

/** A contact ban by judgment, straffeloven §§ 57-58. */
export interface ContactBanFact extends Fact {
  readonly judgedAt: number | null;
  readonly finalAt: number | null;
  /** The date in the judgment; null when indefinite or not entered. */
  readonly toAt: number | null;
  readonly indefinite: boolean;
  readonly ownHome: boolean;
  readonly electronicControl: boolean;
  readonly retriedAt: number | null;
  readonly liftedAt: number | null;
  /** When he served or evaded sentence; the term does not run then. */
  readonly serving: readonly { readonly fromAt: number; readonly toAt: number | null }[];
  /** Ends of orders that held when judgment was given; one that reaches past now covers the gap to finality. */
  readonly orderUntilAt: number | null;
}

/** A stay-away ban for a minor, straffeprosessloven § 222 c. */
export interface MinorBanFact extends OrderFact {
  readonly consentRefusedAt: number | null;
}

/** A facilitated interview, straffeprosessloven §§ 239-239 f. */
export interface InterviewFact extends Fact {
  /** After § 239 first paragraph, second paragraph second sentence or third paragraph. */
  readonly obligatory: boolean;
  /** The report, or when the police should have seen the need. */
  readonly clockFromAt: number | null;
  /** Act under two weeks old, a full immediate account, or needed for protection. */
  readonly urgent: boolean;
  readonly under6: boolean;
  readonly aggrieved: boolean;
  /** Reason for one more week logged. */
  readonly extensionReasonAt: number | null;
  readonly heldAt: number | null;
  /** A supplementary interview is counted from the one before. */
  readonly previousHeldAt: number | null;
  readonly supplementary: boolean;
  /** One of the exceptions for supplementary interviews was recorded. */
  readonly exceptionAt: number | null;
}

/** An indictment case at a court, straffeprosessloven § 275. */
export interface TrialFact extends Fact {
  readonly receivedAt: number | null;
  readonly hearingSetAt: number | null;
  readonly hearingStartedAt: number | null;
  readonly remanded: boolean;
  readonly under18: boolean;
  readonly appeal: boolean;
}

/** A suspect under 18, straffeprosessloven § 249. */
export interface YoungSuspectFact extends Fact {
  readonly suspectedAt: number | null;
  readonly chargingDecidedAt: number | null;
  readonly specialReasonAt: number | null;
}

/** A summons, straffeprosessloven § 86. */
export interface SummonsFact extends Fact {
  readonly summonedAt: number | null;
  readonly hearingPlannedAt: number | null;
  readonly mainHearing: boolean;
  readonly servedAt: number | null;
}

/** An optional penalty writ, straffeprosessloven § 256. */
export interface WritFact extends Fact {
  readonly issuedAt: number | null;
  /** The days the writ gives for a reply, or the end of that time where it names one. */
  readonly replyDays: number | null;
  readonly replyByAt: number | null;
  readonly acceptedAt: number | null;
}

/** Service that failed or was lost on the way, domstolloven § 146. */
export interface FailedServiceFact extends Fact {
  /** When whoever must repeat it learned, or should have understood, that it had failed. */
  readonly failedAt: number | null;
  /** That was entered; else the time of the attempt stands for it, which is no later. */
  readonly learnedKnown: boolean;
  readonly electronic: boolean;
  /** It was handed over for service before the deadline ended inside which it had to be. */
  readonly insideDeadline: boolean;
  /** Length of that deadline, ms; null where its start is not known. */
  readonly deadlineMs: number | null;
  readonly ofOrder: boolean;
  readonly repeatedAt: number | null;
}

/** Data whose relevance is not settled, politiregisterloven § 8. */
export interface UnclearDataFact extends Fact {
  readonly storedAt: number | null;
  readonly inCriminalCase: boolean;
  readonly deletedAt: number | null;
  readonly movedAt: number | null;
}

/** A request for access, correction or deletion, politiregisterloven § 54. */
export interface AccessRequestFact extends Fact {
  readonly receivedAt: number | null;
  readonly answeredAt: number | null;
}

/** The oldest entry of a use log, politiregisterloven § 17. */
export interface UseLogFact extends Fact {
  readonly writtenAt: number | null;
  readonly purgedAt: number | null;
}

/** What the unit's own rules are read from besides. */
export interface AssessmentFact extends Fact {
  readonly assessedAt: number | null;
  readonly high: boolean;
  readonly replacedAt: number | null;
}
/** He was released, has escaped or is on leave. */
export interface ReleaseFact extends Fact {
  readonly outAt: number | null;
  readonly assessedAt: number | null;
}
export interface AlarmFact extends Fact {
  readonly handedOutAt: number | null;
  readonly testedAt: number | null;
  readonly returnedAt: number | null;
}
export interface GuardFact extends Fact {
  readonly decidedAt: number | null;
  readonly reviewedAt: number | null;
  readonly endedAt: number | null;
}

/** A transfer of the case to another district. */
export interface TransferFact extends Fact {
  readonly offeredAt: number | null;
  readonly receivedAt: number | null;
  readonly takenOverAt: number | null;
  readonly withdrawnAt: number | null;
  /** When our copy was reviewed for deletion. */
  readonly reviewedAt: number | null;
}

/** Everything the clocks of one or many cases are read from. */
export interface ClockFacts {
  readonly arrests: readonly ArrestFact[];
  readonly holds: readonly HoldFact[];
  readonly remands: readonly RemandFact[];
  readonly orders: readonly OrderFact[];
  readonly breaches: readonly BreachFact[];
  readonly contactBans: readonly ContactBanFact[];
  readonly minorBans: readonly MinorBanFact[];
  readonly interviews: readonly InterviewFact[];
  readonly trials: readonly TrialFact[];
  readonly youngSuspects: readonly YoungSuspectFact[];
  readonly summonses: readonly SummonsFact[];
  readonly writs: readonly WritFact[];
  readonly failedServices: readonly FailedServiceFact[];
  readonly unclearData: readonly UnclearDataFact[];
  readonly accessRequests: readonly AccessRequestFact[];
  readonly useLogs: readonly UseLogFact[];
  readonly assessments: readonly AssessmentFact[];
  readonly releases: readonly ReleaseFact[];
  readonly alarms: readonly AlarmFact[];
  readonly guards: readonly GuardFact[];
  readonly transfers: readonly TransferFact[];
}

/** Instants that lie ahead by nature and are known before they come. */
const PLANNED: readonly string[] = ['untilAt', 'toAt', 'fromAt', 'hearingPlannedAt', 'orderUntilAt', 'replyByAt'];

/** Times away that had begun; whoever came back later had not come back. */
function awayAsOf(away: readonly Away[], now: number): Away[] {
  return away
    .filter(({ fromAt }) => fromAt <= now)
    .map((one) => (one.toAt !== null && one.toAt > now ? { ...one, toAt: null } : one));
}

/** `fact` as it was known at `now`: what happened later has not happened. */
export function asOf<F extends object>(fact: F, now: number): F {
  let known = fact;
  for (const name in fact) {
    const value: unknown = fact[name];
    if (name === 'away' && Array.isArray(value) && value.length > 0) {
      known = { ...known, away: awayAsOf(value as readonly Away[], now) };
    }
    if (typeof value !== 'number' || value <= now || !name.endsWith('At') || PLANNED.includes(name)) continue;
    if (known === fact) known = { ...fact };
    (known as Record<string, unknown>)[name] = null;
  }
  return known;
}
