import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchQuestion } from '#contract/search.ts';
import type { SearchHit } from '#model/search.ts';
import { routeQuery, useClient } from '#renderer/client/hooks.ts';
import { filterCount } from './question.ts';

/** Fewer letters than this find everything and say nothing. */
const LEAST = 2;

interface Asked {
  readonly question: SearchQuestion;
  readonly limit: number;
}

interface Answer {
  readonly hits: readonly SearchHit[];
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
  const isOn = asks(asked.question);
  const found = useQuery({
    ...routeQuery(client, 'search.query', { ...asked.question, limit: asked.limit }),
    enabled: isOn,
    placeholderData: keepPreviousData,
  });
  const { isFetching } = found;
  useEffect(() => {
    if (!isFetching) setAsked(newest);
  }, [newest, isFetching]);
  const isAsked = asks(newest.question);
  return {
    hits: isOn && isAsked ? (found.data ?? []) : [],
    isOn: isAsked,
    isBusy: isAsked && (isFetching || asked !== newest),
    error: found.error,
  };
}

function asks(question: SearchQuestion): boolean {
  const length = question.text.trim().length;
  const { old: _, ...filters } = question;
  return length >= LEAST || (length === 0 && filterCount(filters) > 0);
}
