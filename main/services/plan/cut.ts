/** Cutting a measure in two at a time, and handing it over there: one occurrence, or others of its series too. */
import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { instantOfLocal, localLength } from '#model/time.ts';
import { ServiceError } from '../context.ts';
import { refuseExcluded, unassign } from './assign.ts';
import { copyCrew, copyLegs, insertOnce, loadOccurrence, type PlannedMeasure } from './copy.ts';
import { assignmentsOf } from './crew.ts';
import { cutEach } from './cut-series.ts';
import { loadMeasure, partsOf, refusal } from './load.ts';
import { timesNow } from './move.ts';
import { keepParts } from './own-parts.ts';
import { nameGiver, type OccurrenceOf, relieve, repointReliefs, responsibleOf } from './relief.ts';
import { shifted, shiftOf } from './series.ts';

type CutInput = ParsedOf<'plan.cut'>;

/**
 * Cuts an occurrence in two, or each that a wider scope reaches. The first part ends at the time given, the second is a
 * measure of its own with the same crew, which recurs where the first does.
 * @returns id of the second part
 * @throws ServiceError PAST_FROZEN for a time that has passed, INVALID_VALUES for one outside the occurrence,
 * RULE_NOT_SHIFTABLE where the second part would lie on days the rule cannot say
 */
export async function cut(tx: Tx, input: CutInput, nowAt: number): Promise<RecordId> {
  const planned = await loadOccurrence(tx, input.id, input.originalLocal);
  if (isWide(planned, input)) return (await cutEach(tx, planned, { ...input, crew: 'kept' }, nowAt)).secondId;
  return cutOne(tx, planned, input, 'kept', nowAt);
}

/** Cuts where others take over, and writes the relief that joins the two, or those of a series a quarter ahead. */
export async function handOver(
  tx: Tx,
  { receiverIds, giverId, text, ...input }: ParsedOf<'plan.hand_over'>,
  nowAt: number,
): Promise<{ id: RecordId; handoverId: RecordId | null }> {
  const planned = await loadOccurrence(tx, input.id, input.originalLocal);
  const [receiverId = null] = receiverIds;
  if (isWide(planned, input)) {
    const { firstId, secondId, pairs } = await cutEach(tx, planned, { ...input, crew: 'none', receiverId }, nowAt);
    await putOn(tx, secondId, receiverIds, nowAt);
    const [pair] = pairs;
    if (!pair) return { id: secondId, handoverId: null };
    const from = { id: firstId, originalLocal: pair.firstKey };
    const to = { id: secondId, originalLocal: pair.secondKey };
    const whole = { handoverId: null, scope: 'following' as const, atLocal: null };
    const [handoverId = null] = await relieve(tx, { ...whole, from, to, giverId, receiverId, text });
    return { id: secondId, handoverId };
  }
  const id = await cutOne(tx, planned, input, 'none', nowAt);
  const second = { id, originalLocal: input.atLocal };
  // Who has taken over hands over in turn.
  await nameGiver(tx, second, receiverId);
  await putOn(tx, id, receiverIds, nowAt);
  const handover = await tx.insert(
    'handover',
    {
      type: 'relief',
      fromMeasureId: input.id,
      fromOccurrenceLocal: input.originalLocal,
      toMeasureId: id,
      toOccurrenceLocal: input.atLocal,
      giverId: giverId ?? (await responsibleOf(tx, input)),
      receiverId,
      atLocal: input.atLocal,
      text,
    },
    { caseId: planned.caseId },
  );
  return { id, handoverId: handover.id };
}

function isWide({ series }: PlannedMeasure, { scope }: Pick<CutInput, 'scope'>): boolean {
  return series.rule !== null && scope !== undefined && scope !== 'this';
}

/** Those who take over; the first of them leads. */
async function putOn(tx: Tx, measureId: RecordId, officerIds: readonly RecordId[], nowAt: number): Promise<void> {
  const planned = await loadMeasure(tx, measureId);
  for (const [index, officerId] of officerIds.entries()) {
    await refuseExcluded(tx, planned, officerId, null, nowAt);
    const post = index === 0 ? ('leader' as const) : null;
    await tx.insert('assignment', { measureId, officerId, post, status: 'planned' }, { caseId: planned.caseId });
  }
}

async function cutOne(
  tx: Tx,
  planned: PlannedMeasure,
  { id, originalLocal, atLocal }: OccurrenceOf & { readonly atLocal: string },
  crew: 'kept' | 'none',
  nowAt: number,
): Promise<RecordId> {
  const { series, zone, rows, caseId } = planned;
  const { startLocal, endLocal } = timesNow(series, originalLocal);
  const at = instantOfLocal(atLocal, zone);
  if (at === null) throw new ServiceError('INVALID_VALUES', [{ field: 'atLocal', code: 'TIME_MISSING' }]);
  const isWithin = localLength(startLocal, atLocal, zone) > 0;
  if (!isWithin || (endLocal !== null && localLength(atLocal, endLocal, zone) <= 0)) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'atLocal', code: 'OUTSIDE' }]);
  }
  if (at < nowAt) throw refusal('PAST_FROZEN');
  await keepParts(tx, planned, originalLocal, { startLocal, endLocal: atLocal }, 0);
  const by = shiftOf(series, originalLocal);
  const secondId = await insertOnce(tx, planned, originalLocal, atLocal, endLocal, by, false);
  if (crew === 'kept') await copyCrew(tx, planned, originalLocal, secondId, 0, atLocal);
  await takeOffLater(tx, planned, { id, originalLocal }, atLocal, nowAt);
  await copyLegs(tx, planned, originalLocal, secondId, 0, atLocal);
  await repointReliefs(tx, { id, originalLocal }, { id: secondId, originalLocal: atLocal });
  if (series.rule === null) {
    const { expectedEndLocal, outerLimitLocal } = planned.record.values;
    const within = (local: string | null) => (local !== null && local <= atLocal ? local : null);
    await tx.update('measure', id, {
      toLocal: atLocal,
      expectedEndLocal: within(expectedEndLocal),
      outerLimitLocal: within(outerLimitLocal),
    });
  } else {
    const row = rows.get(originalLocal);
    const times = { fromLocal: startLocal, toLocal: atLocal };
    if (row) await tx.update('occurrence', row.id, times);
    else await tx.insert('occurrence', { seriesId: id, originalLocal, ...times }, { caseId });
  }
  return secondId;
}

/** Who comes after the cut is not on the first part. */
async function takeOffLater(
  tx: Tx,
  { series }: PlannedMeasure,
  { id, originalLocal }: OccurrenceOf,
  atLocal: string,
  nowAt: number,
): Promise<void> {
  const own = shiftOf(series, originalLocal);
  for (const { id: assignmentId, values } of assignmentsOf(await partsOf(tx, 'assignment', id), originalLocal)) {
    const fromLocal = shifted(values.fromLocal, values.occurrenceLocal === null ? own : 0);
    if (fromLocal === null || fromLocal < atLocal || values.onPostAt !== null) continue;
    await unassign(tx, { assignmentId, originalLocal, scope: 'this' }, nowAt);
  }
}
