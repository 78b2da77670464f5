import { findMarks, type Mark, marksAsTyped, standsAnyhow, standsAsTyped } from './marks.ts';
import type { Term } from './query.ts';

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

/** The piece of the texts where most terms are, or the beginning of the first text. */
export function excerptOf(texts: readonly string[], terms: readonly Term[]): Excerpt {
  // Most hits are words as they were typed, and those are found without spelling out every word of the text.
  const typed = bestOf(texts, terms, marksAsTyped);
  if (typed.found === terms.length) return { ...typed.best, all: true, isAsTyped: true };
  const spelled = bestOf(texts, terms, findMarks);
  const all = spelled.found === terms.length || terms.every((term) => standsAnyhow(texts, term));
  return { ...spelled.best, all, isAsTyped: standsAsTyped(texts, terms) };
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
