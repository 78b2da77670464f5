import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreError } from '../store-error.ts';

/** Lets one piece of work run at a time, first come first served. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * The queue of a book's writes. Work that asks for the queue from inside the queue would wait for itself for ever;
 * it throws StoreError NESTED_COMMAND instead, however many functions lie between.
 */
export function createQueue(): Queue {
  const inside = new AsyncLocalStorage<{ running: boolean }>();
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // Something a command left running may come back after it has ended: that is outside again.
    if (inside.getStore()?.running) return Promise.reject(new StoreError('NESTED_COMMAND'));
    const turn = last.then(() => {
      const scope = { running: true };
      return inside.run(scope, work).finally(() => {
        scope.running = false;
      });
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
