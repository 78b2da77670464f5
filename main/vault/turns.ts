import { resolve } from 'node:path';

/** The last piece of work begun on each folder in this process; gone when it has ended. */
const last = new Map<string, Promise<unknown>>();

/**
 * Runs work on the vault of a folder after all that was asked before it. Without this, many unlocks at once would all be
 * tried before the first of them is counted as wrong, and two changes of slots would lose one.
 */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const key = resolve(folder);
  const before = last.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(key, mine);
  try {
    return await mine;
  } finally {
    if (last.get(key) === mine) last.delete(key);
  }
}
