import { cleanText, composed } from '#model/clean-text.ts';
import { squeezedNumbers } from './digits.ts';
import { spellingsOf } from './fold.ts';
import { wordsBeyondAscii } from './words.ts';

/** The two columns of the search index for one record. */
export interface IndexText {
  /** Its texts as they are written, without signs that show nothing. */
  readonly original: string;
  /** Other spellings of words in them, and numbers without spaces. */
  readonly folded: string;
}

/** Stands between the texts of a record; not part of any word. */
const BETWEEN = '\u001f';

/** The texts of a record from its column `original`. */
export function textsOf(original: string): string[] {
  return original.split(BETWEEN);
}

/** How many words' spellings are kept: a case's vocabulary is small. */
const KEPT_WORDS = 20_000;

/** What is indexed for a record with these texts, as a function that keeps the spellings of words it has met. */
export function createIndexText(): (texts: readonly string[]) => IndexText {
  const kept = new Map<string, string>();

  function spellings(word: string): string {
    let joined = kept.get(word);
    if (joined === undefined) {
      const all = spellingsOf(word).map(({ text }) => text);
      joined = all.join(' ');
      if (kept.size >= KEPT_WORDS) kept.clear();
      kept.set(word, joined);
    }
    return joined;
  }

  return (texts) => {
    // A sign that shows nothing would cut a word in two: a soft hyphen from a page, a zero-width space.
    const original = composed(texts.map(cleanText).join(BETWEEN));
    const extra = new Set<string>();
    for (const word of wordsBeyondAscii(original)) extra.add(spellings(word));
    for (const { text } of squeezedNumbers(original)) extra.add(text);
    extra.delete('');
    return { original, folded: [...extra].join(' ') };
  };
}
