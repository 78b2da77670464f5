import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { routeQuery, useClient } from '#renderer/client/hooks.ts';

const PAGE = 200;

export interface RecordFilter {
  readonly caseId: RecordId;
  readonly kinds: readonly Kind[];
  readonly order: 'time' | 'time_desc' | 'entered';
  readonly struck: boolean;
}

/** Part of a long list: the rows from `first` to `last` are fetched, whatever its length. */
export interface RecordPage {
  readonly total: number;
  /** The record at a row; null while it is on its way. */
  readonly at: (index: number) => ShownRecord | null;
  /** Row of a record among those that are here; null for one that is not. */
  readonly rowOf: (id: RecordId) => number | null;
  readonly loading: boolean;
  readonly error: unknown;
}

/** Fetches the pages of a list that hold the rows `first` to `last`, 0 first; the first page always. */
export function useRecordPage(filter: RecordFilter, first: number, last: number): RecordPage {
  const client = useClient();
  const numbers = useMemo(() => {
    const pages = new Set([0]);
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) pages.add(page);
    return [...pages];
  }, [first, last]);
  const queries = useQueries({
    queries: numbers.map((page) => ({
      ...routeQuery(client, 'record.list', { ...filter, kinds: [...filter.kinds], offset: page * PAGE, limit: PAGE }),
      // A page keeps its rows while it is fetched anew: nothing jumps under the reader.
      placeholderData: (before: { total: number; records: ShownRecord[] } | undefined) => before,
    })),
  });
  const pages = new Map(numbers.map((page, index) => [page, queries[index]?.data?.records]));
  return {
    total: queries[0]?.data?.total ?? 0,
    rowOf(id) {
      for (const [page, records] of pages) {
        const index = records?.findIndex((record) => record.id === id) ?? -1;
        if (index >= 0) return page * PAGE + index;
      }
      return null;
    },
    at: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null,
    loading: queries[0]?.isPending ?? true,
    error: queries.find((query) => query.error)?.error ?? null,
  };
}
