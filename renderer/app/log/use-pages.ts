import { useInfiniteQuery } from '@tanstack/react-query';
import type { LogLine, UseLine } from '#model/log.ts';
import { useClient } from '#renderer/client/hooks.ts';

/** Lines fetched at once. */
const LINES = 100;

interface Page {
  readonly limit: number;
  readonly before?: number;
}

/** Lines of the log of changes, newest first, fetched page by page as they are asked for. */
export function useChanges() {
  const client = useClient();
  return useLines<LogLine>('log.list', (page) => client.invoke('log.list', page));
}

/** Lines of the log of use, the same way. */
export function useUses() {
  const client = useClient();
  return useLines<UseLine>('log.uses', (page) => client.invoke('log.uses', page));
}

function useLines<L extends { readonly seq: number }>(name: string, fetch: (page: Page) => Promise<L[]>) {
  const pages = useInfiniteQuery({
    queryKey: [name, 'pages'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => fetch({ limit: LINES, ...(pageParam !== undefined && { before: pageParam }) }),
    getNextPageParam: (last) => (last.length < LINES ? undefined : last.at(-1)?.seq),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { ...pages, lines: pages.data?.pages.flat() ?? [] };
}
