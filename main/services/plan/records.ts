import type { Book } from '#db/book.ts';
import { readByIds, readHandovers, readManned, readOfCase, readParts, readPlanIds } from '#db/reads/plan.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord, Kind } from '#model/kinds.ts';
import { localOfInstant } from '#model/time.ts';

const DAY_MS = 86_400_000;
/** Rest is counted over a week to either side (arbeidsmiljøloven § 10-8). */
export const REST_MS = 8 * DAY_MS;
/** Longest occurrence: one that began so long ago may still last. */
const LONGEST_MS = 368 * DAY_MS;

type Rows<K extends Kind> = readonly BookRecord<K>[];

/** Everything a window of the plan is made of. */
export interface PlanRecords {
  readonly cases: Rows<'case'>;
  readonly roles: Rows<'case_person'>;
  readonly persons: Rows<'person'>;
  readonly places: Rows<'place'>;
  readonly whereabouts: Rows<'whereabouts'>;
  readonly needs: Rows<'need'>;
  /** Of the case; and of every case, where somebody is assigned within the time the rest rules look at. */
  readonly measures: Rows<'measure'>;
  readonly occurrences: Rows<'occurrence'>;
  readonly assignments: Rows<'assignment'>;
  readonly legs: Rows<'leg'>;
  readonly passes: Rows<'patrol_pass'>;
  readonly handovers: Rows<'handover'>;
  readonly required: Rows<'required_qualification'>;
  readonly decisions: Rows<'decision'>;
  readonly stays: Rows<'stay'>;
  readonly appearances: Rows<'appearance'>;
  readonly risks: Rows<'calendar_risk'>;
  readonly alarms: Rows<'alarm'>;
  readonly activations: Rows<'alarm_activation'>;
  readonly accepted: Rows<'conflict_acceptance'>;
  readonly officers: Rows<'officer'>;
  readonly vehicles: Rows<'vehicle'>;
  readonly qualifications: Rows<'qualification'>;
  readonly held: Rows<'officer_qualification'>;
  readonly exclusions: Rows<'officer_exclusion'>;
  readonly restExceptions: Rows<'rest_exception'>;
}

/** Reads a window of the plan: of one case, or of all when `caseId` is null. A number of statements that does not grow. */
export async function readPlanRecords(
  book: Book,
  part: { readonly caseId: RecordId | null; readonly fromAt: number; readonly toAt: number },
): Promise<PlanRecords> {
  const { caseId, fromAt, toAt } = part;
  const [ids, manned] = await Promise.all([
    readPlanIds(book, part),
    readManned(book, fromAt - REST_MS, toAt + REST_MS),
  ]);
  const measureIds = [...new Set([...ids.measure, ...manned])];
  // Wall-clock texts sort as times; a day more than any zone is away from UTC.
  const range = {
    fromLocal: localOfInstant(Math.max(fromAt - REST_MS - LONGEST_MS, FIRST_AT), 'UTC'),
    toLocal: localOfInstant(Math.min(toAt + REST_MS + 2 * DAY_MS, LAST_AT), 'UTC'),
  };
  const [needs, measures, occurrences, assignments, legs, passes, handovers, required] = await Promise.all([
    readByIds(book, 'need', ids.need),
    readByIds(book, 'measure', measureIds),
    readParts(book, 'occurrence', [...ids.need, ...measureIds], range),
    readParts(book, 'assignment', measureIds, range),
    readParts(book, 'leg', measureIds, range),
    readParts(book, 'patrol_pass', ids.measure, range),
    readHandovers(book, measureIds),
    readParts(book, 'required_qualification', [...ids.need, ...ids.measure]),
  ]);
  const caseIds = caseId === null ? null : [...new Set([caseId, ...measures.map((measure) => measure.caseId)])];
  const [cases, roles, risks, accepted, stays, appearances, alarms, activations, decisions] = await Promise.all([
    caseIds === null ? book.list('case') : readByIds(book, 'case', caseIds),
    readOfCase(book, 'case_person', caseId),
    readOfCase(book, 'calendar_risk', caseId),
    readOfCase(book, 'conflict_acceptance', caseId),
    readByIds(book, 'stay', ids.stay),
    readByIds(book, 'appearance', ids.appearance),
    readByIds(book, 'alarm', ids.alarm),
    readByIds(book, 'alarm_activation', ids.alarm_activation),
    readByIds(
      book,
      'decision',
      measures.map((measure) => measure.values.decisionId),
    ),
  ]);
  const [persons, whereabouts, places] = await Promise.all([
    readByIds(
      book,
      'person',
      roles.map((role) => role.values.personId),
    ),
    book.list('whereabouts'),
    book.list('place'),
  ]);
  const [officers, vehicles, qualifications, held, exclusions, restExceptions] = await Promise.all([
    book.list('officer'),
    book.list('vehicle'),
    book.list('qualification'),
    book.list('officer_qualification'),
    book.list('officer_exclusion'),
    book.list('rest_exception'),
  ]);
  return {
    cases,
    roles,
    persons,
    places,
    whereabouts,
    needs,
    measures,
    occurrences,
    assignments,
    legs,
    passes,
    handovers,
    required,
    decisions,
    stays,
    appearances,
    risks,
    alarms,
    activations,
    accepted,
    officers,
    vehicles,
    qualifications,
    held,
    exclusions,
    restExceptions,
  };
}

/** Years 1 to 9999: beyond them wall-clock texts have another length. */
const FIRST_AT = -62_135_596_800_000;
const LAST_AT = 253_402_300_799_999;
