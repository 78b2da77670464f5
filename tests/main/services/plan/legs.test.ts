import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedOf } from '#contract/routes.ts';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { plannedLocal } from '#model/time.ts';
import { at, type NightPlan, OSLO, openNightPlan } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

type Leg = ParsedOf<'plan.set_legs'>['legs'][number];
const leg = (departLocal: string, arriveLocal: string, more: Partial<Leg> = {}): Leg => ({
  id: null,
  fromPlaceId: null,
  fromText: null,
  toPlaceId: null,
  toText: null,
  departLocal,
  arriveLocal,
  plannedMinutes: null,
  meetingPoint: null,
  abortPoint: null,
  ...more,
});

async function transport(startLocal: string, endLocal: string, recurrence: string | null = null): Promise<RecordId> {
  const { id } = await planHandlers['plan.create_measure'](plan.context, {
    caseId: plan.caseId,
    type: 'transport',
    text: 'Følge til barnehagen',
    startLocal,
    endLocal,
    recurrence,
    placeId: null,
    headcount: 1,
    needId: null,
    officerIds: [plan.officers.dal],
    vehicleIds: [],
  });
  return id;
}

async function setLegs(measureId: RecordId, originalLocal: string, legs: Leg[], scope: 'this' | 'all' = 'this') {
  const input = { measureId, originalLocal, scope, legs, struckReason: 'Tatt ut' };
  await planHandlers['plan.set_legs'](plan.context, input);
}

/** Legs of every transport, by its start. */
async function told(): Promise<Record<string, { id: RecordId; text: string }[]>> {
  const question = { caseId: plan.caseId, fromAt: at('2026-03-26T00:00'), toAt: at('2026-04-06T00:00') };
  const { window, legs } = await planHandlers['plan.window'](plan.context, question);
  const words = new Map(legs.map((one) => [one.id as string, one]));
  const duties = window.duties.filter(({ type }) => type === 'transport').sort((a, b) => a.fromAt - b.fromAt);
  return Object.fromEntries(
    duties.map((duty) => [
      plannedLocal(duty.fromAt, OSLO),
      duty.legs.map(({ id, departAt, arriveAt }) => {
        const [from, to] = [departAt, arriveAt].map((one) => plannedLocal(one, OSLO).slice(11));
        return { id: id as RecordId, text: `${from}-${to} ${words.get(id)?.toText}` };
      }),
    ]),
  );
}
const texts = async () =>
  Object.fromEntries(Object.entries(await told()).map(([key, legs]) => [key, legs.map(({ text }) => text)]));

