import { expect, it } from 'vitest';
import { learnedLater } from '#model/learned-later.ts';
import { qualified, type When, whenOf } from '#model/when.ts';

const ZONE = 'Europe/Oslo';
function at(text: string): When {
  const [date = '', time = ''] = text.split(' ');
  const precision = time ? 'minute' : ({ 4: 'year', 7: 'month' } as const)[date.length as 4 | 7];
  const when = whenOf(date, time, precision ?? 'day', ZONE);
  if (!when) throw new RangeError(text);
  return when;
}

// Would catch: a report of the same night marked as hindsight; one of the week after that is not; a day guessed from a month.
it.each([
  ['2026-03-28 21:31', '2026-03-28 23:59', false],
  ['2026-03-28 21:31', '2026-03-29 00:00', true],
  ['2026-03-28', '2026-03-28', false],
  ['2026-03-28', '2026-03-29', true],
  ['2026-03-28', '2026-03-29 00:00', true],
  ['2026-03-28', '2026-03', false],
  ['2026-03', '2026-03-31', false],
  ['2026-03', '2026-04-01', true],
  ['2025', '2026-01-01', true],
  // Entered the wrong way round it is a contradiction for others to tell, and no hindsight.
  ['2026-03-28', '2026-03-20', false],
])('%s, known to the police %s: %s', (happened, policeKnew, expected) => {
  const known = at(policeKnew);
  expect(learnedLater({ happened: at(happened), policeKnew: known })).toEqual(expected ? known : null);
});

// Would catch: "after a day" taken for that day, an "about" that may have been the same day told as later.
it('says nothing of what may have been the same day', () => {
  const known = at('2026-03-30');
  expect(learnedLater({ happened: qualified(at('2026-03-28'), 'after'), policeKnew: known })).toBeNull();
  expect(learnedLater({ happened: at('2026-03-28'), policeKnew: qualified(known, 'about') })).toBeNull();
  expect(learnedLater({ happened: qualified(at('2026-03-28'), 'before'), policeKnew: known })).toEqual(known);
  expect(learnedLater({ happened: at('2026-03-28'), policeKnew: null })).toBeNull();
  expect(learnedLater({ happened: null, policeKnew: known })).toBeNull();
});
