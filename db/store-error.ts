/** What can go wrong in the store, by name. Words for people are chosen in the interface. */
export type StoreErrorCode =
  // The file
  | 'NOT_A_DATABASE' // wrong key, or not an encrypted database at all
  | 'CORRUPT' // a page or a row is not as it was written
  | 'CANNOT_OPEN' // missing, or not readable by this user
  | 'BOOK_EXISTS' // a new book or copy was asked for where a file already is
  | 'BOOK_NEWER' // written by a newer version of the program
  | 'BOOK_OLDER' // needs a migration, but was opened read-only
  | 'BOOK_INCOMPLETE' // its creation was interrupted
  | 'KEY_FORMAT' // the key is not 64 hex digits
  | 'NO_CIPHER' // this build of SQLite does not encrypt
  | 'COPY_DIFFERS' // a copy was written but does not hold what the book holds
  // The system
  | 'DISK_FULL'
  | 'READ_ONLY'
  | 'BUSY' // another process holds the book
  | 'INPUT_OUTPUT'
  | 'NO_MEMORY'
  | 'INTERRUPTED'
  | 'CLOSED'
  // The statement
  | 'CONSTRAINT' // the database refused a value; checks before it should have
  | 'SQL' // a mistake in the program
  // The command
  | 'INVALID_VALUES' // data: kind, field, reason
  | 'UNKNOWN_REFERENCE' // data: kind, field, id
  | 'NOT_FOUND' // data: id
  | 'STRUCK' // data: id
  | 'HANDED_OVER' // the case was taken over by another district; data: id of the case
  | 'NESTED_COMMAND' // a command inside a command would wait for itself
  | 'COMMAND_OVER' // a write after its command has ended
  | 'GROUP_CLOSED' // the group was closed or undone already
  | 'HEAD_NOT_WRITTEN' // committed, but what keeps the head outside the book failed; data: seq
  // Undo
  | 'NOTHING_TO_UNDO'
  | 'NOTHING_TO_REDO'
  | 'UNDO_CONFLICT'; // data: see UndoConflict

/** Why a step cannot be taken back or done again. Its values are shown to the person, never logged. */
export interface UndoConflict {
  /** The record that stands in the way. */
  readonly id: string;
  readonly kind: string;
  /**
   * CHANGED: a value, or whether it is struck, is not as the step left it; GONE: it is not there any more; EXISTS: it,
   * or the same imported row, is there again; REFERENCE: it refers to a record that would go, or that has gone.
   */
  readonly reason: 'CHANGED' | 'GONE' | 'EXISTS' | 'REFERENCE';
  /** Field whose value has changed since; null where it is the record itself. */
  readonly field: string | null;
  /** What the step left behind; null, as `found`, of a field that can be withheld. */
  readonly left: unknown;
  /** What is there now. */
  readonly found: unknown;
}

/** An error of the store: `code` says which, `data` what an interface needs to say more. No content in the message. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: StoreErrorCode, data: Readonly<Record<string, unknown>> = {}, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'StoreError';
    this.code = code;
    this.data = data;
  }
}

/** True if `error` is a store error, of that code if one is given. */
export function isStoreError(error: unknown, code?: StoreErrorCode): error is StoreError {
  return error instanceof StoreError && (code === undefined || error.code === code);
}
