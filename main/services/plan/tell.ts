/** What is told of a plan: plan is not fact, and only what somebody said makes it one. */
import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { hasOccurrence } from '#model/plan/recurrence.ts';
import { ServiceError } from '../context.ts';
import { findAssignment, ownRow } from './assign.ts';
import { loadMeasure, partsOf, refusal } from './load.ts';
import { type PlannedSeries, shifted, shiftOf } from './series.ts';

/** Clocks of two who speak on the radio differ by so much. */
const CLOCK_STEP_MS = 5 * 60_000;

function toldTime(field: string, given: number | null, nowAt: number): number {
  if (given !== null && given > nowAt + CLOCK_STEP_MS) {
    throw new ServiceError('INVALID_VALUES', [{ field, code: 'IN_FUTURE' }]);
  }
  return given ?? nowAt;
}

/** Says that somebody is on post or was relieved, on the occurrence's own row. */
export async function tellPost(tx: Tx, input: ParsedOf<'plan.tell_post'>, nowAt: number): Promise<void> {
  const { assignmentId, originalLocal, what, relievedById, source } = input;
  const row = await findAssignment(tx, assignmentId);
  const planned = await loadOccurrence(tx, row.values.measureId, originalLocal);
  const isOnce = planned.series.rule === null || row.values.occurrenceLocal !== null;
  const own = isOnce ? row : await ownRow(tx, row, originalLocal);
  const field = what === 'on_post' ? 'onPostAt' : 'relievedAt';
  const toldAt = toldTime(field, input.toldAt, nowAt);
  if (what === 'relieved') {
    const onPostAt = own?.values.onPostAt ?? null;
    if (onPostAt === null) throw new ServiceError('INVALID_VALUES', [{ field: 'onPostAt', code: 'REQUIRED' }]);
    if (toldAt < onPostAt) throw new ServiceError('INVALID_VALUES', [{ field, code: 'END_BEFORE_START' }]);
  }
  const told = {
    ...(what === 'on_post' ? { onPostAt: toldAt } : { relievedAt: toldAt, relievedById }),
    ...(source !== null && { source: source || null }),
  };
  if (own) {
    await tx.update('assignment', own.id, { ...told, ...(own.values.status === 'cancelled' && { status: 'planned' }) });
    return;
  }
  const by = shiftOf(planned.series, originalLocal);
  const { values } = row;
  await tx.insert(
    'assignment',
    {
      ...values,
      ...told,
      occurrenceLocal: originalLocal,
      firstLocal: null,
      lastLocal: null,
      fromLocal: shifted(values.fromLocal, by),
      toLocal: shifted(values.toLocal, by),
    },
    { caseId: planned.caseId },
  );
}

/** Says that a leg was begun or arrived, on the occurrence's own row. */
export async function tellLeg(tx: Tx, input: ParsedOf<'plan.tell_leg'>, nowAt: number): Promise<void> {
  const { legId, originalLocal, what } = input;
  const found = await tx.find(legId);
  if (found?.kind !== 'leg' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
  const row = found as unknown as BookRecord<'leg'>;
  const { values } = row;
  const planned = await loadOccurrence(tx, values.measureId, originalLocal);
  const isOnce = planned.series.rule === null || values.occurrenceLocal !== null;
  const rows = isOnce ? [row] : await partsOf(tx, 'leg', values.measureId);
  const own = isOnce
    ? row
    : rows.find((one) => one.values.occurrenceLocal === originalLocal && one.values.rank === values.rank);
  const field = what === 'departed' ? 'departedAt' : 'arrivedAt';
  const toldAt = toldTime(field, input.toldAt, nowAt);
  if (what === 'arrived') {
    const departedAt = own?.values.departedAt ?? null;
    if (departedAt === null) throw new ServiceError('INVALID_VALUES', [{ field: 'departedAt', code: 'REQUIRED' }]);
    if (toldAt < departedAt) throw new ServiceError('INVALID_VALUES', [{ field, code: 'END_BEFORE_START' }]);
  }
  if (own) {
    await tx.update('leg', own.id, { [field]: toldAt });
    return;
  }
  const by = shiftOf(planned.series, originalLocal);
  const times = { departLocal: shifted(values.departLocal, by), arriveLocal: shifted(values.arriveLocal, by) };
  const told = { [field]: toldAt };
  const leg = { ...values, ...times, ...told, occurrenceLocal: originalLocal };
  await tx.insert('leg', leg, { caseId: planned.caseId });
}

/** Says that a patrol passed. */
export async function tellPass(tx: Tx, input: ParsedOf<'plan.tell_pass'>, nowAt: number): Promise<RecordId> {
  const { measureId, originalLocal, passId } = input;
  const planned = await loadOccurrence(tx, measureId, originalLocal);
  const passedAt = toldTime('passedAt', input.toldAt, nowAt);
  if (passId !== null) {
    const pass = (await partsOf(tx, 'patrol_pass', measureId)).find((one) => one.id === passId);
    if (!pass) throw new ServiceError('NOT_FOUND');
    await tx.update('patrol_pass', passId, { passedAt });
    return passId;
  }
  const values = { measureId, occurrenceLocal: originalLocal, passedAt };
  return (await tx.insert('patrol_pass', values, { caseId: planned.caseId })).id;
}

/** The receiver says «overtatt»: the giver is relieved, and the receiver is on post. */
export async function takeOver(
  tx: Tx,
  { handoverId, toldAt: given }: ParsedOf<'plan.take_over'>,
  nowAt: number,
): Promise<void> {
  const found = await tx.find(handoverId);
  if (found?.kind !== 'handover' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
  const { values } = found as unknown as BookRecord<'handover'>;
  const toldAt = toldTime('takenOverAt', given, nowAt);
  await tx.update('handover', handoverId, { takenOverAt: toldAt });
  const { toMeasureId, toOccurrenceLocal, receiverId } = values;
  if (!toMeasureId || !toOccurrenceLocal || !receiverId) return;
  const rows = await partsOf(tx, 'assignment', toMeasureId);
  const mine = rows.find(({ values: own }) => own.officerId === receiverId && own.status !== 'cancelled');
  if (!mine || mine.values.onPostAt !== null) return;
  await tellPost(
    tx,
    {
      assignmentId: mine.id,
      originalLocal: toOccurrenceLocal,
      what: 'on_post',
      toldAt,
      relievedById: null,
      source: null,
    },
    nowAt,
  );
}

/** The measure of an occurrence that its rule gives; throws ServiceError NO_OCCURRENCE, NOT_FOUND. */
export async function loadOccurrence(
  tx: Tx,
  measureId: RecordId,
  originalLocal: string,
): Promise<PlannedSeries<BookRecord<'measure'>>> {
  const planned = await loadMeasure(tx, measureId);
  if (!hasOccurrence(planned.series, originalLocal)) throw refusal('NO_OCCURRENCE');
  return planned;
}
