import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { localOfInstant } from '#model/time.ts';
import { snapshot } from '../../../db/snapshot.ts';
import { at, type NightPlan, OSLO, occurrencesOf, openNightPlan, plannedOf } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const WEEK = ['2026-03-28T12:00', '2026-04-06T12:00'] as const;
const window = () => ({ caseId: plan.caseId, fromAt: at(WEEK[0]), toAt: at(WEEK[1]) });
const view = () => planHandlers['plan.window'](plan.context, window());

/** Nights of the guards, as `id key start → end` in local time. */
async function nights(ids: readonly RecordId[] = [plan.guardId]) {
  const found = await occurrencesOf(plan, ...WEEK);
  return found
    .filter((one) => ids.includes(one.seriesId))
    .map(
      (one) => `${localOfInstant(one.fromAt, OSLO).slice(5)} ${one.toAt && localOfInstant(one.toAt, OSLO).slice(8)}`,
    );
}

describe('a window of the plan', () => {
  // Would catch: a night with a clock change told as ten hours, a crew of the series lost on its occurrences.
  it('covers the nights the guard has, the short one with 9 hours, and names the rest as uncovered', async () => {
    expect(await plannedOf(plan, ...WEEK)).toEqual([
      ['covered', 540],
      ['covered', 600],
      ['covered', 600],
      ['covered', 600],
      ['covered', 600],
      ['covered', 600],
      ['covered', 600],
      ['gap', 600, 'nobody_planned'],
      ['gap', 600, 'nobody_planned'],
    ]);
  });

  it('tells what a page needs: words, crew, persons and who can be assigned', async () => {
    const shown = await view();
    expect(shown.needs).toMatchObject([{ label: 'Sove trygt', level: 'guard', headcount: 2 }]);
    expect(shown.measures).toMatchObject([{ id: plan.guardId, title: 'Fast vakthold, natt', type: 'guarding' }]);
    expect(shown.officers.map((one) => one.name).sort()).toEqual(['Dal', 'Myr', 'Nes']);
    expect(shown.persons).toMatchObject([{ name: 'Lind', role: 'protected' }]);
    const night = shown.window.duties.find((duty) => duty.originalLocal === '2026-03-28T21:00');
    expect(night).toMatchObject({ personIds: [plan.lind], placeId: plan.home, headcount: 2 });
    expect(night?.crew.map((member) => member.officerId)).toEqual([plan.officers.myr, plan.officers.nes]);
    expect(JSON.stringify(shown)).not.toContain('address');
  });

  // Would catch: where she hides given away by the coordinates of a place whose address is withheld.
  it('gives no position of a place whose address is withheld', async () => {
    const position = { latitudeE6: 59_123_456, longitudeE6: 10_654_321 };
    await plan.book.command('test', async (tx) => {
      await tx.update('place', plan.home, { ...position, protection: 'strengt_fortrolig' });
      await tx.insert('place', { label: 'Retten', protection: 'none', ...position });
    });
    const { window: told } = await view();
    expect(told.positions).toHaveLength(1);
    expect(told.positions[0]?.placeId).not.toBe(plan.home);
  });

  // Would catch: what she has declined shown as a gap; a night called off that still counts as planned.
  it('asks for nothing where she has declined, and counts nothing that is called off', async () => {
    const night = { id: plan.guardId, originalLocal: '2026-03-29T21:00' };
    await planHandlers['plan.set_status'](plan.context, {
      items: [night],
      status: 'cancelled',
      reason: 'Ingen å sette opp',
    });
    expect((await plannedOf(plan, ...WEEK))[1]).toEqual(['gap', 600, 'cancelled']);
    const items = [{ id: plan.needId, originalLocal: '2026-03-29T21:00' }];
    const declined = { items, status: 'declined' as const, reason: null };
    await planHandlers['plan.set_status'](plan.context, declined);
    expect(await plannedOf(plan, ...WEEK)).toHaveLength(8);
    await expect(
      planHandlers['plan.set_status'](plan.context, { items: [night], status: 'not_done', reason: null }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUES', data: [{ field: 'statusReason', code: 'REQUIRED' }] });
  });

  // Would catch: an occurrence that was moved to before its series' first start and is seen nowhere.
  it('finds an occurrence that was moved out of reach of its rule', async () => {
    const late = { ...plan.context, now: () => at('2026-03-01T00:00') };
    await planHandlers['plan.move'](late, {
      moves: [
        {
          id: plan.guardId,
          originalLocal: '2026-03-26T21:00',
          scope: 'this',
          startLocal: '2026-03-10T21:00',
          endLocal: '2026-03-11T07:00',
        },
      ],
    });
    const found = await occurrencesOf(plan, '2026-03-10T12:00', '2026-03-11T12:00');
    expect(found).toMatchObject([{ seriesId: plan.guardId, originalLocal: '2026-03-26T21:00', changed: true }]);
  });
});

describe('moving', () => {
  const key = '2026-03-30T21:00';
  const times = { startLocal: '2026-03-30T22:00', endLocal: '2026-03-31T08:00' };
  const move = (scope: 'this' | 'following' | 'all') =>
    planHandlers['plan.move'](plan.context, { moves: [{ id: plan.guardId, originalLocal: key, scope, ...times }] });

  it('one occurrence leaves the others, and its crew with it', async () => {
    await move('this');
    expect(await nights()).toEqual([
      '03-28T21:00 29T07:00',
      '03-29T21:00 30T07:00',
      '03-30T22:00 31T08:00',
      '03-31T21:00 01T07:00',
      '04-01T21:00 02T07:00',
      '04-02T21:00 03T07:00',
      '04-03T21:00 04T07:00',
    ]);
    const moved = (await view()).window.duties.find((duty) => duty.originalLocal === key);
    expect(moved?.crew).toHaveLength(2);
  });

  // Would catch: a second half without crew; a third night too many; nights before the edit that moved too.
  it('this and following splits the series; crew, qualifications and ends go along', async () => {
    await plan.book.command('test', async (tx) => {
      const { id } = await tx.insert('qualification', { label: 'Livvakt', code: 'L' });
      await tx.insert(
        'required_qualification',
        { ownerId: plan.guardId, qualificationId: id },
        { caseId: plan.caseId },
      );
      await tx.update('measure', plan.guardId, { expectedEndLocal: '2026-03-26T06:00' });
    });
    const { ids } = await move('following');
    expect(ids).toHaveLength(2);
    expect(await nights([plan.guardId])).toEqual(['03-28T21:00 29T07:00', '03-29T21:00 30T07:00']);
    expect(await nights(ids)).toEqual([
      '03-28T21:00 29T07:00',
      '03-29T21:00 30T07:00',
      '03-30T22:00 31T08:00',
      '03-31T22:00 01T08:00',
      '04-01T22:00 02T08:00',
      '04-02T22:00 03T08:00',
      '04-03T22:00 04T08:00',
    ]);
    const later = (await view()).window.duties.filter((duty) => duty.id === ids[1]);
    expect(later.map((duty) => duty.crew.length)).toEqual([2, 2, 2, 2, 2]);
    expect(localOfInstant(later[0]?.expectedEndAt ?? 0, OSLO)).toBe('2026-03-31T07:00');
    expect(await plan.book.list('required_qualification', { caseId: plan.caseId })).toHaveLength(2);
  });

  // Would catch: the nights that are past, and what was confirmed of them, moved by an edit of the whole series.
  it('all leaves what has begun where it was', async () => {
    await move('all');
    const before = await occurrencesOf(plan, '2026-03-25T12:00', '2026-03-28T12:00');
    expect(before.filter((one) => one.seriesId !== plan.needId).map((one) => one.originalLocal)).toEqual([
      '2026-03-25T21:00',
      '2026-03-26T21:00',
      '2026-03-27T21:00',
    ]);
    const past = { id: plan.guardId, originalLocal: '2026-03-27T21:00', scope: 'this' as const };
    await expect(planHandlers['plan.move'](plan.context, { moves: [{ ...past, ...times }] })).rejects.toMatchObject({
      code: 'PAST_FROZEN',
    });
  });

  // Would catch: a lengthened short night decided by the program; the two answers mixed up.
  it('over a clock change asks whether the end or the length stays', async () => {
    const guard = await planHandlers['plan.create_measure'](plan.context, {
      caseId: plan.caseId,
      type: 'guarding',
      text: null,
      startLocal: '2026-03-30T21:00',
      endLocal: '2026-03-31T07:00',
      recurrence: null,
      placeId: plan.home,
      headcount: 1,
      needId: null,
      officerIds: [plan.officers.dal],
      vehicleIds: [],
    });
    const item = {
      id: guard.id,
      originalLocal: '2026-03-30T21:00',
      scope: 'this' as const,
      startLocal: '2026-03-28T21:00',
    };
    await expect(planHandlers['plan.move'](plan.context, { moves: [item] })).rejects.toMatchObject({
      code: 'CLOCK_CHOICE',
      data: {
        keepEnd: { endLocal: '2026-03-29T07:00', minutes: 540 },
        keepLength: { endLocal: '2026-03-29T08:00', minutes: 600 },
      },
    });
    await planHandlers['plan.move'](plan.context, { moves: [{ ...item, clock: 'keep_length' }] });
    expect(await nights([guard.id])).toEqual(['03-28T21:00 29T08:00']);
  });

  it('an end before its start, a time that is not there and a series without an end are refused with the field', async () => {
    const one = { id: plan.guardId, originalLocal: key, scope: 'this' as const, startLocal: '2026-03-30T22:00' };
    const moved = (endLocal: string | null, scope: 'this' | 'all' = 'this') =>
      planHandlers['plan.move'](plan.context, { moves: [{ ...one, scope, endLocal }] });
    await expect(moved('2026-03-30T21:00')).rejects.toMatchObject({
      code: 'INVALID_VALUES',
      data: [{ field: 'toLocal', code: 'END_BEFORE_START' }],
    });
    await expect(moved(null, 'all')).rejects.toMatchObject({ data: [{ field: 'toLocal', code: 'REQUIRED' }] });
    const nowhere = { ...one, originalLocal: '2026-03-30T20:00', endLocal: '2026-03-31T07:00' };
    await expect(planHandlers['plan.move'](plan.context, { moves: [nowhere] })).rejects.toMatchObject({
      code: 'NO_OCCURRENCE',
    });
  });
});

describe('cutting, handing over, copying, repeating, taking out', () => {
  const night = { originalLocal: '2026-03-30T21:00' };

  it('cut leaves two parts with the same crew and no minute between them', async () => {
    const { id } = await planHandlers['plan.cut'](plan.context, {
      id: plan.guardId,
      ...night,
      atLocal: '2026-03-31T02:00',
    });
    expect(await nights([plan.guardId, id])).toContain('03-30T21:00 31T02:00');
    expect(await nights([id])).toEqual(['03-31T02:00 31T07:00']);
    expect((await plannedOf(plan, ...WEEK)).slice(2, 4)).toEqual([
      ['covered', 300],
      ['covered', 300],
    ]);
    await expect(
      planHandlers['plan.cut'](plan.context, { id: plan.guardId, ...night, atLocal: '2026-03-31T02:00' }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUES', data: [{ field: 'atLocal', code: 'OUTSIDE' }] });
  });

  it('hand over gives the second part to the receivers and joins both by a relief', async () => {
    const { id, handoverId } = await planHandlers['plan.hand_over'](plan.context, {
      id: plan.guardId,
      ...night,
      atLocal: '2026-03-31T02:00',
      receiverIds: [plan.officers.dal],
      giverId: plan.officers.myr,
      text: null,
    });
    const shown = await view();
    expect(shown.window.handovers).toMatchObject([
      {
        id: handoverId,
        from: { id: plan.guardId, originalLocal: night.originalLocal },
        to: { id, originalLocal: '2026-03-31T02:00' },
        at: at('2026-03-31T02:00'),
        giverId: plan.officers.myr,
        receiverId: plan.officers.dal,
        takenOverAt: null,
      },
    ]);
    // One person where two are asked for.
    expect((await plannedOf(plan, ...WEEK)).slice(2, 4)).toEqual([
      ['covered', 300],
      ['thin', 300, 'too_few'],
    ]);
  });

  it('copy makes planned measures of their own with crew and legs moved along', async () => {
    await plan.book.command('test', (tx) =>
      tx.insert(
        'leg',
        { measureId: plan.guardId, rank: 1, departLocal: '2026-03-25T21:10', arriveLocal: '2026-03-25T21:30' },
        { caseId: plan.caseId },
      ),
    );
    const { ids } = await planHandlers['plan.copy'](plan.context, {
      items: [{ id: plan.guardId, ...night, starts: ['2026-04-04T21:00', '2026-04-05T20:00'] }],
      withCrew: true,
    });
    expect(await nights(ids)).toEqual(['04-04T21:00 05T07:00', '04-05T20:00 06T06:00']);
    const copies = (await view()).window.duties.filter((duty) => ids.includes(duty.id as RecordId));
    expect(copies.map((duty) => [duty.crew.length, duty.legs.length, duty.status])).toEqual([
      [2, 1, 'planned'],
      [2, 1, 'planned'],
    ]);
    expect(copies.map((duty) => localOfInstant(duty.legs[0]?.departAt ?? 0, OSLO).slice(11))).toEqual([
      '21:10',
      '20:10',
    ]);
  });

  // Would catch: a leg driven twice, in both parts of a transport that was cut, or one lost from every other day.
  it('cut of a recurring transport gives each leg to the part in which it sets out, and to no other day', async () => {
    const { value: transportId } = await plan.book.command('test', async (tx) => {
      const day = { fromLocal: '2026-03-28T14:00', toLocal: '2026-03-28T20:00', recurrence: 'FREQ=DAILY;COUNT=5' };
      const { id } = await tx.insert(
        'measure',
        { ...day, type: 'transport', status: 'planned' },
        { caseId: plan.caseId },
      );
      const legs = ['14:10 14:30', '16:50 17:20', '18:00 18:30', '19:00 19:20'];
      for (const [index, times] of legs.entries()) {
        const [departLocal, arriveLocal] = times.split(' ').map((clock) => `2026-03-28T${clock}`);
        await tx.insert(
          'leg',
          { measureId: id, rank: index + 1, departLocal: departLocal ?? null, arriveLocal: arriveLocal ?? null },
          { caseId: plan.caseId },
        );
      }
      return id;
    });
    const key = '2026-03-29T14:00';
    // One leg of that day has times of its own.
    await plan.book.command('test', (tx) =>
      tx.insert(
        'leg',
        {
          measureId: transportId,
          rank: 4,
          occurrenceLocal: key,
          departLocal: '2026-03-29T19:15',
          arriveLocal: '2026-03-29T19:40',
        },
        { caseId: plan.caseId },
      ),
    );
    const before = await snapshot(plan.book);
    const { id } = await planHandlers['plan.cut'](plan.context, {
      id: transportId,
      originalLocal: key,
      atLocal: '2026-03-29T17:00',
    });
    const legsOf = async (measureId: RecordId, originalLocal: string) => {
      const duty = (await view()).window.duties.find(
        (one) => one.id === measureId && one.originalLocal === originalLocal,
      );
      return duty?.legs.map(({ departAt }) => localOfInstant(departAt, OSLO).slice(11));
    };
    expect(await legsOf(transportId, key)).toEqual(['14:10', '16:50']);
    expect(await legsOf(id, '2026-03-29T17:00')).toEqual(['18:00', '19:15']);
    expect(await legsOf(transportId, '2026-03-30T14:00')).toEqual(['14:10', '16:50', '18:00', '19:00']);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  // Would catch: a copy of several bars that takes as many steps of undo as there are bars.
  it('copies of several bars are one step, and one undo takes all of them back', async () => {
    const before = await snapshot(plan.book);
    const keys = ['2026-03-28T21:00', '2026-03-29T21:00', '2026-03-30T21:00'];
    const { ids } = await planHandlers['plan.copy'](plan.context, {
      items: keys.map((originalLocal, day) => ({
        id: plan.guardId,
        originalLocal,
        starts: [`2026-04-0${day + 4}T21:00`],
      })),
      withCrew: true,
      clock: 'keep_end',
    });
    expect(ids).toHaveLength(3);
    expect(await nights(ids)).toEqual(['04-04T21:00 05T07:00', '04-05T21:00 06T07:00']);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  // Would catch: nights that have been taken out of the past by another rule, a rest that lost its crew.
  it('repeat by another rule lets the rest go on by it, and leaves what has begun', async () => {
    const before = await snapshot(plan.book);
    await planHandlers['plan.repeat'](plan.context, { id: plan.guardId, recurrence: 'FREQ=WEEKLY;COUNT=2' });
    const { window: told } = await planHandlers['plan.window'](plan.context, {
      caseId: plan.caseId,
      fromAt: at('2026-03-25T12:00'),
      toAt: at('2026-04-10T12:00'),
    });
    expect(told.duties.map(({ originalLocal, crew }) => [originalLocal.slice(5, 10), crew.length])).toEqual([
      ['03-25', 2],
      ['03-26', 2],
      ['03-27', 2],
      ['03-28', 2],
      ['04-04', 2],
    ]);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  it('repeat changes what is to come and never what has begun', async () => {
    const once = { id: plan.guardId, recurrence: null };
    await expect(planHandlers['plan.repeat'](plan.context, once)).rejects.toMatchObject({ code: 'PAST_FROZEN' });
    await planHandlers['plan.repeat'](plan.context, {
      id: plan.guardId,
      recurrence: 'FREQ=DAILY;UNTIL=20260329T210000',
    });
    expect(await nights()).toEqual(['03-28T21:00 29T07:00', '03-29T21:00 30T07:00']);
    await expect(
      planHandlers['plan.repeat'](plan.context, { id: plan.guardId, recurrence: 'FREQ=HOURLY' }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUES', data: { field: 'recurrence' } });
  });

  it('taking out keeps what has begun, and strikes what nothing is left of', async () => {
    const out = (scope: 'this' | 'following') =>
      planHandlers['plan.remove'](plan.context, {
        items: [{ id: plan.guardId, ...night, scope }],
        reason: 'Hun reiser bort',
      });
    await out('this');
    expect(await nights()).not.toContain('03-30T21:00 31T07:00');
    expect(await nights()).toHaveLength(6);
    await planHandlers['plan.remove'](plan.context, {
      items: [{ id: plan.guardId, originalLocal: '2026-03-31T21:00', scope: 'following' }],
      reason: 'Hun reiser bort',
    });
    expect(await nights()).toEqual(['03-28T21:00 29T07:00', '03-29T21:00 30T07:00']);
    await planHandlers['plan.remove'](plan.context, {
      items: [{ id: plan.needId, originalLocal: '2026-03-25T21:00', scope: 'all' }],
      reason: 'Trukket',
    });
    expect((await occurrencesOf(plan, ...WEEK)).some((one) => one.seriesId === plan.needId)).toBe(false);
  });

  it('each is one step for undo, which leaves the rows as they were', async () => {
    const before = await snapshot(plan.book, []);
    await planHandlers['plan.hand_over'](plan.context, {
      id: plan.guardId,
      ...night,
      atLocal: '2026-03-31T02:00',
      receiverIds: [plan.officers.dal],
      giverId: null,
      text: 'Nøkkel i boden',
    });
    await plan.book.undo();
    expect(await snapshot(plan.book, [])).toEqual(before);
  });
});

// Would catch: a rule or a zone that is taken and then makes what is planned vanish.
it.each([
  ['FREQ=HOURLY', 'RULE_FREQUENCY'],
  ['FREQ=DAILY;COUNT=10001', 'RULE_COUNT'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20260401', 'RULE_END'],
  ['FREQ=DAILY;UNTIL=20260231', 'RULE_UNTIL'],
  ['FREQ=WEEKLY;BYDAY=XX', 'RULE_VALUE'],
  ['FREQ=DAILY;BYHOUR=3', 'RULE_PART'],
  ['hver natt', 'RULE_PART'],
])('the rule %s is refused with %s at its field', async (recurrence, reason) => {
  await expect(planHandlers['plan.repeat'](plan.context, { id: plan.guardId, recurrence })).rejects.toMatchObject({
    code: 'INVALID_VALUES',
    data: { field: 'recurrence', reason },
  });
});

it.each(['Mars/Base', '+01:00', ''])('a case does not take the zone «%s»', async (zone) => {
  const before = await plan.book.find(plan.caseId);
  await expect(plan.book.command('test', (tx) => tx.update('case', plan.caseId, { zone }))).rejects.toMatchObject({
    code: 'INVALID_VALUES',
    data: { field: 'zone' },
  });
  expect(await plan.book.find(plan.caseId)).toEqual(before);
});

it('an endless rule, ten thousand occurrences and far years answer and do not hang', async () => {
  const create = (startLocal: string, endLocal: string, recurrence: string) =>
    planHandlers['plan.create_measure'](plan.context, {
      caseId: plan.caseId,
      type: 'patrol',
      text: 'Patrulje',
      startLocal,
      endLocal,
      recurrence,
      placeId: null,
      headcount: null,
      needId: null,
      officerIds: [],
      vehicleIds: [],
    });
  await create('1900-01-01T21:00', '1900-01-02T07:00', 'FREQ=DAILY');
  await create('2200-01-01T21:00', '2200-01-02T07:00', 'FREQ=DAILY;COUNT=10000');
  const asked = async (fromAt: number, toAt: number) =>
    planHandlers['plan.window'](plan.context, { caseId: plan.caseId, fromAt, toAt });
  const old = await asked(Date.UTC(1900, 0, 1), Date.UTC(1900, 0, 8));
  expect(old.occurrences).toHaveLength(7);
  expect(old.truncated).toBe(false);
  const far = await asked(Date.UTC(2205, 0, 1), Date.UTC(2205, 0, 8));
  expect(far.occurrences.filter((one) => one.status === 'planned').length).toBeGreaterThanOrEqual(14);
  const long = await asked(Date.UTC(1900, 0, 1), Date.UTC(1919, 11, 1));
  expect(long.occurrences.length).toBeLessThanOrEqual(10_000);
});

describe('the hour that occurs twice', () => {
  const HOUR = 3_600_000;
  /** Half past two on 25 October 2026: in summer time, and an hour later in winter time. */
  const first = Date.UTC(2026, 9, 25, 0, 30);
  const plainNight = { fromLocal: '2026-10-24T21:00', toLocal: '2026-10-25T02:30' };
  const window = { fromAt: Date.UTC(2026, 9, 24), toAt: Date.UTC(2026, 9, 27) };
  const duties = async (id: RecordId) => {
    const { window: shown } = await planHandlers['plan.window'](plan.context, { caseId: plan.caseId, ...window });
    return shown.duties.filter((duty) => duty.id === id);
  };
  const add = async () =>
    (
      await plan.book.command('test', (tx) =>
        tx.insert('measure', { ...plainNight, type: 'guarding', status: 'planned' }, { caseId: plan.caseId }),
      )
    ).value.id;
  const moved = (id: RecordId, startLocal: string, endLocal: string, originalLocal = plainNight.fromLocal) =>
    planHandlers['plan.move'](plan.context, { moves: [{ id, originalLocal, scope: 'this', startLocal, endLocal }] });

  // Would catch: a guard that is planned until the second half past two and leaves at the first.
  it('ends at the second of two times where it says so, and undo puts the first back', async () => {
    const id = await add();
    expect((await duties(id))[0]?.toAt).toBe(first);
    await moved(id, plainNight.fromLocal, '2026-10-25T02~30');
    expect((await duties(id))[0]?.toAt).toBe(first + HOUR);
    await plan.book.undo();
    expect((await duties(id))[0]?.toAt).toBe(first);
  });

  // Would catch: half an hour from 02:45 to 02:15 refused as an end before its start, or taken as half an hour less.
  it('holds a period from the first to the second, and one within the second alone', async () => {
    const id = await add();
    await moved(id, '2026-10-25T02:45', '2026-10-25T02~15');
    const [crossing] = await duties(id);
    expect(crossing).toMatchObject({ fromAt: first + HOUR / 4, toAt: first + (HOUR * 3) / 4 });
    await moved(id, '2026-10-25T02~15', '2026-10-25T02~45', '2026-10-25T02:45');
    const [second] = await duties(id);
    expect(second).toMatchObject({ fromAt: first + (HOUR * 3) / 4, toAt: first + (HOUR * 5) / 4 });
    expect((await plan.book.list('measure', { ids: [id] }))[0]?.values.fromLocal).toBe('2026-10-25T02~15');
    await expect(moved(id, '2026-10-25T02~45', '2026-10-25T02:50', '2026-10-25T02~15')).rejects.toMatchObject({
      code: 'INVALID_VALUES',
    });
  });

  it('is cut and copied at the second time, and one night of a series ends in it', async () => {
    const id = await add();
    await moved(id, plainNight.fromLocal, '2026-10-25T07:00');
    const { id: rest } = await planHandlers['plan.cut'](plan.context, {
      id,
      originalLocal: plainNight.fromLocal,
      atLocal: '2026-10-25T02~30',
    });
    expect((await duties(id))[0]?.toAt).toBe(first + HOUR);
    expect((await duties(rest))[0]?.fromAt).toBe(first + HOUR);
    const { ids } = await planHandlers['plan.copy'](plan.context, {
      items: [{ id: rest, originalLocal: '2026-10-25T02~30', starts: ['2026-10-25T02~00'] }],
      withCrew: true,
    });
    expect((await duties(ids[0] as RecordId))[0]?.fromAt).toBe(first + HOUR / 2);

    await plan.book.command('test', (tx) => tx.update('measure', plan.guardId, { recurrence: 'FREQ=DAILY;COUNT=300' }));
    const key = '2026-10-24T21:00';
    const night = { id: plan.guardId, originalLocal: key, scope: 'this' as const, startLocal: key };
    await planHandlers['plan.move'](plan.context, { moves: [{ ...night, endLocal: '2026-10-25T02~30' }] });
    expect((await duties(plan.guardId)).find((duty) => duty.originalLocal === key)?.toAt).toBe(first + HOUR);
  });
});
