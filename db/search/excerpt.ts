import { composed } from '#model/clean-text.ts';
import { squeezedNumbers } from './digits.ts';
import { asWritten, type Spelling, spellingsOf } from './fold.ts';
import type { Sought, Term } from './query.ts';
import { eachWord, isWordEnd, isWordStart } from './words.ts';

/** A hit in a text, in UTF-16 units, and the term it is a hit of. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly term: number;
}

export interface Excerpt {
  readonly excerpt: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
  /** How many of the terms are marked. */
  readonly terms: number;
  /** True if all terms stand somewhere in the texts. */
  readonly all: boolean;
  /** True if all terms stand in the texts as they were typed. */
  readonly isAsTyped: boolean;
}

const LENGTH = 180;
/** Text before the first hit. */
const LEAD = 40;
/** Hits of one term looked at in one text: enough to find the place where most terms stand together. */
const MOST_MARKS = 100;
/** A first letter without marks. */
const PLAIN_START = /^[\0-\x7f](?!\p{M})/u;

/** The piece of the texts where most terms are, or the beginning of the first text. */
export function excerptOf(texts: readonly string[], terms: readonly Term[]): Excerpt {
  // Most hits are words as they were typed, and those are found without spelling out every word of the text.
  const typed = bestOf(texts, terms, marksAsTyped);
  if (typed.found === terms.length) return { ...typed.best, all: true, isAsTyped: true };
  const spelled = bestOf(texts, terms, findMarks);
  const all = spelled.found === terms.length || terms.every((term) => standsAnyhow(texts, term));
  return { ...spelled.best, all, isAsTyped: standsAsTyped(texts, terms) };
}

/** True if the term stands in one of the texts, also in a word that is marked for another term. */
function standsAnyhow(texts: readonly string[], term: Term): boolean {
  return texts.some((text) => findMarks(text, [term]).length > 0);
}

type Piece = Omit<Excerpt, 'isAsTyped' | 'all'>;

/** The best piece, and how many of the terms are anywhere in the texts. */
function bestOf(
  texts: readonly string[],
  terms: readonly Term[],
  find: (text: string, terms: readonly Term[]) => Mark[],
): { best: Piece; found: number } {
  let best: Piece | null = null;
  const found = new Set<number>();
  for (const text of texts) {
    const marks = find(text, terms);
    if (marks.length === 0) continue;
    for (const mark of marks) found.add(mark.term);
    const piece = cut(text, marks);
    if (!best || piece.terms > best.terms) best = piece;
    if (best.terms === terms.length) break;
  }
  return { best: best ?? cut(texts[0] ?? '', []), found: found.size };
}

/** Where the terms stand as they were typed, in order and without overlap. */
function marksAsTyped(text: string, terms: readonly Term[]): Mark[] {
  const lower = text.toLowerCase();
  // A few letters change their length in lower case, and then the places would not fit.
  if (lower.length !== text.length) return [];
  const marks: Mark[] = [];
  for (let term = 0; term < terms.length; term += 1) {
    const places = terms[term]?.asTyped.map((sought) => placesOf(lower, sought)) ?? [];
    if (places.some((found) => found.length === 0)) continue;
    for (const { from, to } of places.flat()) marks.push({ from, to, term });
  }
  return withoutOverlap(marks);
}

/** True if every term stands in one of the texts as it was typed, in whatever form its letters are encoded. */
function standsAsTyped(texts: readonly string[], terms: readonly Term[]): boolean {
  const written = texts.map((text) => composed(text).toLowerCase());
  return terms.every(({ asTyped }) =>
    asTyped.every((sought) => written.some((text) => placesOf(text, sought).length > 0)),
  );
}

function placesOf(lower: string, { text: word, isPrefix }: Sought): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
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
function findMarks(text: string, terms: readonly Term[]): Mark[] {
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
  if (!terms.some(({ sought }) => sought.some((one) => /\d/.test(one.text)))) return marks;
  let whole = 0;
  for (const number of squeezedNumbers(text)) {
    const term = terms.findIndex(({ sought }) =>
      sought.some((one) => one.isPrefix && number.text.startsWith(one.text)),
    );
    // A number as a whole takes the place of hits in its groups.
    if (term < 0) continue;
    replaceWithin(marks, { from: number.from, to: number.to, term });
    whole += 1;
    if (whole >= MOST_MARKS) break;
  }
  return marks.sort((a, b) => a.from - b.from);
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

/** The piece that holds the most terms, as early as possible; line breaks become spaces. */
function cut(text: string, marks: readonly Mark[]): Piece {
  const first = bestStart(marks);
  const wanted = Math.max(0, (marks[first]?.from ?? 0) - LEAD);
  const from = wordStart(text, wanted, marks[first]?.from ?? 0);
  const to = wordEnd(text, from + LENGTH, Math.max(from, marks[first]?.to ?? 0));
  const lead = from > 0 ? '…' : '';
  const tail = to < text.length ? '…' : '';
  const shift = lead.length - from;
  const within = marks.filter((mark) => mark.from >= from && mark.to <= to);
  return {
    excerpt: `${lead}${text.slice(from, to).replace(/\s/g, ' ')}${tail}`,
    marks: within.map((mark) => ({ from: mark.from + shift, to: mark.to + shift })),
    terms: new Set(within.map((mark) => mark.term)).size,
  };
}

/** Index of the mark from which a piece holds the most different terms. */
function bestStart(marks: readonly Mark[]): number {
  let best = 0;
  let most = 0;
  marks.forEach((start, index) => {
    const terms = new Set<number>();
    for (const mark of marks.slice(index)) {
      if (mark.to - start.from > LENGTH - LEAD) break;
      terms.add(mark.term);
    }
    if (terms.size > most) {
      most = terms.size;
      best = index;
    }
  });
  return best;
}

/** Start of the first whole word at or after `index`, not beyond `latest`. */
function wordStart(text: string, index: number, latest: number): number {
  if (index === 0) return 0;
  const space = text.slice(index, latest).search(/\s/);
  return space < 0 ? latest : index + space + 1;
}

/** End of the last whole word at or before `index`, not before `earliest`; a very long word is cut. */
function wordEnd(text: string, index: number, earliest: number): number {
  if (index >= text.length) return text.length;
  for (let end = index; end > earliest; end -= 1) {
    if (/\s/.test(text[end] ?? '')) return end;
  }
  const end = Math.max(index, earliest);
  // Never between the halves of a surrogate pair.
  return /[\udc00-\udfff]/.test(text[end] ?? '') ? end + 1 : end;
}
