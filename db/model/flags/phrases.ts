import lists from '#resources/words/flags.json' with { type: 'json' };
import type { Tokens } from './tokens.ts';

export type WordList = Exclude<keyof typeof lists, 'about'>;
export const WORD_LISTS = Object.keys(lists).filter((name) => name !== 'about') as WordList[];

/** True if words right before a hit of the list turn it round. */
export function isTurned(list: WordList): boolean {
  return 'unless' in lists[list];
}

/** A phrase as it is looked for from its first word on. */
export interface Phrase {
  readonly list: WordList;
  /** Of phrases of a list that begin at the same word the one with the lowest place is shown: it says most. */
  readonly place: number;
  /** The numbers of its words, in order; only the first where `whole` is asked instead. */
  readonly words: readonly number[];
  /** For phrases with a hyphen or a gap: the phrase from its first letter on. */
  readonly whole: RegExp | null;
}

interface Index {
  /** Words that stand as they are, and beginnings that take any ending of letters, with their numbers. */
  readonly exact: ReadonlyMap<string, number>;
  readonly stems: readonly (readonly [stem: string, number: number])[];
  /** Phrases by the number of their first word. */
  readonly beginning: readonly (readonly Phrase[])[];
}

let made: Index | null = null;

function index(): Index {
  made ??= makeIndex();
  return made;
}

function makeIndex(): Index {
  const numbers = new Map<string, number>();
  const beginning: Phrase[][] = [];
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    beginning[number] ??= [];
    return number;
  };
  for (const list of WORD_LISTS) {
    const { nb, en } = lists[list];
    // The longest first: where several begin alike, the words that say most are shown.
    const phrases = [...nb, ...en].sort((a, b) => b.length - a.length);
    for (const [place, phrase] of phrases.entries()) {
      const written = phrase.toLowerCase().split(' ');
      const isPlain = written.every((word) => /^[\p{L}\p{N}]+\*?$/u.test(word));
      const words = isPlain
        ? written.map(numberOf)
        : [numberOf(/^[\p{L}\p{N}]+/u.exec(phrase.toLowerCase())?.[0] ?? '')];
      const whole = isPlain ? null : new RegExp(`${patternOf(phrase)}(?![\\p{L}\\p{N}])`, 'iuy');
      beginning[words[0] ?? 0]?.push({ list, place, words, whole });
    }
  }
  const all = [...numbers];
  return {
    exact: new Map(all.filter(([word]) => !word.endsWith('*'))),
    stems: all.filter(([word]) => word.endsWith('*')).map(([word, number]) => [word.slice(0, -1), number]),
    beginning,
  };
}

function patternOf(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => {
      if (word === '...') return '(?:[\\p{L}\\p{N}-]+\\s+){0,5}?';
      return `${word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*$/, '[\\p{L}]*')} `;
    })
    .join('')
    .trim()
    .replaceAll(' ', '\\s+');
}

const NONE: readonly number[] = [];
/** The numbers that a written word has, so that each is worked out once; forgotten when there are too many. */
const vocabulary = new Map<string, readonly number[]>();
const MOST_WORDS = 50_000;

function numbersOf(word: string): readonly number[] {
  const found = vocabulary.get(word);
  if (found) return found;
  const { exact, stems } = index();
  const small = word.toLowerCase();
  const number = exact.get(small);
  const numbers = number === undefined ? [] : [number];
  for (const [stem, own] of stems) {
    if (small.startsWith(stem) && /^\p{L}*$/u.test(small.slice(stem.length))) numbers.push(own);
  }
  if (vocabulary.size >= MOST_WORDS) vocabulary.clear();
  vocabulary.set(word, numbers.length === 0 ? NONE : numbers);
  return numbers;
}

/** Phrases whose first word is the one at `place`. */
export function phrasesAt({ words }: Tokens, place: number): readonly Phrase[] {
  const numbers = numbersOf(words[place] ?? '');
  if (numbers.length === 0) return [];
  const { beginning } = index();
  return numbers.length === 1 ? (beginning[numbers[0] ?? 0] ?? []) : numbers.flatMap((one) => beginning[one] ?? []);
}

/** Where in the text a phrase that begins with the word at `place` ends; null where it does not stand there. */
export function endOf(
  { words, whole }: Phrase,
  { text, words: told, starts, ends }: Tokens,
  place: number,
): number | null {
  if (whole) {
    whole.lastIndex = starts[place] ?? 0;
    return whole.test(text) ? whole.lastIndex : null;
  }
  for (let next = 1; next < words.length; next += 1) {
    const word = told[place + next];
    if (word === undefined || !numbersOf(word).includes(words[next] ?? -1)) return null;
    if (!/^\s+$/.test(text.slice(ends[place + next - 1], starts[place + next]))) return null;
  }
  return ends[place + words.length - 1] ?? null;
}
