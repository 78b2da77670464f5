import { composed } from '#model/clean-text.ts';
import { squeezedNumbers } from './digits.ts';
import { asWritten, type Spelling, spellingsOf } from './fold.ts';
import type { Sought, Term } from './query.ts';
import { eachWord, isWordEnd, isWordStart } from './words.ts';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** A hit in a text, in UTF-16 units, and the term it is a hit of. */
export interface Mark extends Place {
  readonly term: number;
}

/** Hits of one term looked at in one text: enough to find the place where most terms stand together. */
const MOST_MARKS = 100;
/** A first letter without marks. */
const PLAIN_START = /^[\0-\x7f](?!\p{M})/u;
const NOTHING: Sought = { text: '', isPrefix: false };

/** True if the term stands in the texts, also in a word that is marked for another term. */
export function standsAnyhow(texts: readonly string[], term: Term): boolean {
  if (texts.some((text) => findMarks(text, [term]).length > 0)) return true;
  // The groups of a number may stand in several texts.
  const { form, asTyped } = term;
  return form === 'number' && asTyped.every((group) => texts.some((text) => placesOfGroup(text, group).length > 0));
}

/** Where the terms stand as they were typed, in order and without overlap. */
export function marksAsTyped(text: string, terms: readonly Term[]): Mark[] {
  return withoutOverlap(terms.flatMap((one, term) => placesAsTyped(text, one).map((place) => ({ ...place, term }))));
}

/** Where all that was typed of a term stands in a text: words that belong together where they stand together. */
function placesAsTyped(text: string, { form, asTyped }: Term): Place[] {
  const lower = text.toLowerCase();
  // A few letters change their length in lower case, and then the places would not fit.
  if (lower.length !== text.length) return [];
  const places = asTyped.map((sought) => placesOf(lower, sought));
  if (places.some((found) => found.length === 0)) return [];
  if (form === 'word') return places.flat();
  const together = placesTogether(text, asTyped);
  return together.length > 0 || form === 'phrase' ? together : places.flat();
}

/** Where these words follow each other with no other word between them, each word by itself. */
function placesTogether(text: string, words: readonly Sought[]): Place[] {
  const places: Place[] = [];
  /** As many words as are looked for, up to the one at hand. */
  const last: (Place & { readonly lower: string })[] = [];
  eachWord(text, (word, from) => {
    last.push({ lower: composed(word).toLowerCase(), from, to: from + word.length });
    if (last.length > words.length) last.shift();
    if (last.length < words.length || !words.every((sought, at) => isAt(last[at]?.lower ?? '', sought))) return true;
    last.forEach(({ from: start, to }, at) => {
      const { isPrefix, text: sought } = words[at] ?? NOTHING;
      places.push({ from: start, to: isPrefix ? start + sought.length : to });
    });
    return places.length < MOST_MARKS;
  });
  return places;
}

function isAt(word: string, { text, isPrefix }: Sought): boolean {
  return isPrefix ? word.startsWith(text) : word === text;
}

/** True if every term stands in the texts as it was typed, in whatever form its letters are encoded. */
export function standsAsTyped(texts: readonly string[], terms: readonly Term[]): boolean {
  const written = texts.map((text) => composed(text).toLowerCase());
  return terms.every(({ form, asTyped }) =>
    form === 'phrase'
      ? texts.some((text) => placesTogether(text, asTyped).length > 0)
      : asTyped.every((sought) => written.some((text) => placesOf(text, sought).length > 0)),
  );
}

function placesOf(lower: string, { text: word, isPrefix }: Sought): Place[] {
  const places: Place[] = [];
  for (let from = lower.indexOf(word); from >= 0; from = lower.indexOf(word, from + word.length)) {
    const to = from + word.length;
    if (isWordStart(lower, from) && (isPrefix || isWordEnd(lower, to))) places.push({ from, to });
    if (places.length >= MOST_MARKS) break;
  }
  return places;
}

function withoutOverlap(marks: Mark[]): Mark[] {
  let end = 0;
  return marks
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((mark) => {
      if (mark.from < end) return false;
      end = mark.to;
      return true;
    });
}

