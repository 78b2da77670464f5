import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
import { refOf } from '#main/app/books.ts';
import { unlockVault } from '#main/vault/vault.ts';
import { openApp, type TestApp } from '#tests/helpers/app.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE, WRONG_PASSPHRASE } from '#tests/helpers/casebook.ts';

let books: BooksFolder;
let opened: TestApp;

beforeEach(async () => {
  books = await openBooksFolder();
  opened = await openApp(books.path);
});
afterEach(async () => {
  await opened.app.stop();
  await books.remove();
});

async function closedBook(purpose: 'real' | 'demo' | 'test' = 'test'): Promise<{ folder: string; ref: string }> {
  const session = await books.create({ purpose });
  await session.close();
  return { folder: session.context.folder, ref: refOf(session.context.folder) };
}

/** Fingerprints of all files of a casebook but the record of attempts. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.name !== 'attempts',
  );
  const hash = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  return Object.fromEntries(
    await Promise.all(names.map(async (e) => [e.name, await hash(join(e.parentPath, e.name))] as const)),
  );
}

describe('what does not open', () => {
  test('a wrong passphrase opens nothing and touches nothing but the record of attempts', async () => {
    const { folder, ref } = await closedBook();
    const before = await filesOf(folder);
    const answer = await opened.call('vault.unlock', { ref, passphrase: WRONG_PASSPHRASE });
    expect(answer).toMatchObject({ ok: false, code: 'PASSPHRASE_WRONG', data: { failedInRow: 1 } });
    expect(await filesOf(folder)).toEqual(before);
    expect(await readdir(folder)).toContain('attempts');
    expect(opened.app.corePid).toBeNull();
    expect(await opened.call('case.list', {})).toMatchObject({ ok: false, code: 'LOCKED' });
  });

  // Each try has its own core process: the wait must not begin anew with it.
  test('a second try at once is slowed, the right passphrase too', async () => {
    const { folder, ref } = await closedBook();
    // Five wrong ones before, so that the next wait is longer than this machine could ever take to ask again.
    for (let before = 5; before > 0; before -= 1) {
      const now = () => Date.now() - before * 120_000;
      await expect(unlockVault(folder, WRONG_PASSPHRASE, { now })).rejects.toThrow();
    }
    await opened.call('vault.unlock', { ref, passphrase: WRONG_PASSPHRASE });
    const answer = await opened.call('vault.unlock', { ref, passphrase: PASSPHRASE });
    expect(answer).toMatchObject({ ok: false, code: 'ATTEMPTS_SLOWED' });
  });

  test('a damaged vault file, a missing database, a newer vault and a newer book are told apart', async () => {
    const codes: Record<string, unknown> = {};
    const harm: Record<string, (folder: string) => Promise<void>> = {
      damaged: async (folder) => {
        const path = join(folder, 'vault.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace(/"salt": "./, '"salt": "x'));
      },
      missing: (folder) => rm(join(folder, 'book.db')),
      newerVault: (folder) => rewriteVault(folder, { formatVersion: 99 }),
      newerBook: (folder) => setSchemaVersion(folder, 99),
    };
    for (const [name, change] of Object.entries(harm)) {
      const { folder, ref } = await closedBook();
      await change(folder);
      const before = await filesOf(folder);
      const answer = await opened.call('vault.unlock', { ref, passphrase: PASSPHRASE });
      codes[name] = answer.ok || answer.code;
      if (name !== 'newerBook') expect(await filesOf(folder)).toEqual(before);
      else expect((await filesOf(folder))['book.db']).toBe(before['book.db']);
    }
    expect(codes).toEqual({
      damaged: 'VAULT_DAMAGED',
      missing: 'BOOK_MISSING',
      newerVault: 'VAULT_NEWER',
      newerBook: 'BOOK_NEWER',
    });
  });

  test('a reference that was never given out leads nowhere, a path least of all', async () => {
    const { folder } = await closedBook();
    for (const ref of [folder, '../book1', '/etc', '']) {
      expect(await opened.call('vault.unlock', { ref, passphrase: PASSPHRASE })).toMatchObject({ ok: false });
    }
  });
});

describe('a shell for practice only', () => {
  test('refuses to create or open a book for real work', async () => {
    const { ref } = await closedBook('real');
    const create = await opened.call('vault.create', { name: 'Fjære', passphrase: PASSPHRASE, purpose: 'real' });
    expect(create).toMatchObject({ ok: false, code: 'DEMO_BOOKS_ONLY' });
    const unlock = await opened.call('vault.unlock', { ref, passphrase: PASSPHRASE });
    expect(unlock).toMatchObject({ ok: false, code: 'DEMO_BOOKS_ONLY' });
  });

  // The purpose lies readable in the vault file, so somebody may write another one there.
  test('does not believe a real book that calls itself a demonstration', async () => {
    const { folder, ref } = await closedBook('real');
    await rewriteVault(folder, { purpose: 'demo' });
    const answer = await opened.call('vault.unlock', { ref, passphrase: PASSPHRASE });
    expect(answer).toMatchObject({ ok: false, code: 'VAULT_TAMPERED' });
  });
});

describe('the list of books', () => {
  test('tells purpose and size of each, and nothing of names', async () => {
    const { ref } = await closedBook('demo');
    const listed = await opened.call('vault.list', {});
    expect(listed).toEqual({ ok: true, value: [{ ref, purpose: 'demo', sizeBytes: expect.any(Number) }] });
    expect(JSON.stringify(listed)).not.toMatch(/Fj|book1/);
  });

  // Otherwise a person whose vault file was cut would not find the book at all, and think it gone.
  test('keeps a book whose vault file cannot be read', async () => {
    const { folder, ref } = await closedBook();
    await writeFile(join(folder, 'vault.json'), '');
    expect(await opened.call('vault.list', {})).toMatchObject({ value: [{ ref, purpose: null }] });
  });
});

/** Changes a vault file and mends its checksum, as somebody without the key can. */
async function rewriteVault(folder: string, change: Record<string, unknown>): Promise<void> {
  const { canonicalBytes } = await import('#main/vault/vault-file.ts');
  const path = join(folder, 'vault.json');
  const { checksum: _, ...content } = { ...JSON.parse(await readFile(path, 'utf8')), ...change };
  const checksum = createHash('sha256').update(canonicalBytes(content)).digest('hex');
  await writeFile(path, JSON.stringify({ ...content, checksum }));
}

async function setSchemaVersion(folder: string, version: number): Promise<void> {
  const { unlockVault } = await import('#main/vault/vault.ts');
  using vault = await unlockVault(folder, PASSPHRASE);
  const connection = await sqlcipherDriver.open(join(folder, 'book.db'), vault.keys.database, 'write');
  await connection.exec(`PRAGMA user_version = ${version}`);
  await connection.close();
}
