import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Book, Reader, SqlValue } from '#db/book.ts';
import { readBelongings } from '#db/reads/belongings.ts';
import { newestOf, readCaseSummaries } from '#db/reads/cases.ts';
import { readClockFacts } from '#db/reads/clocks/clock-facts.ts';
import { readDue } from '#db/reads/deadlines.ts';
import { readPage } from '#db/reads/page.ts';
import { readHandovers, readManned, readParts, readPlanIds } from '#db/reads/plan.ts';
import { readAlarms, readEvents, readNotices, readOfficers, readUnserved, readWhereabouts } from '#db/reads/today.ts';
import { searchRecords } from '#db/search/search.ts';
import { newRecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';

let test: TestBook;
beforeEach(async () => {
  test = await openTestBook();
});
afterEach(() => test.remove());

const ID = newRecordId();

/** The plan of every statement that `read` makes, a line a step. */
async function planOf(read: (book: Book) => Promise<unknown>): Promise<string[]> {
  const steps: string[] = [];
  const all: Reader['all'] = async <Row>(sql: string, params: readonly SqlValue[] = []) => {
    const plan = await test.book.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params);
    steps.push(...plan.map((row) => row.detail));
    return test.book.all<Row>(sql, params);
  };
  const first: Reader['first'] = async <Row>(sql: string, params?: readonly SqlValue[]) =>
    (await all<Row>(sql, params))[0] ?? null;
  await read({ ...test.book, all, first });
  return steps;
}

/** A step through every row of a table or an index; lists that the call itself brings are short. */
const scans = (steps: readonly string[]) =>
  steps.filter(
    (step) =>
      step.startsWith('SCAN') &&
      !/json_each|\bwanted\b|VIRTUAL TABLE|SCAN (k|value|t|\(subquery-\d+\))($|\s)/.test(step),
  );

// Would catch: the head of a case that reads every order, hearing, contact point and stay of the book.
it.each<[string, (book: Book) => Promise<unknown>]>([
  ['what is due', (book) => readDue(book, ID, 1)],
  ['what is due in all cases', (book) => readDue(book, null, 1)],
  ['what belongs to persons', (book) => readBelongings(book, [ID])],
  ['the summary of a case', (book) => readCaseSummaries(book, ID)],
  ['the newest of a case', (book) => newestOf(book, ID, ['threat', 'breach'], 1)],
  ['the clocks of a case', (book) => readClockFacts(book, ID)],
])('%s is read without going through a table', async (_, read) => {
  expect(scans(await planOf(read))).toEqual([]);
});

// Would catch: a board of the day that goes through all records of the book to find the few kinds it shows. The cases
// themselves are gone through: they are what it is about.
it.each<[string, (book: Book) => Promise<unknown>]>([
  ['the clocks of all cases', (book) => readClockFacts(book, null)],
  ['where they are', (book) => readWhereabouts(book, 1)],
  ['notices', readNotices],
  ['alarms', readAlarms],
  ['orders not served', readUnserved],
  ['who has which part', (book) => readOfficers(book, 1)],
  ['what happened', (book) => readEvents(book, 1, 2, 10)],
])('of the board, %s is read without going through a table', async (_, read) => {
  const steps = scans(await planOf(read)).filter((step) => !/SCAN (pc|kind|use_log)\b/.test(step));
  expect(steps).toEqual([]);
});

// Would catch: counts of a case that fetch each of its rows.
it('a case is counted in an index', async () => {
  const steps = await planOf((book) => readCaseSummaries(book, ID));
  expect(steps.join('\n')).toMatch(/COVERING INDEX record_by_case_kind/);
});

const PAGE = { caseId: ID, struck: false, offset: 0, limit: 10 } as const;

// Would catch: a page of ten that sorts a hundred thousand first.
it.each([
  ['one kind', ['threat'], 'time', 'record_by_case_kind'],
  ['one kind', ['threat'], 'time_desc', 'record_by_case_kind'],
  ['several kinds', ['threat', 'breach'], 'time', 'record_by_case_time'],
  ['several kinds', ['threat', 'breach'], 'time_desc', 'record_by_case_time'],
] as const)('a page of %s (%s) by %s has its order from an index', async (_, kinds, order, index) => {
  await test.book.command('test', async (tx) => {
    const values = { name: 'L', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    await tx.insert('case', values, { id: ID });
    // One with a time and one without: both parts of the order are read.
    const happened = { fromAt: 0, toAt: 60_000, precision: 'minute', zone: 'UTC' } as const;
    await tx.insert('threat', { text: 'a', happened }, { caseId: ID });
    await tx.insert('threat', { text: 'b' }, { caseId: ID });
  });
  const steps = await planOf((book) => readPage(book, { ...PAGE, kinds, order }));
  // Never the index of the kind in the whole book: a small case would be sought through all others.
  const own = steps.filter((step) => / r USING /.test(step) && !step.includes('sqlite_autoindex'));
  expect(own.length).toBeGreaterThan(1);
  expect(own.filter((step) => !/record_by_case/.test(step))).toEqual([]);
  expect(own.at(-1)).toContain(index);
  expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});

// Would catch: persons and places of a case sought through every record it has.
it.each(['person', 'contact_point', 'whereabouts', 'place'] as const)(
  'a case finds its %s by its parts',
  async (kind) => {
    const steps = await planOf((book) => readPage(book, { ...PAGE, kinds: [kind], order: 'entered' }));
    expect(steps.join('\n')).toMatch(/cr USING .*record_by_case_kind \(case_id=\? AND kind=\?/);
  },
);

// Would catch: the search index asked once for each record of the case, which takes minutes in a long one.
it('a search in a case asks the index once', async () => {
  const steps = await planOf((book) => searchRecords(book, 'ord', { caseId: ID, kinds: ['threat'] }));
  const order = steps.filter((step) => /\b(s|f)\b (VIRTUAL|USING)/.test(step)).map((step) => step.split(' ')[1]);
  expect(order.slice(0, 2)).toEqual(['s', 'f']);
});

// Would catch: a window of one case that reads the plans of all others, or every record of its own.
it.each<[string, (book: Book) => Promise<unknown>]>([
  ['the plan of a case', (book) => readPlanIds(book, { caseId: ID, fromAt: 1, toAt: 2 })],
  ['the plan of all cases', (book) => readPlanIds(book, { caseId: null, fromAt: 1, toAt: 2 })],
  ['what is manned in all cases', (book) => readManned(book, 1, 2)],
  ['the reliefs of measures', (book) => readHandovers(book, [ID])],
  ['occurrences', (book) => readParts(book, 'occurrence', [ID], { fromLocal: 'a', toLocal: 'b' })],
  ['assignments', (book) => readParts(book, 'assignment', [ID], { fromLocal: 'a', toLocal: 'b' })],
  ['legs', (book) => readParts(book, 'leg', [ID])],
  ['passes', (book) => readParts(book, 'patrol_pass', [ID])],
  ['required qualifications', (book) => readParts(book, 'required_qualification', [ID])],
])('%s are read without going through a table', async (_, read) => {
  const steps = await planOf(read);
  expect(steps.length).toBeGreaterThan(0);
  expect(scans(steps)).toEqual([]);
});

// Would catch: a case of a hundred thousand events that is read through for the few plans it has in a window.
it('a window of a case is bounded by time in the index of its times', async () => {
  const steps = await planOf((book) => readPlanIds(book, { caseId: ID, fromAt: 1, toAt: 2 }));
  expect(steps.join('\n')).toMatch(/record_by_case_time \(case_id=\? AND starts_at<\?\)/);
});
