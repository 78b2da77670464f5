/** The legs of a transport as a person has set them up: all of them in one step. */
import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord, NewValues } from '#model/kinds.ts';
import { hasOccurrence, occurrenceAt } from '#model/plan/recurrence.ts';
import { ServiceError } from '../context.ts';
import { type LegRow, legsOf } from './crew.ts';
import { loadMeasure, partsOf, refusal } from './load.ts';
import { type PlannedSeries, shifted, shiftOf } from './series.ts';
import { splitOff } from './split.ts';

type Wanted = ParsedOf<'plan.set_legs'>;
type PlannedMeasure = PlannedSeries<BookRecord<'measure'>>;

/**
 * Gives a transport its legs. What has begun keeps its own: a leg that was driven keeps its times and cannot be struck.
 * @throws ServiceError NOT_FOUND if it is no transport, NO_OCCURRENCE, PAST_FROZEN, INVALID_VALUES
 */
export async function setLegs(tx: Tx, wanted: Wanted, nowAt: number): Promise<void> {
  const planned = await loadMeasure(tx, wanted.measureId);
  const { series, record } = planned;
  if (record.values.type !== 'transport') throw new ServiceError('NOT_FOUND');
  if (!hasOccurrence(series, wanted.originalLocal)) throw refusal('NO_OCCURRENCE');
  if (series.rule !== null && wanted.scope !== 'this') return setForAll(tx, planned, wanted, nowAt);
  const own = series.exceptions.find((one) => one.originalLocal === wanted.originalLocal) ?? null;
  const occurrence = occurrenceAt(series, wanted.originalLocal, own);
  if (occurrence?.toAt && occurrence.toAt <= nowAt) throw refusal('PAST_FROZEN');
  await setForOne(tx, planned, wanted);
}

async function setForOne(tx: Tx, planned: PlannedMeasure, wanted: Wanted): Promise<void> {
  const { series, caseId, record } = planned;
  const rows = await partsOf(tx, 'leg', record.id);
  const key = series.rule === null ? null : wanted.originalLocal;
  const shown = legsOf(rows, wanted.originalLocal);
  const mine = rows.filter(({ values }) => values.occurrenceLocal === key);
  const kept = new Set<RecordId>();
  for (const [index, { id, ...values }] of wanted.legs.entries()) {
    const before = id === null ? undefined : shown.find((row) => row.id === id);
    if (id !== null && !before) throw new ServiceError('NOT_FOUND');
    if (before) refuseDriven(before, values);
    const next = { ...values, rank: index + 1, occurrenceLocal: key };
    if (before && mine.includes(before)) {
      kept.add(before.id);
      await tx.update('leg', before.id, next);
    } else await tx.insert('leg', { ...next, measureId: record.id }, { caseId });
  }
  const left = mine.filter(({ id }) => !kept.has(id));
  for (const row of left) {
    refuseDriven(row, null);
    await tx.remove(row.id, wanted.struckReason);
  }
  if (key === null) return;
  // The row for all stands for the other occurrences; in this one its place is taken by one without times.
  for (const { values } of rows) {
    if (values.occurrenceLocal !== null || values.rank <= wanted.legs.length) continue;
    await tx.insert('leg', { measureId: record.id, rank: values.rank, occurrenceLocal: key }, { caseId });
  }
}

/** The occurrences that have begun stay with the series as it was; the others go on as one that has the new legs. */
async function setForAll(tx: Tx, planned: PlannedMeasure, wanted: Wanted, nowAt: number): Promise<void> {
  const { series, record, caseId } = planned;
  const ranks = new Map((await partsOf(tx, 'leg', record.id)).map(({ id, values }) => [id, values.rank]));
  const measureId = await splitOff(tx, planned, wanted, nowAt);
  const restSeries = (await loadMeasure(tx, measureId)).series;
  // Times are said for the occurrence that was looked at, and kept as they are in the first one.
  const back = shiftOf({ ...series, startLocal: restSeries.startLocal }, wanted.originalLocal);
  const rows = await partsOf(tx, 'leg', measureId);
  const general = rows.filter(({ values }) => values.occurrenceLocal === null);
  const kept = new Set<RecordId>();
  for (const [index, { id, ...values }] of wanted.legs.entries()) {
    const before = general.find((row) => id !== null && row.values.rank === ranks.get(id) && !kept.has(row.id));
    const next: Omit<NewValues<'leg'>, 'measureId'> = {
      ...values,
      departLocal: shifted(values.departLocal, -back),
      arriveLocal: shifted(values.arriveLocal, -back),
      rank: index + 1,
    };
    if (before) {
      kept.add(before.id);
      await tx.update('leg', before.id, next);
    } else await tx.insert('leg', { ...next, measureId }, { caseId });
  }
  // All that have not begun: also those that had legs of their own.
  for (const row of rows) if (!kept.has(row.id)) await tx.remove(row.id, wanted.struckReason);
}

/** A leg that was driven is a fact: what was planned of it stays beside what was told. */
function refuseDriven({ values }: LegRow, next: { departLocal: string; arriveLocal: string } | null): void {
  if (values.departedAt === null) return;
  const isSame = next?.departLocal === values.departLocal && next?.arriveLocal === values.arriveLocal;
  if (!isSame) throw refusal('PAST_FROZEN');
}
