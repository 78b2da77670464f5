import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { FILES_FOLDER } from '../casebook-folder.ts';
import { systemCodeOf, VaultError, withFileErrors } from '../errors.ts';
import { CHUNK_BYTES, type ChunkCipher, chunkCipher, HEADER_BYTES, layoutOf, TAG_BYTES } from './format.ts';
import type { SealedFileFacts } from './writer.ts';

/** A sealed file that is open for reading; close it. */
export interface SealedFile {
  /** Plain bytes. */
  readonly sizeBytes: number;
  /**
   * Plain bytes from `offset`, at most `length` and no more than there are.
   * @throws VaultError FILE_DAMAGED if they are not what was written; VAULT_IO
   */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens a sealed file. Its last chunk is authenticated first, so that a file that was cut off is known before anything
 * of it is shown: the way age reads from the middle of a file (C2SP age specification, STREAM).
 * @param folder of the casebook
 * @throws VaultError FILE_MISSING, FILE_DAMAGED, VAULT_IO
 */
export async function openSealedFile(folder: string, filesKey: Uint8Array, id: string): Promise<SealedFile> {
  const file = await withFileErrors(() =>
    open(join(folder, FILES_FOLDER, id), 'r').catch((error: unknown) => {
      throw systemCodeOf(error) === 'ENOENT' ? new VaultError('FILE_MISSING') : error;
    }),
  );
  try {
    return await withFileErrors(() => readSealed(file, filesKey, id));
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readSealed(file: FileHandle, filesKey: Uint8Array, id: string): Promise<SealedFile> {
  const found = await file.stat();
  const layout = found.isFile() ? layoutOf(found.size) : null;
  if (layout === null) throw new VaultError('FILE_DAMAGED');
  const { chunks, sizeBytes } = layout;
  const cipher = chunkCipher(filesKey, id, await readAt(file, 0, HEADER_BYTES));
  await chunkAt(file, cipher, chunks - 1, layout);
  return {
    sizeBytes,
    close: () => file.close(),
    read: (offset, length) =>
      withFileErrors(async () => {
        const to = Math.min(sizeBytes, offset + length);
        const parts: Buffer[] = [];
        for (let number = Math.floor(offset / CHUNK_BYTES); number * CHUNK_BYTES < to; number += 1) {
          const plain = await chunkAt(file, cipher, number, layout);
          const start = number * CHUNK_BYTES;
          parts.push(plain.subarray(Math.max(0, offset - start), Math.max(0, to - start)));
        }
        return parts.length === 1 ? (parts[0] ?? Buffer.of()) : Buffer.concat(parts);
      }),
  };
}

async function chunkAt(
  file: FileHandle,
  cipher: ChunkCipher,
  number: number,
  { chunks, sizeBytes }: { readonly chunks: number; readonly sizeBytes: number },
): Promise<Buffer> {
  const isLast = number === chunks - 1;
  const bytes = (isLast ? sizeBytes - number * CHUNK_BYTES : CHUNK_BYTES) + TAG_BYTES;
  const sealed = await readAt(file, HEADER_BYTES + number * (CHUNK_BYTES + TAG_BYTES), bytes);
  return cipher.open(sealed, number, isLast);
}

/** Exactly `length` bytes. Throws VaultError FILE_DAMAGED when the file has become shorter. */
async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, from + read);
    if (bytesRead === 0) throw new VaultError('FILE_DAMAGED');
    read += bytesRead;
  }
  return bytes;
}

/** Plain bytes read at once when a whole file is checked. */
const STEP_BYTES = 16 * CHUNK_BYTES;

/**
 * Reads a sealed file from beginning to end.
 * @returns what it holds, to be compared with what was noted when it was taken in
 * @throws VaultError FILE_MISSING, FILE_DAMAGED, VAULT_IO; AbortError of `signal`
 */
export async function checkSealedFile(
  folder: string,
  filesKey: Uint8Array,
  id: string,
  signal?: AbortSignal,
): Promise<SealedFileFacts> {
  const file = await openSealedFile(folder, filesKey, id);
  try {
    const hash = createHash('sha256');
    for (let from = 0; from < file.sizeBytes; from += STEP_BYTES) {
      signal?.throwIfAborted();
      hash.update(await file.read(from, STEP_BYTES));
    }
    return { sizeBytes: file.sizeBytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}
