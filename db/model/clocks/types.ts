import type { RecordId } from '../ids.ts';
import type { Term } from './count.ts';

/** The rows of the table of statutory clocks. */
export const LAW_CLOCKS = [
  ...(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16'] as const),
  ...(['C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29', 'C30'] as const),
  ...(['C31', 'C32', 'C33', 'C34', 'C35', 'C36', 'C37'] as const),
] as const;
export type LawClockId = (typeof LAW_CLOCKS)[number];

/** What the law makes run out, and the table has no row for: see `chain.ts`, and `orders.ts` for a minor's ban. */
const CHAIN_CLOCKS = ['renewal', 'finality', 'minor_ban'] as const;
type ChainClockId = (typeof CHAIN_CLOCKS)[number];

/** Targets the unit sets itself; never shown as law. */
export const OWN_RULES = [
  'jurist_decision',
  'serve_order',
  'assessment_after_breach',
  'assessment_after_release',
  'assessment_review',
  'alarm_test',
  'guard_review',
  'renewal_start',
  'transfer_receipt',
  'transfer_taking_over',
  'transfer_review',
] as const;
export type OwnRuleId = (typeof OWN_RULES)[number];

export type ClockId = LawClockId | ChainClockId | OwnRuleId;

/** Short titles of the acts, as they are cited. */
export const ACTS = ['strpl', 'strl', 'dl', 'pol', 'prl', 'politiarrest'] as const;
export type Act = (typeof ACTS)[number];

/** Where a rule stands. */
export interface Source {
  readonly act: Act;
  /** `183`, `222 a` */
  readonly section: string;
  /** Number of the paragraph (ledd). */
  readonly paragraph?: number;
}

/** What in a result rests on a reading of the law rather than on its words; each has its sentence in the interface. */
export const READINGS = [
  /** Hours fixed by law without an express word on holidays are counted as they pass. */
  'pure_hours',
  /** Whether domstolloven § 149 moves this deadline is not said in the act: the first date warns, the moved one is second. */
  'moved',
  /** 1 or 17 May took part in moving the date. */
  'may_day',
  /** The date stands in the decision and is not moved. */
  'not_moved',
  /** "Presented" is the later of request and hearing. */
  'presented_later',
  /** That weekends count is taken from the paragraph before. */
  'weekends_count',
  /** The day is known, not the minute: counted from its start. */
  'from_day_start',
  /** The start is known as about a time: counted from that time. */
  'from_about',
  /** Only the latest start is known: counted from it, so the true end may be earlier. */
  'from_latest',
  /** Only the earliest start is known: counted from it, so the true end may be later. */
  'from_earliest',
  /** Counted backwards from the hearing. */
  'backwards',
  /** The reply time the writ names was not entered; the longest usual one is used. */
  'usual_reply',
  /** The end was not entered, or lies after the longest term of the act; that term warns. */
  'longest_term',
  /** The number of the section was not read in the regulation itself. */
  'section_unread',
  /** Days he served or evaded sentence are added to the term. */
  'term_stood_still',
  /** Retrial is of the electronic control; the ban itself can be tried again from three years. */
  'retrial_of_control',
  /** Handing the paper over again meets the deadline, whether or not that service succeeds. */
  'handed_over_meets',
  /** At once, at the latest when the hours have passed. */
  'outer_limit',
  /** What a deadline of an arrest is once he has escaped is not said: read as running anew from the next arrest. */
  'escaped_new_arrest',
  /** He has escaped: the act moves no date of a remand. */
  'escaped_date_stands',
  /** He is on leave, and in custody all the same. */
  'leave_counts',
] as const;
export type Reading = (typeof READINGS)[number];

/** Why a clock that could run here does not. */
export const EXEMPTIONS = [
  'released',
  'escaped',
  'under_18',
  'adult',
  'no_reason_for_third_day',
  'third_day_reasoned',
  'not_in_cell',
  'no_extension_wanted',
  'waived',
  'lifted',
  'lapse_planned',
  'stands_still',
  'indefinite',
  'window_closed',
  'optional_interview',
  'shorter_term',
  'other_category',
  'extended',
  'no_reason_to_extend',
  'reason_too_late',
  'exception',
  'not_for_orders',
  'no_running_deadline',
  'criminal_case',
  'not_on_remand',
  'hearing_past',
  'remand_over',
  'not_a_breach',
  'special_reason',
  'covered',
  'withdrawn',
] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

/** What ended a clock. */
export const ENDINGS = [
  'upheld',
  'statement_offered',
  'counsel',
  'presented',
  'court_book_reason',
  'released',
  'escaped',
  'cell_left',
  'cell_reason',
  'new_order',
  'notified',
  'to_court',
  'waiver',
  'written',
  'lapse_planned',
  'lifted',
  'petition',
  'control_decided',
  'held',
  'hearing_set',
  'hearing_started',
  'charging_decision',
  'special_reason',
  'served',
  'service_repeated',
  'accepted',
  'deleted',
  'moved_to_basis',
  'answered',
  'purged',
  'decided',
  'assessed',
  'tested',
  'reviewed',
  'prepared',
  'final',
  'received',
  'taken_over',
] as const;
export type Ending = (typeof ENDINGS)[number];

export type ClockState =
  | 'running'
  /** Due within 24 hours. */
  | 'soon'
  | 'overdue'
  | 'met'
  | 'met_late'
  /** What may be done from a date on may be done now. */
  | 'open'
  | 'not_applicable';

/**
 * `deadline` is late once passed; `elapsed` has no fixed limit and shows the time gone; `expiry` ends something;
 * `opens` is a date from which something may be asked; `window` closes without being late.
 */
export type Nature = 'deadline' | 'elapsed' | 'expiry' | 'opens' | 'window';

/** One running or ended clock. Instants are ms UTC. */
export interface Clock {
  readonly id: ClockId;
  readonly nature: Nature;
  /** Null for an own rule. */
  readonly source: Source | null;
  readonly term: Term;
  /** How far the row of the table is verified; the readings say what this result rests on besides. */
  readonly status: 'verified' | 'interpretation' | 'own_rule';
  readonly readings: readonly Reading[];
  readonly caseId: RecordId | null;
  /** The record that started it first. */
  readonly recordIds: readonly RecordId[];
  readonly startedAt: number;
  readonly dueAt: number | null;
  /** The date by the other reading, or the end in the decision beside the longest term of the act. */
  readonly secondaryAt: number | null;
  /** From when something may be asked or done. */
  readonly opensAt: number | null;
  /** The court's cut-off where it lies before the deadline of the law. */
  readonly workingAt: number | null;
  readonly satisfiedAt: number | null;
  readonly satisfiedBy: Ending | null;
  readonly state: ClockState;
  /** Why it is not applicable. */
  readonly reason: Exemption | null;
  /** `dueAt - satisfiedAt`: by how much it was met, negative when late; null while neither is known. */
  readonly marginMs: number | null;
  /** Working days left until `dueAt`, where the work must be done on such days. */
  readonly workingDaysLeft: number | null;
  /** What the rule asks for besides and is not recorded. */
  readonly missing: readonly ('child_welfare' | 'service_learned')[];
}

/** What a clock is read with. */
export interface ClockWorld {
  /** ms UTC. */
  readonly now: number;
  /** IANA zone of the case. */
  readonly zone: string;
}
