import { StoreError, type StoreErrorCode } from '../store-error.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) as codes of the store. */
const CODES: Readonly<Record<number, StoreErrorCode>> = {
  3: 'CANNOT_OPEN', // SQLITE_PERM
  5: 'BUSY',
  6: 'BUSY', // SQLITE_LOCKED
  7: 'NO_MEMORY',
  8: 'READ_ONLY',
  9: 'INTERRUPTED',
  10: 'INPUT_OUTPUT',
  11: 'CORRUPT',
  13: 'DISK_FULL',
  14: 'CANNOT_OPEN',
  18: 'CONSTRAINT', // SQLITE_TOOBIG
  19: 'CONSTRAINT',
  20: 'CONSTRAINT', // SQLITE_MISMATCH: a value of the wrong type
  21: 'CLOSED', // SQLITE_MISUSE
  26: 'NOT_A_DATABASE',
};

/**
 * A StoreError for what a SQLite binding threw, by its result code.
 * @param withMessage also keeps SQLite's own words: only where no value has been bound yet
 */
export function sqliteError(error: unknown, { withMessage = false } = {}): StoreError {
  if (error instanceof StoreError) return error;
  const errno = typeof error === 'object' && error !== null && 'errno' in error ? Number(error.errno) : Number.NaN;
  // Extended codes carry the primary one in their low byte.
  const code = CODES[errno & 0xff] ?? 'SQL';
  const words = withMessage && error instanceof Error ? error.message : undefined;
  return new StoreError(code, Number.isInteger(errno) ? { sqlite: errno } : {}, words);
}
