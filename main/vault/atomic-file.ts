import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_MODE } from './casebook-folder.ts';
import { systemCodeOf, withFileErrors } from './errors.ts';

/**
 * Writes a small file so that a crash at any instant leaves the old bytes or the new ones: a temporary file beside it,
 * fsync, rename over the old one (rename(2) is atomic), fsync of the folder so that the rename itself lasts.
 * A temporary file left by a crash is never read and is replaced by the next write.
 * @throws VaultError VAULT_IO
 */
export async function writeFileAtomically(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `${name}.tmp`);
  await withFileErrors(async () => {
    await rm(temporary, { force: true });
    // `wx`: never through a link that someone laid here.
    const file = await open(temporary, 'wx', FILE_MODE);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name));
    await syncFolder(folder);
  });
}

/** Makes names created, renamed or removed in `folder` last. Windows cannot open a folder for this and needs it not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A whole small file, or why not: `missing`, or `unusable` when it is no ordinary file or longer than `maxBytes`, which
 * is looked at before anything is read.
 * @throws VaultError VAULT_IO
 */
export async function readSmallFile(path: string, maxBytes: number): Promise<Buffer | 'missing' | 'unusable'> {
  return withFileErrors(async () => {
    const found = await stat(path).catch((error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT' || systemCodeOf(error) === 'ENOTDIR') return null;
      throw error;
    });
    if (found === null) return 'missing';
    if (!found.isFile() || found.size > maxBytes) return 'unusable';
    const file = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(found.size);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  });
}
