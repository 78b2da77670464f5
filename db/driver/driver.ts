/**
 * The little that the store needs from an encrypted SQLite. A second implementation of it must pass the same tests
 * (tests/db/driver/conformance.ts) and open the same file: SQLCipher 4, raw key, pages of 16,384 bytes.
 */
import type { SqlValue } from '../book.ts';

/** `create` refuses an existing file; `write` and `read` a missing one. */
export type OpenMode = 'create' | 'write' | 'read';

export interface Driver {
  /** For error reports and the about page: name and versions. */
  readonly name: string;
  /**
   * Opens one connection and proves the key by a first read.
   * @param path of the database file
   * @param keyHex 32 bytes as 64 hex digits; never echoed
   * @throws StoreError KEY_FORMAT, NO_CIPHER, CANNOT_OPEN, BOOK_EXISTS, NOT_A_DATABASE, CORRUPT
   */
  open(path: string, keyHex: string, mode: OpenMode): Promise<Connection>;
}

/**
 * One connection. Statements run in the order in which they were given. Failures are StoreErrors by SQLite's code;
 * their messages hold no values.
 */
export interface Connection {
  /** One statement without result rows; answers how many rows it changed. */
  run(sql: string, params?: readonly SqlValue[]): Promise<{ changes: number }>;
  /** All rows of one statement. */
  all<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** Several statements in one text, without values. */
  exec(sql: string): Promise<void>;
  /**
   * Writes an encrypted copy of the whole database under `keyHex`; `path` must not exist. The copy is of one state,
   * and `within` reads that same state. A writer on another connection is not held up.
   */
  export<T>(path: string, keyHex: string, within: () => Promise<T>): Promise<T>;
  /** Makes a statement that is running fail with INTERRUPTED. */
  interrupt(): void;
  /** Closes; everything after it fails with CLOSED. A second call does nothing. */
  close(): Promise<void>;
}
