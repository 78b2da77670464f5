import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDue } from '#db/reads/deadlines.ts';
import { readUnserved } from '#db/reads/today.ts';
import { clockHandlers } from '#main/services/clock.ts';
import type { RecordId } from '#model/ids.ts';
import { dangersOf } from '#model/today/danger.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

const NOW = Date.UTC(2026, 0, 20, 12);
const day = (n: number) => Date.UTC(2026, 0, n, 12);

let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  const given = { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
  const { value } = await test.book.command('test', (tx) => tx.insert('case', given));
  caseId = value.id;
});
afterEach(() => test.remove());

const none = { whereabouts: [], notices: [], alarms: [], gaps: [] };

/** What still runs for an order of 10 January that is not served. */
async function running(court: object): Promise<string[]> {
  const values = {
    variant: 'restraining_order',
    stage: 'decided',
    decidedAt: day(10),
    toAt: Date.UTC(2027, 0, 10),
  } as const;
  const { value } = await test.book.command('test', (tx) => tx.insert('order', { ...values, ...court }, { caseId }));
  const { clocks } = await clockHandlers['clock.list'](test.context, { caseId, at: NOW });
  const own = clocks.filter(({ recordIds, reason }) => recordIds[0] === value.id && reason === null);
  const dangers = dangersOf({ ...none, orders: await readUnserved(test.book) }, NOW).map(({ id }) => id);
  const due = (await readDue(test.book, caseId, NOW)).map(({ field }) => field);
  return [...own.map(({ id }) => id), ...dangers, ...due];
}

// Would catch: an order that the court set aside watched, renewed and served in one place while it has ended in another.
it('an order that the court set aside has ended in clocks, on the board and among what is due', async () => {
  expect(await running({ courtDecision: 'set_aside', courtDecidedAt: day(14) })).toEqual([]);
});

// Would catch: any decision of the court taken for the end of the order.
it('one that the court upheld runs on', async () => {
  const found = await running({ courtDecision: 'upheld', courtDecidedAt: day(14) });
  expect(found).toEqual(expect.arrayContaining(['C18', 'renewal', 'order_not_served', 'toAt']));
});
