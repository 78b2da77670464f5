import { useEffect, useRef } from 'react';
import type { Kind } from '#model/kinds.ts';

/** A record that somebody asked to begin from elsewhere in the window, until a page that can begins it. */
let wanted: Kind | null = null;
const listeners = new Set<() => void>();

/** Asks the page that comes, or is there, to begin a record of this kind. */
export function requestCreate(kind: Kind): void {
  wanted = kind;
  for (const listener of listeners) listener();
}

/** Begins what was asked for, now and while the page is there. `begin` answers false for what is not this page's to begin. */
export function useCreateRequest(begin: (kind: Kind) => boolean): void {
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    const take = () => {
      const kind = wanted;
      wanted = null;
      if (kind !== null && !latest.current(kind)) wanted = kind;
    };
    take();
    listeners.add(take);
    return () => void listeners.delete(take);
  }, []);
}
