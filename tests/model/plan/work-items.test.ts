import { describe, expect, it } from 'vitest';
import type { Duty, PlanWindow } from '#model/plan/types.ts';
import { workItemsOf } from '#model/plan/work-items.ts';
import { localOfInstant } from '#model/time.ts';
import { duty, leg, member, oslo, plan } from '#tests/model/plan/plan.ts';
import { OSLO } from '#tests/model/plan/series.ts';

const DAY = ['2026-03-10T00:00', '2026-03-13T00:00'] as const;
const lines = (window: PlanWindow) =>
  workItemsOf(window).map(({ type, fromAt, toAt }) => {
    const clock = (at: number) => localOfInstant(at, OSLO).slice(5);
    return `${type} ${clock(fromAt)} ${clock(toAt)}`;
  });
/** All but the people that are lacking, which have a table of their own. */
const told = (window: PlanWindow) => lines(window).filter((line) => !line.startsWith('too_few'));
const night = (crew: Duty['crew'], more: Partial<Duty> = {}) =>
  duty('a', '2026-03-10T21:00', '2026-03-11T07:00', [], { crew, ...more });
const at = (local: string, duties: Duty[], more: Partial<PlanWindow> = {}) =>
  told(plan(...DAY, { nowAt: oslo(local), duties, ...more }));

describe('posts', () => {
  // Would catch: an empty post that nobody is told of, one that is announced before it should be taken, a ride that was
  // reported taken for a post that was not.
  it.each([
    ['2026-03-10T21:00', [member('alm')], {}, []],
    ['2026-03-10T21:05', [member('alm')], {}, ['post_not_taken 03-10T21:00 03-10T21:06']],
    ['2026-03-10T21:05', [member('alm', { fromAt: oslo('2026-03-10T23:00') })], {}, []],
    ['2026-03-10T21:05', [member('alm')], { status: 'cancelled' }, []],
    ['2026-03-10T21:05', [member('alm')], { type: 'patrol' }, []],
    ['2026-03-12T12:00', [member('alm')], {}, ['not_confirmed 03-10T21:00 03-11T07:00']],
    [
      '2026-03-11T12:00',
      [member('alm', { onPostAt: oslo('2026-03-10T21:00') })],
      {},
      ['end_not_confirmed 03-11T07:00 03-11T12:01'],
    ],
    ['2026-03-11T06:00', [member('alm', { onPostAt: oslo('2026-03-10T21:00') })], {}, []],
    [
      '2026-03-11T12:00',
      [member('alm')],
      {
        type: 'transport',
        legs: [leg('a', 'b', '2026-03-10T21:00', '2026-03-10T21:30', { departedAt: oslo('2026-03-10T21:02') })],
      },
      [],
    ],
  ] as const)('at %s', (now, crew, more, expected) => {
    expect(at(now, [night([...crew], more as never)])).toEqual(expected);
  });
});

describe('reliefs', () => {
  const handover = (takenOverAt: number | null) => [
    {
      id: 'h',
      from: { id: 'a', originalLocal: '2026-03-10T21:00' },
      to: { id: 'b', originalLocal: '2026-03-11T07:00' },
      giverId: 'alm',
      receiverId: 'nes',
      at: oslo('2026-03-11T07:00'),
      takenOverAt,
    },
  ];
  const from = night([]);

  // Would catch: a hole of an hour between two watches that a handover on paper hides.
  it.each([
    ['2026-03-11T07:00', []],
    ['2026-03-11T08:00', ['handover_hole 03-11T07:00 03-11T08:00']],
    ['2026-03-11T06:30', ['handover_overlap 03-11T06:30 03-11T07:00']],
  ])('the next comes at %s', (start, expected) => {
    const to = { ...duty('b', '2026-03-11T07:00', '2026-03-11T15:00', []), fromAt: oslo(start) };
    expect(at(DAY[0], [from, to], { handovers: handover(null) })).toEqual(expected);
  });

  it('an open end waits for the receiver, and "overtatt" that was not said is asked for', () => {
    const to = duty('b', '2026-03-11T07:00', '2026-03-11T15:00', []);
    expect(at(DAY[0], [{ ...from, toAt: null }, to], { handovers: handover(null) })).toEqual([]);
    expect(at('2026-03-11T07:10', [from, to], { handovers: handover(null) })).toEqual([
      'not_taken_over 03-11T07:00 03-11T07:11',
    ]);
    expect(at('2026-03-11T07:10', [from, to], { handovers: handover(oslo('2026-03-11T07:05')) })).toEqual([]);
  });

  // Would catch: a watch that is to be relieved by one that was called off or taken out, and not a word of it.
  it('says that the receiving duty is gone', () => {
    const to = duty('b', '2026-03-11T07:00', '2026-03-11T15:00', []);
    const gone = ['receiver_gone 03-11T07:00 03-11T07:01'];
    expect(at(DAY[0], [from, { ...to, status: 'cancelled' }], { handovers: handover(null) })).toEqual(gone);
    expect(at(DAY[0], [from], { handovers: handover(null) })).toEqual(gone);
    expect(at('2026-03-11T07:10', [from], { handovers: handover(null) })).toEqual([
      'receiver_gone 03-11T07:00 03-11T07:11',
    ]);
    expect(at(DAY[0], [from], { handovers: handover(oslo('2026-03-11T07:00')) })).toEqual([]);
    const both = [
      { ...from, status: 'cancelled' as const },
      { ...to, status: 'cancelled' as const },
    ];
    expect(at(DAY[0], both, { handovers: handover(null) })).toEqual([]);
  });

  it('names giver and receiver', () => {
    const to = duty('b', '2026-03-11T07:00', '2026-03-11T15:00', []);
    const window = plan(...DAY, { duties: [from, to], handovers: handover(null), nowAt: oslo('2026-03-11T07:10') });
    expect(workItemsOf(window).find(({ type }) => type === 'not_taken_over')?.officerIds).toEqual(['alm', 'nes']);
  });
});

