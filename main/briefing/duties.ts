import type { Book } from '#db/book.ts';
import { type PlanRecords, readPlanRecords } from '#main/services/plan/records.ts';
import { type BuiltWindow, buildWindow } from '#main/services/plan/window.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Leg } from '#model/plan/types.ts';

const HOUR_MS = 3_600_000;
/** How far the plan is told. */
export const PLAN_REACH_MS = 72 * HOUR_MS;
/** How far back occurrences of what recurs are asked about; a duty that was planned once is asked about until it is told. */
export const PAST_REACH_DAYS = 30;
const PAST_REACH_MS = PAST_REACH_DAYS * 24 * HOUR_MS;

/** An occurrence of a planned measure as a briefing tells it. */
export interface PlannedDuty {
  readonly measureId: RecordId;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly status: string;
  /** Who and what is assigned, by name; null is nobody. */
  readonly crew: string | null;
  /** Somebody said that they were there: on post, a leg that arrived, a pass that was driven. */
  readonly isTold: boolean;
  /** Legs of a transport, in order. */
  readonly legs: readonly (Pick<Leg, 'departAt' | 'arriveAt'> & LegWords)[];
}

type LegWords = Pick<
  BookRecord<'leg'>['values'],
  'fromPlaceId' | 'fromText' | 'toPlaceId' | 'toText' | 'meetingPoint' | 'abortPoint'
>;

/** Why a duty is planned against a rule: an exception from rest, or what was accepted until a time. */
export type PlanGround =
  | {
      readonly type: 'exception';
      /** Null is for everyone. */
      readonly officer: string | null;
      readonly rule: string;
      readonly untilAt: number;
      readonly decidedBy: string | null;
    }
  | {
      readonly type: 'accepted';
      readonly about: 'gap' | 'thin' | 'conflict';
      /** Officer or vehicle that a conflict is about, by name. */
      readonly subject: string | null;
      readonly untilAt: number;
      readonly by: string;
      readonly reason: string;
    };

/** The plan of a case as far as a briefing of its lead tells it. */
export interface PlannedPart {
  /** By measure and occurrence, from `PAST_REACH_DAYS` back. */
  readonly duties: readonly PlannedDuty[];
  readonly grounds: readonly PlanGround[];
}

/** What was planned of late and is planned within the reach of a briefing: each occurrence, a series' too. */
export async function readDuties(book: Book, record: BookRecord<'case'>, now: number): Promise<PlannedPart> {
  const question = { caseId: record.id, fromAt: now - PAST_REACH_MS, toAt: now + PLAN_REACH_MS };
  const records = await readPlanRecords(book, question);
  const built = buildWindow(records, { ...question, zone: record.values.zone, nowAt: now });
  const names = new Map<string, string>([
    ...records.officers.map(({ id, values }) => [id, values.name] as const),
    ...records.vehicles.map(({ id, values }) => [id, values.label] as const),
  ]);
  return {
    duties: dutiesOf(record.id, records, built, names),
    grounds: groundsOf(record.id, records, built, names, now),
  };
}

function dutiesOf(
  caseId: RecordId,
  records: PlanRecords,
  { window, plans }: BuiltWindow,
  names: ReadonlyMap<string, string>,
): PlannedDuty[] {
  const legs = new Map<string, LegWords>(records.legs.map(({ id, values }) => [id, values]));
  const duties = new Map(window.duties.map((duty) => [keyOf(duty), duty]));
  const driven = new Set(
    records.passes
      .filter(({ values }) => values.passedAt !== null)
      .map(({ values }) => keyOf({ id: values.measureId, originalLocal: values.occurrenceLocal })),
  );
  return plans.flatMap(({ series, occurrences }) => {
    if (series.record.kind !== 'measure' || series.caseId !== caseId) return [];
    return occurrences.map(({ originalLocal, fromAt, toAt }): PlannedDuty => {
      const key = keyOf({ id: series.record.id, originalLocal });
      const duty = duties.get(key);
      const ids = [
        ...(duty?.crew ?? []).map((one) => one.officerId),
        ...(duty?.vehicles ?? []).map((one) => one.vehicleId),
      ];
      const crew = ids.flatMap((id) => (id === null ? [] : (names.get(id) ?? []))).join(', ');
      return {
        measureId: series.record.id,
        startsAt: fromAt,
        endsAt: toAt,
        status: series.rows.get(originalLocal)?.values.status ?? series.record.values.status,
        crew: crew || null,
        legs: (duty?.legs ?? []).flatMap(({ id, departAt, arriveAt }) => {
          const told = legs.get(id);
          return told ? [{ ...told, departAt, arriveAt }] : [];
        }),
        isTold:
          driven.has(key) ||
          duty?.crew.some(({ onPostAt }) => onPostAt !== null) === true ||
          duty?.legs.some(({ arrivedAt }) => arrivedAt !== null) === true,
      };
    });
  });
}

/** Exceptions for those who are on duty in this case, and what is accepted in it until a time that is still to come. */
function groundsOf(
  caseId: RecordId,
  records: PlanRecords,
  { window }: BuiltWindow,
  names: ReadonlyMap<string, string>,
  now: number,
): PlanGround[] {
  const reachAt = now + PLAN_REACH_MS;
  const ahead = window.duties.filter(
    (duty) => duty.caseId === caseId && duty.fromAt < reachAt && (duty.toAt === null || duty.toAt > now),
  );
  const onDuty = new Set(ahead.flatMap(({ crew }) => crew.map(({ officerId }) => officerId)));
  const exceptions = records.restExceptions
    .filter(
      ({ values: v }) => v.fromAt < reachAt && v.untilAt > now && (v.officerId === null || onDuty.has(v.officerId)),
    )
    .map(({ values: v }): PlanGround => {
      const officer = v.officerId === null ? null : (names.get(v.officerId) ?? null);
      return { type: 'exception', officer, rule: v.ruleKey, untilAt: v.untilAt, decidedBy: v.agreement };
    });
  const until = records.accepted.flatMap((one) => {
    const { untilAt } = one.values;
    return one.caseId === caseId && untilAt !== null && untilAt > now ? [{ ...one, untilAt }] : [];
  });
  // Conflicts are reckoned only where one of them may be accepted.
  const conflicts = new Map(until.length === 0 ? [] : conflictsOf(window).map((one) => [one.key, one]));
  const accepted = until.map(({ createdBy, untilAt, values: { conflictKey, reason } }): PlanGround => {
    const state = conflictKey.split(':')[0];
    return {
      type: 'accepted',
      about: state === 'gap' || state === 'thin' ? state : 'conflict',
      subject: names.get(conflicts.get(conflictKey)?.subjectId ?? '') ?? null,
      untilAt,
      by: createdBy,
      reason,
    };
  });
  return [...exceptions, ...accepted];
}