describe('the legs of a transport', () => {
  // Would catch: legs that only a demonstration can have; one of several that is lost or in the wrong order; more than one
  // step to take back.
  it('are added, ordered, changed and struck in one step that one undo takes back', async () => {
    const id = await transport('2026-03-30T08:00', '2026-03-30T12:00');
    const key = '2026-03-30T08:00';
    const there = leg('2026-03-30T08:10', '2026-03-30T08:40', { toText: 'Barnehuset', meetingPoint: 'Port 2' });
    const back = leg('2026-03-30T11:00', '2026-03-30T11:30', { toText: 'Hjem', plannedMinutes: 45 });
    await setLegs(id, key, [there, back]);
    expect(await texts()).toEqual({ [key]: ['08:10-08:40 Barnehuset', '11:00-11:30 Hjem'] });
    const question = { caseId: plan.caseId, fromAt: at('2026-03-30T00:00'), toAt: at('2026-03-31T00:00') };
    const { conflicts } = await planHandlers['plan.conflicts'](plan.context, question);
    expect(conflicts.filter(({ type }) => type === 'leg_time').map(({ figure, limit }) => [figure, limit])).toEqual([
      [30, 45],
    ]);
    const [first, second] = (await told())[key] ?? [];
    const stop = leg('2026-03-30T09:00', '2026-03-30T09:20', { toText: 'Legen' });
    const later = { ...back, id: second?.id ?? null, arriveLocal: '2026-03-30T11:50' };
    await setLegs(id, key, [stop, later]);
    expect(await texts()).toEqual({ [key]: ['09:00-09:20 Legen', '11:00-11:50 Hjem'] });
    expect((await plan.book.find(first?.id as RecordId))?.struckAt).not.toBeNull();
    await plan.book.undo();
    expect(await texts()).toEqual({ [key]: ['08:10-08:40 Barnehuset', '11:00-11:30 Hjem'] });
  });

  // Would catch: legs of one day written into every day; days that have begun given other legs afterwards.
  it('of one day, or of all that have not begun', async () => {
    const id = await transport('2026-03-26T08:00', '2026-03-26T09:00', 'FREQ=DAILY;COUNT=6');
    const day = (date: string, to: string) => [
      leg(`2026-03-${date}T08:10`, `2026-03-${date}T08:30`, { toText: to }),
      leg(`2026-03-${date}T08:35`, `2026-03-${date}T08:50`, { toText: 'Skolen' }),
    ];
    await plan.book.command('test', (tx) =>
      tx.insert(
        'leg',
        {
          measureId: id,
          rank: 1,
          departLocal: '2026-03-26T08:05',
          arriveLocal: '2026-03-26T08:20',
          toText: 'Barnehagen',
        },
        { caseId: plan.caseId },
      ),
    );
    await setLegs(id, '2026-03-30T08:00', day('30', 'Legen'));
    const old = ['08:05-08:20 Barnehagen'];
    const own = ['08:10-08:30 Legen', '08:35-08:50 Skolen'];
    expect(Object.values(await texts())).toEqual([old, old, old, old, own, old]);
    await setLegs(id, '2026-03-29T08:00', day('29', 'Byen').slice(0, 1), 'all');
    const next = ['08:10-08:30 Byen'];
    expect(Object.values(await texts())).toEqual([old, old, old, next, next, next]);
    await setLegs((await rest())[0] as RecordId, '2026-03-30T08:00', [], 'this');
    expect(Object.values(await texts())).toEqual([old, old, old, next, [], next]);
  });

  async function rest(): Promise<RecordId[]> {
    const found = await plan.book.list('measure', { caseId: plan.caseId });
    return found.filter(({ values }) => values.fromLocal === '2026-03-29T08:00').map(({ id }) => id);
  }

  // Would catch: what somebody drove planned otherwise afterwards, or struck; legs of a day that is over.
  it('that were driven stay, and a day that is over is not planned anew', async () => {
    const id = await transport('2026-03-28T11:00', '2026-03-28T14:00');
    const key = '2026-03-28T11:00';
    await setLegs(id, key, [leg('2026-03-28T11:00', '2026-03-28T11:40', { toText: 'Retten' })]);
    const [first] = (await told())[key] ?? [];
    const legId = first?.id as RecordId;
    await planHandlers['plan.tell_leg'](plan.context, {
      legId,
      originalLocal: key,
      what: 'departed',
      toldAt: at('2026-03-28T11:05'),
    });
    const driven = leg('2026-03-28T11:00', '2026-03-28T11:40', { id: legId, toText: 'Retten' });
    const home = leg('2026-03-28T13:00', '2026-03-28T13:40', { toText: 'Hjem' });
    await setLegs(id, key, [driven, home]);
    expect(Object.values(await texts())).toEqual([['11:00-11:40 Retten', '13:00-13:40 Hjem']]);
    const frozen = { code: 'PAST_FROZEN' };
    await expect(setLegs(id, key, [home])).rejects.toMatchObject(frozen);
    await expect(setLegs(id, key, [{ ...driven, arriveLocal: '2026-03-28T11:50' }, home])).rejects.toMatchObject(
      frozen,
    );
    const over = await transport('2026-03-27T11:00', '2026-03-27T12:00');
    await expect(setLegs(over, '2026-03-27T11:00', [home])).rejects.toMatchObject(frozen);
    await expect(setLegs(plan.guardId, '2026-03-28T21:00', [home])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  // Would catch: a leg over the hour that comes twice refused as one that ends before it starts, and one that does refused
  // not, where its start does not exist that night.
  it('are ordered by when they are, not by their texts', async () => {
    const autumn = await transport('2026-10-25T01:00', '2026-10-25T05:00');
    await setLegs(autumn, '2026-10-25T01:00', [leg('2026-10-25T02:50', '2026-10-25T02~20', { toText: 'Legevakt' })]);
    const found = await plan.book.list('leg', { caseId: plan.caseId });
    expect(found.map(({ values }) => values.arriveLocal)).toEqual(['2026-10-25T02~20']);
    const spring = await transport('2026-03-29T01:00', '2026-03-29T05:00');
    const backwards = setLegs(spring, '2026-03-29T01:00', [leg('2026-03-29T02:30', '2026-03-29T03:10')]);
    await expect(backwards).rejects.toMatchObject({ code: 'INVALID_VALUES' });
  });
});
