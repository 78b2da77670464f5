import { createContext, useContext, useEffect, useRef } from 'react';

/** What is typed somewhere in the window and not yet handed in; asked for before the book locks. */
export interface Unsaved {
  /** @param flush hands in what is unsaved; rejects when it could not be kept. @returns a function that withdraws it */
  add(flush: () => Promise<unknown>): () => void;
  /** Hands in everything; settles when all have, with how many could not. */
  flushAll(): Promise<number>;
}

export function createUnsaved(): Unsaved {
  const flushes = new Set<() => Promise<unknown>>();
  return {
    add(flush) {
      flushes.add(flush);
      return () => flushes.delete(flush);
    },
    async flushAll() {
      const done = await Promise.allSettled([...flushes].map((flush) => flush()));
      return done.filter(({ status }) => status === 'rejected').length;
    },
  };
}

export const UnsavedContext = createContext(createUnsaved());

/** Hands in what a component holds unsaved when the book is about to lock. */
export function useUnsaved(flush: () => Promise<unknown>): void {
  const unsaved = useContext(UnsavedContext);
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => unsaved.add(() => latest.current()), [unsaved]);
}
