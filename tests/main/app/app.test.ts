import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultBooksFolder } from '#main/app/books-folder.ts';
import { ensureDemoBook } from '#main/app/demo-book.ts';
import { forkCore } from '#main/app/fork-core.ts';
import { DEMO_PASSPHRASE } from '#main/demo/passphrase.ts';
import { openApp, type TestApp } from '#tests/helpers/app.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';

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

test('a new book is open at once, listed from then on, and refused with a weak passphrase', async () => {
  const weak = await opened.call('vault.create', { name: 'Fjære', passphrase: 'kort', purpose: 'demo' });
  expect(weak).toMatchObject({ ok: false, code: 'PASSPHRASE_REFUSED' });
  expect(await opened.call('vault.list', {})).toEqual({ ok: true, value: [] });
  const made = await opened.call('vault.create', { name: 'Fjære', passphrase: PASSPHRASE, purpose: 'demo' });
  expect(await opened.call('session.get', {})).toMatchObject({ value: { person: { name: 'Fjære' }, purpose: 'demo' } });
  const ref = made.ok ? made.value.ref : '';
  expect(await opened.call('vault.list', {})).toMatchObject({ value: [{ ref, purpose: 'demo' }] });
});

describe('the language', () => {
  test('is kept from one start to the next', async () => {
    expect(await opened.call('app.info', {})).toMatchObject({ value: { language: null } });
    await opened.call('app.set_language', { language: 'en' });
    const next = await openApp(books.path);
    expect(await next.call('app.info', {})).toMatchObject({ value: { language: 'en' } });
    await next.app.stop();
  });

  test('in a file that is no setting is none', async () => {
    await writeFile(join(books.path, 'settings.json'), '{"language":"../../etc"}');
    const next = await openApp(books.path);
    expect(await next.call('app.info', {})).toMatchObject({ value: { language: null } });
    await next.app.stop();
  });
});

test('the demonstration is made once, closed again, and opens with its own passphrase', async () => {
  const said: string[] = [];
  const options = {
    booksFolder: books.path,
    chronologies: join(import.meta.dirname, '../../../resources/demo'),
    passphrase: DEMO_PASSPHRASE,
    startCore: forkCore,
    say: (line: string) => said.push(line),
  };
  const folder = await ensureDemoBook(options);
  expect(await ensureDemoBook(options)).toBe(folder);
  expect(said).toHaveLength(1);
  const listed = await opened.call('vault.list', {});
  const [book] = listed.ok ? listed.value : [];
  expect(book).toMatchObject({ purpose: 'demo' });
  await opened.call('vault.unlock', { ref: book?.ref ?? '', passphrase: DEMO_PASSPHRASE });
  const cases = await opened.call('case.list', {});
  expect(cases.ok && cases.value.length).toBe(9);
});

test('books lie where the environment says, else where the system keeps the data of programs', () => {
  expect(defaultBooksFolder({ VERNEBOK_BOOKS: '/b' }, 'linux')).toBe('/b');
  expect(defaultBooksFolder({ XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/vernebok/books');
  expect(defaultBooksFolder({ XDG_DATA_HOME: '/x' }, 'darwin')).toMatch(
    /Library\/Application Support\/Vernebok\/books$/,
  );
});
