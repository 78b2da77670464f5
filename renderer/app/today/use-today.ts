import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RouteName } from '#contract/route-names.ts';
import type { InputOf } from '#contract/routes.ts';
import { routeQuery, useClient, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { useNow } from '#renderer/ui/use-now.ts';

const MINUTE_MS = 60_000;

/** The board of the day as it is filtered; what was shown stays until the answer to another filter has come. */
export function useToday(input: InputOf<'today.view'>) {
  const client = useClient();
  const refresh = useRefresh();
  useEffect(() => client.on('today.changed', () => void refresh(['today.view'])), [client, refresh]);
  const today = useQuery({ ...routeQuery(client, 'today.view', input), placeholderData: keepPreviousData });
  return { ...today, now: useMinutely('today.view') };
}

/** What asks to act now in one's own cases: what the badge of the rail counts. */
export function useActing() {
  return useRoute('today.acting', {});
}

/** Asks for a route anew with every minute, since what is due changes with the clock alone. Gives now, ms UTC. */
export function useMinutely(route: RouteName): number {
  const now = useNow();
  const refresh = useRefresh();
  const minute = Math.floor(now / MINUTE_MS);
  const seen = useRef(minute);
  useEffect(() => {
    if (seen.current === minute) return;
    seen.current = minute;
    void refresh([route]);
  }, [minute, refresh, route]);
  return now;
}
