import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseMemoryOf, type Reading } from '#db/reads/case-memory.ts';
import { readWrittenLast } from '#db/reads/written-last.ts';
import { warmUp } from '#main/core/warm.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test: TestContext;
beforeEach(async () => {
  test = await openTestContext();
});
afterEach(() => test.remove());

async function makeCase(name: string, records: number, status: 'open' | 'closed' = 'open'): Promise<RecordId> {
  const { value } = await test.book.command('test', async (tx) => {
    const { id: caseId } = await tx.insert('case', { name, marking: 'fortrolig', status, zone: 'Europe/Oslo' });
    const row = { values: { text: 'Truer henne' }, header: { caseId } };
    await tx.insertMany(
      'incident',
      Array.from({ length: records }, () => row),
    );
    return caseId;
  });
  return value;
}

// Would catch: a first question that waits for the whole case although it was to be read before; a reading told of nobody's case.
it('reads the cases that were written in last before they are asked for', async () => {
  const [first, second] = [await makeCase('A', 600), await makeCase('B', 300)];
  await makeCase('Lukket', 300, 'closed');
  expect(await readWrittenLast(test.book)).toEqual([second, first]);
  const told: Reading[] = [];
  const memory = caseMemoryOf(test.book);
  memory.onReading((reading) => told.push(reading));
  await warmUp({ ...test.context, person: { name: test.book.person, role: 'analyst' } });
  expect(told.filter(({ done, total }) => done === total).map(({ caseId }) => caseId)).toEqual([second, first]);
  const parts = told.length;
  expect((await memory.read(first))?.records).toHaveLength(600);
  expect(told).toHaveLength(parts);
});

// Would catch: a case that is being read in peace and goes on so when somebody waits for it, or is read twice.
it('is joined by who asks meanwhile', async () => {
  const caseId = await makeCase('A', 1_000);
  const told: Reading[] = [];
  const memory = caseMemoryOf(test.book);
  memory.onReading((reading) => told.push(reading));
  const [, records] = await Promise.all([memory.warm(caseId), memory.read(caseId)]);
  expect(records?.records).toHaveLength(1_000);
  expect(told.map(({ done }) => done)).toEqual([250, 500, 750, 1_000]);
});

// Would catch: a book that is locked while it is read and takes the core process down.
it('ends without an error when the book is locked', async () => {
  await makeCase('A', 1_000);
  const warming = warmUp(test.context);
  await test.book.close();
  await expect(warming).resolves.toBeUndefined();
});