describe('the decision', () => {
  const decided = (from: string | null, until: string | null) => ({
    id: 'd',
    fromAt: from === null ? null : oslo(from),
    untilAt: until === null ? null : oslo(until),
  });

  // Would catch: hours planned after the authority has run out, shown as if it had not.
  it.each([
    [decided(null, null), []],
    [decided(null, '2026-03-11T05:00'), ['outside_decision 03-11T05:00 03-11T07:00']],
    [
      decided('2026-03-10T22:00', '2026-03-11T05:00'),
      ['outside_decision 03-10T21:00 03-10T22:00', 'outside_decision 03-11T05:00 03-11T07:00'],
    ],
    [decided('2026-03-12T00:00', null), ['outside_decision 03-10T21:00 03-11T07:00']],
    [null, ['no_decision 03-10T21:00 03-11T07:00']],
  ])('%j', (decision, expected) => {
    expect(at(DAY[0], [night([], { decision })])).toEqual(expected);
  });
});

describe('a post where she is not', () => {
  const stays = [
    { id: 's', personId: 'her', placeId: 'sister', fromAt: oslo('2026-03-10T23:00'), toAt: oslo('2026-03-11T04:00') },
  ];

  // Would catch: a guard at an empty house that looks like protection.
  it('says when it covers nothing', () => {
    expect(at(DAY[0], [night([])], { stays })).toEqual(['covers_nothing 03-10T23:00 03-11T04:00']);
    expect(at(DAY[0], [night([], { placeId: null })], { stays })).toEqual([]);
    expect(at(DAY[0], [night([], { personIds: ['her', 'child'] })], { stays })).toEqual([]);
  });
});

describe('the people a measure asks for', () => {
  const told = (more: Partial<Duty>, now: string = DAY[0]) =>
    lines(plan(...DAY, { nowAt: oslo(now), duties: [night([], more)] })).filter((line) => line.startsWith('too_few'));
  const whole = 'too_few 03-10T21:00 03-11T07:00';

  // Would catch: a transport that asks for two and has nobody, and no one is told; a guard nobody is on taken for manned
  // because no number was written; a person counted twice; a change at midnight with one of two on each side.
  it.each([
    [{ type: 'transport', headcount: 2 }, [whole]],
    [{ headcount: null }, [whole]],
    [{ headcount: 0 }, []],
    [{ type: 'patrol', headcount: null }, []],
    [{ type: 'patrol', headcount: 1 }, [whole]],
    [{ type: 'shielding' }, []],
    [{ crew: [member('alm')] }, []],
    [{ headcount: 2, crew: [member('alm'), member('alm', { id: 'again' })] }, [whole]],
    [{ headcount: 2, crew: [member('alm'), member(null, { id: 'colleague' })] }, []],
    [{ crew: [member('alm', { toAt: oslo('2026-03-11T02:00') })] }, ['too_few 03-11T02:00 03-11T07:00']],
    [
      {
        headcount: 2,
        crew: [member('alm', { toAt: oslo('2026-03-11T00:00') }), member('nes', { fromAt: oslo('2026-03-10T23:00') })],
      },
      ['too_few 03-10T21:00 03-10T23:00', 'too_few 03-11T00:00 03-11T07:00'],
    ],
    // An open post is a matter of its own.
    [{ headcount: 1, openPosts: [{ id: 'p', post: 'leader' }] }, []],
    [{ status: 'cancelled' }, []],
    [{ status: 'done' }, []],
    [{ toAt: null }, ['too_few 03-10T21:00 03-13T00:00']],
  ] as const)('%j', (more, expected) => {
    expect(told(more as never)).toEqual(expected);
  });

  // Would catch: a night that is told as manned after the only guard has left, and hours that are past still asked for.
  it('looks at what is to come, as it stands now', () => {
    const crew = [member('alm', { onPostAt: oslo('2026-03-10T21:00'), relievedAt: oslo('2026-03-11T02:00') })];
    expect(told({ crew }, '2026-03-11T02:30')).toEqual(['too_few 03-11T02:30 03-11T07:00']);
    expect(told({}, '2026-03-11T07:00')).toEqual([]);
    expect(told({}, '2026-03-10T23:00')).toEqual(['too_few 03-10T23:00 03-11T07:00']);
  });
});
