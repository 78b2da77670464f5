import { useMemo, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import type { SearchQuestion } from '#contract/search.ts';

const NO_QUESTION: SearchQuestion = { text: '' };

/** What the page of search asks, for as long as the window lives: leaving the page and coming back changes nothing. */
const store = createStore<SearchQuestion>(() => NO_QUESTION);

/** Asks something else. */
export function ask(question: SearchQuestion): void {
  store.setState(question, true);
}

/** Asks what is made of the question that stands now, so that nothing typed meanwhile is lost. */
export function askWith(next: (question: SearchQuestion) => SearchQuestion): void {
  ask(next(store.getState()));
}

export function useQuestion(): SearchQuestion {
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** Where the keys were in what was found, when a hit was opened from there. */
interface Left {
  readonly question: SearchQuestion;
  /** How far the hits were shown, as the page counts it. */
  readonly step: number;
  readonly hit: string;
}

let left: Left | null = null;

/** Remembers the hit that is opened, for whoever comes back. */
export function leaveAt(place: Left): void {
  left = place;
}

/** Where the keys were when a hit of this very question was opened; null if another one was asked since. */
export function leftAt(question: SearchQuestion): Left | null {
  return left?.question === question ? left : null;
}

/** What narrows a search. */
export type Filters = Omit<SearchQuestion, 'text'>;

/** The filters of a question: the same object for as long as none of them changes, whatever is typed. */
export function useFilters(question: SearchQuestion): Filters {
  const { text: _, ...filters } = question;
  const { caseId, kinds, personId, fromAt, toAt, author, grading, old } = filters;
  // biome-ignore lint/correctness/useExhaustiveDependencies: its parts are named one by one
  return useMemo(() => filters, [caseId, kinds, personId, fromAt, toAt, author, grading, old]);
}

/** The question with one part of it changed; an empty part is left out. */
export function changed<K extends keyof SearchQuestion>(
  question: SearchQuestion,
  part: K,
  value: SearchQuestion[K] | null,
): SearchQuestion {
  const { [part]: _, ...rest } = question;
  return { text: question.text, ...rest, ...(value === null || value === undefined ? {} : { [part]: value }) };
}

/** How many filters narrow the question. */
export function filterCount({ text: _, ...filters }: SearchQuestion): number {
  return Object.values(filters).filter((value) => value !== undefined && value !== false).length;
}
