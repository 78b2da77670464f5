import { composed } from '#model/clean-text.ts';
/**
 * Other spellings under which a word is also found. People type what their keyboard has: besøksforbud is looked for
 * as besoksforbud and besoeksforbud, Åse as Ase and Aase, Hætta as Hatta, Hetta and Haetta, José as Jose. The word
 * itself is indexed as it is written; these spellings lie in a second column, and hits in it rank after exact ones.
 */

/** A spelling and, for each of its UTF-16 units, where in the word it comes from; one more entry for the word's end. */
export interface Spelling {
  readonly text: string;
  readonly origins: readonly number[];
}

/** Letters that Unicode does not take apart into a base letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
};
const LONG: Readonly<Record<string, string>> = { å: 'aa', ø: 'oe', ö: 'oe', ä: 'ae', ü: 'ue' };
/** Each way of writing a word without its own letters. */
const WAYS: readonly Readonly<Record<string, string>>[] = [{}, LONG, { æ: 'a' }, { æ: 'e' }];

const MARKS = /\p{M}+/gu;
/** A letter with its marks; no more of them than any letter has. */
const LETTERS = /\P{M}\p{M}{0,30}|\p{M}{1,30}/gu;
const ASCII = /^[\0-\x7f]*$/;

/** The other spellings of a word, without doubles; empty for a word in plain letters. The word's case is ignored. */
export function spellingsOf(word: string): Spelling[] {
  if (ASCII.test(word)) return [];
  const own = composed(word).toLowerCase();
  const spellings: Spelling[] = [];
  for (const way of WAYS) {
    const spelling = spell(word, way);
    if (spelling.text !== own && !spellings.some(({ text }) => text === spelling.text)) spellings.push(spelling);
  }
  return spellings;
}

/** The word in lower case as it is written, with the origin of each unit. */
export function asWritten(word: string): Spelling {
  return build(word, (letter) => letter);
}

function spell(word: string, way: Readonly<Record<string, string>>): Spelling {
  return build(word, (letter) => way[letter] ?? PLAIN[letter] ?? plain(letter.normalize('NFD').replace(MARKS, '')));
}

/** Some letters hide one without a decomposition under their mark (ǿ). */
function plain(letter: string): string {
  return PLAIN[letter] ?? letter;
}

function build(word: string, write: (letter: string) => string): Spelling {
  let text = '';
  const origins: number[] = [];
  for (const match of word.matchAll(LETTERS)) {
    const written = write(match[0].normalize('NFC').toLowerCase());
    for (let unit = 0; unit < written.length; unit += 1) origins.push(match.index);
    text += written;
  }
  origins.push(word.length);
  return { text, origins };
}
