import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import type { ProtectionLevel } from '#model/kinds/need.ts';
import type { Repeats } from '#model/plan/patrol.ts';
import type { Raised } from '#model/plan/raised.ts';
import type { Conflict, WorkItem } from '#model/plan/result.ts';
import type { Occurrence, Period, PlanWindow, Series } from '#model/plan/types.ts';
import type { Precision, Qualifier } from '#model/when.ts';

/** A case as the plan names it; `isDetailed` false tells only number, time and crew of what is planned in it. */
export interface PlanCase {
  readonly id: RecordId;
  readonly name: string;
  readonly number: string | null;
  readonly zone: string;
  readonly isDetailed: boolean;
}

export interface PlanNeed {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly label: string;
  readonly level: ProtectionLevel;
  readonly personId: RecordId | null;
  readonly wishId: RecordId | null;
  readonly placeId: RecordId | null;
  readonly responseMinutes: number | null;
  readonly headcount: number | null;
  readonly status: 'active' | 'declined' | 'ended';
  readonly raisedBy: 'manual' | 'contingency' | 'calendar_risk';
  readonly reason: string | null;
  readonly endsWhen: string | null;
  readonly reviewAt: number | null;
  readonly series: Series;
}

export interface PlanMeasure {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly type: MeasureType;
  readonly status: string;
  /** Empty where only case, time and crew are told. */
  readonly title: string;
  readonly titleEn: string | null;
  readonly code: string | null;
  /** Crew in words, where nobody is assigned by name. */
  readonly crew: string | null;
  readonly headcount: number | null;
  readonly placeId: RecordId | null;
  readonly personId: RecordId | null;
  readonly wishId: RecordId | null;
  readonly wishFit: 'answers' | 'against' | null;
  readonly decisionId: RecordId | null;
  readonly decidedBy: string | null;
  readonly reviewAt: number | null;
  readonly passes: number | null;
  readonly series: Series;
}

/** One occurrence of a need or a measure in the window, cancelled ones too; `status` is its own or its series'. */
export interface PlanOccurrence extends Occurrence {
  readonly seriesId: RecordId;
  readonly status: string;
  readonly statusReason: string | null;
}

export interface PlanOfficer {
  readonly id: RecordId;
  readonly name: string;
  readonly callSign: string | null;
  readonly unit: string | null;
  readonly activeFromAt: number | null;
  readonly activeUntilAt: number | null;
  /** When, and in which case (null is all), the officer is not to be assigned; never why. */
  readonly excluded: readonly { caseId: RecordId | null; fromAt: number | null; untilAt: number | null }[];
}

export interface PlanVehicle {
  readonly id: RecordId;
  readonly label: string;
  readonly plate: string | null;
  readonly seats: number | null;
  readonly outFromAt: number | null;
  readonly outUntilAt: number | null;
}

