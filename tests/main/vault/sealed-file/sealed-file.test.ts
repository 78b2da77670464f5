import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILES_FOLDER } from '#main/vault/casebook-folder.ts';
import { CHUNK_BYTES, HEADER_BYTES, layoutOf, TAG_BYTES } from '#main/vault/sealed-file/format.ts';
import { checkSealedFile, openSealedFile } from '#main/vault/sealed-file/reader.ts';
import { beginSealedFile } from '#main/vault/sealed-file/writer.ts';
import fc from '#tests/helpers/property.ts';
import { type Temporary, temporaryFolder } from '../casebook.ts';

const KEY = randomBytes(32);
const SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES;
let home: Temporary;
let last = 0;
beforeAll(async () => {
  home = await temporaryFolder();
});
afterAll(() => home[Symbol.asyncDispose]());

const newId = () => (++last).toString(16).padStart(32, '0');
const pathOf = (id: string) => join(home.path, FILES_FOLDER, id);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Writes `bytes` in pieces of these lengths, the rest as one. */
async function write(bytes: Uint8Array, pieces: readonly number[] = []) {
  const id = newId();
  const writer = await beginSealedFile(home.path, KEY, id);
  let from = 0;
  for (const length of [...pieces, bytes.length]) {
    await writer.append(bytes.subarray(from, from + length));
    from += length;
  }
  return { id, facts: await writer.finish() };
}

async function readAll(id: string, key: Uint8Array = KEY): Promise<Buffer> {
  const file = await openSealedFile(home.path, key, id);
  try {
    return await file.read(0, file.sizeBytes);
  } finally {
    await file.close();
  }
}

/** A copy of a sealed file whose bytes were changed, under the same id in place of it; the id. */
async function changed(bytes: Buffer, change: (sealed: Buffer) => Buffer): Promise<string> {
  const { id } = await write(bytes);
  await writeFile(pathOf(id), change(await readFile(pathOf(id))));
  return id;
}

const EDGES = [
  0,
  1,
  TAG_BYTES,
  CHUNK_BYTES - 1,
  CHUNK_BYTES,
  CHUNK_BYTES + 1,
  2 * CHUNK_BYTES - 1,
  2 * CHUNK_BYTES,
  2 * CHUNK_BYTES + 1,
];

describe('a sealed file', () => {
  // Would catch: a chunk too many or too few where the length is a multiple of the chunk's.
  it.each(EDGES)('of %i bytes comes back whole, with its hash and length', async (length) => {
    const bytes = randomBytes(length);
    const { id, facts } = await write(bytes);
    expect(facts).toEqual({ sizeBytes: length, sha256: sha256(bytes) });
    expect(await checkSealedFile(home.path, KEY, id)).toEqual(facts);
    expect((await readAll(id)).equals(bytes)).toBe(true);
    const { size } = await stat(pathOf(id));
    expect(size).toBe(HEADER_BYTES + length + TAG_BYTES * Math.max(1, Math.ceil(length / CHUNK_BYTES)));
    expect(layoutOf(size)?.sizeBytes).toBe(length);
  });

  // Would catch: bytes lost or doubled where pieces and chunks end at different places; a range cut wrong at an edge.
  it('is the same however it was handed over, and any stretch of it can be read', async () => {
    const bytes = randomBytes(3 * CHUNK_BYTES + 77);
    const near = fc
      .integer({ min: 0, max: 3 })
      .chain((chunk) => fc.integer({ min: -2, max: 2 }).map((off) => Math.max(0, chunk * CHUNK_BYTES + off)));
    const place = fc.oneof(near, fc.integer({ min: 0, max: bytes.length + 5 }));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length }),
        fc.array(place, { maxLength: 6 }),
        fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }),
        async (length, pieces, ranges) => {
          const content = bytes.subarray(0, length);
          const { id, facts } = await write(content, pieces);
          expect(facts).toEqual({ sizeBytes: length, sha256: sha256(content) });
          const file = await openSealedFile(home.path, KEY, id);
          for (const [offset, size] of ranges) {
            expect((await file.read(offset, size)).equals(content.subarray(offset, offset + size))).toBe(true);
          }
          await file.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  // Would catch: plain text on the disk; two files of one content that can be told to be the same.
  it('holds nothing that can be read, and never looks like another of the same content', async () => {
    const bytes = Buffer.from('åpen tekst '.repeat(1_000));
    const [one, other] = [await write(bytes), await write(bytes)];
    const sealed = await readFile(pathOf(one.id));
    expect(sealed.includes('tekst')).toBe(false);
    expect(sealed.subarray(HEADER_BYTES).equals((await readFile(pathOf(other.id))).subarray(HEADER_BYTES))).toBe(false);
    expect((await stat(pathOf(one.id))).mode & 0o777).toBe(0o600);
  });
});

