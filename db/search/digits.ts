/**
 * Numbers that people space as they like: telephone 912 34 567, 91 23 45 67 and 91234567, identity number
 * 010190 12345, registration plates AB 12345, AB 12 345 (Danish) and ABC 123 (Swedish). Each is also indexed without
 * what stands between. What may stand between is what covers a withheld number too (`main/briefing/redact.ts`).
 */

/** Fewest digits worth squeezing, and the most a telephone number has (ITU-T E.164). */
const FEWEST = 5;
const MOST = 15;
/** Digits of a registration plate. */
const PLATE_DIGITS = { fewest: 3, most: 6 };

/** Between the digits of one number: `912 - 34 567`, `(912) 34 567`. */
const BETWEEN = '[\\s()./\\-\\u2010-\\u2015\\u2212]{1,8}';
/** Between the signs of a plate; with a stroke it is a number of a case or a paragraph. */
const ON_PLATE = '[\\s().\\-\\u2010-\\u2015\\u2212]{1,8}';
/** Looked for where a number begins alone: from every digit of a long one it would be read anew. */
const GROUPS = new RegExp(`(?<!\\d)\\d+(?:${BETWEEN}\\d+)+`, 'g');
const GROUP = /\d+/g;
const PLATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\p{L}{1,3})(?:${ON_PLATE})?(\\d{1,6}(?:${ON_PLATE}\\d{1,6}){0,5})(?![\\p{L}\\p{N}])(?!${BETWEEN}\\d)`,
  'gu',
);
/** A number written with Norway's country code, and what follows the code. */
const COUNTRY = new RegExp(`(?:\\+|(?<!\\d)00)47(?:${BETWEEN})?(\\d(?:(?:${BETWEEN})?\\d){6,12})`, 'g');

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
    for (const { digits, from, to } of numbersOf(match[0])) add(digits, match.index + from, match.index + to);
  }
  for (const match of text.matchAll(COUNTRY)) {
    add((match[1] ?? '').replace(/\D/g, ''), match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(PLATE)) {
    const [whole, letters = '', numbers = ''] = match;
    const digits = numbers.replace(/\D/g, '');
    const isSpaced = whole.length > letters.length + digits.length;
    if (!isSpaced || digits.length < PLATE_DIGITS.fewest || digits.length > PLATE_DIGITS.most) continue;
    add(letters + digits, match.index, match.index + whole.length);
  }
  return found;
}

/**
 * What a run of groups of digits may be: one number, or several that stand in a row. Of several each may begin at any
 * group; how far it goes need not be known, because numbers are found by their beginnings.
 */
function numbersOf(run: string): { digits: string; from: number; to: number }[] {
  const groups = [...run.matchAll(GROUP)].map((group) => ({ digits: group[0], from: group.index }));
  const total = groups.reduce((sum, { digits }) => sum + digits.length, 0);
  const starts = total <= MOST ? groups.slice(0, 1) : groups;
  return starts.flatMap((start, at) => {
    let digits = '';
    let to = start.from;
    // By index: a number ends after a few groups, and a copy of all that follow would be made for each of them.
    for (let next = at; next < groups.length; next += 1) {
      const group = groups[next];
      if (!group || digits.length + group.digits.length > MOST) break;
      digits += group.digits;
      to = group.from + group.digits.length;
    }
    return digits.length >= FEWEST && digits.length > start.digits.length ? [{ digits, from: start.from, to }] : [];
  });
}
