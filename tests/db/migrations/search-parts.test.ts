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

const ID = '1'.padStart(32, '0');

// Would catch: a book from before words were searched within, in which old records are found by their beginnings only.
it('fills the words of records that were there before it', async () => {
  test = await openTestBook();
  const path = join(test.folder, 'older.db');
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex(({ name }) => name === 'search-parts'),
  );
  const older = await createBook(path, test.keyHex, {
    person: 'A',
    bookId: 'b',
    purpose: 'test',
    zone: 'UTC',
    migrations: before,
  });
  await older.close();
  await tamper(
    { ...test, path },
    `INSERT INTO record (rid, id, kind, title, story_order, created_at, created_by, changed_at, changed_by, version)
       VALUES (1, '${ID}', 'person', 'Besøksforbudet', 0, 1, 'A', 1, 'A', 1);
     INSERT INTO person (id, name) VALUES ('${ID}', 'Besøksforbudet');
     INSERT INTO search_text (rid, original, folded) VALUES (1, 'Besøksforbudet', '');
     INSERT INTO search (rowid, original, folded) VALUES (1, 'Besøksforbudet', '');`,
  );
  book = await openBook(path, test.keyHex, { person: 'A' });
  const hits = await book.search('forbud', { limit: 10 });
  expect(hits.map((hit) => hit.id)).toEqual([ID]);
});
