/** A value that can be watched, in the shape React's `useSyncExternalStore` takes. */
export interface Store<T> {
  get(): T;
  /** @returns a function that stops watching */
  subscribe(listener: () => void): () => void;
}

/** A store that its maker can set. Listeners hear of a value that differs from the one before. */
export function createStore<T>(initial: T): Store<T> & { set(value: T): void } {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
