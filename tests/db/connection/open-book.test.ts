import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book, NewHeader } from '#db/book.ts';
import type { Migration } from '#db/connection/migrate.ts';
import { createBook, openBook } from '#db/connection/open-book.ts';
import { MIGRATIONS } from '#db/migrations/registry.ts';
import { isStoreError } from '#db/store-error.ts';
import type { RecordId } from '#model/ids.ts';
import { KIND_NAMES, type Kind, kindOf, type NewValues } from '#model/kinds.ts';
import { openTestBook, TEST_NOW, type TestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';
import { arbitraryValues } from '../arbitrary.ts';
import { tamper } from '../snapshot.ts';

let test: TestBook;
beforeEach(async () => {
  test = await openTestBook();
});
afterEach(() => test.remove());

const person = { person: 'Test Person' };

async function code(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return isStoreError(error) ? error.code : `not a store error: ${String(error)}`;
}

/** Number of the migration after the newest. */
const NUMBER = MIGRATIONS.length + 1;
const NEXT: Migration = { number: NUMBER, name: 'next', sql: 'CREATE TABLE next (a TEXT) STRICT' };
const BROKEN: Migration = { number: NUMBER, name: 'broken', sql: 'CREATE TABLE next (a TEXT) STRICT; SELECT nowhere' };

describe('a new book', () => {
  it('knows who it is, and tells its first head before anything is written', async () => {
    const heads: unknown[] = [];
    const path = join(test.folder, 'new.db');
    const book = await createBook(path, test.keyHex, {
      ...person,
      bookId: 'b1',
      purpose: 'demo',
      zone: 'Atlantic/Reykjavik',
      now: () => TEST_NOW,
      onCommitted: (seq, hash) => void heads.push({ seq, hash }),
    });
    const info = {
      id: 'b1',
      purpose: 'demo',
      zone: 'Atlantic/Reykjavik',
      createdAt: TEST_NOW,
      createdBy: 'Test Person',
    };
    expect(book.info).toEqual(info);
    expect(heads).toEqual([await book.checkpoint()]);
    expect(heads).toMatchObject([{ seq: 0 }]);
    await book.close();
    const again = await openBook(path, test.keyHex, person);
    expect(again.info).toEqual(info);
    expect(await again.verify(heads[0] as { seq: number; hash: string })).toEqual({
      ok: true,
      changes: 0,
      firstBad: null,
      head: 'same',
    });
    await again.close();
  });

  it('is never made over an existing file', async () => {
    const options = { ...person, bookId: 'b', purpose: 'test', zone: 'UTC' } as const;
    const before = await readFile(test.path);
    expect(await code(createBook(test.path, test.keyHex, options))).toBe('BOOK_EXISTS');
    expect(await readFile(test.path)).toEqual(before);
  });

  it('keeps what SQLite sets aside in memory, syncs every commit, and checks references', async () => {
    const [store] = await test.book.all<{ temp_store: number }>('PRAGMA temp_store');
    expect(store).toEqual({ temp_store: 2 });
    const options = await test.book.all<{ compile_options: string }>('PRAGMA compile_options');
    // 2: in memory unless told otherwise, so that not even a mistake here writes plain text.
    expect(options.map((row) => row.compile_options)).toContain('TEMP_STORE=2');
    // The writer's settings, seen from inside a command.
    const { value } = await test.book.command('look', async (tx) => ({
      ...(await tx.first<object>('PRAGMA synchronous')),
      ...(await tx.first<object>('PRAGMA foreign_keys')),
      ...(await tx.first<object>('PRAGMA journal_mode')),
      ...(await tx.first<object>('PRAGMA trusted_schema')),
      ...(await tx.first<object>('PRAGMA cell_size_check')),
      ...(await tx.first<object>('PRAGMA page_size')),
    }));
    expect(value).toEqual({
      synchronous: 2,
      foreign_keys: 1,
      journal_mode: 'wal',
      trusted_schema: 0,
      cell_size_check: 1,
      cipher_page_size: '16384',
    });
  });

  it('reads through a connection that cannot write', async () => {
    expect(await code(test.book.all("INSERT INTO setting VALUES ('a', 'b')"))).toBe('READ_ONLY');
  });
});

describe('opening', () => {
  it('tells a missing file, a wrong key, a damaged file and an unfinished one apart', async () => {
    await test.book.close();
    const missing = join(test.folder, 'none.db');
    expect(await code(openBook(missing, test.keyHex, person))).toBe('CANNOT_OPEN');
    await expect(stat(missing)).rejects.toThrow();
    expect(await code(openBook(test.path, randomBytes(32).toString('hex'), person))).toBe('NOT_A_DATABASE');
    expect(await code(openBook(test.path, 'short', person))).toBe('KEY_FORMAT');
    await tamper(test, 'DELETE FROM book_info');
    expect(await code(openBook(test.path, test.keyHex, person))).toBe('BOOK_INCOMPLETE');
    await tamper(test, 'PRAGMA user_version = 0');
    expect(await code(openBook(test.path, test.keyHex, person))).toBe('BOOK_INCOMPLETE');
    await test.reopen().catch(() => undefined);
  });

  it('leaves the file as it was when the key is wrong', async () => {
    await test.book.command('person.create', (tx) => tx.insert('person', { name: 'A' }));
    await test.book.close();
    const before = await readFile(test.path);
    await code(openBook(test.path, randomBytes(32).toString('hex'), person));
    expect(await readFile(test.path)).toEqual(before);
    expect(await readdir(test.folder)).toEqual(['book.db']);
    await test.reopen();
  });

  it.each([0, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 0.999])('finds one changed byte in the file, at %f of it', async (at) => {
    const people = Array.from({ length: 500 }, (_, n) => ({ values: { name: `P${n}`, description: 'x'.repeat(400) } }));
    await test.book.command('person.create', (tx) => tx.insertMany('person', people));
    await test.book.close();
    const bytes = await readFile(test.path);
    const place = Math.min(bytes.length - 1, Math.floor(bytes.length * at) + 100);
    await writeFile(test.path, bytes.with(place, (bytes[place] ?? 0) ^ 0x10));
    const use = async (work: (book: Book) => Promise<unknown>) => {
      const book = await openBook(test.path, test.keyHex, person);
      await work(book).finally(() => book.close());
    };
    // The first page tells whether it is a database under this key at all.
    const found = at === 0 ? 'NOT_A_DATABASE' : 'CORRUPT';
    expect(await code(use((book) => book.verify()))).toBe(found);
    expect(await code(use((book) => book.exportTo(join(test.folder, 'copy.db'))))).toBe(found);
    expect(await readdir(test.folder)).not.toContain('copy.db');
    await writeFile(test.path, bytes);
    await test.reopen();
  });

  it('of a book from a newer version is refused by name, and the book is not touched', async () => {
    await test.book.close();
    await tamper(test, 'PRAGMA user_version = 99');
    const before = await readFile(test.path);
    const error = await openBook(test.path, test.keyHex, person).catch((thrown: unknown) => thrown);
    expect(isStoreError(error, 'BOOK_NEWER') && error.data).toEqual({ version: 99, latest: MIGRATIONS.length });
    expect(await readFile(test.path)).toEqual(before);
    await tamper(test, `PRAGMA user_version = ${MIGRATIONS.length}`);
    await test.reopen();
  });

  it('read-only reads everything and writes nothing, also no migration', async () => {
    await test.book.command('person.create', (tx) => tx.insert('person', { name: 'A' }));
    await test.reopen({ readonly: true });
    expect(await test.book.list('person')).toHaveLength(1);
    expect(await test.book.search('A')).toHaveLength(1);
    expect((await test.book.verify()).ok).toBe(true);
    const write = test.book.command('person.create', (tx) => tx.insert('person', { name: 'B' }));
    expect(await code(write)).toBe('READ_ONLY');
    expect(await code(test.book.use('search'))).toBe('READ_ONLY');
    await test.book.close();
    const older = openBook(test.path, test.keyHex, { ...person, readonly: true, migrations: [...MIGRATIONS, NEXT] });
    expect(await code(older)).toBe('BOOK_OLDER');
    await test.reopen();
  });
});

describe('a migration', () => {
  const migrations = [...MIGRATIONS, NEXT];

  it('runs once, after the caller has had the chance to make a copy of the older book', async () => {
    await test.book.command('person.create', (tx) => tx.insert('person', { name: 'A' }));
    const copy = join(test.folder, 'before.db');
    const steps: unknown[] = [];
    await test.reopen({
      migrations,
      beforeMigrate: async ({ from, to, exportTo }) => {
        steps.push({ from, to, ...(await exportTo(copy)) });
      },
    });
    expect(steps).toMatchObject([{ from: MIGRATIONS.length, to: NUMBER }]);
    expect(await test.book.all('SELECT * FROM next')).toEqual([]);
    expect(await test.book.list('person')).toHaveLength(1);
    await test.reopen({ migrations, beforeMigrate: async () => void steps.push('again') });
    expect(steps).toHaveLength(1);
    const before = await openBook(copy, test.keyHex, { ...person, readonly: true });
    expect(await before.list('person')).toHaveLength(1);
    await before.close();
  });

  it('that fails leaves the book at the version before it', async () => {
    await test.book.close();
    const failing = openBook(test.path, test.keyHex, { ...person, migrations: [...MIGRATIONS, BROKEN] });
    expect(await code(failing)).toBe('SQL');
    await test.reopen();
    expect(await test.book.first('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length });
    expect(await test.book.all("SELECT name FROM sqlite_schema WHERE name = 'next'")).toEqual([]);
  });

  it('does not begin when the copy before it cannot be made', async () => {
    await test.book.close();
    const full = async () => {
      throw new Error('disk full');
    };
    await expect(openBook(test.path, test.keyHex, { ...person, migrations, beforeMigrate: full })).rejects.toThrow(
      'disk full',
    );
    await test.reopen();
    expect(await test.book.first('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length });
  });

  it('must count 1, 2, 3 without a gap', async () => {
    await test.book.close();
    const gap = [...MIGRATIONS, { ...NEXT, number: NUMBER + 1 }];
    await expect(openBook(test.path, test.keyHex, { ...person, migrations: gap })).rejects.toThrow(
      `not number ${NUMBER}`,
    );
    await test.reopen();
  });
});

describe('a copy', () => {
  it('holds the whole book under the same key, and is made while commands go on', async () => {
    const people = Array.from({ length: 2_000 }, (_, n) => ({ values: { name: `Besøk ${n}` } }));
    await test.book.command('person.create', (tx) => tx.insertMany('person', people));
    await test.book.use('backup');
    const path = join(test.folder, "copy 'of' book.db");
    const [copied] = await Promise.all([
      test.book.exportTo(path),
      test.book.command('person.create', (tx) => tx.insert('person', { name: 'Etterpå' })),
    ]);
    expect(copied.sizeBytes).toBe((await stat(path)).size);
    const copy = await openBook(path, test.keyHex, person);
    expect((await copy.list('person')).length).toBeGreaterThanOrEqual(2_000);
    expect(await copy.search('besoek 17')).not.toEqual([]);
    expect(await copy.verify()).toMatchObject({ ok: true });
    expect(await copy.useLog({ limit: 10 })).toHaveLength(1);
    await copy.close();
  });

  it('is not made over an existing file, which stays as it is', async () => {
    const path = join(test.folder, 'there.db');
    await writeFile(path, 'mine');
    expect(await code(test.book.exportTo(path))).toBe('BOOK_EXISTS');
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('that cannot be written leaves nothing behind', async () => {
    expect(await code(test.book.exportTo(join(test.folder, 'no', 'copy.db')))).toBe('CANNOT_OPEN');
    expect((await readdir(test.folder)).filter((name) => !name.startsWith('book.db'))).toEqual([]);
  });
});

describe('a closed book', () => {
  it('has finished what was begun, and refuses what comes after', async () => {
    const last = test.book.command('person.create', (tx) => tx.insert('person', { name: 'A' }));
    await Promise.all([test.book.close(), last]);
    expect(await code(test.book.list('person'))).toBe('CLOSED');
    expect(await code(test.book.command('x', async () => undefined))).toBe('CLOSED');
    await test.book.close();
    expect(await readdir(test.folder)).toEqual(['book.db']);
    await test.reopen();
    expect(await test.book.list('person')).toHaveLength(1);
  });

  it('that was interrupted has rolled the running command back', async () => {
    const running = test.book.command('person.create', async (tx) => {
      await tx.insert('person', { name: 'A' });
      await tx.all('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n');
    });
    const asking = setInterval(() => test.book.interrupt(), 1);
    expect(await code(running)).toBe('INTERRUPTED');
    clearInterval(asking);
    await test.reopen();
    expect(await test.book.list('person', { struck: true })).toEqual([]);
    expect((await test.book.verify()).ok).toBe(true);
  });

  it('leaves no word of any kind readable in its folder, neither while open nor after', async () => {
    const word = 'Kanarifuglord';
    const ids: { id: RecordId; kind: Kind }[] = [];
    await test.book.command('canary', async (tx) => {
      let caseId: RecordId | null = null;
      for (const [seed, kind] of KIND_NAMES.entries()) {
        const refs = (target: string) =>
          ids.filter((one) => target === '*' || one.kind === target).map((one) => one.id);
        const sampled = fc.sample(arbitraryValues(kind, refs), { seed, numRuns: 1 })[0] ?? {};
        const values = Object.fromEntries(
          Object.entries(kindOf(kind).fields).map(([name, field]) => [
            name,
            field.maxLength >= 40 && name !== 'zone' && name !== 'recurrence' ? `${word} ${name}` : sampled[name],
          ]),
        );
        const header: NewHeader = kindOf(kind).scope === 'case' ? { caseId } : {};
        const { id }: { id: RecordId } = await tx.insert(kind, values as NewValues<Kind>, header);
        if (kind === 'case') caseId = id;
        ids.push({ id, kind });
      }
    });
    const note = ids.find((one) => one.kind === 'note')?.id as RecordId;
    const draft = { noteId: note, heading: word, document: word, text: word, at: 0, person: word };
    await test.book.saveDraft(draft);
    await test.book.use('export', { detail: word });
    await test.book.exportTo(join(test.folder, 'copy.db'));
    await expectNothingReadable(word);
    await test.book.close();
    await expectNothingReadable(word);
    await test.reopen();
    expect((await test.book.search(word)).length).toBeGreaterThan(15);
  });

  async function expectNothingReadable(word: string): Promise<void> {
    const files = await readdir(test.folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = await readFile(join(test.folder, file));
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(word, encoding)), `${file} holds the word as ${encoding}`).toBe(false);
        expect(bytes.includes(Buffer.from(word.toLowerCase(), encoding))).toBe(false);
      }
    }
  }

  it('can be removed and made anew in the same place', async () => {
    await test.book.close();
    await rm(test.path);
    const options = { ...person, bookId: 'b', purpose: 'test', zone: 'UTC' } as const;
    const book = await createBook(test.path, test.keyHex, options);
    await book.close();
    await test.reopen();
  });
});
