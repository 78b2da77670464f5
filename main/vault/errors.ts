/** What can go wrong with a vault, by name. Words for people are chosen in the interface. */
export type VaultErrorCode =
  // The folder
  | 'FOLDER_NOT_EMPTY' // a new casebook was asked for where something already is
  | 'VAULT_MISSING' // no vault.json: not a casebook, or not the whole of one
  | 'BOOK_MISSING' // vault.json is there, book.db is not
  | 'VAULT_IO' // the system refused; data: systemCode (ENOSPC, EACCES, …)
  // vault.json
  | 'VAULT_DAMAGED' // not what was written; data: reason
  | 'VAULT_NEWER' // of a newer version of the program; data: formatVersion
  | 'VAULT_TAMPERED' // whole in itself, but not written by someone who could open the book
  | 'VAULT_NEEDS_MEMORY' // this machine cannot do the work a slot asks for; data: neededBytes
  // Signing in
  | 'PASSPHRASE_WRONG' // data: failedInRow, waitMs
  | 'ATTEMPTS_SLOWED' // not tried at all, too soon after the last; data: waitMs
  // Choosing
  | 'PASSPHRASE_REFUSED' // data: reason, minLength, maxLength
  | 'COST_REFUSED' // below what is safe or above what any machine would open
  | 'LABEL_REFUSED'
  // Slots
  | 'LAST_SLOT' // removing it would close the book for ever
  | 'SLOT_NOT_FOUND'
  | 'TOO_MANY_SLOTS'
  | 'VAULT_DISPOSED' // the keys were overwritten; unlock again
  // Attachments
  | 'FILE_MISSING' // the record is there, its file is not
  | 'FILE_DAMAGED' // not what was written: cut, changed, or another file under its name
  // The head
  | 'HEAD_TAMPERED'; // the file is there, but nothing in it was written under this book's key

/** Names and numbers only: never a passphrase, a key, a path or a label. */
export type VaultErrorData = Readonly<Record<string, string | number>>;

/** An error of the vault: `code` says which, `data` what an interface needs to say more. */
export class VaultError extends Error {
  readonly code: VaultErrorCode;
  readonly data: VaultErrorData;

  constructor(code: VaultErrorCode, data: VaultErrorData = {}) {
    super(code);
    this.name = 'VaultError';
    this.code = code;
    this.data = data;
  }
}

/** True if `error` is a vault error, of that code if one is given. */
export function isVaultError(error: unknown, code?: VaultErrorCode): error is VaultError {
  return error instanceof VaultError && (code === undefined || error.code === code);
}

/** The system's own code of a failed call (`ENOENT`), or null. */
export function systemCodeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * Runs file work and turns what the system throws into VAULT_IO. The original is dropped on purpose: its message names
 * the path, and the name of a folder may be the name of a person.
 */
export async function withFileErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const systemCode = systemCodeOf(error);
    if (error instanceof VaultError || systemCode === null) throw error;
    throw new VaultError('VAULT_IO', { systemCode });
  }
}
