import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { localOfInstant } from '#model/time.ts';
import { at, type NightPlan, OSLO, openNightPlan } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const times = { fromLocal: '2026-04-01T22:00', toLocal: '2026-04-01T22:03', recurrence: 'FREQ=DAILY', passes: 1 };

async function patrol(values: Record<string, unknown> = {}): Promise<RecordId> {
  const { value } = await plan.book.command('test', async (tx) => {
    const measure = { ...times, type: 'patrol', status: 'planned', ...values } as const;
    return (await tx.insert('measure', measure, { caseId: plan.caseId })).id;
  });
  return value;
}

const on = (now: string) => ({ ...plan.context, now: () => at(now) });
const night = (day: string, from = '22:00') => `2026-04-${day}T${from}`;
interface How {
  readonly reason?: string;
  readonly spacingMinutes?: number;
  readonly now?: string;
}
const draw = (measureId: RecordId, originalLocal: string, { reason, spacingMinutes = 0, now }: How = {}) =>
  planHandlers['plan.draw_passes'](now ? on(now) : plan.context, {
    measureId,
    originalLocal,
    spacingMinutes,
    reason: reason ?? null,
  });
const read = (measureId: RecordId, originalLocal: string) =>
  planHandlers['plan.passes'](plan.context, { measureId, originalLocal });
const route = async (measureId: RecordId, originalLocal: string, text: string) => {
  const { passes } = await read(measureId, originalLocal);
  const passId = passes[0]?.id as RecordId;
  await planHandlers['plan.name_route'](plan.context, { passId, route: text });
};

