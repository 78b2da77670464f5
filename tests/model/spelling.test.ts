import { expect, test } from 'vitest';
import { wordsToCheck } from '#model/spelling.ts';

const words = (text: string) => wordsToCheck(text).map(({ word }) => word);

// Would catch: numbers, plates, mentions and names of units marked as misspelled; words cut at æ, ø, å or a hyphen.
test('words are runs of letters; numbers, plates, references, capitals and single letters are none', () => {
  expect(words('Hun så mors-dag, o’hara og æøå.')).toEqual(['Hun', 'så', 'mors-dag', 'o’hara', 'og', 'æøå']);
  expect(words('EL12345 kl. 10 NAV PO 3b i 2026-03-29 a')).toEqual(['kl']);
  expect(words('@patrulje e-post')).toEqual(['e-post']);
  expect(wordsToCheck('  å få')).toEqual([{ word: 'få', from: 4 }]);
});
