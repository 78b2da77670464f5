import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';

type FieldValues = Readonly<Record<string, unknown>>;

/** A record that was begun and lacks something it must have. It lives in the window's memory until the book locks. */
export interface Begun {
  readonly key: number;
  /** Null for a record of the book that is begun outside a case. */
  readonly caseId: RecordId | null;
  readonly kind: Kind;
  /** What it began with. */
  readonly initial: FieldValues;
  readonly values: FieldValues;
  /** The record it became. */
  readonly createdId: RecordId | null;
}

/** True once something was filled in by hand, so that letting go of it would lose work. */
export function isTouched(begun: Begun): boolean {
  return Object.keys(begun.values).some((name) => (begun.values[name] ?? null) !== (begun.initial[name] ?? null));
}

/** The records of the window that are begun and not kept yet. */
export interface BegunStore {
  all(): readonly Begun[];
  subscribe(listener: () => void): () => void;
  begin(caseId: RecordId | null, kind: Kind, initial: FieldValues): Begun;
  change(key: number, change: Partial<Pick<Begun, 'values' | 'createdId'>>): void;
  drop(key: number): void;
}

/** A store of its own for each window. */
export function createBegunStore(): BegunStore {
  let list: readonly Begun[] = [];
  let next = 1;
  const listeners = new Set<() => void>();
  const show = (changed: readonly Begun[]) => {
    list = changed;
    for (const listener of [...listeners]) listener();
  };
  return {
    all: () => list,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(caseId, kind, initial) {
      const begun: Begun = { key: next++, caseId, kind, initial, values: initial, createdId: null };
      show([...list, begun]);
      return begun;
    },
    change: (key, change) => show(list.map((one) => (one.key === key ? { ...one, ...change } : one))),
    drop: (key) => show(list.filter((one) => one.key !== key)),
  };
}

const stores = new WeakMap<QueryClient, BegunStore>();

/** The records of a case, or of the book where it is null, that are begun, and the store that holds them. */
export function useBegun(caseId: RecordId | null): { store: BegunStore; begun: readonly Begun[] } {
  const queries = useQueryClient();
  const store = stores.get(queries) ?? createBegunStore();
  stores.set(queries, store);
  const all = useSyncExternalStore(store.subscribe, store.all);
  const begun = useMemo(() => all.filter((one) => one.caseId === caseId), [all, caseId]);
  return { store, begun };
}
