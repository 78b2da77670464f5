import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from '#db/driver/driver.ts';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';

/** An empty file that only carries the system's lock. */
const LOCK_FILE = 'lock';

/** Lets the book go. A second call does nothing. */
export type Release = () => Promise<void>;

/**
 * Keeps every other process out of a book: undo, drafts and what a window shows all rest on being alone. The lock is
 * the operating system's own, taken through the database driver, so it ends with the process however that ends.
 * @throws StoreError BUSY when another process has the book
 */
export async function holdBook(folder: string, keyHex: string, driver: Driver = sqlcipherDriver): Promise<Release> {
  const path = join(folder, LOCK_FILE);
  const connection = await driver.open(path, keyHex, existsSync(path) ? 'write' : 'create');
  try {
    // Who has it does not give it back soon. The lock is one that leaves reading, so that opening alone never waits.
    await connection.exec('PRAGMA busy_timeout = 0');
    await connection.exec('BEGIN IMMEDIATE');
  } catch (error) {
    await connection.close();
    throw error;
  }
  return () => connection.close();
}
