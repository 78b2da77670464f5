import { endOf, isTurned, phrasesAt, WORD_LISTS, type WordList } from './phrases.ts';
import { tokensOf } from './tokens.ts';

export type { WordList };

/** Longer texts are read this far; what a list looks for stands where a record says what happened. */
const READ_LENGTH = 20_000;
/** Right before a hit, these turn it round: «uten kniv», "no weapon". */
const TURNED =
  /(?:^|[^\p{L}])(?:ikke|ingen|inga|uten|aldri|no|not|never|without)(?:\s+(?:noen|noe|en|et|a|an|any))?\s+$/iu;
const TURNED_LISTS = new Set(WORD_LISTS.filter(isTurned));

type Found = Map<WordList, string>;
const NOTHING: ReadonlyMap<WordList, string> = new Map();
/**
 * The first words of a list found in one of the texts, as they stand there; null where none is.
 * A list is data: `resources/words/flags.json` says how it is written.
 */
export function findWords(list: WordList, texts: readonly string[]): string | null {
  return wordsIn(texts).get(list) ?? null;
}

/** What every list finds in these texts, read once for all lists. */
export function wordsIn(texts: readonly string[]): ReadonlyMap<WordList, string> {
  const found: Found = new Map();
  for (const text of texts) readText(text.length > READ_LENGTH ? text.slice(0, READ_LENGTH) : text, found);
  return found.size === 0 ? NOTHING : found;
}

interface Best {
  readonly place: number;
  readonly toAt: number;
}

/** Adds what the lists that have found nothing yet find in a text. */
function readText(text: string, found: Found): void {
  const tokens = tokensOf(text);
  /** How far a list has been read: behind words that were turned round. */
  const readTo = new Map<WordList, number>();
  for (let at = 0; at < tokens.words.length; at += 1) {
    const phrases = phrasesAt(tokens, at);
    if (phrases.length === 0) continue;
    const fromAt = tokens.starts[at] ?? 0;
    const best = new Map<WordList, Best>();
    for (const phrase of phrases) {
      const { list, place } = phrase;
      if (found.has(list) || fromAt < (readTo.get(list) ?? 0) || place > (best.get(list)?.place ?? place)) continue;
      const toAt = endOf(phrase, tokens, at);
      if (toAt !== null) best.set(list, { place, toAt });
    }
    for (const [list, { toAt }] of best) {
      if (TURNED_LISTS.has(list) && TURNED.test(text.slice(Math.max(0, fromAt - 24), fromAt))) readTo.set(list, toAt);
      else found.set(list, text.slice(fromAt, toAt));
    }
  }
}
