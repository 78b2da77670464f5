import { describe, expect, it } from 'vitest';
import { findWords, type WordList } from '#model/flags/words.ts';
import lists from '#resources/words/flags.json' with { type: 'json' };

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
