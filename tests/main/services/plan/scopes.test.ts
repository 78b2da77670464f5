/** This one, this and the following, or all that have not begun: the same question for every edit of a series. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { localOfInstant } from '#model/time.ts';
import { snapshot } from '../../../db/snapshot.ts';
import { at, type NightPlan, OSLO, openNightPlan } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const NIGHT = '2026-03-30T21:00';
const view = () =>
  planHandlers['plan.window'](plan.context, {
    caseId: plan.caseId,
    fromAt: at('2026-03-25T12:00'),
    toAt: at('2026-04-06T12:00'),
  });

/** What a night says, by the day it begins on; of the ten nights from 25 March. */
async function nights<T>(tell: (night: Awaited<ReturnType<typeof view>>['window']['duties'][number]) => T) {
  const { window } = await view();
  return window.duties.map((duty) => tell(duty));
}
const posts = (officerId: RecordId) =>
  nights(({ crew }) => {
    const member = crew.find((one) => one.officerId === officerId);
    return member ? (member.post ?? 'on') : '-';
  });

const assign = (more: object) =>
  planHandlers['plan.assign'](plan.context, {
    measureId: plan.guardId,
    originalLocal: NIGHT,
    officerId: plan.officers.dal,
    vehicleId: null,
    post: null,
    fromLocal: null,
    toLocal: null,
    ...more,
  });

