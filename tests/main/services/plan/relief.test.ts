import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { workItemsOf } from '#model/plan/work-items.ts';
import { localOfInstant } from '#model/time.ts';
import { at, type NightPlan, OSLO, openNightPlan } from './night.ts';

const NIGHT = '2026-03-29T21:00';
const MORNING = '2026-03-30T07:00';

let plan: NightPlan;
/** Days 07-21 from 26 March for ten days, with Dal on them. */
let dayId: RecordId;
beforeEach(async () => {
  plan = await openNightPlan();
  const day = { startLocal: '2026-03-26T07:00', endLocal: '2026-03-26T21:00', recurrence: 'FREQ=DAILY;COUNT=10' };
  dayId = await createDay(day);
});
afterEach(() => plan.remove());

async function createDay(times: { startLocal: string; endLocal: string; recurrence: string | null }) {
  const none = { placeId: plan.home, headcount: 1, needId: null, vehicleIds: [] };
  const { id } = await planHandlers['plan.create_measure'](plan.context, {
    ...{ caseId: plan.caseId, type: 'guarding', text: 'Dagvakt', officerIds: [plan.officers.dal] },
    ...times,
    ...none,
  });
  return id;
}

const window = () =>
  planHandlers['plan.window'](plan.context, {
    caseId: plan.caseId,
    fromAt: at('2026-03-28T12:00'),
    toAt: at('2026-04-06T12:00'),
  });
const clock = (instant: number) => localOfInstant(instant, OSLO).slice(5);
/** Reliefs as `night 03-29T21:00 > day 03-30T07:00 at 03-30T07:00`. */
async function reliefs(): Promise<string[]> {
  const view = await window();
  const name = (id: string) => (id === plan.guardId ? 'night' : id === dayId ? 'day' : 'other');
  return view.window.handovers.map(
    ({ from, to, at: when }) =>
      `${name(from.id)} ${from.originalLocal.slice(5)} > ${name(to.id)} ${to.originalLocal.slice(5)} at ${clock(when)}`,
  );
}
const items = async (type: string) =>
  workItemsOf((await window()).window)
    .filter((item) => item.type === type)
    .map(({ fromAt, toAt }) => `${clock(fromAt)} ${clock(toAt)}`);

const relieve = (more: Partial<Parameters<(typeof planHandlers)['plan.relieve']>[1]> = {}) =>
  planHandlers['plan.relieve'](plan.context, {
    ...{ handoverId: null, giverId: plan.officers.myr, receiverId: null, atLocal: null, text: null, scope: 'this' },
    from: { id: plan.guardId, originalLocal: NIGHT },
    to: { id: dayId, originalLocal: MORNING },
    ...more,
  });
const handOver = (id: RecordId, originalLocal: string, atLocal: string) =>
  planHandlers['plan.hand_over'](plan.context, {
    ...{ id, originalLocal, atLocal },
    ...{ receiverIds: [plan.officers.dal], giverId: plan.officers.myr, text: null },
  });
const move = (id: RecordId, originalLocal: string, startLocal: string, endLocal: string) => ({
  ...{ id, originalLocal, startLocal, endLocal },
  scope: 'this' as const,
});

describe('joining two measures that are there', () => {
  // Would catch: a night guard and a day guard that cannot be joined without cutting one of them.
  it('names both sides, who gives and who takes over, and is one step to undo', async () => {
    await relieve();
    expect(await reliefs()).toEqual(['night 03-29T21:00 > day 03-30T07:00 at 03-30T07:00']);
    expect((await window()).window.handovers).toMatchObject([
      { giverId: plan.officers.myr, receiverId: plan.officers.dal, takenOverAt: null },
    ]);
    await plan.book.undo();
    expect(await reliefs()).toEqual([]);
  });

  // Would catch: a relief for each morning that has to be typed one by one, or one on a day the series does not have.
  it('goes on for those that follow, where both are there', async () => {
    const off = { items: [{ id: dayId, originalLocal: '2026-04-01T07:00', scope: 'this' as const }], reason: 'Fri' };
    await planHandlers['plan.remove'](plan.context, off);
    const { ids } = await relieve({ scope: 'following', atLocal: '2026-03-30T06:45' });
    expect(await reliefs()).toEqual(
      ['29 30 06:45', '30 31 06:45', '01 02 06:45', '02 03 06:45', '03 04 06:45'].map((line) => {
        const [night, day, time] = line.split(' ') as [string, string, string];
        const month = (date: string) => (Number(date) > 28 ? '03' : '04');
        return `night ${month(night)}-${night}T21:00 > day ${month(day)}-${day}T07:00 at ${month(day)}-${day}T${time}`;
      }),
    );
    expect(ids).toHaveLength(5);
    await plan.book.undo();
    expect(await reliefs()).toEqual([]);
  });

  // Would catch: the same relief twice; one to itself; one that was taken over and is written anew; a stranger's case.
  it('refuses what is there already and what is told', async () => {
    const { ids } = await relieve();
    await expect(relieve()).rejects.toMatchObject({ code: 'RELIEF_EXISTS' });
    const self = { id: plan.guardId, originalLocal: NIGHT };
    await expect(relieve({ to: self })).rejects.toMatchObject({ code: 'INVALID_VALUES' });
    const never = { id: dayId, originalLocal: '2026-03-30T08:00' };
    await expect(relieve({ to: never })).rejects.toMatchObject({ code: 'NO_OCCURRENCE' });
    const handoverId = ids[0] as RecordId;
    await relieve({ handoverId, receiverId: plan.officers.dal, atLocal: '2026-03-30T06:50' });
    expect(await reliefs()).toEqual(['night 03-29T21:00 > day 03-30T07:00 at 03-30T06:50']);
    const late = { ...plan.context, now: () => at('2026-03-30T07:00') };
    await planHandlers['plan.take_over'](late, { handoverId, toldAt: null });
    await expect(relieve({ handoverId })).rejects.toMatchObject({ code: 'PAST_FROZEN' });
  });
});

