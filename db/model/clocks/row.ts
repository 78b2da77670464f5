import type { RecordId } from '../ids.ts';
import type { Qualifier } from '../when.ts';
import { dueOf, endOfDate, lastDayOf, restOf, type Term, workingDay } from './count.ts';
import { type CourtCutoff, lastCutoff } from './court.ts';
import type {
  Clock,
  ClockId,
  ClockState,
  ClockWorld,
  Ending,
  Exemption,
  LawClockId,
  Nature,
  Reading,
  Source,
} from './types.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What ended a clock, and when. */
export interface Met {
  readonly at: number;
  readonly by: Ending;
  /** It satisfies the rule however late it came. */
  readonly excuses?: boolean;
}

/** When a clock is over, and what that rests on. */
export interface End {
  /** The term that held, where the fact chooses between several. */
  readonly term?: Term;
  readonly dueAt: number | null;
  readonly secondaryAt?: number | null;
  readonly opensAt?: number | null;
  readonly readings?: readonly Reading[];
}

/** One row of a table of clocks: the rule's own words as data, and what it reads of a fact. */
export interface ClockRow<F, Id extends ClockId = LawClockId> {
  readonly id: Id;
  readonly source: Source | null;
  readonly term: Term;
  readonly status: Clock['status'];
  /** `deadline` where not said. */
  readonly nature?: Nature;
  /** The act does not say whether domstolloven § 149 moves it: warn on the date itself, show the moved one second. */
  readonly moves?: 'maybe';
  /** A petition to the court ends it, so the court's cut-off is its working deadline. */
  readonly atCourt?: boolean;
  readonly readings?: readonly Reading[];
  /** When it began; null where the fact gives it no start. */
  readonly starts: (fact: F, world: ClockWorld) => number | null;
  /** Its end, where the term alone does not say it. */
  readonly ends?: (fact: F, startedAt: number, world: ClockWorld) => End;
  readonly exempt?: (fact: F, dueAt: number | null, world: ClockWorld) => Exemption | null;
  readonly met?: (fact: F, dueAt: number | null) => Met | null;
  /** Readings of what satisfied it. */
  readonly metReadings?: (fact: F) => readonly Reading[];
  /** Readings of a clock that is neither met nor exempt. */
  readonly openReadings?: (fact: F) => readonly Reading[];
  /** Readings of why it does not run. */
  readonly exemptReadings?: (exempt: Exemption) => readonly Reading[];
  readonly missing?: (fact: F) => Clock['missing'];
}

/** The fact a row reads, by its header. */
export interface FactBase {
  readonly caseId: RecordId | null;
  readonly recordIds: readonly RecordId[];
  readonly dayOnly?: boolean;
  readonly qualifier?: Qualifier | null;
}

/**
 * The clock of one row for one fact; null where it has not begun.
 * @param fact as known at `world.now` (see `asOf`)
 */
