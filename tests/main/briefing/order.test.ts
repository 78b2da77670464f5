import { describe, expect, it } from 'vitest';
import { inStoryOrder, type Place } from '#main/briefing/order.ts';
import { type Precision, whenOf } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';

interface Told extends Place {
  readonly name: string;
}

function told(name: string, storyOrder: number, date: string, time = ''): Told {
  const precision: Precision = time
    ? 'minute'
    : ((['year', 'month', 'day'] as const)[date.split('-').length - 1] ?? 'day');
  const when = whenOf(date, time, precision, 'Europe/Oslo');
  if (!when) throw new Error('no such time');
  return { name, fromAt: when.fromAt, toAt: when.toAt, precision, storyOrder };
}

const names = (facts: Told[]) => inStoryOrder(facts, (fact) => fact).map(({ name }) => name);

describe('facts in the order in which they happened', () => {
  // Would catch: "July 2010" told before the 2nd of July although the source tells it after.
  it('puts a month where its source told it', () => {
    expect(
      names([
        told('assault', 1, '2010-07-01'),
        told('petition', 2, '2010-07-02'),
        told('violence grows', 3, '2010-07'),
        told('hospital', 4, '2010-07-20'),
        told('year', 5, '2010'),
        told('before', 9, '2010-06-30'),
      ]),
    ).toEqual(['before', 'assault', 'petition', 'violence grows', 'hospital', 'year']);
  });

  // Would catch: a day told before the minutes of that day that the source tells first.
  it('puts a day among its minutes, and keeps the story within equal times', () => {
    expect(
      names([
        told('pistol bought', 3, '1999-06-22'),
        told('taken', 1, '1999-06-22', '17:30'),
        told('first call', 2, '1999-06-22', '19:30'),
        told('same minute', 4, '1999-06-22', '19:30'),
      ]),
    ).toEqual(['taken', 'first call', 'pistol bought', 'same minute']);
  });

  // Would catch: a fact lost, doubled, or set outside the time it happened in.
  it('keeps every fact once and exact ones in time', () => {
    const fact = fc.record({
      precision: fc.constantFrom('minute' as const, 'day' as const, 'month' as const, 'year' as const),
      at: fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2001, 0) }),
      storyOrder: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), (given) => {
        const places = given.map(({ precision, at, storyOrder }) => {
          const iso = new Date(at).toISOString();
          const length = { minute: 16, day: 10, month: 7, year: 4 }[precision];
          const when = whenOf(
            iso.slice(0, Math.min(10, length)),
            precision === 'minute' ? iso.slice(11, 16) : '',
            precision,
            'UTC',
          );
          if (!when) throw new Error('no such time');
          return { ...when, storyOrder };
        });
        const ordered = inStoryOrder(places, (place) => place);
        expect(new Set(ordered)).toEqual(new Set(places));
        expect(ordered).toHaveLength(places.length);
        for (const precision of ['minute', 'day', 'month', 'year']) {
          const level = ordered.filter((place) => place.precision === precision).map(({ fromAt }) => fromAt);
          expect(level).toEqual([...level].sort((a, b) => a - b));
        }
        ordered.forEach((place, index) => {
          const later = ordered.slice(index + 1).filter((other) => other.toAt <= place.fromAt);
          expect(later).toEqual([]);
        });
      }),
    );
  });
});
