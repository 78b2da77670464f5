import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Book } from '#db/book.ts';
import { createBook, openBook } from '#db/connection/open-book.ts';
import { MIGRATIONS } from '#db/migrations/registry.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { tamper } from '../snapshot.ts';

let test: TestBook;
let book: Book | null = null;
afterEach(async () => {
  await book?.close();
  await test.remove();
});

const id = (number: number) => String(number).padStart(32, '0');

// Would catch: links of a book from before, found beside their notes for as long as nobody touches them.
it('takes links and saved views out of the index, and nothing else', async () => {
  test = await openTestBook();
  const path = join(test.folder, 'older.db');
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex(({ name }) => name === 'search-what-opens'),
  );
  const older = await createBook(path, test.keyHex, {
    person: 'A',
    bookId: 'b',
    purpose: 'test',
    zone: 'UTC',
    migrations: before,
  });
  await older.close();
  const row = (rid: number, kind: string) => `
    INSERT INTO record (rid, id, kind, title, story_order, created_at, created_by, changed_at, changed_by, version)
      VALUES (${rid}, '${id(rid)}', '${kind}', 'bakdøra', 0, 1, 'A', 1, 'A', 1);
    INSERT INTO search_text (rid, original, folded) VALUES (${rid}, 'bakdøra', 'bakdora');
    INSERT INTO search (rowid, original, folded) VALUES (${rid}, 'bakdøra', 'bakdora');`;
  await tamper(
    { ...test, path },
    `${row(1, 'person')} ${row(2, 'link')} ${row(3, 'saved_view')} ${row(4, 'person')}
     INSERT INTO person (id, name) VALUES ('${id(1)}', 'bakdøra'), ('${id(4)}', 'bakdøra');
     INSERT INTO link (id, from_id, to_id, type, excerpt) VALUES ('${id(2)}', '${id(1)}', '${id(4)}', 'mentions', 'bakdøra');
     INSERT INTO saved_view (id, name, page, filter) VALUES ('${id(3)}', 'bakdøra', 'board', 'a=b');`,
  );
  book = await openBook(path, test.keyHex, { person: 'A' });
  expect((await book.search('bakdora')).map((hit) => hit.id).sort()).toEqual([id(1), id(4)]);
  expect(await book.all('SELECT rid FROM search_text ORDER BY rid')).toEqual([{ rid: 1 }, { rid: 4 }]);
});
