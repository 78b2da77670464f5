import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSession } from '#main/core/session.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';

const MADE_AT = Date.UTC(2026, 10, 24, 4);
const STORY_AT = Date.UTC(2026, 2, 29, 3, 12);
const HOUR_MS = 3_600_000;

let books: BooksFolder;
beforeEach(async () => {
  books = await openBooksFolder();
});
afterEach(() => books.remove());

// Would catch: a demonstration whose night begins anew at each opening, so that its log runs backwards.
test('a demonstration goes on from the moment it was made', async () => {
  const made = await books.create({ purpose: 'demo', now: () => MADE_AT, storyAt: STORY_AT });
  const { folder, now } = made.context;
  expect(now()).toBe(STORY_AT);
  await made.close();
  const opened = await openSession({ folder, passphrase: PASSPHRASE, now: () => MADE_AT + HOUR_MS });
  expect(opened.context.now()).toBe(STORY_AT + HOUR_MS);
  expect(opened.context.opening.clock).toBe('plausible');
  await opened.close();
});

// Would catch: a book for work that shows another time than the machine's.
test('any other book has the time of the machine', async () => {
  const made = await books.create({ purpose: 'test', now: () => MADE_AT, storyAt: STORY_AT });
  expect(made.context.now()).toBe(MADE_AT);
  await made.close();
});
