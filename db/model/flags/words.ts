import lists from '#resources/words/flags.json' with { type: 'json' };

export type WordList = Exclude<keyof typeof lists, 'about'>;

/** Longer texts are read this far; what a list looks for stands where a record says what happened. */
const READ_LENGTH = 20_000;
/** Right before a hit, these turn it round: «uten kniv», "no weapon". */
const TURNED =
  /(?:^|[^\p{L}])(?:ikke|ingen|inga|uten|aldri|no|not|never|without)(?:\s+(?:noen|noe|en|et|a|an|any))?\s+$/iu;

const compiled = new Map<WordList, RegExp>();

/**
 * The first words of a list found in one of the texts, as they stand there; null where none is.
 * A list is data: `resources/words/flags.json` says how it is written.
 */
export function findWords(list: WordList, texts: readonly string[]): string | null {
  const pattern = patternOf(list);
  const turns = 'unless' in lists[list];
  for (const text of texts) {
    const read = text.length > READ_LENGTH ? text.slice(0, READ_LENGTH) : text;
    for (const found of read.matchAll(pattern)) {
      if (turns && TURNED.test(read.slice(Math.max(0, found.index - 24), found.index))) continue;
      return found[0];
    }
  }
  return null;
}

function patternOf(list: WordList): RegExp {
  let pattern = compiled.get(list);
  if (!pattern) {
    const { nb, en } = lists[list];
    // The longest first: where several begin alike, the words that say most are shown.
    const phrases = [...nb, ...en].sort((a, b) => b.length - a.length).map(phraseOf);
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
    compiled.set(list, pattern);
  }
  return pattern;
}

function phraseOf(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => {
      if (word === '...') return '(?:[\\p{L}\\p{N}-]+\\s+){0,5}?';
      const stem = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\*$/, '[\\p{L}]*');
      return `${stem} `;
    })
    .join('')
    .trim()
    .replaceAll(' ', '\\s+');
}
