import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAST_COST, MOST_COST } from '#main/vault/kdf.ts';
import { createVault, describeVault, unlockVault } from '#main/vault/vault.ts';
import fc from '#tests/helpers/property.ts';
import { casebook, errorOf, forge, NEW_VAULT, PASSPHRASE, PERSON, stateOf, temporaryFolder } from './casebook.ts';

let made: Awaited<ReturnType<typeof casebook>>;
beforeAll(async () => {
  made = await casebook({ label: 'Ida' });
});
afterAll(() => made.remove());

const WRONG = 'snøfall over blå biler';

describe('createVault', () => {
  // Would catch: a new book that its own passphrase does not open, or opens with other keys.
  it('makes a book that its passphrase opens with the same keys', async () => {
    const opened = await unlockVault(await made.copy(), PASSPHRASE);
    expect(opened).toMatchObject({ bookId: made.vault.bookId, purpose: 'test', personId: PERSON, epoch: 1 });
    expect(opened.slotId).toBe(made.vault.slotId);
    expect(opened.keys.database).toBe(made.vault.keys.database);
    expect(opened.keys.head).toEqual(made.vault.keys.head);
  });

  // Would catch: files that other users of the machine can read.
  it('lays a folder that only its user can enter', async () => {
    expect((await readdir(made.original)).sort()).toEqual(['backups', 'book.db', 'files', 'vault.json']);
    const mode = async (name: string) => ((await stat(join(made.original, name))).mode & 0o777).toString(8);
    expect(await mode('.')).toBe('700');
    expect(await mode('files')).toBe('700');
    expect(await mode('backups')).toBe('700');
    expect(await mode('vault.json')).toBe('600');
  });

  // Would catch: a second book made over a first one, or over someone's documents.
  it('refuses a folder that holds anything, and a file', async () => {
    await using home = await temporaryFolder();
    await writeFile(join(home.path, 'letter.txt'), 'x');
    expect((await errorOf(createVault(home.path, NEW_VAULT))).code).toBe('FOLDER_NOT_EMPTY');
    expect((await errorOf(createVault(join(home.path, 'letter.txt'), NEW_VAULT))).code).toBe('FOLDER_NOT_EMPTY');
    expect(await readdir(home.path)).toEqual(['letter.txt']);
  });

  // Would catch: a refused passphrase, label or cost that leaves half a book behind.
  it('leaves nothing behind when it refuses', async () => {
    await using home = await temporaryFolder();
    const folder = join(home.path, 'book');
    const weak = { ...LEAST_COST, memoryKiB: LEAST_COST.memoryKiB - 1 };
    const code = async (options: object) => (await errorOf(createVault(folder, { ...NEW_VAULT, ...options }))).code;
    expect(await code({ passphrase: 'for kort' })).toBe('PASSPHRASE_REFUSED');
    expect(await code({ label: 'two\nlines' })).toBe('LABEL_REFUSED');
    expect(await code({ cost: weak })).toBe('COST_REFUSED');
    await expect(createVault(folder, { ...NEW_VAULT, personId: 'Kari Nordmann' })).rejects.toThrow(TypeError);
    expect(await readdir(home.path)).toEqual([]);
  });

  // Would catch: master keys, salts or ids that are not random.
  it('makes two books with nothing in common', async () => {
    await using home = await temporaryFolder();
    const other = await createVault(join(home.path, 'other'), NEW_VAULT);
    expect(other.bookId).not.toBe(made.vault.bookId);
    expect(other.keys.database).not.toBe(made.vault.keys.database);
  });
});

describe('describeVault', () => {
  // Would catch: the development shell having to ask for a passphrase to learn that it must not open a book.
  it('tells purpose and labels without a passphrase', async () => {
    const slots = [{ id: made.vault.slotId, kind: 'person', personId: PERSON, label: 'Ida' }];
    expect(await describeVault(made.original)).toEqual({ bookId: made.vault.bookId, purpose: 'test', slots });
  });
});

