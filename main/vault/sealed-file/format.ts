import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { VaultError } from '../errors.ts';
import { KEY_BYTES } from '../keys.ts';

/**
 * The form of an encrypted attachment: a header, then chunks, each sealed for itself, so that a file of gigabytes is
 * written and read piece by piece and nothing of a piece is believed before it was authenticated.
 *
 * The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance", CRYPTO 2015), laid out as in Tink's streaming AES-GCM-HKDF: a key of its own for each file, and
 * nonces of a random prefix, the chunk's number and a flag on the last chunk. Chunks that were cut off, repeated or put
 * in another order do not open.
 *
 * The key is drawn with the whole header and the file's id in HKDF's `info`: a header that was changed gives another
 * key, and a file that was put under another one's name does not open.
 */
const MAGIC = Buffer.from('VBNKFIL1', 'latin1');
const SALT_BYTES = 32;
const PREFIX_BYTES = 7;
export const TAG_BYTES = 16;
/** magic, log2 of the chunk's length, salt, nonce prefix */
export const HEADER_BYTES = MAGIC.length + 1 + SALT_BYTES + PREFIX_BYTES;
/** Plain bytes of each chunk but the last: 256 KiB. */
const CHUNK_LOG2 = 18;
export const CHUNK_BYTES = 2 ** CHUNK_LOG2;
/** The number of a chunk has 32 bits. */
const MOST_CHUNKS = 2 ** 32;

const CIPHER = 'aes-256-gcm';

/** Header of a new file over random bytes. */
export function newHeader(random: (bytes: number) => Uint8Array): Buffer {
  return Buffer.concat([MAGIC, Buffer.of(CHUNK_LOG2), random(SALT_BYTES), random(PREFIX_BYTES)]);
}

/** Seals and opens the chunks of one file. */
export interface ChunkCipher {
  /** The chunk's sealed bytes, in the order in which they are written: as long as it is, and 16 more. */
  seal(chunk: Uint8Array, number: number, isLast: boolean): readonly Buffer[];
  /** The chunk's plain bytes. Throws VaultError FILE_DAMAGED if it is not what was written in this place. */
  open(sealed: Uint8Array, number: number, isLast: boolean): Buffer;
}

/**
 * The cipher of the file `id` with this header.
 * @param filesKey the book's key for attachments
 * @throws VaultError FILE_DAMAGED if the header is none of ours
 */
export function chunkCipher(filesKey: Uint8Array, id: string, header: Uint8Array): ChunkCipher {
  const isOurs =
    header.length === HEADER_BYTES &&
    MAGIC.equals(header.subarray(0, MAGIC.length)) &&
    header[MAGIC.length] === CHUNK_LOG2;
  if (!isOurs) throw new VaultError('FILE_DAMAGED');
  const salt = header.subarray(MAGIC.length + 1, MAGIC.length + 1 + SALT_BYTES);
  const prefix = header.subarray(HEADER_BYTES - PREFIX_BYTES);
  const info = Buffer.concat([Buffer.from(`vernebok/1/file\0${id}\0`), header]);
  const key = Buffer.from(hkdfSync('sha256', filesKey, salt, info, KEY_BYTES));
  return {
    seal(chunk, number, isLast) {
      const cipher = createCipheriv(CIPHER, key, nonceOf(prefix, number, isLast), { authTagLength: TAG_BYTES });
      const sealed = cipher.update(chunk);
      cipher.final();
      return [sealed, cipher.getAuthTag()];
    },
    open(sealed, number, isLast) {
      if (sealed.length < TAG_BYTES) throw new VaultError('FILE_DAMAGED');
      const at = sealed.length - TAG_BYTES;
      const nonce = nonceOf(prefix, number, isLast);
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(sealed.subarray(at));
      const plain = decipher.update(sealed.subarray(0, at));
      try {
        decipher.final();
      } catch {
        plain.fill(0);
        throw new VaultError('FILE_DAMAGED');
      }
      return plain;
    },
  };
}

function nonceOf(prefix: Uint8Array, number: number, isLast: boolean): Buffer {
  if (number >= MOST_CHUNKS) throw new RangeError('too many chunks');
  const nonce = Buffer.alloc(PREFIX_BYTES + 5);
  nonce.set(prefix);
  nonce.writeUInt32BE(number, PREFIX_BYTES);
  nonce[PREFIX_BYTES + 4] = isLast ? 1 : 0;
  return nonce;
}

/** How a sealed file is divided, from its length alone; null for a length that no sealed file has. */
export function layoutOf(sealedBytes: number): { readonly chunks: number; readonly sizeBytes: number } | null {
  const body = sealedBytes - HEADER_BYTES;
  if (body < TAG_BYTES) return null;
  const chunks = Math.ceil(body / (CHUNK_BYTES + TAG_BYTES));
  const lastBytes = body - (chunks - 1) * (CHUNK_BYTES + TAG_BYTES) - TAG_BYTES;
  // Only a file of no bytes has a chunk of none.
  if (lastBytes < 0 || (lastBytes === 0 && chunks > 1)) return null;
  return { chunks, sizeBytes: body - chunks * TAG_BYTES };
}
