import type { When } from '../when.ts';
import type { Entry, Hit, Known } from './known.ts';

/** What a flag is about: five causes, each at most one row at first sight, in order of consequence. */
export const CAUSES = ['danger_now', 'signs', 'unanswered', 'picture', 'around_her'] as const;
export type Cause = (typeof CAUSES)[number];

/** What a rule found. It is a prompt for a human: it says what is recorded and what is not, never what it means. */
export interface Finding {
  /** What it rests on, in order. */
  readonly entries: readonly Entry[];
  /** Since when. */
  readonly since: When;
  /** False: no days are told, since what it speaks of lies ahead. */
  readonly countsDays?: boolean;
  /** Words that a list found in the entries. */
  readonly hits?: readonly Hit[];
  /** Which of the rule's sentences fits. */
  readonly variant?: string;
  /** Figures and dates in its sentence; a time is told as exactly as it is known. */
  readonly values?: Readonly<Record<string, number | When>>;
}

/** A rule by which a case reads itself. */
export interface Rule<I extends string = string> {
  readonly id: I;
  readonly cause: Cause;
  /** What it found at the instant of `known`; null: nothing. */
  readonly find: (known: Known) => Finding | null;
}

/** Declares a rule; keeps its id as a literal type. */
export function defineRule<const I extends string>(rule: Rule<I>): Rule<I> {
  return rule;
}

/** A finding that rests on these entries and began with the first of them; null where there is none. */
export function sinceFirst(entries: readonly Entry[], more: Partial<Finding> = {}): Finding | null {
  const [first] = entries;
  return first ? { entries, since: first.when, values: { count: entries.length }, ...more } : null;
}

/** The same from words that were found. */
export function sinceFirstHit(hits: readonly Hit[], more: Partial<Finding> = {}): Finding | null {
  return sinceFirst(
    hits.map(({ entry }) => entry),
    { hits, ...more },
  );
}