describe('unlockVault', () => {
  /** Bends a copy, tries to open it, and says the code and which files changed by that. */
  async function tried(bend: (folder: string) => Promise<unknown>, passphrase = PASSPHRASE) {
    const folder = await made.copy();
    await bend(folder);
    const before = await stateOf(folder).catch(() => ({}));
    const error = await errorOf(unlockVault(folder, passphrase, { now: () => 1_000_000 }));
    const after = await stateOf(folder).catch(() => ({}));
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (name) => Reflect.get(before, name) !== Reflect.get(after, name),
    );
    return { code: error.code, data: error.data, changed };
  }

  // Would catch: a successful unlock that rewrites the vault or touches the book.
  it('writes nothing when it succeeds', async () => {
    const folder = await made.copy();
    const before = await stateOf(folder);
    await unlockVault(folder, PASSPHRASE);
    expect(await stateOf(folder)).toEqual(before);
  });

  // Would catch: a wrong passphrase told as damage, or a failed try that leaves no trace.
  it('tells a wrong passphrase, and writes the attempts only', async () => {
    expect(await tried(async () => {}, WRONG)).toEqual({
      code: 'PASSPHRASE_WRONG',
      data: { failedInRow: 1, waitMs: 1000 },
      changed: ['attempts'],
    });
    expect((await tried(async () => {}, '')).code).toBe('PASSPHRASE_WRONG');
  });

  // Would catch: any of these states told as another, or a file touched on the way.
  it.each<[string, string, (folder: string) => Promise<unknown>]>([
    ['a folder that is not there', 'VAULT_MISSING', (folder) => rm(folder, { recursive: true })],
    ['no vault.json', 'VAULT_MISSING', (folder) => rm(join(folder, 'vault.json'))],
    ['no book.db', 'BOOK_MISSING', (folder) => rm(join(folder, 'book.db'))],
    ['an empty vault.json', 'VAULT_DAMAGED', (folder) => writeFile(join(folder, 'vault.json'), '')],
    ['a vault.json of another kind', 'VAULT_DAMAGED', (folder) => writeFile(join(folder, 'vault.json'), '[1]')],
    [
      'a folder in its place',
      'VAULT_DAMAGED',
      async (folder) => {
        await rm(join(folder, 'vault.json'));
        await mkdir(join(folder, 'vault.json'));
      },
    ],
    [
      'a vault.json of 1 MB',
      'VAULT_DAMAGED',
      (folder) => writeFile(join(folder, 'vault.json'), `{${' '.repeat(1_000_000)}}`),
    ],
    [
      'text that has no canonical form',
      'VAULT_DAMAGED',
      (folder) => writeFile(join(folder, 'vault.json'), '{"formatVersion":1,"checksum":"","x":"\\ud800"}'),
    ],
    [
      'a newer version',
      'VAULT_NEWER',
      (folder) =>
        forge(folder, (file) => {
          file.formatVersion = 2;
          file.somethingNew = true;
        }),
    ],
    [
      'a changed purpose',
      'VAULT_TAMPERED',
      (folder) =>
        forge(folder, (file) => {
          file.purpose = 'demo';
        }),
    ],
    [
      'a changed book id',
      'VAULT_TAMPERED',
      (folder) =>
        forge(folder, (file) => {
          file.bookId = '0'.repeat(32);
        }),
    ],
    [
      'a slot of another person',
      'VAULT_TAMPERED',
      (folder) =>
        forge(folder, (file) => {
          file.slots[0].personId = 'someone-else';
        }),
    ],
    [
      'a changed label',
      'VAULT_TAMPERED',
      (folder) =>
        forge(folder, (file) => {
          file.slots[0].label = 'Eva';
        }),
    ],
    [
      'a slot laid in',
      'VAULT_TAMPERED',
      (folder) =>
        forge(folder, (file) => {
          file.slots.push({ ...file.slots[0], id: '1'.repeat(32) });
        }),
    ],
  ])('tells %s as %s and touches nothing', async (_, code, bend) => {
    expect(await tried(bend)).toMatchObject({ code, changed: [] });
  });

  // Would catch: an exchanged slot id that opens, so that the log names the wrong slot.
  it('does not open a slot whose id was exchanged', async () => {
    const bend = (folder: string) =>
      forge(folder, (file) => {
        file.slots[0].id = '2'.repeat(32);
      });
    expect((await tried(bend)).code).toBe('PASSPHRASE_WRONG');
  });

  // Would catch: a file that makes the machine work for minutes, or weakens the derivation, before it is refused.
  it.each([
    ['memory above the most', { memoryKiB: MOST_COST.memoryKiB + 1 }],
    ['memory below the least', { memoryKiB: 1024 }],
    ['passes above the most', { passes: 1e9 }],
    ['passes below the least', { passes: 1 }],
    ['lanes above the most', { lanes: 255 }],
    ['lanes below the least', { lanes: 1 }],
    ['half a pass', { passes: 3.5 }],
    ['another function', { name: 'argon2d' }],
    ['another version', { version: 16 }],
  ])('refuses %s without trying', async (_, kdf) => {
    const bend = (folder: string) => forge(folder, (file) => Object.assign(file.slots[0].kdf, kdf));
    expect(await tried(bend)).toEqual({ code: 'VAULT_DAMAGED', data: { reason: 'content' }, changed: [] });
  });

  // Would catch: a crash between writing the new file and renaming it that locks the book.
  it('is not disturbed by what an interrupted write left', async () => {
    const folder = await made.copy();
    await writeFile(join(folder, 'vault.json.tmp'), '{"format":"vernebok-va');
    await writeFile(join(folder, 'attempts.tmp'), 'x');
    expect((await unlockVault(folder, PASSPHRASE)).bookId).toBe(made.vault.bookId);
  });

  // Would catch: any one byte of the file that can be changed to open the book with other data, or to end in an error
  // that has no code (a parser that throws, a buffer of the wrong length).
  it('never takes a file with one changed byte for another', async () => {
    const folder = await made.copy();
    const path = join(folder, 'vault.json');
    const original = await readFile(path);
    const at = fc.integer({ min: 0, max: original.length - 1 });
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 1, max: 255 }), async (index, mask) => {
        const bytes = Buffer.from(original);
        bytes.writeUInt8(bytes.readUInt8(index) ^ mask, index);
        await writeFile(path, bytes);
        const opened = await unlockVault(folder, PASSPHRASE).catch((error: unknown) => errorOf(Promise.reject(error)));
        if ('code' in opened) return ['VAULT_DAMAGED', 'VAULT_NEWER'].includes(opened.code);
        // A space made a line break is no change of content.
        return opened.bookId === made.vault.bookId && opened.keys.database === made.vault.keys.database;
      }),
      { numRuns: 1500 },
    );
  });

  // Would catch: a book that cannot be opened after a move from a Mac (which writes å as two characters).
  it('opens with the same letters typed another way', async () => {
    const typed = PASSPHRASE.normalize('NFD');
    expect(typed).not.toBe(PASSPHRASE);
    expect((await unlockVault(await made.copy(), typed)).bookId).toBe(made.vault.bookId);
  });

  // Would catch: a hundred calls at once that are all tried before the first failure is counted.
  it('tries one passphrase at a time', async () => {
    const folder = await made.copy();
    const calls = Array.from({ length: 5 }, () => errorOf(unlockVault(folder, WRONG, { now: () => 5_000 })));
    const codes = (await Promise.all(calls)).map(({ code }) => code);
    expect(codes).toEqual(['PASSPHRASE_WRONG', ...Array.from({ length: 4 }, () => 'ATTEMPTS_SLOWED')]);
  });
});