describe('a sealed file that is not what was written', () => {
  const content = randomBytes(2 * CHUNK_BYTES + 1_000);

  // Would catch: a byte that no key or tag covers, in the header as anywhere else.
  it('does not open when any byte of it is changed', async () => {
    const { id } = await write(content);
    const sealed = await readFile(pathOf(id));
    const places = fc.oneof(
      fc.integer({ min: 0, max: HEADER_BYTES - 1 }),
      fc.integer({ min: 0, max: sealed.length - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const wrong = Buffer.from(sealed);
        wrong[at] = (wrong[at] ?? 0) ^ flip;
        await writeFile(pathOf(id), wrong);
        await expect(readAll(id)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
      }),
      { numRuns: 60 },
    );
  });

  // Would catch: a file cut at the end of a chunk, which authenticates chunk by chunk, taken for a shorter one.
  it.each([
    ['nothing left', 0],
    ['the header alone', HEADER_BYTES],
    ['one chunk', HEADER_BYTES + SEALED_CHUNK],
    ['two chunks', HEADER_BYTES + 2 * SEALED_CHUNK],
    ['a tag without bytes', HEADER_BYTES + SEALED_CHUNK + TAG_BYTES],
    ['all but a byte', HEADER_BYTES + 2 * SEALED_CHUNK + 1_000 + TAG_BYTES - 1],
  ])('is refused at opening when it was cut: %s', async (_, length) => {
    const { id } = await write(content);
    await truncate(pathOf(id), length);
    await expect(openSealedFile(home.path, KEY, id)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  // Would catch: chunks that open in each other's place, or after the end.
  it('does not open with chunks swapped, repeated or added', async () => {
    const chunk = (sealed: Buffer, number: number) =>
      sealed.subarray(HEADER_BYTES + number * SEALED_CHUNK, HEADER_BYTES + (number + 1) * SEALED_CHUNK);
    const changes: ((sealed: Buffer) => Buffer)[] = [
      (s) => Buffer.concat([s.subarray(0, HEADER_BYTES), chunk(s, 1), chunk(s, 0), chunk(s, 2)]),
      (s) => Buffer.concat([s.subarray(0, HEADER_BYTES), chunk(s, 0), chunk(s, 0), chunk(s, 2)]),
      (s) => Buffer.concat([s, Buffer.alloc(SEALED_CHUNK)]),
      (s) => Buffer.concat([s.subarray(0, HEADER_BYTES), chunk(s, 0), chunk(s, 2)]),
    ];
    for (const change of changes) {
      const id = await changed(content, change);
      await expect(readAll(id)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    }
  });

  // Would catch: evidence exchanged by renaming a file of the same book.
  it('does not open under the name of another file, nor under another key', async () => {
    const [one, other] = [await write(content), await write(randomBytes(10))];
    await writeFile(pathOf(other.id), await readFile(pathOf(one.id)));
    await expect(readAll(other.id)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    await expect(readAll(one.id, randomBytes(32))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    expect((await readAll(one.id)).equals(content)).toBe(true);
  });

  // Would catch: a missing file told as a fault of the program, with its path.
  it('is told to be missing when it is', async () => {
    await expect(openSealedFile(home.path, KEY, newId())).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });
});

describe('a file that is not all there', () => {
  // Would catch: half a file that counts as one; a part left behind by a person who changed their mind.
  it('has no name of its own before it is finished, and leaves nothing when it is abandoned', async () => {
    const id = newId();
    const writer = await beginSealedFile(home.path, KEY, id);
    await writer.append(randomBytes(CHUNK_BYTES + 5));
    expect(await readdir(join(home.path, FILES_FOLDER))).not.toContain(id);
    await writer.abandon();
    expect((await readdir(join(home.path, FILES_FOLDER))).filter((name) => name.startsWith(id))).toEqual([]);
    await expect(writer.append(randomBytes(2 * CHUNK_BYTES))).rejects.toMatchObject({ code: 'VAULT_IO' });
  });

  // Would catch: a second intake that writes over evidence that is there.
  it('never takes the place of what is being written under the same id', async () => {
    const id = newId();
    const writer = await beginSealedFile(home.path, KEY, id);
    await expect(beginSealedFile(home.path, KEY, id)).rejects.toMatchObject({ code: 'VAULT_IO' });
    await writer.append(Buffer.from('første'));
    await writer.finish();
    expect((await readAll(id)).toString()).toBe('første');
  });
});
