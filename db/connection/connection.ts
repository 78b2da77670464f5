import type { Connection, Driver, OpenMode } from '../driver/driver.ts';

/** Most memory for pages, in KiB as SQLite counts it: 64 MiB to read with, 128 MiB to write with. */
const READER_CACHE_KIB = 65_536;
const WRITER_CACHE_KIB = 131_072;
/** The write-ahead log is cut back to this after a large command, bytes. */
const JOURNAL_LIMIT = 64 * 1024 * 1024;

/**
 * Opens a connection with the settings every connection of the book has. Temporary tables, sorts and statement
 * journals stay in memory, so that nothing leaves the encrypted file. Throws what the driver throws.
 */
export async function openConnection(
  driver: Driver,
  path: string,
  keyHex: string,
  mode: OpenMode,
): Promise<Connection> {
  const connection = await driver.open(path, keyHex, mode);
  try {
    await connection.exec(`
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -${WRITER_CACHE_KIB};
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA synchronous = FULL;
    `);
    if (mode !== 'read') {
      await connection.all('PRAGMA journal_mode = WAL');
      await connection.all(`PRAGMA journal_size_limit = ${JOURNAL_LIMIT}`);
    }
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** A connection that can only read: it sees committed rows and nothing else. */
export async function openReader(driver: Driver, path: string, keyHex: string, mode: OpenMode): Promise<Connection> {
  const connection = await openConnection(driver, path, keyHex, mode);
  await connection.exec(`PRAGMA query_only = ON; PRAGMA cache_size = -${READER_CACHE_KIB}`);
  return connection;
}
