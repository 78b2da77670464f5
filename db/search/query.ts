import { cleanText } from '#model/clean-text.ts';
import { type Squeezed, squeezedNumbers } from './digits.ts';
import { spellingsOf } from './fold.ts';
import { eachWord } from './words.ts';

/** A spelling that is looked for: the start of a word, a whole word, or a part of one. Lower case, NFC. */
export interface Sought {
  readonly text: string;
  readonly isPrefix: boolean;
  /** It stands within a longer word. */
  readonly isPart?: true;
}

/** One thing that must be found. */
export interface Term {
  /** A word; words that must follow each other; a number in groups, which may be written with any spacing. */
  readonly form: 'word' | 'phrase' | 'number';
  /** Matches it as it is typed. */
  readonly exact: string;
  /** How it was typed: all of these, of a phrase in this order with no other word between them. */
  readonly asTyped: readonly Sought[];
  /** What in one word, or in one number without its spaces, counts as a hit of it; nothing for a phrase. */
  readonly sought: readonly Sought[];
  /** Matches it in any spelling. */
  readonly loose: string;
  /** Spellings that may also stand within a longer word; empty for what was meant word for word, and for numbers. */
  readonly within: readonly string[];
  /** A single letter or digit that a word begins with: nearly every text has one. */
  readonly isSlight: boolean;
}

/** What a person asked for, as FTS5 reads it, and what to look for in the texts that are found. */
export interface Query {
  /** Every term as it is typed; to be matched against the texts as they are written. */
  readonly exact: string;
  /** Every term in any spelling; numbers with any spacing. */
  readonly loose: string;
  /** True if a term has other spellings than the one that was typed, so that `loose` looks for more words. */
  readonly hasSpellings: boolean;
  readonly terms: readonly Term[];
}

