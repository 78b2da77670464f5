import { promisify } from 'node:util';
import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm';
import { composed } from '#model/clean-text.ts';
import type { SpellingLanguage } from '#model/spelling.ts';
import FIELD_WORDS from '#resources/spelling/field-words.json' with { type: 'json' };

/** Spelling of one language. */
export interface Dictionary {
  /** Those of the words that the language does not have, each once. */
  wrong(words: readonly string[]): string[];
  /** Words of the language that are like this one, best first. */
  suggest(word: string): string[];
}

/** Longest word that is looked at; longer ones are no words, and Hunspell takes no more. */
const LONGEST = 90;
const MOST_SUGGESTIONS = 6;

/**
 * Bokmål: a word of the list, and an ending that begins with e. The list has lost nearly every word in which o or a meets e
 * (46 of its 350,000 hold oe): naboen, datoen, risikoer, dataene.
 */
const VOWEL_AND_ENDING = /^(.+[oa])(?:e|en|ens|er|ers|ene|enes|et|ets|ende)$/u;

/** Reads the dictionary of a language: about half a second in which its thread does nothing else. */
export async function loadDictionary(language: SpellingLanguage): Promise<Dictionary> {
  const { aff, dic } = await filesOf(language);
  const decoder = new TextDecoder();
  const hunspell = await createHunspellFromStrings(decoder.decode(aff), decoder.decode(dic));
  // Words of the field that the dictionaries lack.
  for (const word of FIELD_WORDS[language]) hunspell.addWord(word);
  return {
    wrong: (words) => [...new Set(words)].filter((word) => !isRight(hunspell, language, word)),
    suggest: (word) =>
      word.length > LONGEST ? [] : hunspell.getSpellingSuggestions(plain(word)).slice(0, MOST_SUGGESTIONS),
  };
}

/** Each package is named where it is imported: what is not chosen is never read. */
async function filesOf(language: SpellingLanguage): Promise<{ readonly aff: Uint8Array; readonly dic: Uint8Array }> {
  switch (language) {
    case 'nb':
      return (await import('dictionary-nb')).default;
    case 'nn':
      // This one hands its files to a callback.
      return promisify((await import('dictionary-nn')).default)();
    case 'en':
      // British, as the police of Norway write it.
      return (await import('dictionary-en-gb')).default;
  }
}

function isRight(hunspell: Hunspell, language: SpellingLanguage, word: string): boolean {
  if (word.length > LONGEST) return true;
  const knows = (part: string) => {
    if (hunspell.testSpelling(plain(part))) return true;
    const stem = language === 'nb' ? VOWEL_AND_ENDING.exec(plain(part))?.[1] : undefined;
    return stem !== undefined && stem.length > 1 && hunspell.testSpelling(stem);
  };
  if (knows(word)) return true;
  // Words with a hyphen are right when their parts are.
  const parts = word.split('-').filter(Boolean);
  return parts.length > 1 && parts.every(knows);
}

/** Dictionaries write the apostrophe straight. */
function plain(word: string): string {
  return composed(word).replaceAll('’', "'");
}
