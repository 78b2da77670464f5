import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockHandlers } from '#main/services/clock.ts';
import { todayHandlers } from '#main/services/today.ts';
import type { RecordId } from '#model/ids.ts';
import type { NewValues } from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { WHOLE_BOARD } from '#tests/helpers/board.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { OSLO, on } from '#tests/model/clocks/samples.ts';

const DAY_MS = 24 * 60 * 60_000;

let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('test', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: OSLO }),
  );
  caseId = value.id;
});
afterEach(() => test.remove());

const add = async (values: NewValues<'court_service'>) =>
  (await test.book.command('test', (tx) => tx.insert('court_service', values, { caseId }))).value.id;
const failed = {
  paper: 'summons',
  method: 'in_person',
  attemptAt: on('2026-03-20 10:00'),
  outcome: 'failed',
  learnedAt: on('2026-03-20 17:00'),
  deadlineFromAt: on('2026-03-10 00:00'),
  deadlineAt: on('2026-03-24 00:00'),
} as const;

async function state(now: string): Promise<string> {
  const { clocks } = await clockHandlers['clock.list'](test.context, { caseId, at: on(now) });
  const [clock, ...more] = clocks.filter(({ id }) => id === 'C34');
  expect(more).toEqual([]);
  if (!clock) return 'none';
  const { state: word, reason, dueAt, term, missing } = clock;
  const end = dueAt === instantOfLocal('2026-03-28T00:00', OSLO) ? 'fr 27' : dueAt;
  return [word, reason, word !== 'not_applicable' && end, 'n' in term && `${term.n} ${term.unit}`, ...missing]
    .filter(Boolean)
    .join(' ');
}

// DL § 146 third paragraph, from the records that tell it. Would catch: a rule that no entry of a real book can start, a
// start at the attempt instead of when it was known, a paper handed over too late that is given a week all the same.
describe('a failed service in the criminal case', () => {
  it.each([
    ['inside its deadline, from when it was known', {}, '2026-03-21 12:00', 'running fr 27 1 weeks'],
    ['a lost document', { outcome: 'document_lost' }, '2026-03-21 12:00', 'running fr 27 1 weeks'],
    ['before it was known', {}, '2026-03-20 16:59', 'none'],
    ['as it becomes known', {}, '2026-03-20 17:00', 'running fr 27 1 weeks'],
    ['the last minute', {}, '2026-03-27 23:59', 'soon fr 27 1 weeks'],
    ['a minute after', {}, '2026-03-28 00:00', 'overdue fr 27 1 weeks'],
    [
      'known when not entered: from the attempt',
      { learnedAt: null },
      '2026-03-21 12:00',
      'running fr 27 1 weeks service_learned',
    ],
    [
      'handed over as the deadline ends',
      { attemptAt: failed.deadlineAt, learnedAt: null },
      '2026-03-24 12:00',
      'not_applicable no_running_deadline 1 weeks service_learned',
    ],
    [
      'no deadline',
      { deadlineFromAt: null, deadlineAt: null },
      '2026-03-21 12:00',
      'not_applicable no_running_deadline 1 weeks',
    ],
    ['of a deadline whose start is not known', { deadlineFromAt: null }, '2026-03-21 12:00', 'running fr 27 1 weeks'],
    [
      'of a shorter deadline',
      { deadlineFromAt: on('2026-03-21 00:00'), attemptAt: on('2026-03-22 10:00'), learnedAt: on('2026-03-24 12:00') },
      '2026-03-25 12:00',
      'running fr 27 3 days',
    ],
    [
      'electronically',
      { method: 'electronic', learnedAt: on('2026-03-26 09:00') },
      '2026-03-26 12:00',
      'running fr 27 1 days',
    ],
    ['that succeeded', { outcome: 'served' }, '2026-03-21 12:00', 'none'],
  ] as const)('%s', async (_, given, now, expected) => {
    await add({ ...failed, ...given });
    expect(await state(now)).toBe(expected);
  });

  it('is met by handing the same paper over again, and by no other paper', async () => {
    await add(failed);
    await add({ ...failed, paper: 'judgment', outcome: 'served', attemptAt: on('2026-03-23 10:00') });
    expect(await state('2026-03-25 12:00')).toContain('running');
    await add({ ...failed, outcome: 'served', attemptAt: on('2026-03-25 10:00') });
    expect(await state('2026-03-25 12:00')).toContain('met');
    // As of a time before it, it had not been done.
    expect(await state('2026-03-25 09:59')).toContain('running');
  });

  it('gives no week for serving an order', async () => {
    const { value: order } = await test.book.command('test', (tx) =>
      tx.insert('order', { variant: 'restraining_order', decidedAt: failed.attemptAt }, { caseId }),
    );
    await test.book.command('test', (tx) =>
      tx.insert('order_service', { orderId: order.id, attemptAt: failed.attemptAt, outcome: 'failed' }, { caseId }),
    );
    expect(await state('2026-03-21 12:00')).toBe('not_applicable not_for_orders 1 weeks');
  });

  it('is a row of law on the board of the day, which opens the attempt', async () => {
    const id = await add({
      ...failed,
      attemptAt: test.context.now() - DAY_MS,
      learnedAt: null,
      deadlineFromAt: null,
      deadlineAt: test.context.now(),
    });
    const { rows } = await todayHandlers['today.view'](test.context, WHOLE_BOARD);
    expect(rows).toMatchObject([{ group: 'law', what: 'C34', recordIds: [id], duty: 'prosecutor' }]);
  });
});