export function runRow<F extends FactBase, Id extends ClockId>(
  row: ClockRow<F, Id>,
  fact: F,
  world: ClockWorld,
  cutoff: CourtCutoff | null = null,
): Clock | null {
  const startedAt = row.starts(fact, world);
  if (startedAt === null || startedAt > world.now) return null;
  const end = row.ends?.(fact, startedAt, world) ?? termEnd(row, startedAt, world.zone);
  const term = end.term ?? row.term;
  const nature = row.nature ?? 'deadline';
  const exempt = row.exempt?.(fact, end.dueAt, world) ?? null;
  const met = exempt ? null : (row.met?.(fact, end.dueAt) ?? null);
  const late = (at: number) => isLate(term, at, end.dueAt);
  const closed = nature === 'window' && !met && late(world.now);
  const reason = exempt ?? (closed ? 'window_closed' : null);
  const readings = [
    ...(fact.dayOnly ? (['from_day_start'] as const) : []),
    ...(fact.qualifier ? [FROM[fact.qualifier]] : []),
    ...(row.readings ?? []),
    ...(end.readings ?? []),
    ...(met ? (row.metReadings?.(fact) ?? []) : []),
    ...(exempt ? (row.exemptReadings?.(exempt) ?? []) : []),
    ...(met || exempt ? [] : (row.openReadings?.(fact) ?? [])),
  ];
  return {
    id: row.id,
    nature,
    source: row.source,
    term,
    status: row.status,
    readings: [...new Set(readings)],
    caseId: fact.caseId,
    recordIds: fact.recordIds,
    startedAt,
    dueAt: end.dueAt,
    secondaryAt: end.secondaryAt ?? null,
    opensAt: end.opensAt ?? null,
    workingAt: row.atCourt && cutoff ? lastCutoff(cutoff, startedAt, end.dueAt, world.zone) : null,
    satisfiedAt: met?.at ?? null,
    satisfiedBy: met?.by ?? null,
    state: reason ? 'not_applicable' : stateOf(end, met, late, world.now),
    reason,
    marginMs: met && end.dueAt !== null ? end.dueAt - met.at : null,
    workingDaysLeft: null,
    missing: row.missing?.(fact) ?? [],
  };
}

/** What a clock says of a start that is known as a bound. */
const FROM = { about: 'from_about', before: 'from_latest', after: 'from_earliest' } as const;

/** Whether `at` lies past `dueAt`. A term of hours still holds its last instant; a day is over when the next begins. */
export function isLate(term: Term, at: number, dueAt: number | null): boolean {
  if (dueAt === null) return false;
  return term.unit === 'hours' ? at > dueAt : at >= dueAt;
}

function stateOf(end: End, met: Met | null, late: (at: number) => boolean, now: number): ClockState {
  if (met) return met.excuses || !late(met.at) ? 'met' : 'met_late';
  if (end.dueAt !== null) {
    if (late(now)) return 'overdue';
    if (end.dueAt - now <= DAY_MS) return 'soon';
  }
  return end.opensAt != null && now >= end.opensAt ? 'open' : 'running';
}

function termEnd(row: ClockRow<never, ClockId>, startedAt: number, zone: string): End {
  return row.moves ? maybeMoved(startedAt, row.term, zone) : { dueAt: dueOf(startedAt, row.term, zone) };
}

/** The end of a term of which the act does not say whether domstolloven § 149 moves it: both dates where they differ. */
export function maybeMoved(startedAt: number, term: Term, zone: string): End {
  const last = lastDayOf(startedAt, term, zone);
  return { term, dueAt: dueOf(startedAt, term, zone), ...(last !== null && movedFrom(last, zone, 'moved')) };
}

/** The moved date beside a last day that is no working day, with the reading it rests on; nothing where both agree. */
export function movedFrom(last: string, zone: string, reading: Reading, step: 1 | -1 = 1): Partial<End> {
  const { date, overMayDay } = workingDay(last, step);
  if (date === last) return {};
  return { secondaryAt: endOfDate(date, zone), readings: overMayDay ? [reading, 'may_day'] : [reading] };
}

/**
 * The end that stands in a decision, held against the longest term of the act: the earlier of the two warns, the other
 * stands second. Neither is moved off a holiday.
 */
export function decidedEnd(toAt: number | null, longestAt: number, lastDay: (at: number) => string): End {
  const dueAt = Math.min(toAt ?? longestAt, longestAt);
  const own = toAt !== null && toAt <= longestAt;
  const readings: Reading[] = own ? [] : ['longest_term'];
  if (restOf(lastDay(dueAt)) !== null) readings.push('not_moved');
  return { dueAt, secondaryAt: own ? null : toAt, readings };
}

/** The first of these that happened; null where none did. */
export function firstOf(...endings: readonly (readonly [by: Ending, at: number | null])[]): Met | null {
  let first: Met | null = null;
  for (const [by, at] of endings) if (at !== null && (first === null || at < first.at)) first = { at, by };
  return first;
}
