import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caseMemoryOf, type Reading } from '#db/reads/case-memory.ts';
import { trafficOf } from '#db/reads/traffic.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';

let test: TestBook;
/** The clock by which way is made stands still until it is moved, so that no slow machine ends a wait. */
let now: number;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestBook();
  const { value } = await test.book.command('test', async (tx) => {
    const given = { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    const { id } = await tx.insert('case', given);
    const row = { values: { text: 'Truer henne' }, header: { caseId: id } };
    await tx.insertMany(
      'incident',
      Array.from({ length: 1_000 }, () => row),
    );
    return id;
  });
  caseId = value;
  now = 1_000_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await test.remove();
});

/** An answer that is not there before it is told to be. */
function pending() {
  let end: () => void = () => undefined;
  const answered = trafficOf(test.book).answer(() => new Promise<void>((resolve) => (end = resolve)));
  return { answered, end: () => end() };
}

/** True once the event loop has turned so often that whatever was not held back has gone on. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

// Would catch: a case of 200,000 records read beside the letters of a search, each of which then waits for a part of it.
it('keeps what nobody waits for back while somebody waits for an answer', async () => {
  const told: Reading[] = [];
  const memory = caseMemoryOf(test.book);
  memory.onReading((reading) => told.push(reading));
  const { answered, end } = pending();
  const warming = memory.warm(caseId);
  await test.book.search('truer');
  await turns(20);
  expect(told).toEqual([]);
  end();
  await answered;
  now += 10_000;
  await warming;
  expect(told.at(-1)).toMatchObject({ done: 1_000, total: 1_000 });
});

// Would catch: a flag list that waits for the typing to end; or for itself, because it is a question too.
it('is joined at once by whoever asks for the case itself', async () => {
  const memory = caseMemoryOf(test.book);
  const other = pending();
  const warming = memory.warm(caseId);
  const read = await trafficOf(test.book).answer(() => memory.read(caseId));
  expect(read?.records).toHaveLength(1_000);
  await warming;
  other.end();
  await other.answered;
});

// Would catch: work that a question which never ends (an intake of hours) holds back for as long.
it('goes on at last although somebody still waits', async () => {
  const other = pending();
  const way = trafficOf(test.book).makeWay();
  now += 10_000;
  await way;
  expect(trafficOf(test.book).isBusy()).toBe(true);
  other.end();
  await other.answered;
});

// Would catch: a question that failed counted as one that is still waited for.
it('counts a question that failed as ended', async () => {
  const traffic = trafficOf(test.book);
  await expect(traffic.answer(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(traffic.isBusy()).toBe(true);
  now += 10_000;
  expect(traffic.isBusy()).toBe(false);
});