/** Longer input is cut: nobody types it, and a pasted page must not make a query of a thousand terms. */
const INPUT_LENGTH = 400;
const MOST_TERMS = 16;
/** Quotes of Norwegian and English, typed or pasted: «…», „…“, “…”, "…". */
const QUOTES = /["«»“”„‟]/;

/**
 * Reads what was typed. Every term must be there, each as the start of a word; what is in quotes must be there word
 * for word. Nothing typed has any other meaning, so nothing can be wrong with it; null if no word is in it.
 */
export function parseQuery(input: string): Query | null {
  // What is pasted carries signs that show nothing: a number from a list of contacts has its reading order around it.
  const text = cleanText(input.slice(0, INPUT_LENGTH)).normalize('NFC');
  const terms: Term[] = [];
  // Every second part lies in quotes; a quote that is not closed reaches to the end.
  text.split(QUOTES).forEach((part, index) => {
    terms.push(...(index % 2 === 1 ? phrase(part) : loosely(part)));
  });
  const used = terms.slice(0, MOST_TERMS);
  return used.length === 0 ? null : queryOf(used);
}

function queryOf(terms: readonly Term[]): Query {
  return {
    exact: `original : (${terms.map((term) => term.exact).join(' AND ')})`,
    loose: terms.map((term) => term.loose).join(' AND '),
    hasSpellings: terms.some((term) => term.exact !== term.loose),
    terms,
  };
}

/**
 * The query without its single letters: what is found has to be looked at for them. The index gathers every text that has a
 * word with such a letter before it looks at the other words, which takes ten times what those take. Null where there is
 * no such letter, or nothing else.
 */
export function withoutSlight({ terms }: Query): Query | null {
  const others = terms.filter(({ isSlight }) => !isSlight);
  return others.length === 0 || others.length === terms.length ? null : queryOf(others);
}

/**
 * The query with words that hold its terms within them: each term is then found in any spelling or in one of its words.
 * @param words of each term, in their order
 */
export function withParts(query: Query, words: readonly (readonly string[])[]): Query {
  const terms = query.terms.map((term, index): Term => {
    const longer = words[index] ?? [];
    if (longer.length === 0) return term;
    return {
      ...term,
      loose: anyOf([term.loose, ...longer.map((word) => match(word, false))]),
      sought: [...term.sought, ...term.within.map((text) => ({ text, isPrefix: false, isPart: true }) as const)],
    };
  });
  return queryOf(terms);
}

/** One term: the words in this order, or one whole word in any spelling. */
function phrase(part: string): Term[] {
  const words = wordsOf(part).map(({ word }) => word);
  const [only] = words;
  if (only === undefined) return [];
  if (words.length === 1) return [wordTerm(only, false)];
  const quoted = `"${words.join(' ')}"`;
  const asTyped = words.map((text) => ({ text, isPrefix: false }));
  return [{ form: 'phrase', exact: quoted, loose: quoted, asTyped, sought: [], within: [], isSlight: false }];
}

/** The words of a part, those of a spaced number together. */
function loosely(part: string): Term[] {
  const numbers = spans(part);
  const terms: Term[] = [];
  let open: { to: number; words: string[]; squeezed: readonly string[] } | null = null;
  for (const { word, from } of wordsOf(part)) {
    if (open && from < open.to) {
      open.words.push(word);
      continue;
    }
    if (open) terms.push(numberTerm(open.words, open.squeezed));
    const number = numbers.find((span) => from >= span.from && from < span.to);
    open = number ? { to: number.to, words: [word], squeezed: number.squeezed } : null;
    if (!open) terms.push(wordTerm(word, true));
  }
  if (open) terms.push(numberTerm(open.words, open.squeezed));
  return terms;
}

function wordTerm(word: string, isPrefix: boolean): Term {
  const spellings = [word, ...spellingsOf(word).map(({ text }) => text)];
  return {
    form: 'word',
    exact: match(word, isPrefix),
    loose: anyOf(spellings.map((spelling) => match(spelling, isPrefix))),
    asTyped: [{ text: word, isPrefix }],
    sought: spellings.map((text) => ({ text, isPrefix })),
    within: isPrefix ? spellings : [],
    isSlight: isPrefix && word.length === 1,
  };
}

function numberTerm(words: readonly string[], squeezed: readonly string[]): Term {
  const groups = `(${words.map((word) => match(word, true)).join(' AND ')})`;
  return {
    form: 'number',
    exact: groups,
    loose: anyOf([groups, ...squeezed.map((number) => match(number, true))]),
    asTyped: words.map((text) => ({ text, isPrefix: true })),
    sought: squeezed.map((text) => ({ text, isPrefix: true })),
    within: [],
    isSlight: false,
  };
}

/** Spaced numbers of a part; those that overlap (with and without a country code) as one. */
function spans(part: string): { from: number; to: number; squeezed: string[] }[] {
  const merged: { from: number; to: number; squeezed: string[] }[] = [];
  const numbers = squeezedNumbers(part);
  // The digits of a plate alone are another plate's as well.
  const isOfPlate = ({ from, to }: Squeezed) =>
    numbers.some((plate) => /^\p{L}/u.test(plate.text) && plate.from < from && plate.to >= to);
  for (const { text, from, to } of numbers.filter((number) => !isOfPlate(number))) {
    const same = merged.find((span) => from < span.to && to > span.from);
    if (same) {
      same.from = Math.min(same.from, from);
      same.to = Math.max(same.to, to);
      same.squeezed.push(text);
    } else merged.push({ from, to, squeezed: [text] });
  }
  return merged;
}

function wordsOf(part: string): { word: string; from: number }[] {
  const words: { word: string; from: number }[] = [];
  eachWord(part, (word, from) => {
    words.push({ word: word.toLowerCase(), from });
    return true;
  });
  return words;
}

/** A word holds letters, digits and marks only, so that it cannot end its quotes. */
function match(word: string, isPrefix: boolean): string {
  return isPrefix ? `"${word}" *` : `"${word}"`;
}

function anyOf(matches: readonly string[]): string {
  return matches.length === 1 ? (matches[0] ?? '') : `(${matches.join(' OR ')})`;
}
