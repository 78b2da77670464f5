/** A text cut into its words: runs of letters and digits, with where each begins and ends. */
export interface Tokens {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const LETTER = /[\p{L}\p{N}]/u;
/** By UTF-16 unit: 1 a letter or digit, 2 something else, 0 not asked yet. Asking the pattern each time is far slower. */
const known = new Uint8Array(0x1_00_00);

export function tokensOf(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = -1;
  for (let at = 0; at < text.length; ) {
    const width = isSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
    if (isLetter(text, at, width)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      words.push(text.slice(start, at));
      starts.push(start);
      ends.push(at);
      start = -1;
    }
    at += width;
  }
  if (start >= 0) {
    words.push(text.slice(start));
    starts.push(start);
    ends.push(text.length);
  }
  return { text, words, starts, ends };
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdf_ff;
}

function isLetter(text: string, at: number, width: 1 | 2): boolean {
  if (width === 2) return LETTER.test(text.slice(at, at + 2));
  const unit = text.charCodeAt(at);
  let told = known[unit];
  if (!told) {
    told = LETTER.test(text.charAt(at)) ? 1 : 2;
    known[unit] = told;
  }
  return told === 1;
}
