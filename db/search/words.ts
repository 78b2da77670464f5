/**
 * What a word is to the index: the tokens of FTS5's unicode61 (https://sqlite.org/fts5.html#unicode61_tokenizer),
 * letters, digits, private use, and marks that follow them.
 */
const WORD_CHARS = '[\\p{L}\\p{N}\\p{Co}\\p{M}]';
const WORD_CHAR = new RegExp(WORD_CHARS, 'u');

// Compiled once: a class of Unicode properties takes longer to compile than a text takes to search.
const WORDS = new RegExp(`${WORD_CHARS}+`, 'gu');

/** Shows each word of `text` with its place, in order, until `visit` answers false. */
export function eachWord(text: string, visit: (word: string, from: number) => boolean | undefined): void {
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match; match = WORDS.exec(text)) {
    const { lastIndex } = WORDS;
    if (visit(match[0], match.index) === false) return;
    // The visitor may have looked at words itself.
    WORDS.lastIndex = lastIndex;
  }
}

/** True if a word could begin at `index`: what is before it is no part of a word. */
export function isWordStart(text: string, index: number): boolean {
  return index === 0 || !isWordChar(codePointBefore(text, index));
}

/** True if a word could end at `index`. */
export function isWordEnd(text: string, index: number): boolean {
  const code = text.codePointAt(index);
  return code === undefined || !isWordChar(code);
}

/** True if the code point is part of a word. */
function isWordChar(codePoint: number): boolean {
  // Plain letters and digits are nearly all there is.
  if (codePoint < 128) return ASCII_WORD[codePoint] === 1;
  return WORD_CHAR.test(String.fromCodePoint(codePoint));
}

const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const NOT_ASCII = /[^\0-\x7f]/g;

/** The words of `text` that hold anything but plain letters and digits. */
export function wordsBeyondAscii(text: string): string[] {
  const words: string[] = [];
  NOT_ASCII.lastIndex = 0;
  for (let match = NOT_ASCII.exec(text); match; match = NOT_ASCII.exec(text)) {
    let from = match.index;
    while (!isWordStart(text, from)) from -= codePointBefore(text, from) > 0xffff ? 2 : 1;
    let to = match.index;
    for (let code = text.codePointAt(to); code !== undefined && isWordChar(code); code = text.codePointAt(to)) {
      to += code > 0xffff ? 2 : 1;
    }
    if (to > match.index) words.push(text.slice(from, to));
    NOT_ASCII.lastIndex = Math.max(to, match.index + 1);
  }
  return words;
}

function codePointBefore(text: string, index: number): number {
  const unit = text.charCodeAt(index - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return (isLow ? text.codePointAt(index - 2) : undefined) ?? unit;
}
