import { useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import type { RouteName } from '#contract/route-names.ts';
import type { Client } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { type Unsaved, UnsavedContext } from '#renderer/client/unsaved.ts';
import { refreshRecords } from '../queries.ts';

/** What the application tells the page while a book is open. */
export interface BookEvents {
  /** The book is closing: nothing more can be typed. */
  readonly locking: boolean;
  /** ms until the idle lock, told when it is under a minute; null otherwise. */
  readonly locksInMs: number | null;
}

/** A version that is refused leaves a draft that is kept: the flush itself says whether it was. */
const TOLD_BY_FLUSH: readonly RouteName[] = ['note.commit', 'note.discard_draft'];

/**
 * Waits for what was handed in when the book began to lock, then says that there is nothing more to wait for, and whether
 * some of it could not be kept: the page is gone in a moment, and who unlocks the book is to know.
 */
async function handIn(client: Client, unsaved: Unsaved): Promise<void> {
  // What was handed in by leaving its field is only a call on its way: looked at from now on, before it is answered.
  const calls = client.settled();
  const flushes = await unsaved.flushAll();
  const failures = [...(await calls), ...(await client.settled())].filter((name) => !TOLD_BY_FLUSH.includes(name));
  const failed = flushes + failures.length;
  await client.invoke('vault.flushed', { failed }).catch(() => undefined);
}

/** Fetches anew what changed, hands in what is being typed when the book locks, and tells how near the idle lock is. */
export function useBookEvents(): BookEvents {
  const client = useClient();
  const queries = useQueryClient();
  const unsaved = useContext(UnsavedContext);
  const [locking, setLocking] = useState(false);
  const [locksInMs, setLocksInMs] = useState<number | null>(null);
  useEffect(() => {
    const stop = [
      client.on(
        'records.changed',
        ({ changes }) =>
          void refreshRecords(
            queries,
            changes.map((change) => change.kind),
          ),
      ),
      client.on('vault.locking', () => {
        // Leaving a field is what hands it in.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        setLocking(true);
        void handIn(client, unsaved);
      }),
      client.on('vault.idle', (idle) => setLocksInMs(idle.locksInMs)),
    ];
    return () => {
      for (const end of stop) end();
    };
  }, [client, queries, unsaved]);
  useEffect(() => {
    if (locksInMs === null) return;
    const forget = () => setLocksInMs(null);
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, forget, { capture: true, passive: true });
    return () => {
      for (const name of events) window.removeEventListener(name, forget, { capture: true });
    };
  }, [locksInMs]);
  return { locking, locksInMs };
}
