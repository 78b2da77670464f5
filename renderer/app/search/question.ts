import { useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import type { SearchQuestion } from '#contract/search.ts';

const NO_QUESTION: SearchQuestion = { text: '' };

/** What the page of search asks, for as long as the window lives: leaving the page and coming back changes nothing. */
const store = createStore<SearchQuestion>(() => NO_QUESTION);

/** Asks something else. */
export function ask(question: SearchQuestion): void {
  store.setState(question, true);
}

export function useQuestion(): SearchQuestion {
  return useSyncExternalStore(store.subscribe, store.getState);
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