describe('secrets', () => {
  // Would catch: a passphrase or key that reaches a log, a crash report or the disk through an error or an object.
  it('are in no error, in no printed vault and in no file', async () => {
    const folder = await made.copy();
    const errors = [
      await errorOf(unlockVault(folder, WRONG, { now: () => 0 })),
      await errorOf(unlockVault(folder, WRONG, { now: () => 10 })),
      await errorOf(createVault(`${folder}-2`, { ...NEW_VAULT, passphrase: 'kort hemmelig' })),
    ];
    const files = await Promise.all(
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
    );
    const { vault } = made;
    const shown = [
      ...errors.map((error) => inspect(error, { showHidden: true, depth: 9 }) + JSON.stringify(error) + error.stack),
      ...files,
      JSON.stringify(vault),
      inspect(vault, { depth: 9 }),
    ].join('\n');
    const keys = [vault.masterKey, Buffer.from(vault.keys.database, 'hex'), vault.keys.head, vault.keys.vault];
    const spellings = (bytes: Buffer) => [
      bytes.toString('latin1'),
      bytes.toString('hex'),
      bytes.toString('base64').slice(0, 40),
      bytes.join(', '),
      bytes.toString('hex', 0, 16).replace(/..(?=.)/g, '$& '),
    ];
    const words = [WRONG, PASSPHRASE, 'kort hemmelig'].flatMap((text) => [text, Buffer.from(text).toString('latin1')]);
    for (const secret of [...words, ...keys.flatMap(spellings)]) expect(shown.includes(secret)).toBe(false);
  });

  // Would catch: a disposed vault that hands out zeroes as a key, with which a book would be written for everyone.
  it('are gone after dispose, and asking for them throws', async () => {
    const opened = await unlockVault(await made.copy(), PASSPHRASE);
    const { masterKey } = opened;
    const head = opened.keys.head;
    opened.dispose();
    expect(masterKey.every((byte) => byte === 0)).toBe(true);
    expect(head.every((byte) => byte === 0)).toBe(true);
    expect(() => opened.keys.database).toThrow('VAULT_DISPOSED');
    expect(() => opened.masterKey).toThrow('VAULT_DISPOSED');
  });
});
