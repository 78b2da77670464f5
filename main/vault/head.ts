import { createHmac, timingSafeEqual } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readSmallFile, writeFileAtomically } from './atomic-file.ts';
import { HEAD_FILE } from './casebook-folder.ts';
import { VaultError, withFileErrors } from './errors.ts';

/** Where the log stood: sequence number and hash (64 hex digits) of its last entry. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A head that was read. */
export interface FoundHead extends Head {
  /**
   * False when one of the two records was not valid and this is the other one. A power cut during a write leaves that;
   * so does someone who spoils the newer record to go with a shortened database. Worth an entry in the log.
   */
  readonly whole: boolean;
}

/*
 * The file holds two records of one form, 4,096 bytes apart so that no sector or page holds both. A write replaces the
 * older one in place and leaves the newer alone: a crash leaves the old head or the new one. Nothing is allocated or
 * renamed, so it works on a full disk too, and one fdatasync makes it last.
 *
 *   0  magic "VBH1"    8  turn, uint64: the higher one is newer    16  seq, uint64    24  hash, 32 bytes
 *   56  HMAC-SHA-256 over bytes 0 to 55
 */
const MAGIC = Buffer.from('VBH1\0\0\0\0');
const MAC_AT = 56;
const RECORD_BYTES = MAC_AT + 32;
const SPACING_BYTES = 4096;
const FILE_BYTES = SPACING_BYTES + RECORD_BYTES;

interface HeadRecord extends Head {
  readonly turn: bigint;
  readonly index: 0 | 1;
}

/**
 * Keeps the head outside the database, lasting when the promise resolves. One call at a time for a folder: the caller's
 * command queue sees to that. A file that is missing or holds nothing valid is written anew, so read it first.
 * @param key `keys.head` of the unlocked vault
 * @throws VaultError VAULT_IO; RangeError when seq or hash has not its form
 */
export async function writeHead(folder: string, key: Uint8Array, head: Head): Promise<void> {
  const newest = newestOf(recordsOf(await readSmallFile(join(folder, HEAD_FILE), FILE_BYTES), key));
  if (newest === undefined) {
    const bytes = Buffer.alloc(FILE_BYTES);
    encode(head, 1n, key).copy(bytes, 0);
    encode(head, 2n, key).copy(bytes, SPACING_BYTES);
    await writeFileAtomically(folder, HEAD_FILE, bytes);
    return;
  }
  const record = encode(head, newest.turn + 1n, key);
  await withFileErrors(async () => {
    const file = await open(join(folder, HEAD_FILE), 'r+');
    try {
      await file.write(record, 0, RECORD_BYTES, newest.index === 0 ? SPACING_BYTES : 0);
      await file.datasync();
    } finally {
      await file.close();
    }
  });
}

/**
 * The head last written, or null when there is no file. That the folder as a whole was not set back to an earlier state
 * cannot be seen here: only a checkpoint kept elsewhere shows that.
 * @param key `keys.head` of the unlocked vault
 * @throws VaultError HEAD_TAMPERED when the file is there and neither record was written under this key; VAULT_IO
 */
export async function readHead(folder: string, key: Uint8Array): Promise<FoundHead | null> {
  const bytes = await readSmallFile(join(folder, HEAD_FILE), FILE_BYTES);
  if (bytes === 'missing') return null;
  const records = recordsOf(bytes, key);
  const newest = newestOf(records);
  if (newest === undefined) throw new VaultError('HEAD_TAMPERED');
  return { seq: newest.seq, hash: newest.hash, whole: records.length === 2 };
}

function recordsOf(bytes: Buffer | 'missing' | 'unusable', key: Uint8Array): HeadRecord[] {
  if (!(bytes instanceof Buffer)) return [];
  return ([0, 1] as const).flatMap((index) => decode(bytes, index, key) ?? []);
}

function newestOf(records: readonly HeadRecord[]): HeadRecord | undefined {
  return records.toSorted((a, b) => (a.turn > b.turn ? -1 : 1))[0];
}

function encode({ seq, hash }: Head, turn: bigint, key: Uint8Array): Buffer {
  if (!Number.isSafeInteger(seq) || seq < 0) throw new RangeError('seq');
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('hash');
  const record = Buffer.alloc(RECORD_BYTES);
  MAGIC.copy(record);
  record.writeBigUInt64BE(turn, 8);
  record.writeBigUInt64BE(BigInt(seq), 16);
  record.write(hash, 24, 'hex');
  macOf(record, key).copy(record, MAC_AT);
  return record;
}

function decode(bytes: Buffer, index: 0 | 1, key: Uint8Array): HeadRecord | null {
  const record = bytes.subarray(index * SPACING_BYTES, index * SPACING_BYTES + RECORD_BYTES);
  if (record.length < RECORD_BYTES || !timingSafeEqual(macOf(record, key), record.subarray(MAC_AT))) return null;
  return {
    index,
    turn: record.readBigUInt64BE(8),
    seq: Number(record.readBigUInt64BE(16)),
    hash: record.toString('hex', 24, MAC_AT),
  };
}

function macOf(record: Buffer, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(record.subarray(0, MAC_AT)).digest();
}
