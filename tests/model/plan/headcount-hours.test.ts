import { describe, expect, it } from 'vitest';
import { coverageOf } from '#model/plan/coverage.ts';
import { headcountHours } from '#model/plan/headcount-hours.ts';
import { addWallMinutes } from '#model/plan/local-time.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import type { Need, PlanWindow } from '#model/plan/types.ts';
import fc from '#tests/helpers/property.ts';
import { duty, member, need, oslo, plan } from '#tests/model/plan/plan.ts';

const hoursOf = (window: PlanWindow) =>
  headcountHours(coverageOf(indexPlan(window))).map(({ needed, planned, confirmed }) => [
    needed / 60,
    planned / 60,
    confirmed / 60,
  ]);

describe('person-hours', () => {
  // Would catch: a night of 9 or 11 hours counted as 10, a day with a clock change as 24.
  it.each([
    ['2026-03-28', 9, 23],
    ['2026-10-24', 11, 25],
    ['2027-03-27', 9, 23],
    ['2027-10-30', 11, 25],
    ['2026-06-10', 10, 24],
  ] as const)('of the night and the day after %s are those they have', (day, nightHours, dayHours) => {
    const next = addWallMinutes(`${day}T00:00`, 1_440).slice(0, 10);
    const after = addWallMinutes(`${day}T00:00`, 2_880).slice(0, 10);
    const night = need(`${day}T21:00`, `${next}T07:00`, { headcount: 2 });
    const whole = need(`${next}T00:00`, `${after}T00:00`, { id: 'n2' });
    const duties = [duty('a', `${day}T21:00`, `${next}T07:00`, ['alm', 'nes'])];
    const window = plan(`${day}T00:00`, `${after}T12:00`, {
      needs: [night, whole],
      duties,
      nowAt: oslo(`${day}T12:00`),
    });
    expect(hoursOf(window)).toEqual([
      [2 * nightHours, 2 * nightHours, 0],
      // Of the day itself the night covers what lies after midnight.
      [dayHours, nightHours - 3, 0],
    ]);
  });

  // Would catch: a third guard at nine hiding that one is missing at three; what was only planned taken as done.
  it('counts no more than is asked for, and as confirmed only what was told', () => {
    const night = need('2026-03-10T21:00', '2026-03-11T07:00', { headcount: 2 });
    const duties = [
      duty('a', '2026-03-10T21:00', '2026-03-11T02:00', [], {
        crew: [member('alm', { onPostAt: oslo('2026-03-10T21:00') }), member('nes'), member('dal')],
      }),
      duty('b', '2026-03-11T02:00', '2026-03-11T07:00', ['eng']),
    ];
    const nowAt = oslo('2026-03-11T04:00');
    expect(hoursOf(plan('2026-03-10T12:00', '2026-03-11T12:00', { needs: [night], duties, nowAt }))).toEqual([
      [20, 15, 5],
    ]);
  });

  // Would catch: a sum that loses or doubles a minute wherever crews change.
  it('equals a count minute by minute, over both clock changes of both years', () => {
    const days = ['2026-03-28', '2026-10-24', '2027-03-27', '2027-10-30'] as const;
    const part = fc.record({
      from: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 40 }),
      crew: fc.subarray(['alm', 'nes', 'dal']),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.array(part, { maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (day, parts, headcount) => {
          const startAt = oslo(`${day}T20:00`);
          const one: Need = { ...need(`${day}T21:00`, addWallMinutes(`${day}T21:00`, 600)), headcount };
          const duties = parts.map(({ from, length, crew }, index) => ({
            ...duty(`d${index}`, `${day}T20:00`, `${day}T21:00`, crew),
            fromAt: startAt + from * 900_000,
            toAt: startAt + (from + length) * 900_000,
          }));
          const window = plan(`${day}T12:00`, addWallMinutes(`${day}T12:00`, 2_880), {
            needs: [one],
            duties,
            nowAt: startAt,
          });
          let [needed, planned] = [0, 0];
          for (let at = one.fromAt; at < one.toAt; at += 60_000) {
            const present = new Set(
              duties
                .filter(({ fromAt, toAt }) => fromAt <= at && toAt > at)
                .flatMap(({ crew }) => crew.map(({ officerId }) => officerId)),
            );
            needed += headcount;
            planned += Math.min(headcount, present.size);
          }
          expect(headcountHours(coverageOf(indexPlan(window)))).toMatchObject([{ needed, planned, confirmed: 0 }]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
