import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../atomic-file.ts';
import { FILES_FOLDER, PART_ENDING } from '../casebook-folder.ts';
import { systemCodeOf, withFileErrors } from '../errors.ts';

/** Names of sealed files: random ids. Anything else in the folder is not ours and is left alone. */
const ID = /^[0-9a-f]{32}$/;

/** Ids of the sealed files of a casebook, and of those that are not all there. Throws VaultError VAULT_IO. */
export async function listSealedFiles(folder: string): Promise<{ whole: string[]; parts: string[] }> {
  const entries = await withFileErrors(() =>
    readdir(join(folder, FILES_FOLDER), { withFileTypes: true }).catch((error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT') return [];
      throw error;
    }),
  );
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const parts = names.filter((name) => name.endsWith(PART_ENDING)).map((name) => name.slice(0, -PART_ENDING.length));
  return { whole: names.filter((name) => ID.test(name)), parts: parts.filter((id) => ID.test(id)) };
}

/** Removes sealed files of a casebook, whole or in part, as far as they are there. Throws VaultError VAULT_IO. */
export async function removeSealedFiles(
  folder: string,
  { whole = [], parts = [] }: { whole?: readonly string[]; parts?: readonly string[] },
): Promise<void> {
  const names = [...whole, ...parts.map((id) => `${id}${PART_ENDING}`)];
  if (names.length === 0) return;
  const files = join(folder, FILES_FOLDER);
  await withFileErrors(async () => {
    for (const name of names) await rm(join(files, name), { force: true });
    await syncFolder(files);
  });
}
