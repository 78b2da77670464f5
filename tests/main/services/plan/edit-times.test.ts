/** Times of a plan changed in its form: what is frozen or keyed by them goes through the commands of the plan alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import { recordHandlers } from '#main/services/record.ts';
import type { RecordId } from '#model/ids.ts';
import { localOfInstant } from '#model/time.ts';
import { snapshot } from '../../../db/snapshot.ts';
import { at, type NightPlan, OSLO, openNightPlan } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const update = (id: RecordId, patch: Record<string, unknown>, now = '2026-03-28T12:00') =>
  recordHandlers['record.update']({ ...plan.context, now: () => at(now) }, { id, patch });

/** A duty that happens once, with Dal on part of it. */
async function once(fromLocal: string, toLocal: string | null): Promise<RecordId> {
  const { value } = await plan.book.command('test', async (tx) => {
    const header = { caseId: plan.caseId };
    const { id } = await tx.insert('measure', { type: 'guarding', status: 'planned', fromLocal, toLocal }, header);
    const part = { fromLocal: `${fromLocal.slice(0, 11)}22:00`, toLocal: `${fromLocal.slice(0, 11)}23:00` };
    await tx.insert('assignment', { measureId: id, officerId: plan.officers.dal, status: 'planned', ...part }, header);
    return id;
  });
  return value;
}

describe('the times of a series', () => {
  // Would catch: past nights rewritten, and every row keyed by its first start left without an occurrence.
  it.each([{ fromLocal: '2026-03-25T21:15' }, { toLocal: '2026-03-26T06:00' }, { recurrence: null }])(
    'are not changed in its form: %o',
    async (patch) => {
      const before = await snapshot(plan.book);
      for (const id of [plan.guardId, plan.needId]) {
        await expect(update(id, patch)).rejects.toMatchObject({ code: 'PLAN_KEEPS_TIMES' });
        await expect(update(id, patch, '2026-03-01T12:00')).rejects.toMatchObject({ code: 'PLAN_KEEPS_TIMES' });
      }
      expect(await snapshot(plan.book)).toEqual(before);
    },
  );

  // Would catch: a form that can be changed in nothing any more because it sends a time as it is.
  it('stand in the way of nothing else', async () => {
    await update(plan.guardId, { code: 'A', fromLocal: '2026-03-25T21:00' });
    expect((await plan.book.find(plan.guardId))?.values).toMatchObject({
      code: 'A',
      recurrence: 'FREQ=DAILY;COUNT=10',
    });
  });

  // Would catch: needs that can be changed in no way at all, because only measures were thought of.
  it('of a need are moved and repeated by the plan, and what has begun stays', async () => {
    const needId = plan.needId;
    const move = { id: needId, originalLocal: '2026-03-30T21:00', scope: 'following' as const };
    const times = { startLocal: '2026-03-30T20:00', endLocal: '2026-03-31T08:00' };
    const { ids } = await planHandlers['plan.move'](plan.context, { moves: [{ ...move, ...times }] });
    await planHandlers['plan.repeat'](plan.context, { id: ids.at(-1) as RecordId, recurrence: 'FREQ=DAILY;COUNT=2' });
    const { window } = await planHandlers['plan.window'](plan.context, {
      caseId: plan.caseId,
      fromAt: at('2026-03-28T12:00'),
      toAt: at('2026-04-06T12:00'),
    });
    expect(window.needs.map(({ fromAt }) => localOfInstant(fromAt, OSLO).slice(5))).toEqual([
      '03-28T21:00',
      '03-29T21:00',
      '03-30T20:00',
      '03-31T20:00',
    ]);
  });
});

describe('what happens once', () => {
  it('is frozen in its form once it has begun', async () => {
    const id = await once('2026-03-29T21:00', '2026-03-30T07:00');
    const later = '2026-03-29T21:30';
    await expect(update(id, { fromLocal: '2026-03-29T22:00' }, later)).rejects.toMatchObject({
      code: 'PLAN_KEEPS_TIMES',
    });
    await update(id, { status: 'active' }, later);
  });

  // Would catch: a part of the duty left where the duty no longer is.
  it('is moved with what lies in it while it is to come, in one step', async () => {
    const id = await once('2026-03-29T21:00', '2026-03-30T07:00');
    const before = await snapshot(plan.book);
    await update(id, { fromLocal: '2026-03-31T21:00', toLocal: '2026-04-01T07:00', code: 'B' });
    const { window } = await planHandlers['plan.window'](plan.context, {
      caseId: plan.caseId,
      fromAt: at('2026-03-28T12:00'),
      toAt: at('2026-04-06T12:00'),
    });
    const duty = window.duties.find((one) => one.id === id);
    expect(duty).toMatchObject({ fromAt: at('2026-03-31T21:00'), toAt: at('2026-04-01T07:00') });
    expect(duty?.crew[0]).toMatchObject({ fromAt: at('2026-03-31T22:00'), toAt: at('2026-03-31T23:00') });
    expect((await plan.book.find(id))?.values).toMatchObject({ code: 'B' });
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  // Would catch: a duty told afterwards whose hour cannot be put right.
  it('and was entered after it began can be put right', async () => {
    const id = await once('2020-03-29T21:00', '2020-03-30T07:00');
    await update(id, { fromLocal: '2020-03-29T20:00' });
    expect((await plan.book.find(id))?.values).toMatchObject({ fromLocal: '2020-03-29T20:00' });
  });
});

// Would catch: a duty that is said not to have been, or a wish that is gone against, with nobody told why.
it.each([
  [{ status: 'cancelled' }, 'statusReason', 'Hun er bortreist'],
  [{ status: 'not_done' }, 'statusReason', 'Ingen å sette opp'],
  [{ status: 'not_possible' }, 'statusReason', 'Stengt vei'],
  [{ wishFit: 'against' }, 'wishReason', 'Hun ville ha det, men det er for farlig'],
])('%o asks why', async (patch, field, reason) => {
  await expect(update(plan.guardId, patch)).rejects.toMatchObject({
    code: 'INVALID_VALUES',
    data: { field, reason: 'REQUIRED' },
  });
  await update(plan.guardId, { ...patch, [field]: reason });
  expect((await plan.book.find(plan.guardId))?.values).toMatchObject(patch);
});
