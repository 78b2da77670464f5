/** What holds for a whole series, said for one occurrence by itself where it no longer moves with that occurrence. */
import type { Tx } from '#db/book.ts';
import type { BookRecord } from '#model/kinds.ts';
import { type Assignment, assignedKey, holdsFor } from './crew.ts';
import { partsOf } from './load.ts';
import { movedFromRule, type PlannedSeries, shifted, shiftOf } from './series.ts';

type Measure = PlannedSeries<BookRecord<'measure'>>;

/** Nights with times of their own say their parts and legs by themselves: cut, they no longer move with their night. */
export async function sayOwnParts(tx: Tx, planned: Measure): Promise<void> {
  for (const { originalLocal, excluded, startLocal, endLocal } of planned.series.exceptions) {
    if (!excluded && (startLocal || endLocal)) await sayParts(tx, planned, originalLocal);
  }
}

/**
 * To be called before an occurrence gets other times: where what holds for all would not move with it by so many minutes,
 * because it is not moved as a whole, the occurrence says it by itself first.
 */
export async function keepParts(
  tx: Tx,
  planned: PlannedSeries,
  key: string,
  times: { readonly startLocal: string; readonly endLocal: string | null },
  minutes: number,
): Promise<void> {
  const { record, series } = planned;
  if (record.kind !== 'measure' || series.rule === null) return;
  const now = shiftOf(series, key) - shiftOf({ ...series, exceptions: [] }, key);
  if (movedFromRule(series, key, times) !== now + minutes) await sayParts(tx, { ...planned, record }, key);
}

/** Says the part times and legs of one occurrence by itself, where they lie now. */
async function sayParts(tx: Tx, { record, series, caseId }: Measure, key: string): Promise<void> {
  const by = shiftOf(series, key);
  const crew = await partsOf(tx, 'assignment', record.id);
  const said = new Set(crew.flatMap((row) => (row.values.occurrenceLocal === key ? [assignedKey(row)] : [])));
  const general = crew.filter((row) => isForAll(row) && holdsFor(row, key) && !said.has(assignedKey(row)));
  const timed = new Set(general.filter(hasTimes).map(assignedKey));
  for (const row of general) {
    // One own row takes the place of all with its key: of two posts to be filled both are said, or none.
    if (!timed.has(assignedKey(row))) continue;
    const times = { fromLocal: shifted(row.values.fromLocal, by), toLocal: shifted(row.values.toLocal, by) };
    const single = { ...row.values, ...times, occurrenceLocal: key, firstLocal: null, lastLocal: null };
    await tx.insert('assignment', single, { caseId });
  }
  const legs = await partsOf(tx, 'leg', record.id);
  const ranks = new Set(legs.flatMap(({ values }) => (values.occurrenceLocal === key ? [values.rank] : [])));
  for (const { values } of legs) {
    if (values.occurrenceLocal !== null || ranks.has(values.rank)) continue;
    const times = { departLocal: shifted(values.departLocal, by), arriveLocal: shifted(values.arriveLocal, by) };
    await tx.insert('leg', { ...values, ...times, occurrenceLocal: key }, { caseId });
  }
}

function isForAll({ values }: Assignment): boolean {
  return values.occurrenceLocal === null && values.status !== 'cancelled';
}

function hasTimes({ values }: Assignment): boolean {
  return values.fromLocal !== null || values.toLocal !== null;
}
