import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { RouteName } from '#contract/route-names.ts';
import { failureOf } from '#renderer/ui/ErrorNotice.tsx';

/** Answers of these do not change with a record: a change leaves them alone. */
const STEADY: ReadonlySet<string> = new Set<RouteName>(['app.info', 'vault.list', 'session.get', 'log.verify']);

/** The window's copy of what main answered; empty at start and gone with the page at lock. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(error) {
        // The book was locked behind our back: ask how things stand.
        if (failureOf(error).code === 'LOCKED') void client.invalidateQueries({ queryKey: ['app.info'] });
      },
    }),
    defaultOptions: { queries: { refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' } },
  });
  client.setDefaultOptions({ ...client.getDefaultOptions(), mutations: { networkMode: 'always', retry: false } });
  return client;
}

/** Asks anew for everything that may show a record. */
export function refreshRecords(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey: [name] }) => !STEADY.has(String(name)) });
}
