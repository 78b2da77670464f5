import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import type { CallError } from '#contract/envelope.ts';
import type { RouteName } from '#contract/route-names.ts';
import type { InputOf, OutputOf } from '#contract/routes.ts';
import type { Client } from './client.ts';

export const ClientContext = createContext<Client | null>(null);

/** The client of this window. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('no client above this component');
  return client;
}

/** Query of a reading route; its key is the route and its input, so that `records.changed` finds it. */
export function routeQuery<N extends RouteName>(client: Client, name: N, input: InputOf<N>) {
  return queryOptions<OutputOf<N>, CallError>({
    queryKey: [name, input],
    queryFn: () => client.invoke(name, input),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** What a reading route answers; refetched when records change. `enabled` false waits. */
export function useRoute<N extends RouteName>(name: N, input: InputOf<N>, options: { enabled?: boolean } = {}) {
  return useQuery({ ...routeQuery(useClient(), name, input), enabled: options.enabled ?? true });
}

/** A call that does something; what changed comes back through `records.changed`, not from here. */
export function useAction<N extends RouteName>(name: N) {
  const client = useClient();
  return useMutation<OutputOf<N>, CallError, InputOf<N>>({ mutationFn: (input) => client.invoke(name, input) });
}

/**
 * A call by which a field hands over what was typed. `keep` tells whether it was kept, once the page has also read again
 * what changed meanwhile. It never throws: `error` is why it was not, and `onRefused` is told.
 */
export function useKeep<N extends RouteName>(name: N) {
  const client = useClient();
  const action = useAction(name);
  const keep = async (input: InputOf<N>, onRefused?: (error: CallError) => void): Promise<boolean> => {
    try {
      await action.mutateAsync(input);
    } catch (error) {
      onRefused?.(error as CallError);
      return false;
    }
    await client.settled();
    // What was read is shown in the next turn.
    await new Promise((done) => setTimeout(done));
    return true;
  };
  return { keep, error: action.error };
}

/** Refetches what the named routes answered, for any input; all of them when none is named. */
export function useRefresh() {
  const queries = useQueryClient();
  return useCallback(
    (names?: readonly RouteName[]) =>
      names
        ? Promise.all(names.map((name) => queries.invalidateQueries({ queryKey: [name] })))
        : queries.invalidateQueries(),
    [queries],
  );
}
