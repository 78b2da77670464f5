import { type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import type { RouteName } from '#contract/route-names.ts';
import { KINDS, type Kind } from '#model/kinds.ts';
import { failureOf } from '#renderer/ui/ErrorNotice.tsx';

/** Kinds that no plan shows: a note that is written does not make the plan of all cases be read anew. */
const NOT_PLANNED: ReadonlySet<Kind> = new Set(['note', 'link', 'contact', 'report']);

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

/**
 * Asks anew for everything that may show a record of the changed kinds, of any kind when none is given. Only lists that
 * may be long and hold nothing but their own kinds are spared: a case's timeline does not cross anew for a link.
 */
export async function refreshRecords(client: QueryClient, kinds: readonly Kind[] | null = null): Promise<void> {
  const isStale = ({ queryKey: [name, input] }: Query) =>
    !STEADY.has(String(name)) && (kinds === null || kinds.some((kind) => mayShow(String(name), input, kind)));
  // A first answer that is on its way may have been read before the change; it alone is not cancelled by asking anew.
  await client.cancelQueries({
    fetchStatus: 'fetching',
    predicate: (one) => one.state.data === undefined && isStale(one),
  });
  await client.invalidateQueries({ predicate: isStale });
}

function mayShow(name: string, input: unknown, kind: Kind): boolean {
  const { kinds } = (input ?? {}) as { readonly kinds?: readonly Kind[] };
  switch (name as RouteName) {
    case 'timeline.whole':
      return KINDS[kind].lane !== null;
    case 'timeline.list':
      // A series is told by its occurrences, each as it is.
      if (kind === 'occurrence') return kinds?.some((one) => one === 'measure' || one === 'need') ?? true;
      return KINDS[kind].lane !== null && (kinds?.includes(kind) ?? true);
    case 'plan.window':
    case 'plan.coverage':
    case 'plan.conflicts':
      return !NOT_PLANNED.has(kind);
    case 'note.list':
      return kind === 'note';
    case 'record.list':
      // Kinds of the book are narrowed to a case through other records.
      return kinds?.every((one) => KINDS[one].scope === 'case') ? kinds.includes(kind) : true;
    default:
      return true;
  }
}
