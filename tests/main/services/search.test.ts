import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchHandlers } from '#main/services/search.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let book: TestContext;
let lind: RecordId;
let berg: RecordId;
beforeEach(async () => {
  book = await openTestContext();
  const { value } = await book.book.command('test', async (tx) => {
    const given = { marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    const [a, b] = [
      await tx.insert('case', { name: 'Lind', ...given }),
      await tx.insert('case', { name: 'Berg', ...given }),
    ];
    await tx.insert('threat', { text: 'Truet med kniv ved Åsgården' }, { caseId: a.id });
    await tx.insert('note', { text: 'Kniv funnet' }, { caseId: a.id });
    await tx.insert('threat', { text: 'Kniv igjen' }, { caseId: b.id });
    return [a.id, b.id] as const;
  });
  [lind, berg] = value;
});
afterEach(() => book.remove());

type Input = Parameters<(typeof searchHandlers)['search.query']>[1];
const search = (text: string, more: Partial<Input> = {}) =>
  searchHandlers['search.query'](book.context, { text, limit: 50, ...more });
const lines = () => book.book.useLog({ limit: 50 });

// Would catch: the words of a search kept for years in a log that others read.
test('a search leaves one line with how many were found, where, and none of its words', async () => {
  expect(await search('kniv')).toHaveLength(3);
  expect(await search('kniv asgarden', { caseId: lind })).toHaveLength(1);
  expect(await search('Åsgården9471')).toEqual([]);
  const told = (await lines()).reverse();
  expect(told.map(({ action, detail, recordId }) => [action, detail, recordId])).toEqual([
    ['search', '3', null],
    ['search', '1', lind],
    ['search', '0', null],
  ]);
  expect(JSON.stringify(told)).not.toMatch(/kniv|sgården|9471/i);
});

// Would catch: a line for every empty box, in which real searches drown.
test('an empty search finds nothing and leaves no line', async () => {
  for (const text of ['', '  ', '\n\t']) expect(await search(text)).toEqual([]);
  expect(await lines()).toEqual([]);
});

// Would catch: hits of another case or kind, or more than were asked for.
test('a search is narrowed to a case, to kinds, to a number', async () => {
  expect((await search('kniv', { caseId: berg })).map(({ title }) => title)).toEqual(['Kniv igjen']);
  expect((await search('kniv', { kinds: ['note'] })).map(({ title }) => title)).toEqual(['Kniv funnet']);
  expect(await search('kniv', { caseId: lind, kinds: ['threat', 'note'] })).toHaveLength(2);
  expect(await search('kniv', { limit: 1 })).toHaveLength(1);
  expect(await search('kniv', { kinds: ['person'] })).toEqual([]);
});

// Would catch: signs of the index's own language read as such: an error, or everything found.
test('signs of the query language are words like others', async () => {
  for (const text of [
    '"',
    '*',
    'kniv*"',
    'NEAR(',
    'a OR',
    'kniv AND',
    '-',
    '(kniv',
    'original:kniv',
    '{',
    ':',
    '^kniv',
  ]) {
    await expect(search(text)).resolves.toBeInstanceOf(Array);
  }
});
