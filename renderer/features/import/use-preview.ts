import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportMapping, ImportTarget } from '#contract/import.ts';
import { routeQuery, useClient } from '#renderer/client/hooks.ts';

export type RowFilter = 'all' | 'new' | 'skipped' | 'refused';

/** Rows of the preview shown at once. */
export const PAGE_ROWS = 50;

interface Question {
  readonly uploadId: string;
  readonly target: ImportTarget;
  readonly zone: string;
  /** Null lets the header decide. */
  readonly mapping: ImportMapping | null;
}

const NONE: Question = { uploadId: '', target: { caseName: '-' }, zone: 'UTC', mapping: null };

/** What an import would do, and a page of its rows. Asks nothing while there is no question. */
export function usePreview(question: Question | null, filter: RowFilter, offset: number) {
  const input = { ...(question ?? NONE), offset, limit: PAGE_ROWS, ...(filter === 'all' ? {} : { only: filter }) };
  return useQuery({
    ...routeQuery(useClient(), 'import.preview', input),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