/** Where the terms are in `text`, in any spelling, in order and without overlap. */
export function findMarks(text: string, terms: readonly Term[]): Mark[] {
  const marks = marksInWords(text, terms);
  markNumbers(text, terms, marks);
  terms.forEach((one, term) => {
    if (one.form === 'word' || marks.some((mark) => mark.term === term)) return;
    for (const place of placesAnyhow(text, one)) marks.push({ ...place, term });
  });
  return withoutOverlap(marks);
}

/** Where a phrase stands, or all groups of a number, each of which may be written with spaces itself. */
function placesAnyhow(text: string, term: Term): Place[] {
  const typed = placesAsTyped(text, term);
  if (typed.length > 0 || term.form === 'phrase') return typed;
  const places = term.asTyped.map((group) => placesOfGroup(text, group));
  return places.some((found) => found.length === 0) ? [] : places.flat();
}

/** Where a group of a number begins a word, or a number without its spaces. */
function placesOfGroup(text: string, group: Sought): Place[] {
  const lower = text.toLowerCase();
  const words = lower.length === text.length ? placesOf(lower, group) : [];
  const numbers = squeezedNumbers(text).filter((number) => number.text.startsWith(group.text));
  return [...words, ...numbers.slice(0, MOST_MARKS).map(({ from, to }) => ({ from, to }))];
}

function marksInWords(text: string, terms: readonly Term[]): Mark[] {
  const marks: Mark[] = [];
  // Counted for each term: one that stands in every line must not end the search for the others.
  const counts = terms.map(() => 0);
  eachWord(text, (word, from) => {
    const mark = markInWord(word, from, terms);
    if (!mark) return true;
    const count = (counts[mark.term] ?? 0) + 1;
    counts[mark.term] = count;
    if (count <= MOST_MARKS) marks.push(mark);
    return count < MOST_MARKS || counts.some((one) => one < MOST_MARKS);
  });
  return marks;
}

/** Marks numbers that are found without what stands between their digits; each takes the place of hits in its groups. */
function markNumbers(text: string, terms: readonly Term[], marks: Mark[]): void {
  if (!terms.some(({ sought }) => sought.some((one) => /\d/.test(one.text)))) return;
  let whole = 0;
  for (const number of squeezedNumbers(text)) {
    const term = terms.findIndex(({ sought }) =>
      sought.some((one) => one.isPrefix && number.text.startsWith(one.text)),
    );
    if (term < 0) continue;
    replaceWithin(marks, { from: number.from, to: number.to, term });
    whole += 1;
    if (whole >= MOST_MARKS) break;
  }
}

function replaceWithin(marks: Mark[], mark: Mark): void {
  const kept = marks.filter((other) => other.to <= mark.from || other.from >= mark.to);
  marks.splice(0, marks.length, ...kept, mark);
}

function markInWord(word: string, at: number, terms: readonly Term[]): Mark | null {
  // Most words are told apart by their first letter: one without marks is the same in every spelling.
  const first = PLAIN_START.exec(word)?.[0].toLowerCase();
  if (first && !terms.some(({ sought }) => sought.some(({ text, isPart }) => isPart || text.startsWith(first)))) {
    return null;
  }
  for (const spelling of [asWritten(word), ...spellingsOf(word)]) {
    const mark = markInSpelling(spelling, at, terms);
    if (mark) return mark;
  }
  return null;
}

function markInSpelling(spelling: Spelling, at: number, terms: readonly Term[]): Mark | null {
  for (let term = 0; term < terms.length; term += 1) {
    for (const sought of terms[term]?.sought ?? []) {
      const start = placeIn(spelling.text, sought);
      if (start < 0) continue;
      // A hit that ends inside a letter written as two (the o of oe for ø) ends after that letter.
      let end = start + sought.text.length;
      while (end < spelling.text.length && spelling.origins[end] === spelling.origins[end - 1]) end += 1;
      return { from: at + (spelling.origins[start] ?? 0), to: at + (spelling.origins[end] ?? 0), term };
    }
  }
  return null;
}

/** Where in a word it stands; -1 if it does not. */
function placeIn(word: string, { text, isPrefix, isPart }: Sought): number {
  if (isPart) return word.indexOf(text);
  return (isPrefix ? word.startsWith(text) : word === text) ? 0 : -1;
}
