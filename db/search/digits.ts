/**
 * Numbers that people space as they like: telephone 912 34 567, 91 23 45 67 and 91234567, identity number
 * 010190 12345, registration plate AB 12345. Each is also indexed without its spaces.
 */

/** Fewest digits worth squeezing, and the most a telephone number has (ITU-T E.164). */
const FEWEST = 5;
const MOST = 15;

/** Looked for where a number begins alone: from every digit of a long one it would be read anew. */
const GROUPS = /(?<!\d)\d+(?:[ \u00a0\u202f./-]\d+)+/g;
const PLATE = /(?<![\p{L}\p{N}])(\p{L}{2})[ \u00a0\u202f-](\d{4,5})(?!\d)/gu;
/** A number written with Norway's country code, and what follows the code. */
const COUNTRY = /(?:\+|(?<!\d)00)47[ \u00a0\u202f]?(\d(?:[ \u00a0\u202f]?\d){6,12})/g;

/** A number of a text without its spaces, and where it stands. */
export interface Squeezed {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Every spaced number of `text`; one with Norway's country code also without the code, in the same place. */
export function squeezedNumbers(text: string): Squeezed[] {
  const found: Squeezed[] = [];
  const add = (squeezed: string, from: number, to: number) => found.push({ text: squeezed.toLowerCase(), from, to });
  for (const match of text.matchAll(GROUPS)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length >= FEWEST && digits.length <= MOST) add(digits, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(COUNTRY)) {
    add((match[1] ?? '').replace(/\D/g, ''), match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(PLATE)) {
    add(`${match[1]}${match[2]}`, match.index, match.index + match[0].length);
  }
  return found;
}
