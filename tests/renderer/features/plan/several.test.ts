import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import { keyOf } from '#model/plan/result.ts';
import { type Plan, planOf } from '#renderer/features/plan/plan.ts';
import { copiesTo, firstStart, movedTo, repeatsUntil } from '#renderer/features/plan/several.ts';
import { at, type NightPlan, NOON, openNightPlan } from '#tests/main/services/plan/night.ts';

const WINDOW = { fromAt: at('2026-03-27T12:00'), toAt: at('2026-04-06T12:00') };
let night: NightPlan;
let plan: Plan;
beforeEach(async () => {
  night = await openNightPlan();
  plan = planOf(await planHandlers['plan.window'](night.context, { caseId: night.caseId, ...WINDOW }), NOON);
});
afterEach(() => night.remove());

const on = (...days: readonly string[]) =>
  days.map((day) => ({ id: night.guardId, originalLocal: `2026-${day}T21:00` }));

describe('several duties by times that are typed', () => {
  it('start with the first of them, in whatever order they were chosen', () => {
    expect(firstStart(plan, on('03-31', '03-30'))).toBe('2026-03-30T21:00');
    expect(firstStart(plan, [])).toBeNull();
  });

  // Would catch: all of them put at the one time typed; a night over the clock change that loses its hour unasked.
  it('are moved as far as the first, and asked about where clocks change', () => {
    const { moves, hasSeries, clocks } = movedTo(plan, on('03-31', '03-30'), '2026-03-28T22:30');
    expect(moves.map(({ startLocal, endLocal }) => [startLocal, endLocal])).toEqual([
      ['2026-03-29T22:30', '2026-03-30T08:30'],
      ['2026-03-28T22:30', '2026-03-29T08:30'],
    ]);
    expect(hasSeries).toBe(true);
    const [, second] = moves;
    expect([...clocks.keys()]).toEqual(second ? [keyOf(second)] : []);
  });

  it('are copied as far from one another as they are', () => {
    const copies = copiesTo(plan, on('03-30', '04-01'), '2026-05-04T20:00');
    expect(copies.map(({ starts }) => starts)).toEqual([['2026-05-04T20:00'], ['2026-05-06T20:00']]);
  });

  // Would catch: rounds that lie on one another, a round whose last duty starts after the day that was named.
  it.each([
    [['03-30'], '2026-04-02T21:00', [['2026-03-31T21:00', '2026-04-01T21:00', '2026-04-02T21:00']]],
    [['03-30'], '2026-04-02T20:59', [['2026-03-31T21:00', '2026-04-01T21:00']]],
    [
      ['03-30', '03-31'],
      '2026-04-04T23:00',
      [
        ['2026-04-01T21:00', '2026-04-03T21:00'],
        ['2026-04-02T21:00', '2026-04-04T21:00'],
      ],
    ],
    [['03-30', '03-31'], '2026-04-01T23:00', []],
    [['03-30'], '2026-03-01T00:00', []],
  ] as const)('%j again until %s', (days, until, expected) => {
    expect(repeatsUntil(plan, on(...days), until).map(({ starts }) => starts)).toEqual(expected);
  });
});