/** Where a threat actor is said to be, from then on until the next entry. */
export interface PlanWhereabouts {
  readonly id: RecordId;
  readonly personId: RecordId;
  readonly state: string;
  /** [fromAt, toAt) is the time the source names for the beginning. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly precision: Precision;
  readonly qualifier: Qualifier | null;
  readonly checkedAt: number | null;
}

export interface PlanAlarm {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly unit: string;
  readonly handedOutAt: number | null;
  readonly testedAt: number | null;
  readonly grantedUntilAt: number | null;
  readonly returnedAt: number | null;
  readonly status: string | null;
  readonly activations: readonly PlanActivation[];
}

/** An alarm of hers that went off, ms UTC. */
export interface PlanActivation {
  readonly id: RecordId;
  readonly activatedAt: number;
  readonly answeredAt: number | null;
  readonly patrolAt: number | null;
  readonly outcome: string | null;
  readonly closedAt: number | null;
}

export interface PlanRisk {
  readonly id: RecordId;
  readonly caseId: RecordId;
  readonly type: string;
  readonly text: string | null;
  /** ms UTC; null is no date yet: the written contingency. */
  readonly fromAt: number | null;
  readonly toAt: number | null;
  readonly precision: Precision | null;
  readonly qualifier: Qualifier | null;
  readonly level: ProtectionLevel | null;
  readonly headcount: number | null;
  readonly hoursBefore: number | null;
  readonly hoursAfter: number | null;
}

export interface PlanDecision {
  readonly id: RecordId;
  readonly title: string;
  readonly authority: string | null;
  readonly form: 'oral' | 'written' | null;
  readonly decidedAt: number | null;
  readonly writtenAt: number | null;
  readonly fromAt: number | null;
  readonly untilAt: number | null;
}

export interface PlanHandover {
  readonly id: RecordId;
  readonly type: string;
  readonly text: string | null;
}

export interface PlanPass {
  readonly id: RecordId;
  readonly measureId: RecordId;
  readonly originalLocal: string;
  readonly plannedAt: number | null;
  readonly passedAt: number | null;
}

/** Who told of a post, and who took over from the one on it: beside the times that the rules read. */
export interface PlanTold {
  /** The assignment. */
  readonly id: RecordId;
  readonly source: string | null;
  readonly relievedById: RecordId | null;
}

/** What is told of a leg beside its times. */
export interface PlanLeg {
  readonly id: RecordId;
  readonly fromPlaceId: RecordId | null;
  readonly fromText: string | null;
  readonly toPlaceId: RecordId | null;
  readonly toText: string | null;
  /** For those who are on it. */
  readonly meetingPoint: string | null;
  readonly abortPoint: string | null;
}

/** A qualification that a need or a measure asks for. */
export interface PlanRequired {
  readonly id: RecordId;
  readonly ownerId: RecordId;
  readonly qualificationId: RecordId;
  readonly count: number;
}

/** A conflict or a gap that was accepted. */
export interface PlanAcceptance {
  readonly id: RecordId;
  readonly key: string;
  readonly reason: string;
  readonly untilAt: number | null;
  readonly by: string;
  readonly at: number;
}

/** What is recorded beside rule and times of an exception from the rest rules, of those on duty in the cases shown. */
export interface PlanRestException {
  readonly id: RecordId;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** Who recorded it. */
  readonly by: string;
}

/** What a page of the plan is drawn from: what the rules read, and the words to it. */
export interface PlanView {
  readonly window: PlanWindow;
  /** A series has more than 10,000 occurrences in the window: what is shown is not all. */
  readonly truncated: boolean;
  readonly cases: readonly PlanCase[];
  readonly persons: readonly { readonly id: RecordId; readonly name: string; readonly role: string }[];
  readonly places: readonly { readonly id: RecordId; readonly label: string; readonly type: string | null }[];
  readonly needs: readonly PlanNeed[];
  readonly measures: readonly PlanMeasure[];
  readonly occurrences: readonly PlanOccurrence[];
  readonly officers: readonly PlanOfficer[];
  readonly vehicles: readonly PlanVehicle[];
  readonly qualifications: readonly { readonly id: RecordId; readonly label: string; readonly code: string }[];
  readonly whereabouts: readonly PlanWhereabouts[];
  readonly alarms: readonly PlanAlarm[];
  readonly risks: readonly PlanRisk[];
  readonly decisions: readonly PlanDecision[];
  readonly handovers: readonly PlanHandover[];
  readonly passes: readonly PlanPass[];
  readonly legs: readonly PlanLeg[];
  readonly told: readonly PlanTold[];
  readonly required: readonly PlanRequired[];
  readonly accepted: readonly PlanAcceptance[];
  readonly restExceptions: readonly PlanRestException[];
  /** Dates that ask for protection in the window, in order of time. */
  readonly raised: readonly PlanRaised[];
}

/** The passes of a patrol's window. */
export interface PatrolPasses {
  readonly passes: readonly {
    readonly id: RecordId;
    readonly plannedAt: number | null;
    readonly passedAt: number | null;
    /** Null is not said. */
    readonly route: string | null;
    /** What it repeats, with passes of other windows at the same place. */
    readonly repeats: readonly Repeats[];
  }[];
  /** Draws that were given up, with the reason. */
  readonly givenUp: readonly {
    readonly at: number;
    readonly by: string | null;
    readonly reason: string;
    readonly times: readonly number[];
  }[];
  /** Routes named there before. */
  readonly routes: readonly string[];
}

/** A date and what it asks of the plan of a case: what is planned for it, and what is not. */
export interface PlanRaised extends Raised {
  readonly caseId: RecordId;
}

/** What in a window does not hold as planned. Warned, never blocked. */
export interface PlanConflicts {
  readonly nowAt: number;
  readonly conflicts: readonly Conflict[];
  readonly items: readonly WorkItem[];
  readonly raised: readonly PlanRaised[];
  readonly accepted: readonly PlanAcceptance[];
}

/** One duty on a row of the board. */
export interface BoardDuty extends Period {
  readonly measureId: RecordId;
  readonly originalLocal: string;
  readonly caseId: RecordId;
  /** Null where the case is told by time and crew alone, as its title then is empty. */
  readonly type: MeasureType | null;
  readonly title: string;
  readonly code: string | null;
  readonly status: string;
  readonly post: string | null;
  readonly isOnPost: boolean;
}

export interface BoardRow {
  readonly id: RecordId;
  readonly title: string;
  /** In order of time; an end that is open is the window's. */
  readonly duties: readonly BoardDuty[];
  /** Minutes planned within the window; what is called off does not count, and no minute twice. */
  readonly minutes: number;
  /** Of them between 21 and 06 (arbeidsmiljøloven § 10-11). */
  readonly nightMinutes: number;
}

export interface PlanBoard {
  readonly nowAt: number;
  readonly zone: string;
  readonly truncated: boolean;
  readonly cases: readonly PlanCase[];
  readonly rows: readonly BoardRow[];
}
