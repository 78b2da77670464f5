import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { clockChoice } from '#model/plan/clock-choice.ts';
import { addWallMinutes, wallMinutes } from '#model/plan/local-time.ts';
import { startsBetween } from '#model/plan/recurrence.ts';
import { type EditScope, moveOccurrence, removeOccurrence } from '#model/plan/recurrence-edit.ts';
import { localOfInstant, plainLocal } from '#model/time.ts';
import { ServiceError } from '../context.ts';
import { loadPlanned, refusal } from './load.ts';
import { endOf, type PlannedSeries } from './series.ts';
import { splitOff } from './split.ts';
import { storeEdit } from './store-edit.ts';

/** What a new start keeps where a clock change would alter the length. */
export type ClockAnswer = 'keep_end' | 'keep_length';

export interface Move {
  readonly id: RecordId;
  readonly originalLocal: string;
  readonly scope: EditScope;
  readonly startLocal: string;
  readonly endLocal?: string | null | undefined;
  readonly clock?: ClockAnswer | undefined;
  readonly ownEndLocal?: string | undefined;
}

/**
 * Gives an occurrence, or it and others of its series, new times.
 * @returns ids of the records that hold it afterwards
 * @throws ServiceError CLOCK_CHOICE, PAST_FROZEN, NO_OCCURRENCE, RULE_NOT_SHIFTABLE, INVALID_VALUES
 */
export async function move(tx: Tx, wanted: Move, nowAt: number): Promise<RecordId[]> {
  const planned = await loadPlanned(tx, wanted.id);
  const { originalLocal, scope, startLocal } = wanted;
  const { endLocal, ownEndLocal } = endsOf(planned, wanted);
  const times = { startLocal, endLocal };
  const result = moveOccurrence(planned.series, originalLocal, scope, times, nowAt);
  if ('problem' in result) throw refusal(result.problem);
  const ids = await storeEdit(tx, planned, result, { originalLocal, ...times });
  const id = ids.at(-1);
  if (ownEndLocal === null || id === undefined) return ids;
  // The night of the change keeps its length; the others end by the clock.
  const own = { id, originalLocal: plainLocal(startLocal), scope: 'this' as const, startLocal, endLocal: ownEndLocal };
  await move(tx, own, nowAt);
  return ids;
}

/** The end an edit gives what it reaches, and the one of the occurrence named where that is another one; null is none. */
function endsOf({ series, zone }: PlannedSeries, wanted: Move) {
  const { originalLocal, scope, startLocal, clock } = wanted;
  if (wanted.endLocal !== undefined) return { endLocal: wanted.endLocal, ownEndLocal: wanted.ownEndLocal ?? null };
  const now = timesNow(series, originalLocal);
  const endLocal = endAfter(now, startLocal, zone, clock);
  if (scope === 'this' || series.rule === null || clock !== 'keep_length') return { endLocal, ownEndLocal: null };
  const others = endAfter(now, startLocal, zone, 'keep_end');
  return { endLocal: others, ownEndLocal: others === endLocal ? null : endLocal };
}

/**
 * The end that follows a new start. Over a clock change two are right, and one of them is asked for.
 * @throws ServiceError CLOCK_CHOICE with both
 */
export function endAfter(now: Times, startLocal: string, zone: string, clock: ClockAnswer | undefined): string | null {
  if (now.endLocal === null) return null;
  const period = { startLocal: now.startLocal, endLocal: now.endLocal };
  const choice = clockChoice(period, startLocal, zone);
  if (!choice) return addWallMinutes(startLocal, wallMinutes(period.endLocal) - wallMinutes(period.startLocal));
  if (clock === undefined) throw new ServiceError('CLOCK_CHOICE', choice);
  return clock === 'keep_end' ? choice.keepEnd.endLocal : choice.keepLength.endLocal;
}

interface Times {
  readonly startLocal: string;
  readonly endLocal: string | null;
}

/** Wall-clock times of an occurrence as they are. */
export function timesNow(series: PlannedSeries['series'], originalLocal: string): Times {
  const own = series.exceptions.find((one) => one.originalLocal === originalLocal);
  return { startLocal: own?.startLocal ?? originalLocal, endLocal: own?.endLocal ?? endOf(series, originalLocal) };
}

/** Takes an occurrence, or it and others of its series, out of the plan. A record that nothing is left of is struck. */
export async function remove(
  tx: Tx,
  { id, originalLocal, scope }: Pick<Move, 'id' | 'originalLocal' | 'scope'>,
  reason: string,
  nowAt: number,
): Promise<void> {
  const planned = await loadPlanned(tx, id);
  const result = removeOccurrence(planned.series, originalLocal, scope, nowAt);
  if ('problem' in result) throw refusal(result.problem);
  if (result.kept === null) return tx.remove(id, reason);
  await storeEdit(tx, planned, result, null);
  if (scope !== 'this') return;
  const row = await tx.first<{ id: RecordId }>(
    'SELECT o.id FROM occurrence o JOIN record r ON r.id = o.id WHERE o.series_id = ? AND o.original_local = ? AND r.struck_at IS NULL',
    [id, originalLocal],
  );
  if (row) await tx.update('occurrence', row.id, { statusReason: reason.slice(0, 300) });
}

/**
 * Lets what happens once recur, or a series recur otherwise. What has begun stays as it was planned: where the rule would
 * give other occurrences up to now, the rest of the series goes on by it as a record of its own.
 */
export async function repeat(tx: Tx, id: RecordId, recurrence: string | null, nowAt: number): Promise<void> {
  const planned = await loadPlanned(tx, id);
  const { record, series, zone } = planned;
  const now = localOfInstant(nowAt, zone);
  const begun = (rule: string | null) => startsBetween({ ...series, rule }, series.startLocal, now).starts.join();
  const write = (seriesId: RecordId) => tx.update(record.kind, seriesId, { recurrence } as never);
  // Checked by the kind before it is run.
  await write(id);
  if (series.startLocal > now || begun(series.rule) === begun(recurrence)) return;
  if (series.rule === null || recurrence === null) throw refusal('PAST_FROZEN');
  await tx.update(record.kind, id, { recurrence: series.rule } as never);
  const restId = await splitOff(tx, planned, { originalLocal: series.startLocal, scope: 'all' }, nowAt);
  await write(restId);
}
