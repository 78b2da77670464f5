import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookEntry, BookPurpose } from '#contract/app.ts';
import { BOOK_FILE, VAULT_FILE } from '#main/vault/casebook-folder.ts';
import { describeVault } from '#main/vault/vault.ts';

export interface FoundBook {
  readonly ref: string;
  readonly folder: string;
  /** Null when the vault file cannot be read. */
  readonly purpose: BookPurpose | null;
}

/**
 * Casebooks in a folder, without a key: each folder with a vault file is one. Nothing of a folder's name is told, since
 * a person may have put a name there.
 */
export async function listBooks(booksFolder: string): Promise<BookEntry[]> {
  const books = await findBooks(booksFolder);
  return Promise.all(
    books.map(async ({ ref, folder, purpose }) => ({ ref, purpose, sizeBytes: await sizeOf(join(folder, BOOK_FILE)) })),
  );
}

/** The casebook a page means, or null: a page can name only what was found, never a path. */
export async function findBook(booksFolder: string, ref: string): Promise<FoundBook | null> {
  return (await findBooks(booksFolder)).find((book) => book.ref === ref) ?? null;
}

/** The name of a casebook's folder towards the page; says nothing about the folder. */
export function refOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 32);
}

/** A folder for a new casebook, its name random; it does not exist yet. */
export async function newBookFolder(booksFolder: string): Promise<string> {
  await mkdir(booksFolder, { recursive: true, mode: 0o700 });
  return join(booksFolder, randomBytes(8).toString('hex'));
}

async function findBooks(booksFolder: string): Promise<FoundBook[]> {
  const entries = await readdir(booksFolder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(booksFolder, name));
  const found = await Promise.all(
    folders.sort().map(async (folder) => {
      if (!existsSync(join(folder, VAULT_FILE))) return [];
      const purpose = await describeVault(folder).then(
        (vault) => vault.purpose,
        () => null,
      );
      return [{ ref: refOf(folder), folder, purpose }];
    }),
  );
  return found.flat();
}

/** Bytes of a file; 0 when it is not there. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
