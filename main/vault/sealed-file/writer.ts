import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../atomic-file.ts';
import { FILE_MODE, FILES_FOLDER, FOLDER_MODE, PART_ENDING } from '../casebook-folder.ts';
import { withFileErrors } from '../errors.ts';
import { CHUNK_BYTES, chunkCipher, newHeader } from './format.ts';

/** What is known of a file once it is all there. */
export interface SealedFileFacts {
  /** Plain bytes. */
  readonly sizeBytes: number;
  /** SHA-256 of the plain bytes (FIPS 180-4), 64 hex digits. */
  readonly sha256: string;
}

/** A file that is coming in. Until `finish` has answered, nothing in the casebook's folder counts as it. */
export interface SealedFileWriter {
  /**
   * Takes the next plain bytes: they are sealed before this returns, and written after those of earlier calls, which need
   * not be awaited. Throws VaultError VAULT_IO; what was written is then gone.
   */
  append(bytes: Uint8Array): Promise<void>;
  /** Seals the rest, syncs it and gives the file its name. Throws VaultError VAULT_IO. */
  finish(): Promise<SealedFileFacts>;
  /** Leaves nothing of it. */
  abandon(): Promise<void>;
}

/**
 * Begins the sealed file `id` among the attachments of a casebook. Plain bytes are held in memory for one chunk at most
 * and never touch the disk.
 * @param folder of the casebook
 * @param filesKey the book's key for attachments
 * @param id random; 32 hex digits, the file's name
 * @throws VaultError VAULT_IO
 */
export async function beginSealedFile(folder: string, filesKey: Uint8Array, id: string): Promise<SealedFileWriter> {
  const files = join(folder, FILES_FOLDER);
  const part = join(files, `${id}${PART_ENDING}`);
  const header = newHeader(randomBytes);
  const cipher = chunkCipher(filesKey, id, header);
  const hash = createHash('sha256');
  const held = Buffer.allocUnsafe(CHUNK_BYTES);
  let heldBytes = 0;
  let chunks = 0;
  let sizeBytes = 0;
  let written: Promise<void> = Promise.resolve();
  // A book made before it had attachments, or restored by hand without any, has no such folder.
  await withFileErrors(() => mkdir(files, { recursive: true, mode: FOLDER_MODE }));
  const file = await withFileErrors(() => open(part, 'wx', FILE_MODE));

  async function abandon(): Promise<void> {
    held.fill(0);
    await written.catch(() => undefined);
    await file.close().catch(() => undefined);
    await withFileErrors(() => rm(part, { force: true }));
  }
  async function orNothing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await withFileErrors(work);
    } catch (error) {
      await abandon().catch(() => undefined);
      throw error;
    }
  }
  function seal(chunk: Uint8Array, isLast: boolean): readonly Buffer[] {
    const sealed = cipher.seal(chunk, chunks, isLast);
    chunks += 1;
    return sealed;
  }

  function write(parts: readonly Uint8Array[]): Promise<void> {
    written = written.then(() => writeAll(file, parts));
    return written;
  }

  await orNothing(() => write([header]));
  return {
    append: (bytes) =>
      orNothing(async () => {
        hash.update(bytes);
        sizeBytes += bytes.length;
        let from = 0;
        const sealed: Buffer[] = [];
        // A full chunk waits until more comes: only then it is known not to be the last one.
        while (bytes.length - from > CHUNK_BYTES - heldBytes) {
          if (heldBytes === 0) {
            sealed.push(...seal(bytes.subarray(from, from + CHUNK_BYTES), false));
            from += CHUNK_BYTES;
            continue;
          }
          const taken = bytes.subarray(from, from + CHUNK_BYTES - heldBytes);
          held.set(taken, heldBytes);
          from += taken.length;
          sealed.push(...seal(held, false));
          heldBytes = 0;
        }
        held.set(bytes.subarray(from), heldBytes);
        heldBytes += bytes.length - from;
        await write(sealed);
      }),
    finish: () =>
      orNothing(async () => {
        await write(seal(held.subarray(0, heldBytes), true));
        held.fill(0);
        await file.sync();
        await file.close();
        await rename(part, join(files, id));
        await syncFolder(files);
        return { sizeBytes, sha256: hash.digest('hex') };
      }),
    abandon,
  };
}

/** Writes the parts one behind the other, in one call of the system where it takes them all. */
async function writeAll(file: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  let left = parts;
  while (left.length > 0) {
    let { bytesWritten } = await file.writev(left);
    left = left.flatMap((part) => {
      const written = Math.min(bytesWritten, part.length);
      bytesWritten -= written;
      return written < part.length ? [part.subarray(written)] : [];
    });
  }
}
