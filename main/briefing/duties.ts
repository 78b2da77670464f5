import type { Book } from '#db/book.ts';
import { readPlanRecords } from '#main/services/plan/records.ts';
import { buildWindow } from '#main/services/plan/window.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { Leg } from '#model/plan/types.ts';

const HOUR_MS = 3_600_000;
/** How far the plan is told. */
export const PLAN_REACH_MS = 72 * HOUR_MS;

/** An occurrence of a planned measure as a briefing tells it. */
export interface PlannedDuty {
  readonly measureId: RecordId;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly status: string;
  /** Who and what is assigned, by name; null is nobody. */
  readonly crew: string | null;
  /** Legs of a transport, in order. */
  readonly legs: readonly (Pick<Leg, 'departAt' | 'arriveAt'> & LegWords)[];
}

type LegWords = Pick<
  BookRecord<'leg'>['values'],
  'fromPlaceId' | 'fromText' | 'toPlaceId' | 'toText' | 'meetingPoint' | 'abortPoint'
>;

/** What is planned from now on within the reach of a briefing: each occurrence, a series' too. */
export async function readDuties(book: Book, record: BookRecord<'case'>, now: number): Promise<PlannedDuty[]> {
  const question = { caseId: record.id, fromAt: now, toAt: now + PLAN_REACH_MS };
  const records = await readPlanRecords(book, question);
  const { window, plans } = buildWindow(records, { ...question, zone: record.values.zone, nowAt: now });
  const names = new Map<string, string>([
    ...records.officers.map(({ id, values }) => [id, values.name] as const),
    ...records.vehicles.map(({ id, values }) => [id, values.label] as const),
  ]);
  const legs = new Map<string, LegWords>(records.legs.map(({ id, values }) => [id, values]));
  const duties = new Map(window.duties.map((duty) => [`${duty.id} ${duty.originalLocal}`, duty]));
  return plans.flatMap(({ series, occurrences }) => {
    if (series.record.kind !== 'measure' || series.caseId !== record.id) return [];
    return occurrences.map(({ originalLocal, fromAt, toAt }): PlannedDuty => {
      const duty = duties.get(`${series.record.id} ${originalLocal}`);
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
      };
    });
  });
}
