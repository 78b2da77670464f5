/** What somebody does about a date: plans what it asks for, moves its needs after it, or ends them when it is gone. */
import type { PlanRaised } from '#contract/plan-view.ts';
import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { addWallMinutes, wallMinutes } from '#model/plan/local-time.ts';
import type { RaisedState } from '#model/plan/raised.ts';
import { instantOfLocal, plannedLocal } from '#model/time.ts';
import type { When } from '#model/when.ts';
import { type Context, ServiceError } from '../context.ts';
import { readRaised } from './dates.ts';
import { move } from './move.ts';
import { protectedIn, writeNeeds, zoneOf } from './raise.ts';
import { readBoth } from './read.ts';
import { setStatus } from './status.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Plans a need for each person and writes the date down with the record it comes from, in one step.
 * @throws ServiceError DATE_CHANGED where the date is another one by now, INVALID_VALUES, NOT_FOUND
 */
export async function raiseDate(context: Context, input: ParsedOf<'plan.raise_date'>) {
  const { caseId, personIds, level, headcount, fromLocal, toLocal, reason } = input;
  const date = await dateOf(context, input, ['suggested', 'missing', 'met']);
  const { value } = await context.book.command('plan.raise', async (tx) => {
    const zone = (await zoneOf(tx, caseId)) ?? context.zone;
    const ofCase = await protectedIn(tx, caseId);
    if (!personIds.every((id) => ofCase.includes(id))) throw wrong('personId');
    const fromAt = instantOfLocal(fromLocal, zone);
    const toAt = toLocal === null ? null : instantOfLocal(toLocal, zone);
    if (fromAt === null) throw wrong('fromLocal');
    if (toAt !== null && toAt <= fromAt) throw wrong('toLocal', 'END_BEFORE_START');
    const values = {
      text: reason,
      personId: personIds.length === 1 ? (personIds[0] ?? null) : null,
      protectionLevel: level,
      headcount,
      ...hoursAround(date.date, fromAt, toAt),
    };
    const known = date.state === 'suggested' ? { date: date.date, recordId: date.sourceId } : {};
    const riskId = date.riskId ?? (await tx.insert('calendar_risk', { type: date.type, ...known }, { caseId })).id;
    await tx.update('calendar_risk', riskId, { ...known, ...values });
    const times = { protectionLevel: level, headcount, fromLocal, toLocal, reason };
    return { riskId, needIds: await writeNeeds(tx, { caseId, riskId, personIds }, times) };
  });
  return value;
}

/** Whole hours of the period before and after a date, never more than it has. */
function hoursAround(date: When, fromAt: number, toAt: number | null) {
  const whole = (ms: number) => Math.min(2_400, Math.max(0, Math.floor(ms / HOUR_MS)));
  const end = date.precision === 'minute' ? date.fromAt : date.toAt;
  return { hoursBefore: whole(date.fromAt - fromAt), hoursAfter: toAt === null ? null : whole(toAt - end) };
}

/** Moves the needs of a date by the wall clock as far as it has moved. What of them is past stays as it was planned. */
export async function moveDate(context: Context, input: ParsedOf<'plan.move_date'>) {
  const { caseId } = input;
  const { riskId, needIds, date, movedFrom, sourceId } = await dateOf(context, input, ['moved']);
  const nowAt = context.now();
  const { value } = await context.book.command('plan.move', async (tx) => {
    const zone = (await zoneOf(tx, caseId)) ?? context.zone;
    const was = movedFrom ?? date;
    const by = wallMinutes(plannedLocal(date.fromAt, zone)) - wallMinutes(plannedLocal(was.fromAt, zone));
    if (riskId) await tx.update('calendar_risk', riskId, { date, recordId: sourceId });
    const ids: RecordId[] = [];
    for (const id of needIds) ids.push(...(await moveNeed(tx, id, by, zone, nowAt)));
    return { needIds: ids };
  });
  return value;
}

async function moveNeed(tx: Tx, id: RecordId, by: number, zone: string, nowAt: number): Promise<RecordId[]> {
  const found = (await tx.find(id)) as unknown as BookRecord<'need'>;
  const { fromLocal, toLocal, recurrence } = found.values;
  const startLocal = addWallMinutes(fromLocal, by);
  const endLocal = toLocal === null ? null : addWallMinutes(toLocal, by);
  if (recurrence !== null) return move(tx, { id, originalLocal: fromLocal, scope: 'all', startLocal, endLocal }, nowAt);
  const hasBegun = (instantOfLocal(fromLocal, zone) ?? nowAt) <= nowAt;
  const times = { fromLocal: startLocal, toLocal: endLocal };
  if (!hasBegun) {
    await tx.update('need', id, times);
    return [id];
  }
  const { caseId } = found;
  const copy = await tx.insert('need', { ...found.values, ...times }, { caseId: caseId as RecordId });
  await tx.update('need', id, { toLocal: plannedLocal(nowAt, zone) });
  return [id, copy.id];
}

/** Ends the needs whose date is gone: what has begun ends now, what has not is no need any more. */
export async function endDate(context: Context, input: ParsedOf<'plan.end_date'>) {
  const { needIds } = await dateOf(context, input, ['ended']);
  const nowAt = context.now();
  await context.book.command('plan.set_status', async (tx) => {
    const zone = (await zoneOf(tx, input.caseId)) ?? context.zone;
    for (const id of needIds) {
      const { values } = (await tx.find(id)) as unknown as BookRecord<'need'>;
      const hasBegun = (instantOfLocal(values.fromLocal, zone) ?? nowAt) <= nowAt;
      if (hasBegun && values.recurrence === null) await tx.update('need', id, { toLocal: plannedLocal(nowAt, zone) });
      else await setStatus(tx, { id, originalLocal: null, status: 'ended', reason: null }, nowAt);
    }
  });
  return { needIds: [...needIds] };
}

/** The date as it is now. */
async function dateOf(
  context: Context,
  { caseId, key, at }: { readonly caseId: RecordId; readonly key: string; readonly at: number },
  states: readonly RaisedState[],
): Promise<PlanRaised> {
  const question = { caseId, fromAt: at - DAY_MS, toAt: at + DAY_MS };
  const { records, built } = await readBoth(context, question);
  const found = (await readRaised(context, question, records, built.window)).find((one) => one.key === key);
  if (!found || !states.includes(found.state)) throw new ServiceError('DATE_CHANGED');
  return found;
}

function wrong(field: string, code = 'INVALID'): ServiceError {
  return new ServiceError('INVALID_VALUES', [{ field, code }]);
}
