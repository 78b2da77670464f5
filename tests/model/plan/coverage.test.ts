import { describe, expect, it } from 'vitest';
import { coverageOf } from '#model/plan/coverage.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import type { CoverageLayer } from '#model/plan/result.ts';
import type { PlanWindow } from '#model/plan/types.ts';
import { localOfInstant } from '#model/time.ts';
import { duty, leg, member, need, oslo, plan } from '#tests/model/plan/plan.ts';
import { OSLO } from '#tests/model/plan/series.ts';

const DAY = ['2026-03-10T00:00', '2026-03-12T00:00'] as const;

/** Intervals of a layer as `21:00-02:00 covered`, with the reasons behind. */
function told(window: PlanWindow, layer: CoverageLayer = 'planned'): string[] {
  return coverageOf(indexPlan(window))
    .filter((interval) => interval.layer === layer)
    .map(({ fromAt, toAt, state, reasons }) => {
      const clock = (at: number) => localOfInstant(at, OSLO).slice(11);
      return [`${clock(fromAt)}-${clock(toAt)} ${state}`, ...reasons.map(({ code }) => code)].join(' ');
    });
}

const night = need('2026-03-10T21:00', '2026-03-11T07:00');

describe('the planned layer', () => {
  // Would catch: a gap hidden by a duty that only touches the need, minutes lost at a relief.
  it('tells covered minutes from uncovered ones', () => {
    const duties = [
      duty('a', '2026-03-10T20:00', '2026-03-11T00:00', ['alm']),
      duty('b', '2026-03-11T00:00', '2026-03-11T02:00', ['nes']),
    ];
    expect(told(plan(...DAY, { needs: [night], duties }))).toEqual([
      '21:00-00:00 covered',
      '00:00-02:00 covered',
      '02:00-07:00 gap nobody_planned',
    ]);
  });

  // Would catch: one officer at two posts counted as two persons.
  it('counts persons, not assignments', () => {
    const two = { ...night, headcount: 2 };
    const duties = [
      duty('a', '2026-03-10T21:00', '2026-03-11T07:00', ['alm']),
      duty('b', '2026-03-10T23:00', '2026-03-11T03:00', ['alm']),
      duty('c', '2026-03-11T01:00', '2026-03-11T05:00', ['nes']),
    ];
    expect(told(plan(...DAY, { needs: [two], duties }))).toEqual([
      '21:00-23:00 thin too_few',
      '23:00-01:00 thin too_few',
      '01:00-03:00 covered',
      '03:00-05:00 covered',
      '05:00-07:00 thin too_few',
    ]);
  });

  // Would catch: a qualification that has run out still counted.
  it('is thin where a qualification is lacking, or runs out in the night', () => {
    const armed = { ...night, qualifications: [{ id: 'ip3', count: 1 }] };
    const duties = [duty('a', '2026-03-10T21:00', '2026-03-11T07:00', ['alm'])];
    const held = [{ officerId: 'alm', qualificationId: 'ip3', untilAt: oslo('2026-03-11T00:00') }];
    expect(told(plan(...DAY, { needs: [armed], duties, held }))).toEqual([
      '21:00-00:00 covered',
      '00:00-07:00 thin qualification',
    ]);
  });

  // Would catch: an open end read as covered for ever, or a guard gone at the minute the end was only expected.
  it('is thin after an expected end until the outer limit, or until relieved', () => {
    const open = duty('a', '2026-03-10T21:00', null, ['alm'], {
      expectedEndAt: oslo('2026-03-11T02:00'),
      outerLimitAt: oslo('2026-03-11T05:00'),
    });
    expect(told(plan(...DAY, { needs: [night], duties: [open] }))).toEqual([
      '21:00-02:00 covered',
      '02:00-05:00 thin after_expected_end',
      '05:00-07:00 gap nobody_planned',
    ]);
    const relieved = { ...open, crew: [member('alm', { relievedAt: oslo('2026-03-11T03:30') })] };
    expect(told(plan(...DAY, { needs: [night], duties: [relieved] }))[1]).toBe('02:00-03:30 thin after_expected_end');
  });

  // Would catch: a need that stays with the house when she is not in it.
  it('follows her and not the address, and says which duty covers nothing', () => {
    const duties = [duty('a', '2026-03-10T21:00', '2026-03-11T07:00', ['alm'])];
    const stays = [
      { id: 's', personId: 'her', placeId: 'sister', fromAt: oslo('2026-03-10T23:00'), toAt: oslo('2026-03-11T04:00') },
    ];
    expect(told(plan(...DAY, { needs: [night], duties, stays }))).toEqual([
      '21:00-23:00 covered',
      '23:00-04:00 gap elsewhere',
      '04:00-07:00 covered',
    ]);
  });

  // Would catch: the guard at the house counted while she is in the car, or her escort not.
  it('knows that she is on the way', () => {
    const day = need('2026-03-10T08:00', '2026-03-10T12:00');
    const duties = [
      duty('a', '2026-03-10T08:00', '2026-03-10T12:00', ['alm']),
      duty('t', '2026-03-10T09:00', '2026-03-10T11:00', ['nes'], {
        type: 'transport',
        placeId: null,
        legs: [
          leg('home', 'court', '2026-03-10T09:00', '2026-03-10T09:30'),
          leg('court', 'home', '2026-03-10T10:30', '2026-03-10T11:00'),
        ],
      }),
    ];
    const crews = coverageOf(indexPlan(plan(...DAY, { needs: [day], duties })))
      .filter(({ layer }) => layer === 'planned')
      .map((interval) => [localOfInstant(interval.fromAt, OSLO).slice(11), interval.duties.map(({ id }) => id).join()]);
    expect(crews).toEqual([
      ['08:00', 'a'],
      ['09:00', 't'],
      ['11:00', 'a'],
    ]);
  });

  // Would catch: a patrol, a called-off duty or one without crew taken for presence.
  it.each([
    [{ type: 'patrol' }, 'patrol_only'],
    [{ type: 'shielding' }, 'nobody_planned'],
    [{ status: 'cancelled' }, 'cancelled'],
    [{ status: 'not_possible' }, 'not_possible'],
    [{ crew: [] }, 'no_crew'],
    [{ placeId: 'school' }, 'elsewhere'],
    [{ personIds: ['child'] }, 'nobody_planned'],
  ] as const)('a duty that is %j leaves a gap', (change, code) => {
    const duties = [{ ...duty('a', '2026-03-10T21:00', '2026-03-11T07:00', ['alm']), ...change }];
    expect(told(plan(...DAY, { needs: [night], duties }))).toEqual([`21:00-07:00 gap ${code}`]);
  });

  // Would catch: one crew without a place that covers her at home and the child at school in the same minute.
  it('is thin where one crew is for two who are at different places', () => {
    const mine = need('2026-03-10T08:00', '2026-03-10T12:00');
    const child = need('2026-03-10T09:00', '2026-03-10T11:00', { id: 'n2', personId: 'child', placeId: 'school' });
    const both = duty('a', '2026-03-10T08:00', '2026-03-10T12:00', ['alm'], {
      ...{ placeId: null, personIds: ['her', 'child'] },
    });
    const split = ['08:00-09:00 covered', '09:00-11:00 thin split', '11:00-12:00 covered', '09:00-11:00 thin split'];
    expect(told(plan(...DAY, { needs: [mine, child], duties: [both] }))).toEqual(split);
    const transport = { ...both, type: 'transport' as const };
    expect(told(plan(...DAY, { needs: [mine, child], duties: [transport] }))).toEqual(split);
    const together = { ...child, placeId: 'home' };
    expect(told(plan(...DAY, { needs: [mine, together], duties: [both] }))).toEqual([
      '08:00-12:00 covered',
      '09:00-11:00 covered',
    ]);
    const hers = { ...both, personIds: ['her'] };
    expect(told(plan(...DAY, { needs: [mine, child], duties: [hers] }))).toEqual([
      '08:00-12:00 covered',
      '09:00-11:00 gap nobody_planned',
    ]);
  });

  // Would catch: a post outside her door counted as company on the way.
  it('an escort is not a guard at a fixed place', () => {
    const way = need('2026-03-10T08:00', '2026-03-10T09:00', { level: 'escort', placeId: null });
    const fixed = duty('a', '2026-03-10T08:00', '2026-03-10T09:00', ['alm']);
    expect(told(plan(...DAY, { needs: [way], duties: [fixed] }))).toEqual(['08:00-09:00 gap nobody_planned']);
    expect(told(plan(...DAY, { needs: [way], duties: [{ ...fixed, placeId: null }] }))).toEqual([
      '08:00-09:00 covered',
    ]);
  });

  // Would catch: a response time drawn as coverage.
  it('says nothing about needs that presence does not answer', () => {
    const needs = [need('2026-03-10T21:00', '2026-03-11T07:00', { level: 'patrol' })];
    expect(coverageOf(indexPlan(plan(...DAY, { needs })))).toEqual([]);
  });
});

