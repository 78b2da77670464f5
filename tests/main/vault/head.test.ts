import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHead, writeHead } from '#main/vault/head.ts';
import fc from '#tests/helpers/property.ts';
import { errorOf, temporaryFolder } from './casebook.ts';

const KEY = randomBytes(32);
const head = (seq: number) => ({ seq, hash: seq.toString(16).padStart(64, '0') });

/** A folder with the heads 1 to `count` written one after the other. */
async function withHeads(count: number) {
  const home = await temporaryFolder();
  for (let seq = 1; seq <= count; seq++) await writeHead(home.path, KEY, head(seq));
  return Object.assign(home, { file: join(home.path, 'head') });
}

describe('head', () => {
  it('is null where there is none', async () => {
    await using home = await temporaryFolder();
    expect(await readHead(home.path, KEY)).toBeNull();
  });

  // Would catch: a reader that takes the first record in the file and not the newest, and any leftover of a write.
  it('gives back the last one written, however many there were', async () => {
    await using home = await temporaryFolder();
    for (const seq of [0, 1, 2, 3, 3, 9, 4, 2 ** 40]) {
      await writeHead(home.path, KEY, head(seq));
      expect(await readHead(home.path, KEY)).toEqual({ ...head(seq), whole: true });
    }
    expect(await readdir(home.path)).toEqual(['head']);
    expect((await stat(join(home.path, 'head'))).mode & 0o777).toBe(0o600);
  });

  // Would catch: a write that touches the newest record, so that a power cut in it leaves no head at all. Whatever
  // part of the bytes of a write has reached the disk, the head is the old or the new one.
  it('is the old or the new one after a write cut at any byte', async () => {
    for (const before of [1, 2, 3]) {
      await using home = await withHeads(before);
      const old = await readFile(home.file);
      await writeHead(home.path, KEY, head(before + 1));
      const written = await readFile(home.file);
      const changed = old.findIndex((byte, index) => byte !== written[index]);
      for (let cut = changed; cut <= changed + 88; cut++) {
        await writeFile(home.file, Buffer.concat([written.subarray(0, cut), old.subarray(cut)]));
        const found = await readHead(home.path, KEY);
        expect([before, before + 1]).toContain(found?.seq);
        expect(found?.hash).toBe(head(found?.seq ?? -1).hash);
        await writeHead(home.path, KEY, head(77));
        expect(await readHead(home.path, KEY)).toMatchObject(head(77));
        await writeFile(home.file, written);
      }
    }
  });

  // Would catch: a shortened file that is read beyond its end, or taken for a book without a head.
  it('is the earlier one or tampered with when the file is cut at any byte', async () => {
    await using home = await withHeads(5);
    const { size } = await stat(home.file);
    for (let length = size - 1; length >= 0; length--) {
      await truncate(home.file, length);
      if (length < 88) expect((await errorOf(readHead(home.path, KEY))).code).toBe('HEAD_TAMPERED');
      else expect(await readHead(home.path, KEY)).toEqual({ ...head(4), whole: false });
    }
  });

  // Would catch: a field that the MAC does not cover.
  it('never gives a head that was not written, whichever byte is changed', async () => {
    await using home = await withHeads(5);
    const original = await readFile(home.file);
    const used = [...Array(88).keys(), ...Array.from({ length: 88 }, (_, index) => 4096 + index)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...used), fc.integer({ min: 1, max: 255 }), async (index, mask) => {
        const bytes = Buffer.from(original);
        bytes.writeUInt8(bytes.readUInt8(index) ^ mask, index);
        await writeFile(home.file, bytes);
        expect(await readHead(home.path, KEY)).toEqual({ ...head(index < 4096 ? 5 : 4), whole: false });
      }),
    );
  });

  // Would catch: a head of another book, or one made up without the key, that is believed.
  it('tells a head under another key, and a file that holds none, as tampered with', async () => {
    await using home = await withHeads(3);
    expect((await errorOf(readHead(home.path, randomBytes(32)))).code).toBe('HEAD_TAMPERED');
    await writeFile(home.file, randomBytes(4184));
    expect((await errorOf(readHead(home.path, KEY))).code).toBe('HEAD_TAMPERED');
    await writeFile(home.file, randomBytes(100_000));
    expect((await errorOf(readHead(home.path, KEY))).code).toBe('HEAD_TAMPERED');
  });

  it('refuses what is no head', async () => {
    await using home = await temporaryFolder();
    await expect(writeHead(home.path, KEY, { seq: -1, hash: head(1).hash })).rejects.toThrow(RangeError);
    await expect(writeHead(home.path, KEY, { seq: 1, hash: 'abc' })).rejects.toThrow(RangeError);
    expect(await readdir(home.path)).toEqual([]);
  });
});
