/** What lies in the folder of a casebook, by name. Only `vault.json` can be read without a key. */
export const VAULT_FILE = 'vault.json';
/** The vault file before its last change; after a slot was withdrawn, a copy of the present one. */
export const PREVIOUS_VAULT_FILE = 'vault.json.previous';
/** The encrypted database. Made and opened by others; here only its being there is looked at. */
export const BOOK_FILE = 'book.db';
export const HEAD_FILE = 'head';
export const ATTEMPTS_FILE = 'attempts';
export const FILES_FOLDER = 'files';
/** Ends the name of an attachment that is not all there yet. */
export const PART_ENDING = '.part';
export const BACKUPS_FOLDER = 'backups';

/** For the signed-in user alone. Systems without POSIX modes (Windows) ignore both. */
export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;