describe('the hours to come', () => {
  const now = { nowAt: oslo('2026-03-11T02:30'), needs: [night] };
  const came = (relievedAt: string | null) => [
    member('alm', { onPostAt: oslo('2026-03-10T21:00'), relievedAt: relievedAt && oslo(relievedAt) } as never),
  ];
  const whole = (crew: ReturnType<typeof came>, more = {}) =>
    duty('a', '2026-03-10T21:00', '2026-03-11T07:00', [], { crew, ...more });

  // Would catch: the only guard said to have left at 02:00, and the night drawn as covered until 07:00.
  it('are uncovered where the one who was to stand there has been relieved, and what is past stays as planned', () => {
    expect(told(plan(...DAY, { ...now, duties: [whole(came('2026-03-11T02:00'))] }))).toEqual([
      '21:00-02:30 covered',
      '02:30-07:00 gap relieved',
    ]);
    expect(told(plan(...DAY, { ...now, duties: [whole(came(null))] }))).toEqual(['21:00-07:00 covered']);
  });

  // Would catch: a duty told as done, or taken over by others, that goes on covering.
  it.each([
    [{ status: 'done' as const }, null],
    [{}, oslo('2026-03-11T02:00')],
  ])('are uncovered after %j, taken over %s', (more, takenOverAt) => {
    const from = { id: 'a', originalLocal: '2026-03-10T21:00' };
    const to = { id: 'b', originalLocal: '2026-03-11T02:00' };
    const by = { giverId: 'alm', receiverId: 'nes', at: oslo('2026-03-11T02:00') };
    const handovers = [{ id: 'h', from, to, ...by, takenOverAt }];
    expect(told(plan(...DAY, { ...now, duties: [whole(came(null), more)], handovers }))[1]).toBe(
      '02:30-07:00 gap relieved',
    );
  });

  // Would catch: a hole of minutes between a relief that took place early and the planned start of the next watch.
  it('are covered by who has come before their own time', () => {
    const next = duty('b', '2026-03-11T03:00', '2026-03-11T07:00', [], {
      crew: [member('nes', { onPostAt: oslo('2026-03-11T02:20') })],
    });
    const first = whole(came('2026-03-11T02:20'), { toAt: oslo('2026-03-11T03:00') });
    expect(told(plan(...DAY, { ...now, duties: [first, next] })).map((line) => line.slice(0, 19))).toEqual([
      '21:00-02:30 covered',
      '02:30-07:00 covered',
    ]);
  });
});

