/**
 * What the rules of planning read. A plan is what is meant to happen: it is kept in local time and becomes instants only
 * here. Instants (`…At`) are ms UTC and lie on whole minutes; periods are half open: [fromAt, toAt).
 */

/** Times of a need or a measure as planned: once, or by a rule. */
export interface Series {
  /** Record that holds it: a need or a measure. */
  readonly id: string;
  /** First start, wall clock `YYYY-MM-DDTHH:MM`. */
  readonly startLocal: string;
  /** End of an occurrence, `HH:MM`; null is open. */
  readonly endTime: string | null;
  /** Days from the start's date to the end's: 1 for a night 21:00 to 07:00. */
  readonly endDayOffset: number;
  /** IANA zone in which the times are meant. */
  readonly zone: string;
  /** RFC 5545 rule without `RRULE:` and without DTSTART, for example `FREQ=DAILY;UNTIL=20260430T235900`; null is once. */
  readonly rule: string | null;
  /** Occurrences with a state of their own. */
  readonly exceptions: readonly SeriesException[];
}

/** One occurrence that differs from its series. */
export interface SeriesException {
  /** Its key: the local start that the rule gives it. */
  readonly originalLocal: string;
  /** Own start, null is the rule's. */
  readonly startLocal: string | null;
  /** Own end `YYYY-MM-DDTHH:MM`, null is the series' own. */
  readonly endLocal: string | null;
  /** Taken out of the series: not planned at all (a cancelled one stays, with its status). */
  readonly excluded: boolean;
}

/**
 * What the clock change does to an occurrence: `shorter` and `longer` by the hour it spans; `moved` where a wall-clock
 * time does not exist that night and is read an hour later (RFC 5545, 3.3.5); `gone` where nothing is left of it.
 */
export type ClockEffect = 'none' | 'shorter' | 'longer' | 'moved' | 'gone';

/** One time a series takes place. */
export interface Occurrence {
  readonly seriesId: string;
  /** Local start that the rule gives it, also where it was moved: with `seriesId` its key. */
  readonly originalLocal: string;
  readonly fromAt: number;
  /** null is open. */
  readonly toAt: number | null;
  readonly clock: ClockEffect;
  /** It has times of its own. */
  readonly changed: boolean;
}

/** Names one occurrence of one record. */
export interface OccurrenceRef {
  readonly id: string;
  readonly originalLocal: string;
}

export interface Period {
  readonly fromAt: number;
  readonly toAt: number;
}

/**
 * What a need asks for. `guard`: someone present where she is. `escort`: someone beside her on the way. The other two
 * are never answered by presence and so are told in words, not as coverage: `patrol` (passes, response within n minutes)
 * and `shielded` (a place that is not known).
 */
export type NeedLevel = 'guard' | 'escort' | 'patrol' | 'shielded';

/** At least `count` of those present must hold it. */
export interface RequiredQualification {
  readonly id: string;
  readonly count: number;
}

/** One occurrence of a need for protection. A need follows the person, not the address. */
export interface Need extends OccurrenceRef, Period {
  readonly caseId: string;
  readonly personId: string;
  readonly level: NeedLevel;
  /** Where she is expected to be when no stay says otherwise; null where that is not said. */
  readonly placeId: string | null;
  /** Persons asked for, at least 1. */
  readonly headcount: number;
  readonly qualifications: readonly RequiredQualification[];
}

/** Where a protected person is planned to be. */
export interface Stay extends Period {
  /** Record that says so. */
  readonly id: string;
  readonly personId: string;
  readonly placeId: string;
}

type DutyType = 'shielding' | 'guarding' | 'patrol' | 'transport' | 'other';

/** `cancelled` and `not_possible` (could not be done) cover nothing; that something was planned does not say it was done. */
export type DutyStatus = 'planned' | 'active' | 'done' | 'cancelled' | 'not_possible';

/** One person at a post of one occurrence. */
export interface CrewMember {
  /** The assignment's record. */
  readonly id: string;
  /** null where only the post is known, such as a colleague of another district. */
  readonly officerId: string | null;
  /** Leader, advance, inner, outer, driver …; null where posts are not told apart. */
  readonly post: string | null;
  /** Own times within the occurrence, null is the occurrence's. */
  readonly fromAt: number | null;
  readonly toAt: number | null;
  /** Said to be at the post; null is not confirmed. */
  readonly onPostAt: number | null;
  /** Said to have left it. */
  readonly relievedAt: number | null;
}

/** A post of one occurrence that nobody fills yet: nobody is there, and someone must be found. */
export interface OpenPost {
  /** The assignment's record. */
  readonly id: string;
  readonly post: string | null;
}

/** A vehicle used in one occurrence. */
export interface VehicleUse {
  readonly id: string;
  readonly vehicleId: string;
  readonly fromAt: number | null;
  readonly toAt: number | null;
}

