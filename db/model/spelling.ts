/** Languages whose spelling the program knows. */
export const SPELLING_LANGUAGES = ['nb', 'nn', 'en'] as const;
export type SpellingLanguage = (typeof SPELLING_LANGUAGES)[number];

/** Letters with marks, hyphens and apostrophes inside; nothing with a digit, which is a number, a plate, a reference. */
const WORD = /(?<![\p{L}\p{M}\p{N}_@])\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*(?![\p{L}\p{N}_])/gu;

/** A word of a text and where it stands, in UTF-16 units. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
}

/** The words of a text whose spelling can be looked at: single letters and words in capitals are names of something. */
export function wordsToCheck(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const found of text.matchAll(WORD)) {
    const [word] = found;
    if (word.length > 1 && word !== word.toLocaleUpperCase('nb')) words.push({ word, from: found.index });
  }
  return words;
}