describe('drawing', () => {
  // Would catch: a third night at the same time that nobody is told of; more passes than the window has.
  it('draws n passes in the window and names a time that repeats', async () => {
    const measureId = await patrol();
    expect((await draw(measureId, night('01'))).repeated).toEqual([]);
    expect((await draw(measureId, night('02'))).repeated).toEqual([]);
    const third = await draw(measureId, night('03'));
    expect(third.repeated).toEqual(third.passes);
    expect((await read(measureId, night('03'))).passes.map(({ repeats }) => repeats)).toEqual([['time']]);
    expect((await read(measureId, night('02'))).passes.map(({ repeats }) => repeats)).toEqual([[]]);
    await plan.book.command('test', (tx) => tx.update('measure', measureId, { passes: 9 }));
    const close = draw(measureId, night('03'), { reason: 'Ni passeringer', spacingMinutes: 5 });
    await expect(close).rejects.toMatchObject({ data: [{ field: 'passes', code: 'PASSES_TOO_CLOSE' }] });
  });

  // Would catch: a draw that repeats although the window has other times.
  it('looks for times that repeat nothing', async () => {
    const measureId = await patrol({ toLocal: '2026-04-02T02:00' });
    await plan.book.command('test', async (tx) => {
      for (const day of ['01', '02', '03', '04']) {
        const own = { measureId, occurrenceLocal: night(day) };
        for (const clock of ['22:10', '22:30', '22:50', '23:10', '23:30']) {
          await tx.insert('patrol_pass', { ...own, plannedLocal: night(day, clock) }, { caseId: plan.caseId });
        }
      }
    });
    const { passes, repeated } = await draw(measureId, night('05'));
    expect(repeated).toEqual([]);
    expect(localOfInstant(passes[0] ?? 0, OSLO) > '2026-04-05T23:40').toBe(true);
  });

  // Would catch: a new series, or the other car's measure at the same door, that starts with no memory.
  it('counts the passes of other patrols at the same place, and none elsewhere', async () => {
    const placeId = plan.home;
    const first = await patrol({ placeId });
    const second = await patrol({ placeId, recurrence: null, fromLocal: night('03'), toLocal: night('03', '22:03') });
    const elsewhere = await patrol({ recurrence: null, fromLocal: night('04'), toLocal: night('04', '22:03') });
    await draw(first, night('01'));
    await draw(first, night('02'));
    expect((await draw(second, night('03'))).repeated).toHaveLength(1);
    expect((await draw(elsewhere, night('04'))).repeated).toEqual([]);
  });

  // Would catch: times that are thrown away without a trace until they suit.
  it('asks why times are drawn again, and keeps the reason with those given up', async () => {
    const measureId = await patrol();
    const { passes } = await draw(measureId, night('01'));
    await expect(draw(measureId, night('01'))).rejects.toMatchObject({ data: [{ field: 'reason', code: 'REQUIRED' }] });
    await route(measureId, night('01'), 'Storgata fra nord');
    await draw(measureId, night('01'), { reason: 'Tidspunktet ble sagt på åpent samband' });
    const { passes: now, givenUp } = await read(measureId, night('01'));
    expect(givenUp).toMatchObject([
      { reason: 'Tidspunktet ble sagt på åpent samband', by: 'Test Person', times: passes },
    ]);
    expect(now).toMatchObject([{ route: 'Storgata fra nord' }]);
    await plan.book.undo();
    expect(await read(measureId, night('01'))).toMatchObject({ passes: [{ plannedAt: passes[0] }], givenUp: [] });
  });

  // Would catch: a third pass drawn where one of two was driven, or one drawn into time that is over.
  it('draws only what is left, after now', async () => {
    const measureId = await patrol({ toLocal: '2026-04-01T23:59', passes: 2 });
    await draw(measureId, night('01'));
    const [first] = (await read(measureId, night('01'))).passes;
    const tell = { measureId, originalLocal: night('01') };
    await planHandlers['plan.tell_pass'](on(night('01', '23:05')), {
      ...tell,
      passId: first?.id ?? null,
      toldAt: null,
    });
    const again = await draw(measureId, night('01'), {
      reason: 'Forsinket',
      spacingMinutes: 20,
      now: night('01', '23:10'),
    });
    expect(again.passes).toHaveLength(1);
    expect(again.passes[0]).toBeGreaterThanOrEqual(at(night('01', '23:25')));
    const after = (await read(measureId, night('01'))).passes;
    expect(after.map(({ passedAt }) => passedAt)).toEqual([at(night('01', '23:05')), null]);
    await expect(draw(measureId, night('01'), { reason: 'Sent', now: '2026-04-02T00:30' })).rejects.toMatchObject({
      code: 'PAST_FROZEN',
    });
    const second = after[1]?.id ?? null;
    await planHandlers['plan.tell_pass'](on(night('01', '23:50')), { ...tell, passId: second, toldAt: null });
    await expect(draw(measureId, night('01'), { reason: 'Enda en', now: night('01', '23:51') })).rejects.toMatchObject({
      data: [{ field: 'passes', code: 'PASSES_DRIVEN' }],
    });
  });
});

describe('routes', () => {
  // Would catch: only hours compared, so that a car comes by the same streets every night and nobody says so.
  it('names the third pass running by the same route, however it is spelt', async () => {
    const measureId = await patrol({ toLocal: '2026-04-02T02:00' });
    for (const [day, text] of [
      ['01', 'Storgata fra nord'],
      ['02', 'storgata  fra nord'],
      ['03', 'Storgata fra nord'],
    ] as const) {
      await draw(measureId, night(day));
      await route(measureId, night(day), text);
    }
    const routes = async (day: string) => (await read(measureId, night(day))).passes.map(({ repeats }) => repeats);
    expect(await routes('02')).toEqual([[]]);
    expect(await routes('03')).toEqual([['route']]);
    await route(measureId, night('03'), 'Elvegata');
    expect(await routes('03')).toEqual([[]]);
    expect((await read(measureId, night('03'))).routes).toContain('Elvegata');
  });

  it('takes the route of the measure where a pass names none', async () => {
    const measureId = await patrol({ toLocal: '2026-04-02T02:00', route: 'Ringveien' });
    for (const day of ['01', '02', '03']) await draw(measureId, night(day));
    expect((await read(measureId, night('03'))).passes.map(({ repeats }) => repeats)).toEqual([['route']]);
  });
});
