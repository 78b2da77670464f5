import { afterEach, beforeEach, expect, it } from 'vitest';
import { newRecordId } from '#model/ids.ts';
import { openTestBook, TEST_NOW, type TestBook } from '#tests/helpers/book.ts';

let test: TestBook;
beforeEach(async () => {
  test = await openTestBook();
});
afterEach(() => test.remove());

it('keeps openings, searches, reveals and exports in the order in which they came, newest first', async () => {
  const recordId = newRecordId();
  // Attempts before an unlock are entered after it, with their own time.
  expect(await test.book.use('failed_unlock', { at: TEST_NOW - 5_000 })).toBe(1);
  test.advance(1_000);
  await Promise.all([test.book.use('open'), test.book.use('reveal', { recordId, detail: 'address' })]);
  expect(await test.book.useLog({ limit: 10 })).toEqual([
    { seq: 3, at: TEST_NOW + 1_000, person: 'Test Person', action: 'reveal', recordId, detail: 'address' },
    { seq: 2, at: TEST_NOW + 1_000, person: 'Test Person', action: 'open', recordId: null, detail: null },
    { seq: 1, at: TEST_NOW - 5_000, person: 'Test Person', action: 'failed_unlock', recordId: null, detail: null },
  ]);
  expect((await test.book.useLog({ before: 3, limit: 1 })).map((line) => line.seq)).toEqual([2]);
});

it('is a chain of its own: nothing in it moves the head of the log or can be undone', async () => {
  const before = await test.book.checkpoint();
  await test.book.use('search', { detail: '3 hits' });
  expect(await test.book.checkpoint()).toEqual(before);
  expect(test.book.history()).toEqual({ undo: null, redo: null });
  await test.reopen();
  await test.book.use('lock');
  expect(await test.book.verify()).toMatchObject({ ok: true });
  expect((await test.book.useLog({ limit: 9 })).map((line) => line.seq)).toEqual([2, 1]);
});

it('cuts a detail that is too long and keeps one with half a letter', async () => {
  await test.book.use('search', { detail: 'x'.repeat(1_000) });
  await test.book.use('search', { detail: 'a\ud800' });
  const lines = await test.book.useLog({ limit: 2 });
  expect(lines.map((line) => line.detail?.length)).toEqual([2, 200]);
  expect((await test.book.verify()).ok).toBe(true);
});
