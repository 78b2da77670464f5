/**
 * Characters that show nothing or turn the reading order round, so that a text reads other than it looks: controls but tab
 * and new line, bidirectional overrides and isolates (UAX #9), zero-width spaces, the soft hyphen, tags and noncharacters.
 * The joiners U+200C and U+200D stay: Persian, Urdu and emoji need them.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** Text from outside, with only what can be seen; line ends as `\n`, no lone surrogates. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(HIDDEN, '');
}

/** No letter has more marks (UAX #15, stream-safe text format). */
const MOST_MARKS = 30;
const TOO_MANY = /\p{M}{31}/u;
const PIECES = /\P{M}*\p{M}{1,30}|\P{M}+/gu;

/**
 * Unicode's normal form C. A letter under more marks than any has is composed in pieces: putting thousands of marks in
 * their order takes the square of their number.
 */
export function composed(text: string): string {
  if (text.length <= MOST_MARKS || !TOO_MANY.test(text)) return text.normalize('NFC');
  return (text.match(PIECES) ?? []).map((piece) => piece.normalize('NFC')).join('');
}
