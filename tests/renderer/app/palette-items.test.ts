import { describe, expect, it } from 'vitest';
import { fits, pieces } from '#renderer/app/palette/items.ts';
import fc from '#tests/helpers/property.ts';

describe('pieces of a found text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const marks = fc.array(fc.record({ from: fc.integer({ min: -5, max: 80 }), to: fc.integer({ min: -5, max: 80 }) }));

  // Would catch: marks that overlap, lie outside or stand in any order making text vanish or show twice.
  it('join to the whole text whatever the marks are', () => {
    fc.assert(
      fc.property(text, marks, (whole, found) => {
        expect(
          pieces(whole, found)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });

  // Would catch: the wrong part marked.
  it('marks what was found', () => {
    expect(pieces('i bakgården nå', [{ from: 2, to: 11 }])).toEqual([
      { text: 'i ', found: false },
      { text: 'bakgården', found: true },
      { text: ' nå', found: false },
    ]);
  });
});

describe('what fits a typed text', () => {
  // Would catch: two letters finding every word that has them somewhere, a compound whose second half finds nothing.
  it.each([
    ['Lind 2026-0147', 'li', true],
    ['Lind 2026-0147', '0147', true],
    ['Lind 2026-0147', 'lind 2026', true],
    ['Lind 2026-0147', 'nd', false],
    ['Besøksforbud', 'forbud', true],
    ['Innstillinger', 'logg', false],
  ])('%s for %s: %s', (text, typed, expected) => expect(fits(text, typed)).toBe(expected));
});
