import { describe, expect, it } from 'vitest';
import { findWords, type WordList } from '#model/flags/words.ts';
import lists from '#resources/words/flags.json' with { type: 'json' };
import fc from '#tests/helpers/property.ts';

const NAMES = Object.keys(lists).filter((name) => name !== 'about') as WordList[];

describe('words that texts are read by', () => {
  // Would catch: a phrase that its own pattern does not find, in the middle of a sentence or in capitals.
  it.each(NAMES)('finds every word of %s', (name) => {
    for (const phrase of [...lists[name].nb, ...lists[name].en]) {
      const words = phrase.replace('...', 'da henne').replaceAll('*', '');
      expect(findWords(name, [`Den kvelden: ${words.toUpperCase()}, skrev hun.`]), phrase).not.toBeNull();
    }
  });

  // Would catch: a word found inside another one, or one that its text denies.
  it.each([
    ['weapon', 'Han hadde ingen kniv.'],
    ['weapon', 'There was no gun.'],
    ['weapon', 'He came without a knife.'],
    ['weapon', 'Skytset var på museum, og øksendalen lå stille.'],
    ['others_in_danger', 'Brudd ved barnehagen.'],
    ['children_saw', 'Hentet barna i går.'],
    ['withdrawn', 'Hun har aldri trukket anmeldelsen.'],
    ['intrusion', 'Han gikk ikke inn.'],
    ['violence_to_neck', 'Halsbåndet lå igjen.'],
  ] as const)('finds nothing of %s in: %s', (name, text) => {
    expect(findWords(name, [text])).toBeNull();
  });

  // Would catch: a denied word that hides the one after it.
  it('finds a word after one that is denied', () => {
    expect(findWords('weapon', ['Ingen pistol. Han viste en kniv.'])).toBe('kniv');
  });
});

/** One list alone, all its phrases in one pattern: slow, and plainly what the words of the list mean. */
function alone(list: WordList, texts: readonly string[]): string | null {
  const phrase = (text: string) =>
    text
      .split(' ')
      .map((word) =>
        word === '...'
          ? '(?:[\\p{L}\\p{N}-]+\\s+){0,5}?'
          : `${word.replaceAll('*', '')}${word.endsWith('*') ? '\\p{L}*' : ''} `,
      )
      .join('')
      .trim()
      .replaceAll(' ', '\\s+');
  const all = [...lists[list].nb, ...lists[list].en].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.map(phrase).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const turned =
    /(?:^|[^\p{L}])(?:ikke|ingen|inga|uten|aldri|no|not|never|without)(?:\s+(?:noen|noe|en|et|a|an|any))?\s+$/iu;
  for (const text of texts) {
    for (const hit of text.matchAll(pattern)) {
      if ('unless' in lists[list] && turned.test(text.slice(Math.max(0, hit.index - 24), hit.index))) continue;
      return hit[0];
    }
  }
  return null;
}

const written = NAMES.flatMap((name) => [...lists[name].nb, ...lists[name].en]);
const piece = fc.oneof(
  fc.constantFrom(...written).map((phrase) => phrase.replace('...', 'da').replaceAll('*', 'ene')),
  fc.constantFrom(...written.flatMap((phrase) => phrase.replaceAll('*', '').split(' '))),
  fc.constantFrom('ikke', 'ingen', 'uten en', 'no', 'Hun', 'gps', '2', 'ÅÆØ', 'K'),
);
const sentence = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '  ', '\n', '-', ', ', '', '. ')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

// Would catch: a phrase that is passed over because its words were looked for wrongly, or found where it does not stand.
it('finds for every list at once what each list finds alone', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 3 }), fc.boolean(), (texts, loud) => {
      const given = loud ? texts.map((text) => text.toUpperCase()) : texts;
      for (const name of NAMES) expect(findWords(name, given), name).toBe(alone(name, given));
    }),
    { numRuns: 1_000 },
  );
});
