import { z } from 'zod';
import { SPELLING_LANGUAGES, type SpellingLanguage } from '#model/spelling.ts';
import { mutation, nothing, query } from './route.ts';

export interface SpellingSettings {
  /** Language in which notes are written; null looks at no spelling. */
  readonly language: SpellingLanguage | null;
  /** Words people added, in lower case. */
  readonly words: readonly string[];
}

const language = z.enum(SPELLING_LANGUAGES);
const word = z.string().min(1).max(200);

export const spellingRoutes = {
  'spelling.get': query<SpellingSettings>()(nothing),
  'spelling.set': mutation<null>()(z.strictObject({ language: language.nullable() })),
  /** Those of the words that are in neither the dictionary nor the book's own words. */
  'spelling.check': query<{ wrong: string[] }>()(z.strictObject({ language, words: z.array(word).max(1_000) })),
  /** Words like this one, best first. */
  'spelling.suggest': query<string[]>()(z.strictObject({ language, word })),
  /** Takes a word into the book's own words, or out of them. */
  'spelling.learn': mutation<null>()(z.strictObject({ word, known: z.boolean() })),
};