describe('the confirmed layer', () => {
  const nowAt = oslo('2026-03-11T04:00');
  const on = (onPostAt: string, relievedAt: string | null = null) =>
    member('alm', { onPostAt: oslo(onPostAt), relievedAt: relievedAt && oslo(relievedAt) } as never);
  const withCrew = (crew: ReturnType<typeof on>[], more = {}) =>
    plan(...DAY, {
      nowAt,
      needs: [night],
      duties: [duty('a', '2026-03-10T21:00', '2026-03-11T07:00', [], { crew, ...more })],
    });

  // Would catch: a plan that turns into a fact by time passing.
  it('is not confirmed where nobody said so, and says nothing about what is to come', () => {
    expect(told(withCrew([member('alm')]), 'confirmed')).toEqual(['21:00-04:00 unconfirmed']);
    expect(told(withCrew([on('2026-03-10T21:20')]), 'confirmed')).toEqual([
      '21:00-21:20 unconfirmed',
      '21:20-04:00 covered',
    ]);
    expect(told(withCrew([on('2026-03-10T21:00', '2026-03-11T01:00')]), 'confirmed')).toEqual([
      '21:00-01:00 covered',
      '01:00-04:00 unconfirmed',
    ]);
  });

  // Would catch: a duty marked as done, or one never relieved, that confirms hours nobody saw.
  it('a status confirms nothing, and a silent post ends where it was planned to end', () => {
    expect(told(withCrew([member('alm')], { status: 'done' }), 'confirmed')).toEqual(['21:00-04:00 unconfirmed']);
    const short = withCrew([on('2026-03-10T21:00')], { toAt: oslo('2026-03-11T02:00') });
    expect(told(short, 'confirmed')).toEqual(['21:00-02:00 covered', '02:00-04:00 gap nobody_planned']);
  });

  // Would catch: a hole between two watches when the outgoing stayed until "overtatt".
  it('the outgoing stays until the incoming says that he has taken over', () => {
    const crewA = [on('2026-03-10T21:00')];
    const crewB = [member('nes', { onPostAt: oslo('2026-03-11T00:40') })];
    const duties = [
      duty('a', '2026-03-10T21:00', '2026-03-11T00:00', [], { crew: crewA }),
      duty('b', '2026-03-11T00:00', '2026-03-11T07:00', [], { crew: crewB }),
    ];
    const handovers = [
      {
        id: 'h',
        from: { id: 'a', originalLocal: '2026-03-10T21:00' },
        to: { id: 'b', originalLocal: '2026-03-11T00:00' },
        giverId: 'alm',
        receiverId: 'nes',
        at: oslo('2026-03-11T00:00'),
        takenOverAt: oslo('2026-03-11T00:40'),
      },
    ];
    expect(told(plan(...DAY, { nowAt, needs: [night], duties, handovers }), 'confirmed')).toEqual([
      '21:00-00:40 covered',
      '00:40-04:00 covered',
    ]);
    expect(told(plan(...DAY, { nowAt, needs: [night], duties }), 'confirmed')[1]).toBe('00:00-00:40 unconfirmed');
  });

  // Would catch: one person confirmed where two of three were planned told as though all who were planned had come.
  it('is not confirmed where fewer came than the too few who were planned', () => {
    const night = duty('g', '2026-03-10T21:00', '2026-03-11T07:00', []);
    const crew = [
      member('alm', { onPostAt: oslo('2026-03-10T21:00') }),
      member('nes', { onPostAt: oslo('2026-03-11T01:00') }),
    ];
    const three = need('2026-03-10T21:00', '2026-03-11T07:00', { headcount: 3 });
    const window = plan('2026-03-10T12:00', '2026-03-11T12:00', {
      nowAt: oslo('2026-03-11T12:00'),
      needs: [three],
      duties: [{ ...night, crew }],
    });
    const told = coverageOf(indexPlan(window)).filter(({ layer }) => layer === 'confirmed');
    expect(told.map(({ state, present, fromAt }) => [state, present, fromAt])).toEqual([
      ['unconfirmed', 1, oslo('2026-03-10T21:00')],
      ['thin', 2, oslo('2026-03-11T01:00')],
    ]);
  });

  // Would catch: a gap in the plan called "not confirmed": nobody was meant to be there.
  it('keeps a planned gap a gap', () => {
    expect(told(plan(...DAY, { nowAt, needs: [night] }), 'confirmed')).toEqual(['21:00-04:00 gap nobody_planned']);
  });

  // Would catch: seconds of a confirmation that open a hole of one minute.
  it('counts whole minutes, whatever second was said', () => {
    const crew = [
      member('alm', { onPostAt: oslo('2026-03-10T21:00') + 42_000, relievedAt: oslo('2026-03-11T04:00') + 1 }),
    ];
    expect(told(withCrew(crew), 'confirmed')).toEqual(['21:00-04:00 covered']);
  });
});
