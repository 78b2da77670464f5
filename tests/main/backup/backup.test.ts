import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook } from '#db/connection/open-book.ts';
import { MIGRATIONS } from '#db/migrations/registry.ts';
import { backup, backupBeforeMigration } from '#main/backup/backup.ts';
import { openSession, type Session } from '#main/core/session.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';

let books: BooksFolder;
let session: Session;

beforeEach(async () => {
  books = await openBooksFolder();
  session = await books.create();
  await addCase('Lind');
});
afterEach(async () => {
  await session.close();
  await books.remove();
});

const addCase = (name: string) =>
  session.dispatch('case.create', JSON.stringify({ name, number: null, marking: 'fortrolig' }));

async function call(name: string, input: unknown, bytes?: Uint8Array): Promise<unknown> {
  const answer = JSON.parse(await session.dispatch(name, JSON.stringify(input), bytes));
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
  return answer.value;
}
const anyCase = async () => (await session.context.book.list('case'))[0]?.id;

async function caseNames(folder: string): Promise<string[]> {
  const opened = await openSession({ folder, passphrase: PASSPHRASE });
  try {
    const { book, opening } = opened.context;
    expect(opening.head).toBe('same');
    return (await book.list('case')).map((record) => record.values.name);
  } finally {
    await opened.close();
  }
}

describe('a backup', () => {
  test('opens like the book, holds what it held, and stands at its own head', async () => {
    const target = join(books.path, 'copy');
    const made = await backup(session.context, target);
    await addCase('Etter');
    expect(made).toMatchObject({ folder: target, name: 'copy', verified: true, checkpoint: { seq: 1 } });
    expect(made.sizeBytes).toBe((await stat(join(target, 'book.db'))).size);
    expect(await caseNames(target)).toEqual(['Lind']);
  });

  test('takes the attachments along and lies open to its owner only', async () => {
    await writeFile(join(session.context.folder, 'files', 'a1'), 'sealed');
    const { folder } = await backup(session.context);
    expect(await readFile(join(folder, 'files', 'a1'), 'utf8')).toBe('sealed');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of ['vault.json', 'head', 'files/a1']) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    expect((await readdir(folder)).sort()).toEqual(['book.db', 'files', 'head', 'vault.json']);
  });

  // Would catch: a copy that is called checked although evidence in it was overwritten or is gone; one that fails for it.
  test('reads each attachment in the copy and says which are not whole', async () => {
    const { context } = session;
    const ids: string[] = [];
    for (const name of ['hel.txt', 'skadet.txt', 'borte.txt']) {
      const begun = await call('attachment.begin', { caseId: await anyCase(), name, sizeBytes: 3 });
      const { intakeId } = begun as { intakeId: string };
      await call('attachment.append', { intakeId, offset: 0 }, Buffer.from('abc'));
      ids.push(((await call('attachment.finish', { intakeId, source: null })) as { id: string }).id);
    }
    const [, damaged, gone] = ids.map((id) => join(context.folder, 'files', id));
    expect(await backup(context)).toMatchObject({ verified: true, files: { checked: 3, bad: [] } });
    await writeFile(damaged ?? '', Buffer.alloc(100));
    await rm(gone ?? '');
    const made = await backup(context);
    expect(made.verified).toBe(false);
    const bad = [
      { id: ids[1], title: 'skadet.txt', state: 'damaged' },
      { id: ids[2], title: 'borte.txt', state: 'missing' },
    ].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
    expect(made.files).toEqual({ checked: 3, bad });
    expect(await caseNames(made.folder)).toEqual(['Lind']);
  });

  // Would catch: a book that cannot be backed up at all because its folder of attachments is gone.
  test('is made of a book without a folder of files', async () => {
    await rm(join(session.context.folder, 'files'), { recursive: true });
    const made = await backup(session.context);
    expect(made).toMatchObject({ verified: true, files: { checked: 0, bad: [] } });
    expect(await readdir(join(made.folder, 'files'))).toEqual([]);
  });

  // Would catch: someone who can write to the book making a backup carry off, in clear, a file from elsewhere.
  test('follows no link out of the book', async () => {
    const outside = join(books.path, 'private.txt');
    await writeFile(outside, 'in clear');
    await symlink(outside, join(session.context.folder, 'files', 'a1'));
    await mkdir(join(session.context.folder, 'files', 'a2'));
    const { folder } = await backup(session.context);
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  // Would catch: a copy in a folder that was there before and lies open to everyone.
  test('closes an empty folder that it is given', async () => {
    const target = join(books.path, 'given');
    await mkdir(target);
    await chmod(target, 0o755);
    await backup(session.context, target);
    expect((await stat(target)).mode & 0o777).toBe(0o700);
    expect((await stat(join(target, 'book.db'))).mode & 0o777).toBe(0o600);
  });

  test('two in one second go to two folders', async () => {
    const [one, other] = [await backup(session.context), await backup(session.context)];
    expect(one.folder).not.toBe(other.folder);
  });

  test('goes to no folder that holds something', async () => {
    await writeFile(join(books.path, 'note.txt'), 'kept');
    await expect(backup(session.context, books.path)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
    expect(await readFile(join(books.path, 'note.txt'), 'utf8')).toBe('kept');
  });

  test('that fails leaves nothing that could be taken for one', async () => {
    const failing = { ...session.context.book, exportTo: () => Promise.reject(new Error('no space')) };
    await expect(backup({ ...session.context, book: failing }, join(books.path, 'copy'))).rejects.toThrow();
    expect(await readdir(books.path)).toEqual(['book1']);
  });

  test('is in the use log with its checkpoint', async () => {
    const { checkpoint } = await backup(session.context);
    const [line] = await session.context.book.useLog({ limit: 1 });
    expect(line).toMatchObject({ action: 'backup', detail: `1 ${checkpoint.hash.slice(0, 16)}` });
  });
});

describe('before a migration', () => {
  test('the book is copied as it was', async () => {
    const { vault, folder } = session.context;
    const keyHex = vault.keys.database;
    const later = { number: MIGRATIONS.length + 1, name: 'later', sql: 'CREATE TABLE later (id TEXT) STRICT' };
    await session.context.book.close();
    const book = await openBook(join(folder, 'book.db'), keyHex, {
      person: 'Fjære',
      migrations: [...MIGRATIONS, later],
      beforeMigrate: (step) => backupBeforeMigration(vault, step, Date.now()),
    });
    await book.close();
    const [copy = ''] = await readdir(join(folder, 'backups'));
    expect(copy).toMatch(/^\d{8}-\d{6}-form-\d+$/);
    session = await reopened(join(folder, 'backups', copy));
    expect((await session.context.book.list('case')).map((record) => record.values.name)).toEqual(['Lind']);
  });
});

function reopened(folder: string): Promise<Session> {
  return openSession({ folder, passphrase: PASSPHRASE });
}