/** One leg of a transport. */
export interface Leg {
  readonly id: string;
  readonly fromPlaceId: string | null;
  readonly toPlaceId: string | null;
  readonly departAt: number;
  readonly arriveAt: number;
  /** Minutes the planner reckons with; null leaves it to the straight line. */
  readonly plannedMinutes: number | null;
  readonly departedAt: number | null;
  readonly arrivedAt: number | null;
}

/** Period for which the decision behind a measure gives authority; null is open to that side. */
interface DecisionPeriod {
  readonly id: string;
  readonly fromAt: number | null;
  readonly untilAt: number | null;
}

/** One occurrence of a measure. */
export interface Duty extends OccurrenceRef {
  readonly caseId: string;
  /** Whom it protects. */
  readonly personIds: readonly string[];
  readonly type: DutyType;
  readonly status: DutyStatus;
  /** Where; null goes with her, as an escort does. */
  readonly placeId: string | null;
  readonly fromAt: number;
  /** Planned end; null is open. */
  readonly toAt: number | null;
  /** Thin from here until relieved, where it lies before the end or the end is open. */
  readonly expectedEndAt: number | null;
  /** Nobody stays longer than this. */
  readonly outerLimitAt: number | null;
  /** Persons asked for; null is not said. */
  readonly headcount: number | null;
  readonly crew: readonly CrewMember[];
  readonly openPosts: readonly OpenPost[];
  /** What those on it must hold, whatever a need asks for. */
  readonly qualifications: readonly RequiredQualification[];
  readonly vehicles: readonly VehicleUse[];
  readonly legs: readonly Leg[];
  /** null: rests on no decision yet. */
  readonly decision: DecisionPeriod | null;
}

/** A takes over from B: the end of one occurrence and the start of another belong together. */
export interface Handover {
  readonly id: string;
  readonly from: OccurrenceRef;
  readonly to: OccurrenceRef;
  readonly giverId: string | null;
  readonly receiverId: string | null;
  /** Planned time. */
  readonly at: number;
  /** Receiver said "overtatt": until then the giver stays responsible. */
  readonly takenOverAt: number | null;
}

/** What an officer holds; `untilAt` null does not run out. */
interface HeldQualification {
  readonly officerId: string;
  readonly qualificationId: string;
  readonly untilAt: number | null;
}

/** A place's position, WGS 84 degrees; null is not known: no estimate is made then. */
interface PlacePosition {
  readonly placeId: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** A place of the threat actor that a transport keeps clear of. */
export interface PlaceToAvoid {
  readonly caseId: string;
  readonly personId: string;
  readonly placeId: string;
  readonly why: 'home' | 'work' | 'known_stay' | 'last_seen';
}

/** Someone's arrival at a court or another place where she and he must never meet. */
export interface Appearance {
  readonly id: string;
  readonly caseId: string;
  /** null is not known: whether they meet cannot be told then. */
  readonly placeId: string | null;
  readonly side: 'protected' | 'threat_actor';
  readonly arriveAt: number;
  readonly leaveAt: number | null;
  /** Entrance, as written; null is not known and is taken to be the same one. */
  readonly door: string | null;
}

/** A period in which an officer or a vehicle is not to be planned with; null is open to that side. Never why. */
export interface Unavailable {
  readonly subject: 'officer' | 'vehicle';
  readonly subjectId: string;
  /** Taken out by the lead, not on the roster, out of service. */
  readonly what: 'excluded' | 'off_roster' | 'out';
  /** Case it holds for; null is every case. */
  readonly caseId: string | null;
  readonly fromAt: number | null;
  readonly untilAt: number | null;
}

/** When a need or a measure was to be looked at anew. */
interface Review {
  readonly id: string;
  readonly caseId: string;
  readonly at: number;
}

/** A period in which a recorded exception from the rest rules holds for an officer (null: for all). */
export interface RestException extends Period {
  readonly id: string;
  readonly officerId: string | null;
  /** Key of the exception in the rule set. */
  readonly rule: string;
}

/** Everything the rules read for a window, for one case or for all. */
export interface PlanWindow extends Period {
  /** The clock: what lies before it is past. */
  readonly nowAt: number;
  /** IANA zone in which days and weeks are counted. */
  readonly zone: string;
  readonly needs: readonly Need[];
  /**
   * Duties that touch the window; for the rest rules also those of the same officers a week to either side, from every
   * case of the book.
   */
  readonly duties: readonly Duty[];
  readonly stays: readonly Stay[];
  readonly handovers: readonly Handover[];
  readonly held: readonly HeldQualification[];
  readonly positions: readonly PlacePosition[];
  readonly avoid: readonly PlaceToAvoid[];
  readonly appearances: readonly Appearance[];
  readonly restExceptions: readonly RestException[];
  readonly unavailable: readonly Unavailable[];
  /** Of what holds or is planned still. */
  readonly reviews: readonly Review[];
}
