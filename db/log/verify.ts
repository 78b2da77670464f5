import type { Checkpoint, Verification } from '../book.ts';
import type { Connection } from '../driver/driver.ts';
import { StoreError } from '../store-error.ts';
export async function verifyBook(
  _db: Connection,
  _genesis: { log: string; use: string },
  _bookZone: string,
  _head: Checkpoint | null,
): Promise<Verification> {
  throw new StoreError('SQL', {}, 'being written');
}
