/**
 * What a word is to the index: the tokens of FTS5's unicode61 (https://sqlite.org/fts5.html#unicode61_tokenizer),
 * letters, digits, private use, and marks that follow them.
 */
const WORD_CHARS = '[\\p{L}\\p{N}\\p{Co}\\p{M}]';
const WORD_CHAR = new RegExp(WORD_CHARS, 'u');

/** A new matcher over the words of a text. */
export function wordMatcher(): RegExp {
  return new RegExp(`${WORD_CHARS}+`, 'gu');
}

/** True if the code point is part of a word. */
export function isWordChar(codePoint: number): boolean {
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
    while (from > 0 && isWordChar(codePointBefore(text, from)))
      from -= text.charCodeAt(from - 1) >= 0xdc00 && text.charCodeAt(from - 1) <= 0xdfff ? 2 : 1;
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
