import { describe, expect, it } from 'vitest';
import { costOf, SHORTEST_WEEKS, stretchesOf } from '#model/pattern/change-points.ts';
import fc from '#tests/helpers/property.ts';

/** Every way to cut n weeks into stretches that are long enough. */
function* cuttings(n: number, from = 0): Generator<number[]> {
  if (n - from >= SHORTEST_WEEKS) yield [n];
  for (let to = from + SHORTEST_WEEKS; to <= n - SHORTEST_WEEKS; to += 1) {
    for (const rest of cuttings(n, to)) yield [to, ...rest];
  }
}

function price(counts: readonly number[], ends: readonly number[]): number {
  let from = 0;
  let sum = 2 * Math.log(counts.length) * (ends.length - 1);
  for (const to of ends) {
    sum += costOf(
      counts.slice(from, to).reduce((a, b) => a + b, 0),
      to - from,
    );
    from = to;
  }
  return sum;
}

describe('where the weekly rate changes', () => {
  // Would catch: a cut that is not the best of all, a stretch left out, or one shorter than a rate needs.
  it('is the cheapest of all cuttings', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 15 }), (counts) => {
        const stretches = stretchesOf(counts);
        expect(stretches[0]?.from).toBe(0);
        expect(stretches.at(-1)?.to).toBe(counts.length);
        const ends = stretches.map(({ to }) => to);
        if (counts.reduce((a, b) => a + b, 0) < 8) {
          expect(ends).toEqual([counts.length]);
          return;
        }
        const cheapest = Math.min(...[...cuttings(counts.length)].map((one) => price(counts, one)));
        expect(price(counts, ends)).toBeCloseTo(cheapest, 6);
        for (const { from, to, rate } of stretches) {
          expect(to - from).toBeGreaterThanOrEqual(SHORTEST_WEEKS);
          expect(rate).toBeCloseTo(counts.slice(from, to).reduce((a, b) => a + b, 0) / (to - from), 9);
        }
      }),
    );
  });

  // Would catch: chance told as a change, or a plain change not seen.
  it.each([
    [[1, 1, 2, 1, 0, 1, 2, 1, 1, 1], 1],
    [[1, 0, 1, 1, 0, 1, 6, 7, 8, 6], 2],
    [[5, 6, 5, 6, 0, 0, 0, 0, 0, 0], 2],
    [[0, 0, 0, 3, 0, 0], 1],
    [[], 0],
  ])('cuts %j into %i', (counts, stretches) => {
    expect(stretchesOf(counts)).toHaveLength(stretches);
  });
});
