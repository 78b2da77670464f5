import { open, rm, stat } from 'node:fs/promises';
import type { Connection, Driver } from '../driver/driver.ts';
import { StoreError } from '../store-error.ts';
import { assertAuthentic } from './authentic.ts';
import { openConnection } from './connection.ts';
import { schemaVersion } from './migrate.ts';

/**
 * Writes an encrypted copy of a database under the same key, opens it once and checks it: whole, every page
 * authentic, the same version, as many rows in every table. Works on a connection of its own and on one state of the
 * book, so that commands go on meanwhile.
 * @param copy path of the copy, which must not exist
 * @throws StoreError CORRUPT (the book itself), BOOK_EXISTS, DISK_FULL, CANNOT_OPEN, COPY_DIFFERS; a copy that is not good is taken away
 */
export async function exportCopy(
  driver: Driver,
  path: string,
  keyHex: string,
  copy: string,
): Promise<{ sizeBytes: number }> {
  const source = await openConnection(driver, path, keyHex, 'write');
  try {
    await assertAuthentic(source);
    const { version, counts } = await source.export(copy, keyHex, async () => ({
      version: await schemaVersion(source),
      counts: await countRows(source),
    }));
    await checkCopy(driver, keyHex, copy, version, counts);
    await flushToDisk(copy);
    return { sizeBytes: (await stat(copy)).size };
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'BOOK_EXISTS')) await rm(copy, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

async function checkCopy(driver: Driver, keyHex: string, path: string, version: number, counts: string): Promise<void> {
  const copy = await openConnection(driver, path, keyHex, 'read');
  try {
    await assertAuthentic(copy);
    const [integrity] = await copy.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    const same = (await schemaVersion(copy)) === version && (await countRows(copy)) === counts;
    if (integrity?.integrity_check !== 'ok' || !same) throw new StoreError('COPY_DIFFERS');
  } finally {
    await copy.close();
  }
}

/** Rows of every table, as one text to compare. */
async function countRows(connection: Connection): Promise<string> {
  // The names come from the database's own schema; virtual tables are counted by the tables they keep their rows in.
  const tables = await connection.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name",
  );
  const counts: string[] = [];
  for (const { name } of tables) {
    const [row] = await connection.all<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`);
    counts.push(`${name} ${row?.rows}`);
  }
  return counts.join('\n');
}

async function flushToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    // SQLite makes files as the process's mask says.
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}
