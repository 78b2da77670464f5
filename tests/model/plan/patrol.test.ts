import { describe, expect, it } from 'vitest';
import { drawPasses, type Pass, repeatedPasses } from '#model/plan/patrol.ts';
import fc from '#tests/helpers/property.ts';
import { oslo } from '#tests/model/plan/plan.ts';
import { OSLO } from '#tests/model/plan/series.ts';

const MINUTE = 60_000;
const NIGHT = { fromAt: oslo('2026-03-28T21:00'), toAt: oslo('2026-03-29T07:00') };
const pass = (local: string, route: string | null = null): Pass => ({ at: oslo(local), route });

describe('drawing the passes of a patrol', () => {
  // Would catch: a pass outside the window, two too near each other, a draw that cannot be repeated from its seed.
  it('keeps window, number and spacing for any seed, and repeats itself', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 70 }),
        (seed, count, spacing) => {
          const times = drawPasses(NIGHT, count, spacing, seed);
          expect(drawPasses(NIGHT, count, spacing, seed)).toEqual(times);
          const fits = (count - 1) * spacing < 540;
          expect(times === null).toBe(!fits);
          for (const [index, time] of (times ?? []).entries()) {
            expect(time % MINUTE).toBe(0);
            expect(time >= NIGHT.fromAt && time < NIGHT.toAt).toBe(true);
            if (index > 0) expect(time - (times?.[index - 1] ?? 0)).toBeGreaterThanOrEqual(spacing * MINUTE);
          }
        },
      ),
    );
  });

  // Would catch: passes that crowd at the start of the window, so that the rest of the night can be learnt to be free.
  it('draws every part of the window about equally often', () => {
    const thirds = [0, 0, 0];
    for (let seed = 1; seed <= 3_000; seed += 1) {
      for (const time of drawPasses(NIGHT, 2, 60, seed) ?? []) {
        const third = Math.floor(((time - NIGHT.fromAt) / (NIGHT.toAt - NIGHT.fromAt)) * 3);
        thirds[third] = (thirds[third] ?? 0) + 1;
      }
    }
    for (const count of thirds) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('asks for at least one pass, and gives nothing where none fits', () => {
    expect(drawPasses(NIGHT, 0, 10, 1)).toBeNull();
    expect(drawPasses({ fromAt: NIGHT.fromAt, toAt: NIGHT.fromAt }, 1, 10, 1)).toBeNull();
  });
});

describe('repetition', () => {
  // Would catch: a pattern that can be learnt, also over midnight and over the change of clocks.
  it.each([
    [['2026-03-10T23:00', '2026-03-11T23:05'], '2026-03-12T23:08', ['time']],
    [['2026-03-10T23:00'], '2026-03-12T23:00', []],
    [['2026-03-10T23:58', '2026-03-12T00:01'], '2026-03-12T23:55', ['time']],
    [['2026-03-10T23:00', '2026-03-11T23:11'], '2026-03-12T23:11', []],
    [['2026-03-27T23:00', '2026-03-28T23:00'], '2026-03-29T23:00', ['time']],
  ] as const)('%j and then %s', (past, next, expected) => {
    const found = repeatedPasses(
      past.map((local) => pass(local)),
      [pass(next)],
      OSLO,
    );
    expect(found.map(({ repeats }) => repeats)).toEqual(expected);
  });

  it('the third time running by the same route', () => {
    const past = [pass('2026-03-10T21:00', 'nord'), pass('2026-03-11T01:00', 'nord')];
    expect(repeatedPasses(past, [pass('2026-03-12T03:30', 'nord')], OSLO)).toMatchObject([{ repeats: 'route' }]);
    expect(repeatedPasses(past, [pass('2026-03-12T03:30', 'sør')], OSLO)).toEqual([]);
    expect(repeatedPasses(past, [pass('2026-03-12T03:30')], OSLO)).toEqual([]);
  });

  // Would catch: a warning at every draw after a month, because some night had each time of day.
  it('forgets what is more than 14 days back', () => {
    const past = [pass('2026-03-10T23:00', 'nord'), pass('2026-03-11T23:05', 'nord')];
    expect(repeatedPasses(past, [pass('2026-03-24T22:59', 'nord')], OSLO)).toHaveLength(2);
    expect(repeatedPasses(past, [pass('2026-03-24T23:01', 'nord')], OSLO)).toEqual([]);
  });
});
