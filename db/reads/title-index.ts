import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';

/** What a mention may point to, and what of its titles is looked through. */
export interface Candidate {
  readonly id: RecordId;
  readonly kind: Kind;
  /** Titles in both languages in lower case, with APART between. */
  readonly titles: string;
  /** Where the English one begins. */
  readonly second: number;
  readonly isBook: boolean;
  readonly changedAt: number;
  readonly rid: number;
}

/** Stands between the titles; nobody types it. */
export const APART = '\u0000';

export interface Sought {
  /** In lower case. */
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly limit: number;
}

/** Titles kept in the order in which they are offered. */
export interface TitleIndex {
  /** Takes records out by their ids and puts others in. */
  replace(ids: ReadonlySet<RecordId>, fresh: readonly Candidate[]): void;
  /**
   * Those whose titles in either language hold every word, best first: those that begin with what was typed, then those
   * of the book (persons, places), then the newest.
   */
  find(sought: Sought): Candidate[];
}

/** How far a question was looked for, so that one more letter goes on from there. */
interface Reached {
  readonly text: string;
  readonly kinds: string;
  readonly fitting: readonly Candidate[];
  /** Index of the first candidate that was not looked at. */
  readonly next: number;
}

/**
 * The candidates lie in the order of the answer, so that a question is over when it has enough of them: a letter that half
 * of all titles hold is answered from the first few. Those that begin with it are looked for by their first letter alone.
 */
export function createTitleIndex(all: readonly Candidate[]): TitleIndex {
  let ordered = [...all].sort(compare);
  let starts = startsOf(ordered);
  let reached: Reached | null = null;

  /** The first `most` whose titles begin with `start`. */
  function beginning(start: string, shown: ReadonlySet<Kind>, most: number): Candidate[] {
    const found: Candidate[] = [];
    for (const one of start === '' ? [] : (starts.get(start.charAt(0)) ?? [])) {
      if (found.length >= most) break;
      if (shown.has(one.kind) && begins(one, start)) found.push(one);
    }
    return found;
  }

  /** Those that hold every word, as far as is needed for `most` besides those that are found already. */
  function holding({ text, kinds }: Sought, known: ReadonlySet<Candidate>, most: number): Candidate[] {
    const words = wordsOf(text);
    const holds = (one: Candidate) => words.every((word) => one.titles.includes(word));
    const shown = new Set(kinds);
    const key = kinds.join();
    const goesOn = reached?.kinds === key && text.startsWith(reached.text);
    const fitting = goesOn ? (reached?.fitting ?? []).filter(holds) : [];
    let next = goesOn ? (reached?.next ?? 0) : 0;
    let missing = most - fitting.filter((one) => !known.has(one)).length;
    for (; next < ordered.length && missing > 0; next += 1) {
      const one = ordered[next] as Candidate;
      if (!shown.has(one.kind) || !holds(one)) continue;
      fitting.push(one);
      if (!known.has(one)) missing -= 1;
    }
    reached = { text, kinds: key, fitting, next };
    return fitting.filter((one) => !known.has(one)).slice(0, most);
  }

  return {
    replace(ids, fresh) {
      ordered = [...ordered.filter(({ id }) => !ids.has(id)), ...fresh].sort(compare);
      starts = startsOf(ordered);
      reached = null;
    },
    find(sought) {
      const first = beginning(wordsOf(sought.text).join(' '), new Set(sought.kinds), sought.limit);
      const missing = sought.limit - first.length;
      return missing > 0 ? [...first, ...holding(sought, new Set(first), missing)] : first;
    },
  };
}

/** Candidates by the letters their titles begin with, in the same order. */
function startsOf(ordered: readonly Candidate[]): Map<string, Candidate[]> {
  const starts = new Map<string, Candidate[]>();
  for (const one of ordered) {
    for (const letter of new Set([one.titles.charAt(0), one.titles.charAt(one.second)])) {
      const same = starts.get(letter);
      if (same) same.push(one);
      else starts.set(letter, [one]);
    }
  }
  return starts;
}

function begins({ titles, second }: Candidate, start: string): boolean {
  return titles.startsWith(start) || titles.startsWith(start, second);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function compare(a: Candidate, b: Candidate): number {
  return Number(b.isBook) - Number(a.isBook) || b.changedAt - a.changedAt || b.rid - a.rid;
}
