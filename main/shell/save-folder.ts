import { mkdir, open, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { SaveTarget } from './shell.ts';

/** How many files of one name a folder takes. */
const MOST_OF_A_NAME = 10_000;

/**
 * A new file in `folder`, readable by its owner only. A name that is taken gets a number, so that nothing is
 * overwritten. The file appears, empty, when the place is chosen and not only when it is written.
 * @throws the file system's error when the folder cannot be written to
 */
export async function saveInFolder(folder: string, suggestedName: string): Promise<SaveTarget> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const ending = extname(suggestedName);
  const name = basename(suggestedName, ending);
  for (let count = 1; count <= MOST_OF_A_NAME; count++) {
    const path = join(folder, count === 1 ? `${name}${ending}` : `${name}-${count}${ending}`);
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (file === null) continue;
    await file.close();
    return {
      savedAs: path,
      write: (bytes) => writeSynced(path, bytes),
      abandon: () => rm(path, { force: true }),
    };
  }
  throw new Error('no free name');
}

/** Writes the whole file and syncs it to the disk; readable by its owner only. */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