describe('putting on', () => {
  // Would catch: a past night that says somebody was there, a night before the one chosen that has them too.
  it.each([
    ['this', '-----on----'],
    ['following', '-----ononononon'],
    ['all', '---ononononononon'],
  ] as const)('with %s reaches those nights and no other', async (scope, expected) => {
    const before = await snapshot(plan.book);
    await assign({ scope });
    expect((await posts(plan.officers.dal)).join('')).toBe(expected);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  // Would catch: a post that is given from here on and rewrites who had which post on the nights before.
  it('again with another post from here on leaves the nights before as they were', async () => {
    await assign({ officerId: plan.officers.myr, post: 'leader', scope: 'following' });
    const five = Array.from({ length: 5 }, () => 'on');
    expect(await posts(plan.officers.myr)).toEqual([...five, ...five.map(() => 'leader')]);
    await assign({ officerId: plan.officers.myr, post: 'driver', scope: 'all' });
    expect(await posts(plan.officers.myr)).toEqual(['on', 'on', 'on', ...Array.from({ length: 7 }, () => 'driver')]);
  });

  // Would catch: a part of the night kept at the hours of the first night, or of the one chosen.
  it('for a part of the night gives each night its own part', async () => {
    const part = { fromLocal: '2026-03-30T22:00', toLocal: '2026-03-31T02:00' };
    await assign({ ...part, scope: 'following' });
    const parts = await nights(({ crew }) => {
      const member = crew.find((one) => one.officerId === plan.officers.dal);
      return member?.fromAt && member.toAt && [member.fromAt, member.toAt].map((one) => localOfInstant(one, OSLO));
    });
    expect(parts[4]).toBeUndefined();
    expect(parts[5]).toEqual([part.fromLocal, part.toLocal]);
    expect(parts[7]).toEqual(['2026-04-01T22:00', '2026-04-02T02:00']);
  });

  // Would catch: an officer whom the lead takes out from next week put on a series that runs into it.
  it('is refused where one of the nights to come is one they are kept off', async () => {
    await plan.book.command('test', (tx) =>
      tx.insert('officer_exclusion', {
        officerId: plan.officers.dal,
        fromAt: at('2026-04-02T00:00'),
        exclusion: 'impartiality',
      }),
    );
    await assign({ scope: 'this' });
    await expect(assign({ scope: 'following' })).rejects.toMatchObject({ code: 'OFFICER_EXCLUDED' });
  });
});

describe('taking off', () => {
  const off = async (scope: 'this' | 'following' | 'all') => {
    const { window } = await view();
    const night = window.duties.find(({ originalLocal }) => originalLocal === NIGHT);
    const member = night?.crew.find(({ officerId }) => officerId === plan.officers.nes);
    const assignmentId = member?.id as RecordId;
    return planHandlers['plan.unassign'](plan.context, { assignmentId, originalLocal: NIGHT, scope });
  };
  it.each([
    ['this', 'ononononon-onononon'],
    ['following', 'ononononon-----'],
    ['all', 'ononon-------'],
  ] as const)('with %s reaches those nights and no other', async (scope, expected) => {
    const before = await snapshot(plan.book);
    await off(scope);
    expect((await posts(plan.officers.nes)).join('')).toBe(expected);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  // Would catch: somebody taken off from here on who still stands on a night that had said so by itself.
  it('from here on reaches a night on which they had a post of their own', async () => {
    await assign({ officerId: plan.officers.nes, originalLocal: '2026-04-01T21:00', post: 'driver' });
    await off('following');
    expect((await posts(plan.officers.nes)).join('')).toBe('ononononon-----');
  });
});

it('another takes the place from here on, with post and part, and the nights before stay', async () => {
  await assign({ officerId: plan.officers.nes, post: 'leader', scope: 'all' });
  const { window } = await view();
  const night = window.duties.find(({ originalLocal }) => originalLocal === NIGHT);
  const assignmentId = night?.crew.find(({ officerId }) => officerId === plan.officers.nes)?.id as RecordId;
  const one = {
    id: plan.guardId,
    originalLocal: NIGHT,
    what: 'officer',
    assignmentId,
    toId: plan.officers.dal,
  } as const;
  await planHandlers['plan.reassign'](plan.context, { items: [{ ...one, scope: 'following' }] });
  expect((await posts(plan.officers.nes)).join()).toBe('on,on,on,leader,leader,-,-,-,-,-');
  expect((await posts(plan.officers.dal)).join()).toBe('-,-,-,-,-,leader,leader,leader,leader,leader');
});

describe('how nights stand', () => {
  const status = (scope: 'this' | 'following' | 'all', said: 'cancelled' | 'planned', originalLocal = NIGHT) =>
    planHandlers['plan.set_status'](plan.context, {
      items: [{ id: plan.guardId, originalLocal, scope }],
      status: said,
      reason: said === 'cancelled' ? 'Hun er bortreist' : null,
    });
  const states = async () => (await nights(({ status: one }) => one.slice(0, 1))).join('');

  // Would catch: nights that have been rewritten as called off, or only one of those that were meant.
  it('is said of one, of it and the following, or of all to come, and taken back', async () => {
    await status('this', 'cancelled');
    expect(await states()).toBe('pppppcpppp');
    await status('following', 'cancelled', '2026-03-31T21:00');
    expect(await states()).toBe('pppppccccc');
    await status('this', 'planned');
    expect(await states()).toBe('ppppppcccc');
  });

  it('is planned again for all to come, whatever single nights had said', async () => {
    await status('this', 'cancelled');
    const before = await snapshot(plan.book);
    await status('all', 'planned');
    expect(await states()).toBe('pppppppppp');
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });
});

describe('place and headcount', () => {
  const own = (more: object) =>
    planHandlers['plan.set_own'](plan.context, {
      id: plan.guardId,
      originalLocal: NIGHT,
      placeId: plan.home,
      headcount: 3,
      ...more,
    });
  const counts = async () => (await nights(({ headcount }) => String(headcount))).join('');

  // Would catch: a night that takes three and makes all others take three, or one from here on that changes the past.
  it.each([
    ['this', '2222232222'],
    ['following', '2222233333'],
    ['all', '2223333333'],
  ] as const)('of %s', async (scope, expected) => {
    const before = await snapshot(plan.book);
    await own({ scope });
    expect(await counts()).toBe(expected);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  it('of a night that is over stay as they were, and of a need they can be other ones too', async () => {
    await expect(own({ originalLocal: '2026-03-26T21:00' })).rejects.toMatchObject({ code: 'PAST_FROZEN' });
    await own({ id: plan.needId, headcount: 1 });
    const { window } = await view();
    expect(window.needs.map(({ headcount }) => headcount).join('')).toBe('222221222222');
  });
});

// Would catch: every night of the series an hour short because the one that was dragged crosses the clock change.
it('a series moved with the length kept keeps it in the night of the change alone', async () => {
  const before = await snapshot(plan.book);
  const { ids } = await planHandlers['plan.move'](plan.context, {
    moves: [
      {
        id: plan.guardId,
        originalLocal: '2026-03-29T21:00',
        scope: 'following',
        startLocal: '2026-03-28T23:00',
        clock: 'keep_length',
      },
    ],
  });
  const { window } = await view();
  const moved = window.duties.filter(({ id }) => id === ids.at(-1));
  expect(
    moved.slice(0, 3).map(({ fromAt, toAt }) => [fromAt, toAt].map((one) => localOfInstant(one ?? 0, OSLO))),
  ).toEqual([
    ['2026-03-28T23:00', '2026-03-29T10:00'],
    ['2026-03-29T23:00', '2026-03-30T09:00'],
    ['2026-03-30T23:00', '2026-03-31T09:00'],
  ]);
  await plan.book.undo();
  expect(await snapshot(plan.book)).toEqual(before);
});

// Would catch: a copy into or out of the short night that silently loses an hour.
it.each([
  ['keep_end', '2026-04-05T07:00'],
  ['keep_length', '2026-04-05T06:00'],
] as const)('a copy of the short night is asked about, and with %s ends as said', async (clock, endLocal) => {
  const items = [{ id: plan.guardId, originalLocal: '2026-03-28T21:00', starts: ['2026-04-04T21:00'] }];
  const copy = (said: object) => planHandlers['plan.copy'](plan.context, { items, withCrew: true, ...said });
  await expect(copy({})).rejects.toMatchObject({
    code: 'CLOCK_CHOICE',
    data: { keepEnd: { minutes: 600 }, keepLength: { minutes: 540 } },
  });
  const { ids } = await copy({ clock });
  expect((await plan.book.find(ids[0] as RecordId))?.values).toMatchObject({ toLocal: endLocal });
});

// Would catch: all to come moved by hours because the first of them had been moved by itself before the series was split.
it('splitting before a night with times of its own moves nothing', async () => {
  const own = { startLocal: '2026-03-30T22:00', endLocal: '2026-03-31T08:00' };
  await assign({ originalLocal: null, fromLocal: '2026-03-25T22:00', toLocal: '2026-03-26T02:00' });
  await planHandlers['plan.move'](plan.context, {
    moves: [{ id: plan.guardId, originalLocal: NIGHT, scope: 'this', ...own }],
  });
  const parts = () => nights(({ crew }) => crew.map(({ fromAt }) => fromAt));
  const before = await parts();
  await planHandlers['plan.set_own'](plan.context, {
    id: plan.guardId,
    originalLocal: NIGHT,
    scope: 'following',
    placeId: null,
    headcount: 2,
  });
  expect(await parts()).toEqual(before);
});
