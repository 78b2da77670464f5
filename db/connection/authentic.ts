import type { Connection } from '../driver/driver.ts';
import { StoreError } from '../store-error.ts';

/**
 * Checks that every page of the database file is one that was written under its key, also pages that nothing reads
 * just now (HMAC-SHA-512 a page, SQLCipher 4). Linear in the size of the file.
 * @throws StoreError CORRUPT
 */
export async function assertAuthentic(connection: Connection): Promise<void> {
  const damaged = await connection.all('PRAGMA cipher_integrity_check');
  if (damaged.length > 0) throw new StoreError('CORRUPT', { pages: damaged.length });
}