describe('what keeps them joined', () => {
  // Would catch: a relief at 04:00 that stays with the first part when the bar is handed over at midnight: a hole of four
  // hours that is none, and the real edge without a relief.
  it('a cut gives the later relief to the second part, with who took over as the giver', async () => {
    const first = await handOver(plan.guardId, NIGHT, '2026-03-30T04:00');
    const second = await handOver(plan.guardId, NIGHT, '2026-03-30T00:00');
    expect(await items('handover_hole')).toEqual([]);
    const { handovers } = (await window()).window;
    expect(handovers.find(({ id }) => id === first.handoverId)).toMatchObject({
      from: { id: second.id, originalLocal: '2026-03-30T00:00' },
      giverId: plan.officers.dal,
    });
    await plan.book.undo();
    expect((await window()).window.handovers).toMatchObject([
      { from: { id: plan.guardId, originalLocal: NIGHT }, giverId: plan.officers.myr },
    ]);
  });

  it('a cut of the receiving bar leaves the relief with its first part', async () => {
    await relieve();
    await planHandlers['plan.cut'](plan.context, { id: dayId, originalLocal: MORNING, atLocal: '2026-03-30T14:00' });
    expect(await reliefs()).toEqual(['night 03-29T21:00 > day 03-30T07:00 at 03-30T07:00']);
    expect(await items('handover_hole')).toEqual([]);
  });

  // Would catch: both bars moved an hour, and a relief that is told at the old time, an hour before anybody comes.
  it('the time follows the edge when both sides move, in one step or in two, and stays while they do not meet', async () => {
    await relieve();
    const night = move(plan.guardId, NIGHT, NIGHT, '2026-03-30T08:00');
    const day = move(dayId, MORNING, '2026-03-30T08:00', '2026-03-30T21:00');
    await planHandlers['plan.move'](plan.context, { moves: [night, day] });
    const moved = ['night 03-29T21:00 > day 03-30T07:00 at 03-30T08:00'];
    expect(await reliefs()).toEqual(moved);
    await plan.book.undo();
    await planHandlers['plan.move'](plan.context, { moves: [night] });
    expect(await reliefs()).toEqual(['night 03-29T21:00 > day 03-30T07:00 at 03-30T07:00']);
    expect(await items('handover_overlap')).toEqual(['03-30T07:00 03-30T08:00']);
    await planHandlers['plan.move'](plan.context, { moves: [day] });
    expect(await reliefs()).toEqual(moved);
  });

  // Would catch: a time the planner has chosen apart from the edge, changed behind their back.
  it('a time that was written apart from the edge stays', async () => {
    await relieve({ atLocal: '2026-03-30T06:45' });
    const night = move(plan.guardId, NIGHT, NIGHT, '2026-03-30T08:00');
    const day = move(dayId, MORNING, '2026-03-30T08:00', '2026-03-30T21:00');
    await planHandlers['plan.move'](plan.context, { moves: [night, day] });
    expect(await reliefs()).toEqual(['night 03-29T21:00 > day 03-30T07:00 at 03-30T06:45']);
  });

  // Would catch: a receiving watch that is called off or taken out, and a giver who waits for it.
  it('a receiving side that is called off or taken out is named', async () => {
    await relieve();
    const item = { id: dayId, originalLocal: MORNING };
    const off = { items: [item], status: 'cancelled' as const, reason: 'Sykdom' };
    await planHandlers['plan.set_status'](plan.context, off);
    expect(await items('receiver_gone')).toEqual(['03-30T07:00 03-30T07:01']);
    await plan.book.undo();
    await planHandlers['plan.remove'](plan.context, { items: [{ ...item, scope: 'this' }], reason: 'Ikke behov' });
    expect(await items('receiver_gone')).toEqual(['03-30T07:00 03-30T07:01']);
    await plan.book.undo();
    await planHandlers['plan.remove'](plan.context, { items: [{ ...item, scope: 'following' }], reason: 'Slutt' });
    expect(await items('receiver_gone')).toEqual(['03-30T07:00 03-30T07:01']);
  });
});
