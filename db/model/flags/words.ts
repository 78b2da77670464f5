import lists from '#resources/words/flags.json' with { type: 'json' };

export type WordList = Exclude<keyof typeof lists, 'about'>;

/** Longer texts are read this far; what a list looks for stands where a record says what happened. */
const READ_LENGTH = 20_000;
/** Right before a hit, these turn it round: «uten kniv», "no weapon". */
const TURNED =
  /(?:^|[^\p{L}])(?:ikke|ingen|inga|uten|aldri|no|not|never|without)(?:\s+(?:noen|noe|en|et|a|an|any))?\s+$/iu;

interface Compiled {
  /** Finds the words, as whole words in whatever case. */
  readonly words: RegExp;
  /** True of every text in small letters that has such a word, and of some others: cheap to ask first. */
  readonly maybe: RegExp;
}
const compiled = new Map<WordList, Compiled>();
/** Texts in small letters, kept as long as the texts are. */
const lowered = new WeakMap<readonly string[], string>();

/**
 * The first words of a list found in one of the texts, as they stand there; null where none is.
 * A list is data: `resources/words/flags.json` says how it is written.
 */
export function findWords(list: WordList, texts: readonly string[]): string | null {
  const { words, maybe } = compile(list);
  const turns = 'unless' in lists[list];
  if (!maybe.test(lowerOf(texts))) return null;
  for (const text of texts) {
    const read = text.length > READ_LENGTH ? text.slice(0, READ_LENGTH) : text;
    for (const found of read.matchAll(words)) {
      if (turns && TURNED.test(read.slice(Math.max(0, found.index - 24), found.index))) continue;
      return found[0];
    }
  }
  return null;
}

function compile(list: WordList): Compiled {
  let made = compiled.get(list);
  if (!made) {
    const { nb, en } = lists[list];
    // The longest first: where several begin alike, the words that say most are shown.
    const phrases = [...nb, ...en].sort((a, b) => b.length - a.length);
    const telling = new Set(phrases.map((phrase) => escaped(longestWord(phrase))));
    made = {
      words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.map(phraseOf).join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
      maybe: new RegExp([...telling].join('|')),
    };
    compiled.set(list, made);
  }
  return made;
}

/** The word of a phrase that fewest other texts have. */
function longestWord(phrase: string): string {
  const words = phrase.split(' ').map((word) => word.replace(/\*$/, ''));
  return words.reduce((longest, word) => (word !== '...' && word.length > longest.length ? word : longest), '');
}

function lowerOf(texts: readonly string[]): string {
  let small = lowered.get(texts);
  if (small === undefined) {
    small = texts
      .map((text) => text.slice(0, READ_LENGTH))
      .join('\n')
      .toLowerCase();
    lowered.set(texts, small);
  }
  return small;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function phraseOf(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => {
      if (word === '...') return '(?:[\\p{L}\\p{N}-]+\\s+){0,5}?';
      const stem = escaped(word).replace(/\\\*$/, '[\\p{L}]*');
      return `${stem} `;
    })
    .join('')
    .trim()
    .replaceAll(' ', '\\s+');
}
