import { expect, test } from 'vitest';
import { fitText, placeLabel } from '#renderer/timeline/text-fit.ts';
import fc from '#tests/helpers/property.ts';
import { measure } from './samples.ts';

// 5.5 px a letter.
test.each([
  ['inside when it fits', 'Lag A', undefined, 40, 100, { text: 'Lag A', isInside: true }],
  ['the short form inside before the long one outside', 'Lag A: Myr', 'A', 20, 200, { text: 'A', isInside: true }],
  ['to the right when there is room', 'Lag A', undefined, 10, 60, { text: 'Lag A', isInside: false }],
  ['the short form to the right when only that has room', 'Lag A: Myr', 'A', 2, 20, { text: 'A', isInside: false }],
  [
    'cut where much of it can be read',
    'Ansvarlig etterforsker',
    undefined,
    80,
    0,
    { text: 'Ansvarlig ett…', isInside: true },
  ],
  ['nowhere when neither has room', 'Ansvarlig', undefined, 10, 20, null],
  ['nowhere when there is nothing to say', '', undefined, 100, 100, null],
])('a label stands %s', (_, label, short, inside, outside, place) => {
  expect(placeLabel(label, short, inside, outside, measure)).toEqual(place);
});

test('a cut text fits, keeps the beginning and says that it is cut', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.integer({ min: 0, max: 300 }), (text, room) => {
      const cut = fitText(text, room, 'label', measure);
      if (cut === '') return;
      expect(measure(cut, 'label')).toBeLessThanOrEqual(room);
      if (cut !== text) expect(text.startsWith(cut.slice(0, -1)) && cut.endsWith('…')).toBe(true);
    }),
  );
});
