import type { Dirent } from 'node:fs';
import { chmod, copyFile, mkdir, open, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '#main/vault/atomic-file.ts';
import { FILE_MODE, FILES_FOLDER, FOLDER_MODE, PART_ENDING, VAULT_FILE } from '#main/vault/casebook-folder.ts';
import { systemCodeOf, VaultError, withFileErrors } from '#main/vault/errors.ts';

/**
 * Makes `folder`, or takes an empty one, closes it to all but its owner, and fills it; if that fails, all that was made is removed.
 * @throws VaultError FOLDER_NOT_EMPTY, VAULT_IO, and whatever `fill` throws
 */
export async function inNewFolder<T>(folder: string, fill: () => Promise<T>): Promise<T> {
  const made = await withFileErrors(() => mkdir(folder, { recursive: true, mode: FOLDER_MODE }));
  const there = await withFileErrors(() => readdir(folder));
  if (there.length > 0) throw new VaultError('FOLDER_NOT_EMPTY');
  try {
    await withFileErrors(() => chmod(folder, FOLDER_MODE));
    const value = await fill();
    await withFileErrors(() => syncFolder(folder));
    return value;
  } catch (error) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
    if (made !== undefined) await rmdir(folder);
    throw error;
  }
}

/**
 * Copies the vault file and the attachments, which are encrypted each for itself.
 * @throws VaultError VAULT_IO
 */
export async function copyVaultAndFiles(from: string, to: string): Promise<void> {
  await withFileErrors(async () => {
    await copySynced(join(from, VAULT_FILE), join(to, VAULT_FILE));
    await mkdir(join(to, FILES_FOLDER), { mode: FOLDER_MODE });
    for (const entry of await filesIn(join(from, FILES_FOLDER))) {
      // A link could lead to a file elsewhere, which would leave with the copy in clear; a part is no attachment yet.
      if (entry.isFile() && !entry.name.endsWith(PART_ENDING))
        await copySynced(join(from, FILES_FOLDER, entry.name), join(to, FILES_FOLDER, entry.name));
    }
    await syncFolder(join(to, FILES_FOLDER));
  });
}

/** What lies in a folder; nothing where a book has none: then no file was ever taken in, or the check of the copy tells which are gone. */
async function filesIn(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

/** Copies a file that may be missing. Throws VaultError VAULT_IO. */
export async function copyIfThere(from: string, to: string): Promise<void> {
  await withFileErrors(() =>
    copySynced(from, to).catch((error: unknown) => {
      if (systemCodeOf(error) !== 'ENOENT') throw error;
    }),
  );
}

async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const file = await open(to, 'r+');
  try {
    await file.chmod(FILE_MODE);
    await file.sync();
  } finally {
    await file.close();
  }
}
