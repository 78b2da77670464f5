import { newRecordId, type RecordId } from '#model/ids.ts';
import type { Book, BookInfo } from '../book.ts';
import type { Connection, Driver, OpenMode } from '../driver/driver.ts';
import { sqlcipherDriver } from '../driver/sqlcipher.ts';
import { MIGRATIONS } from '../migrations/registry.ts';
import { StoreError } from '../store-error.ts';
import { assembleBook, genesisOf } from './assemble-book.ts';
import { readBookInfo, writeBookInfo } from './book-info.ts';
import { openConnection, openReader } from './connection.ts';
import { exportCopy } from './export.ts';
import { latestOf, type Migration, migrate, schemaVersion } from './migrate.ts';
import { inTransaction } from './transaction.ts';

/** What every opening may name; the parts that reach outside the store can be replaced in tests. */
export interface BookOptions {
  /** Who works in the book: written into every entry of the logs. */
  readonly person: string;
  /** ms UTC. */
  readonly now?: () => number;
  readonly newId?: () => RecordId;
  /**
   * Awaited after each commit, before its command resolves, with the new head of the log; a new book's first head is
   * number 0. If it throws, the command fails with HEAD_NOT_WRITTEN although it is committed.
   */
  readonly onCommitted?: (seq: number, hash: string) => Promise<void> | void;
  readonly driver?: Driver;
  readonly migrations?: readonly Migration[];
}

export interface CreateOptions extends BookOptions {
  readonly bookId: string;
  readonly purpose: BookInfo['purpose'];
  readonly zone: string;
}

export interface OpenOptions extends BookOptions {
  /** Opens without being able to write; an older book is refused with BOOK_OLDER. */
  readonly readonly?: boolean;
  /**
   * Called before an older book is brought up to date, with a way to make a copy of it first. If it throws, nothing
   * is touched.
   */
  readonly beforeMigrate?: (step: {
    readonly from: number;
    readonly to: number;
    exportTo(path: string): Promise<{ sizeBytes: number }>;
  }) => Promise<void>;
}

/**
 * Makes a new, empty casebook.
 * @param path of its database, which must not exist
 * @param keyHex 32 bytes as 64 hex digits
 * @throws StoreError BOOK_EXISTS, KEY_FORMAT, CANNOT_OPEN, DISK_FULL
 */
export async function createBook(path: string, keyHex: string, options: CreateOptions): Promise<Book> {
  const { driver = sqlcipherDriver, migrations = MIGRATIONS, now = Date.now, person } = options;
  const writer = await openConnection(driver, path, keyHex, 'create');
  return closingOnError(writer, async () => {
    await migrate(writer, migrations);
    const info: BookInfo = {
      id: options.bookId,
      purpose: options.purpose,
      zone: options.zone,
      createdAt: now(),
      createdBy: person,
    };
    await inTransaction(writer, () => writeBookInfo(writer, info));
    await options.onCommitted?.(0, genesisOf(info).log);
    return withReader(writer, info, path, keyHex, 'write', options);
  });
}

/**
 * Opens a casebook, bringing it up to date if an older version of the program made it.
 * @param keyHex 32 bytes as 64 hex digits
 * @throws StoreError CANNOT_OPEN (missing), NOT_A_DATABASE (wrong key), CORRUPT, BOOK_NEWER, BOOK_OLDER,
 * BOOK_INCOMPLETE, BUSY; the file is left as it was
 */
export async function openBook(path: string, keyHex: string, options: OpenOptions): Promise<Book> {
  const { driver = sqlcipherDriver, migrations = MIGRATIONS, readonly = false, beforeMigrate } = options;
  const mode: OpenMode = readonly ? 'read' : 'write';
  const writer = await openConnection(driver, path, keyHex, mode);
  return closingOnError(writer, async () => {
    const version = await schemaVersion(writer);
    if (version === 0) throw new StoreError('BOOK_INCOMPLETE');
    if (readonly && version < latestOf(migrations)) throw new StoreError('BOOK_OLDER', { version });
    await migrate(writer, migrations, async (from, to) => {
      const exportTo = (copy: string) => exportCopy(driver, path, keyHex, copy);
      await beforeMigrate?.({ from, to, exportTo });
    });
    const info = await readBookInfo(writer);
    return withReader(writer, info, path, keyHex, mode, options);
  });
}

async function withReader(
  writer: Connection,
  info: BookInfo,
  path: string,
  keyHex: string,
  mode: OpenMode,
  options: BookOptions,
): Promise<Book> {
  const { driver = sqlcipherDriver, person, now = Date.now, newId = newRecordId } = options;
  const reader = await openReader(driver, path, keyHex, mode);
  return assembleBook({
    writer,
    reader,
    info,
    person,
    now,
    newId,
    onCommitted: options.onCommitted ?? (() => undefined),
    openSide: () => openReader(driver, path, keyHex, mode),
    exportTo: (copy) => exportCopy(driver, path, keyHex, copy),
  });
}

async function closingOnError<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await connection.close();
    throw error;
  }
}
