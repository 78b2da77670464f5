import { afterEach, beforeEach, expect, it } from 'vitest';
import { searchHandlers } from '#main/services/search.ts';
import { searchTrailOf } from '#main/services/search-trail.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('test', async (tx) => {
    const given = { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    const { id } = await tx.insert('case', given);
    for (const text of ['Hun ringte', 'Han ringer', 'Ringsaker']) await tx.insert('incident', { text }, { caseId: id });
    return id;
  });
  caseId = value;
});
afterEach(() => test.remove());

const ask = (text: string, within?: RecordId) =>
  searchHandlers['search.query'](test.context, { text, limit: 50, ...(within && { caseId: within }) });
const lines = async () =>
  (await test.book.useLog({ limit: 50 })).filter(({ action }) => action === 'search').map(({ detail }) => detail);

// Would catch: an answer that leaves no trace, a line for every letter, the number of the first letters alone.
it('leaves a line before the first answer, and one with what the typing ended with', async () => {
  await ask('ri');
  expect(await lines()).toEqual(['3']);
  await ask('ring');
  await ask('ringt');
  await ask('ringte');
  expect(await lines()).toEqual(['3']);
  await searchTrailOf(test.book).settle();
  expect(await lines()).toEqual(['1', '3']);
  await searchTrailOf(test.book).settle();
  expect(await lines()).toEqual(['1', '3']);
});

// Would catch: another word, or the same one in another case, told as if it were the same search.
it('leaves a line of its own for another question', async () => {
  await ask('ringsaker');
  await ask('hun');
  await ask('hun', caseId);
  expect(await lines()).toEqual(['1', '1', '1']);
});
