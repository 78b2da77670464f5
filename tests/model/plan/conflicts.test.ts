import { describe, expect, it } from 'vitest';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { keyOf } from '#model/plan/result.ts';
import { uncheckedPlaces } from '#model/plan/travel.ts';
import type { Appearance, Duty, PlanWindow } from '#model/plan/types.ts';
import { workItemsOf } from '#model/plan/work-items.ts';
import fc from '#tests/helpers/property.ts';
import { duty, leg, member, oslo, plan } from '#tests/model/plan/plan.ts';

const DAYS = ['2026-03-02T00:00', '2026-03-16T00:00'] as const;
const typed = (window: PlanWindow, type: string) => conflictsOf(window).filter((conflict) => conflict.type === type);

describe('one officer or vehicle in two places', () => {
  // Would catch: duties that only touch taken for an overlap, a duty called off that still binds its crew, another case's
  // duty not seen, two posts at one duty taken for two places.
  it('is named with both duties and the minutes they share', () => {
    const night = duty('a', '2026-03-10T21:00', '2026-03-11T07:00', ['alm']);
    const morning = duty('b', '2026-03-11T06:30', '2026-03-11T12:00', ['alm', 'nes'], { caseId: 'c2' });
    const found = typed(plan(...DAYS, { duties: [night, morning] }), 'double_officer');
    expect(found).toMatchObject([
      {
        key: 'double_officer:alm:a@2026-03-10T21:00+b@2026-03-11T06:30',
        subjectId: 'alm',
        caseIds: ['c1', 'c2'],
        fromAt: oslo('2026-03-11T06:30'),
        toAt: oslo('2026-03-11T07:00'),
        figure: 30,
      },
    ]);
    const touching = { ...morning, fromAt: oslo('2026-03-11T07:00') };
    expect(typed(plan(...DAYS, { duties: [night, touching] }), 'double_officer')).toEqual([]);
    const off: Duty = { ...morning, status: 'cancelled' };
    expect(typed(plan(...DAYS, { duties: [night, off] }), 'double_officer')).toEqual([]);
    const twoPosts = { ...night, crew: [member('alm', { id: 'x' }), member('alm', { id: 'y' })] };
    expect(typed(plan(...DAYS, { duties: [twoPosts] }), 'double_officer')).toEqual([]);
    const car = [{ id: 'v', vehicleId: 'bil3', fromAt: null, toAt: null }];
    const cars = [night, { ...morning, crew: [] }].map((each) => ({ ...each, vehicles: car }));
    expect(typed(plan(...DAYS, { duties: cars }), 'double_vehicle')).toHaveLength(1);
  });

  // Would catch: a key that changes with the times, so that an accepted conflict comes back at every move of a bar.
  it('keeps its key when a duty moves', () => {
    const make = (end: string) => {
      const duties = [
        duty('a', '2026-03-10T21:00', end, ['alm']),
        duty('b', '2026-03-11T06:30', '2026-03-11T12:00', ['alm']),
      ];
      return typed(plan(...DAYS, { duties }), 'double_officer').map(({ key }) => key);
    };
    expect(make('2026-03-11T07:00')).toEqual(make('2026-03-11T08:00'));
  });

  // Would catch: any overlap the sweep misses or invents.
  it('equals a comparison of every pair of duties, minute by minute', () => {
    const shape = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), fc.subarray(['alm', 'nes', 'dal'])),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(shape, (duties) => {
        const fromAt = oslo('2026-03-10T00:00');
        const made = duties.map(([from, length, crew], index) => ({
          ...duty(`d${index}`, '2026-03-10T00:00', null, crew),
          fromAt: fromAt + from * 60_000,
          toAt: fromAt + (from + length) * 60_000,
        }));
        const expected: string[] = [];
        for (const officer of ['alm', 'nes', 'dal']) {
          for (const [i, a] of made.entries()) {
            for (const b of made.slice(i + 1)) {
              let minutes = 0;
              for (let t = fromAt; t < fromAt + 100 * 60_000; t += 60_000) {
                const on = (d: Duty) =>
                  d.fromAt <= t && t < (d.toAt ?? 0) && d.crew.some((m) => m.officerId === officer);
                if (on(a) && on(b)) minutes += 1;
              }
              if (minutes > 0) expected.push(`double_officer:${officer}:${keyOf(a)}+${keyOf(b)} ${minutes}`);
            }
          }
        }
        const found = typed(plan(...DAYS, { duties: made }), 'double_officer');
        expect(found.map(({ key, figure }) => `${key} ${figure}`).sort()).toEqual(expected.sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('travel', () => {
  // Oslo S and Lillestrøm stasjon, 17 km apart by the straight line.
  const positions = [
    { placeId: 'home', lat: 59.9111, lon: 10.7528 },
    { placeId: 'lillestrom', lat: 59.9529, lon: 11.0444 },
    { placeId: 'unplaced', lat: null, lon: null },
  ];

  // Would catch: a distance in degrees or with the axes swapped, an estimate made from a place without a position.
  it.each([
    ['2026-03-11T07:20', 'lillestrom', [20, 21]],
    ['2026-03-11T07:21', 'lillestrom', null],
    ['2026-03-11T07:00', 'home', null],
    ['2026-03-11T07:00', 'unplaced', null],
  ] as const)('from home at 07:00 to a duty at %s in %s', (start, placeId, expected) => {
    const duties = [
      duty('a', '2026-03-10T21:00', '2026-03-11T07:00', ['alm']),
      duty('b', start, '2026-03-11T12:00', ['alm'], { placeId }),
    ];
    const found = typed(plan(...DAYS, { duties, positions }), 'travel_time');
    expect(found.map(({ figure, limit, estimate }) => [figure, limit, estimate])).toEqual(
      expected ? [[...expected, 'straight_line']] : [],
    );
  });

  // Would catch: the planner's own minutes overruled by the straight line, in either direction.
  it.each([
    [null, '2026-03-11T08:20', ['straight_line', 20, 21]],
    [null, '2026-03-11T08:30', null],
    [40, '2026-03-11T08:30', ['planner', 30, 40]],
    [15, '2026-03-11T08:20', null],
  ] as const)('a leg with %s minutes of the planner, arriving %s', (plannedMinutes, arrive, expected) => {
    const legs = [leg('home', 'lillestrom', '2026-03-11T08:00', arrive, { plannedMinutes })];
    const duties = [duty('t', '2026-03-11T08:00', arrive, ['alm'], { type: 'transport', placeId: null, legs })];
    const found = typed(plan(...DAYS, { duties, positions }), 'leg_time');
    expect(found.map((each) => [each.estimate, each.figure, each.limit])).toEqual(expected ? [[...expected]] : []);
  });

  // Would catch: his home beside the road not seen because it lies between the ends, another case's place counted.
  it('warns of a leg past a place of his, in metres', () => {
    const legs = [leg('home', 'lillestrom', '2026-03-11T08:00', '2026-03-11T08:40')];
    const duties = [
      duty('t', '2026-03-11T08:00', '2026-03-11T08:40', ['alm'], { type: 'transport', placeId: null, legs }),
    ];
    const half = { placeId: 'his', lat: 59.932 + 0.0018, lon: 10.8986 };
    const avoid = [{ caseId: 'c1', personId: 'him', placeId: 'his', why: 'home' as const }];
    const found = (more: object) =>
      typed(plan(...DAYS, { duties, positions: [...positions, half], avoid, ...more }), 'near_avoided');
    expect(found({})).toMatchObject([{ subjectId: 'his', limit: 300 }]);
    expect(found({})[0]?.figure).toBeGreaterThan(150);
    expect(found({ avoid: [{ ...avoid[0], caseId: 'c2' }] })).toEqual([]);
    expect(found({ positions: [...positions, { ...half, lat: 59.94 }] })).toEqual([]);
  });
});

describe('a place of his', () => {
  const his = { caseId: 'c1', personId: 'him', placeId: 'his', why: 'home' as const };
  const escort = (more: Partial<Duty>) =>
    duty('t', '2026-03-10T10:00', '2026-03-10T12:00', [], { type: 'transport', placeId: null, ...more });

  // Would catch: a leg that ends at his door and gives no warning, because nobody has entered where the door lies.
  it('that a leg begins or ends at is warned of without a position', () => {
    const legs = [leg('home', 'his', '2026-03-10T10:00', '2026-03-10T10:30')];
    const found = typed(plan(...DAYS, { duties: [escort({ legs })], avoid: [his] }), 'near_avoided');
    expect(found).toMatchObject([{ subjectId: 'his', figure: 0, estimate: null, fixes: [{ type: 'other_route' }] }]);
  });

  // Would catch: a leg that nothing could be reckoned of told as one that keeps clear.
  it('is not held against a leg whose ends or place have no position, and that is told', () => {
    const way = leg('home', 'school', '2026-03-10T10:00', '2026-03-10T10:30');
    const known = ['home', 'school'].map((placeId, index) => ({ placeId, lat: 60 + index / 10, lon: 10 }));
    const transport = escort({ legs: [way] });
    const bare = plan(...DAYS, { duties: [transport], avoid: [his], positions: known });
    expect(typed(bare, 'near_avoided')).toEqual([]);
    expect(uncheckedPlaces(bare, transport, way)).toEqual([his]);
    const whole = { ...bare, positions: [...known, { placeId: 'his', lat: 61, lon: 11 }] };
    expect(uncheckedPlaces(whole, transport, way)).toEqual([]);
  });
});

describe('a duty that follows her', () => {
  // Would catch: an officer due an hour's drive away at once, unseen because the duty has no place of its own.
  it('is where she is when it ends', () => {
    const beside = duty('a', '2026-03-10T08:00', '2026-03-10T12:00', ['alm'], { placeId: null });
    const next = duty('b', '2026-03-10T12:10', '2026-03-10T16:00', ['alm'], { placeId: 'far', personIds: ['other'] });
    const positions = [
      { placeId: 'home', lat: 60, lon: 10 },
      { placeId: 'cabin', lat: 61, lon: 10 },
      { placeId: 'far', lat: 60.01, lon: 10 },
    ];
    const window = plan(...DAYS, { duties: [beside, next], positions });
    expect(typed(window, 'travel_time')).toEqual([]);
    const stay = {
      id: 's',
      personId: 'her',
      placeId: 'cabin',
      fromAt: oslo('2026-03-10T00:00'),
      toAt: oslo('2026-03-11T00:00'),
    };
    const away = typed({ ...window, stays: [stay] }, 'travel_time');
    expect(away).toMatchObject([{ subjectId: 'alm', figure: 10, estimate: 'straight_line' }]);
  });
});

describe('in court they must never meet', () => {
  const her: Appearance = {
    id: 'her',
    caseId: 'c1',
    placeId: 'court',
    side: 'protected',
    arriveAt: oslo('2026-03-11T08:30'),
    leaveAt: oslo('2026-03-11T11:00'),
    door: null,
  };
  const him = (arrive: string, door: string | null, more: Partial<Appearance> = {}): Appearance => ({
    ...her,
    id: 'him',
    side: 'threat_actor',
    arriveAt: oslo(arrive),
    leaveAt: null,
    door,
    ...more,
  });

  // Would catch: a door that is not known taken as another one, her leaving forgotten, two cases mixed.
  it.each([
    ['2026-03-11T08:45', null, {}, 15],
    ['2026-03-11T09:00', null, {}, null],
    ['2026-03-11T10:50', null, {}, 10],
    ['2026-03-11T08:30', 'kjelleren', {}, 0],
    ['2026-03-11T08:45', null, { placeId: 'police' }, null],
    ['2026-03-11T08:45', null, { caseId: 'c2' }, null],
  ] as const)('he comes at %s by door %s (%j): %s minutes apart', (arrive, door, more, expected) => {
    const found = typed(plan(...DAYS, { appearances: [her, him(arrive, door, more)] }), 'must_not_meet');
    expect(found.map(({ figure }) => figure)).toEqual(expected === null ? [] : [expected]);
  });

  it('lets them use two doors', () => {
    const apart = [{ ...her, door: 'A' }, him('2026-03-11T08:30', 'B')];
    expect(typed(plan(...DAYS, { appearances: apart }), 'must_not_meet')).toEqual([]);
  });

  // Would catch: one door typed in two ways taken for two doors.
  it('knows a door however it is typed', () => {
    const same = [{ ...her, door: ' Hovedinngang  Nord' }, him('2026-03-11T08:30', 'hovedinngang nord ')];
    expect(typed(plan(...DAYS, { appearances: same }), 'must_not_meet')).toHaveLength(1);
  });

  const ride = (depart: string, arrive: string, to: string | null = 'court', more: Partial<Duty> = {}) =>
    duty('t', '2026-03-11T07:00', '2026-03-11T12:00', ['nes'], {
      ...{ type: 'transport', placeId: null, legs: [leg('home', to, `2026-03-11T${depart}`, `2026-03-11T${arrive}`)] },
      ...more,
    });
  const meet = (duties: Duty[], appearances: Appearance[]) =>
    typed(plan(...DAYS, { duties, appearances }), 'must_not_meet').map(({ recordIds, figure }) => [
      recordIds[0],
      figure,
    ]);

  // Would catch: a car that sets her down at the court as he walks in, because nobody wrote her appearance; the same visit
  // told twice; a leg to her own door held to be at his.
  it.each([
    ['her ride alone', [ride('08:10', '08:35')], [him('2026-03-11T08:45', null)], [['l-2026-03-11T08:10', 10]]],
    ['a ride elsewhere', [ride('08:10', '08:35', 'school')], [him('2026-03-11T08:45', null)], []],
    [
      'a ride that is off',
      [ride('08:10', '08:35', 'court', { status: 'cancelled' })],
      [him('2026-03-11T08:45', null)],
      [],
    ],
    ['her appearance says it already', [ride('08:10', '08:35')], [her, him('2026-03-11T08:45', null)], [['her', 15]]],
    [
      'the ride is nearer than the appearance',
      [ride('08:10', '08:20')],
      [{ ...her, arriveAt: oslo('2026-03-11T09:00') }, him('2026-03-11T08:00', null)],
      [['l-2026-03-11T08:10', 20]],
    ],
    [
      'a door of her own',
      [ride('08:10', '08:20')],
      [{ ...her, arriveAt: oslo('2026-03-11T09:00'), door: 'A' }, him('2026-03-11T08:20', 'B')],
      [],
    ],
  ] as const)('%s', (_, duties, appearances, expected) => {
    expect(meet([...duties], [...appearances])).toEqual(expected);
  });

  // Would catch: a place that is missing read as "they do not meet".
  it('says what is not checked where a place is missing, and only where the place would decide', () => {
    const unchecked = (duties: Duty[], appearances: Appearance[]) =>
      workItemsOf(plan(...DAYS, { duties, appearances }))
        .filter(({ type }) => type === 'meeting_unchecked')
        .map(({ recordId, duties: refs }) => [recordId, refs.length]);
    const nowhere = { placeId: null };
    expect(unchecked([], [her, him('2026-03-11T08:45', null, nowhere)])).toEqual([['him', 0]]);
    expect(unchecked([], [{ ...her, ...nowhere }, him('2026-03-11T08:45', null)])).toEqual([['her', 0]]);
    expect(unchecked([], [her, him('2026-03-11T09:30', null, nowhere)])).toEqual([]);
    expect(unchecked([ride('08:10', '08:35', null)], [him('2026-03-11T08:45', null)])).toEqual([['him', 1]]);
    expect(meet([], [her, him('2026-03-11T08:45', null, nowhere)])).toEqual([]);
  });
});
