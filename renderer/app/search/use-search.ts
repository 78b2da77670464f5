import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SearchQuestion } from '#contract/search.ts';
import type { SearchHit } from '#model/search.ts';
import { routeQuery, useClient } from '#renderer/client/hooks.ts';
import { filterCount } from './question.ts';

/** Words that all have fewer letters than this find everything and say nothing. */
const LEAST = 2;
const NONE: readonly SearchHit[] = [];

interface Asked {
  readonly question: SearchQuestion;
  readonly limit: number;
}

interface Answer {
  readonly hits: readonly SearchHit[];
  /** What the hits are the answer to: the same object for as long as the same is asked. */
  readonly of: SearchQuestion;
  /** False where nothing is asked: too few letters, and no filter. */
  readonly isOn: boolean;
  /** What is shown is not yet the answer to what was asked last. */
  readonly isBusy: boolean;
  readonly error: unknown;
}

/**
 * Hits of the newest question, which is asked at once when nothing is being answered, else when that answer has come: one
 * runs, the newest waits, and those between are never asked. The core writes one line of the use log for letters that
 * follow each other (`main/services/search-trail.ts`).
 * @param newest keeps its identity while it asks the same
 */
export function useSearch(newest: Asked): Answer {
  const client = useClient();
  const [asked, setAsked] = useState(newest);
  const [of, setOf] = useState(newest.question);
  const isOn = asks(asked.question);
  const found = useQuery({
    ...routeQuery(client, 'search.query', { ...asked.question, limit: asked.limit }),
    enabled: isOn,
    placeholderData: keepPreviousData,
  });
  const { isFetching } = found;
  // While drawing, not after it: the letter, the question and the wait are one drawing, the answer the second and last.
  if (!isFetching && asked !== newest) setAsked(newest);
  if (!found.isPlaceholderData && of !== asked.question) setOf(asked.question);
  const isAsked = asks(newest.question);
  return {
    hits: isOn && isAsked ? (found.data ?? NONE) : NONE,
    of,
    isOn: isAsked,
    isBusy: isAsked && (isFetching || asked !== newest),
    error: found.error,
  };
}

function asks(question: SearchQuestion): boolean {
  const words = question.text.split(/\s+/).filter(Boolean);
  const { old: _, ...filters } = question;
  return words.some((word) => word.length >= LEAST) || (words.length === 0 && filterCount(filters) > 0);
}
