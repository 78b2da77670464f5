import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#main/services/context.ts';
import { flagHandlers } from '#main/services/flag.ts';
import { dangerFlagMemoryOf } from '#main/services/today/danger-flags.ts';
import { todayHandlers } from '#main/services/today.ts';
import type { RecordId } from '#model/ids.ts';
import { whenAtMinute } from '#model/when.ts';
import { WHOLE_BOARD } from '#tests/helpers/board.ts';
import { TEST_NOW } from '#tests/helpers/book.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;

let test: TestContext;
let context: Context;
let caseId: RecordId;
let him: RecordId;
let nowAt: number;
let told: string[];
beforeEach(async () => {
  test = await openTestContext();
  nowAt = TEST_NOW;
  told = [];
  context = { ...test.context, now: () => nowAt, emit: (name) => told.push(name) };
  ({ caseId, him } = await newCase('Lind'));
});
afterEach(async () => {
  await dangerFlagMemoryOf(context).settled();
  await test.remove();
});

const write = async <T>(work: Parameters<typeof test.book.command<T>>[1]) =>
  (await test.book.command('test', work)).value;
const newCase = (name: string) =>
  write(async (tx) => {
    const { id } = await tx.insert('case', { name, marking: 'fortrolig', status: 'open', zone: ZONE });
    const { id: personId } = await tx.insert('person', { name: 'M.' });
    await tx.insert('case_person', { personId, role: 'threat_actor' }, { caseId: id });
    return { caseId: id, him: personId };
  });
const ago = (days: number) => whenAtMinute(nowAt - days * DAY_MS, ZONE);
const addBreach = (days = 60, id = caseId) =>
  write(async (tx) => (await tx.insert('breach', { text: 'Sto utenfor', happened: ago(days) }, { caseId: id })).id);

/** Rules of each case's row of flags. */
async function flags(): Promise<Record<string, string[]>> {
  const { rows } = await todayHandlers['today.view'](context, WHOLE_BOARD);
  return Object.fromEntries(
    rows.flatMap((row) => (row.flags ? [[row.caseId, row.flags.map(({ rule }) => rule)]] : [])),
  );
}

describe('flags of danger now on the board', () => {
  // Would catch: a board that says nothing of a breach nobody answered, and one that is not brought up to date by what is written.
  it('follow what is written in their case, and in no other', async () => {
    const other = await newCase('Berg');
    expect(await flags()).toEqual({});
    const breachId = await addBreach();
    expect(await flags()).toEqual({ [caseId]: ['breach_not_answered', 'no_protective_measure'] });
    await addBreach(61, other.caseId);
    await write((tx) => tx.insert('remand', { happened: ago(59), personId: him }, { caseId }));
    expect(await flags()).toEqual({ [other.caseId]: ['breach_not_answered', 'no_protective_measure'] });
    await write((tx) => tx.insert('whereabouts', { personId: him, state: 'wanted', since: ago(1) }));
    // That he is wanted is a row of its own; that nobody holds him any more is not.
    expect((await flags())[caseId]).toEqual(['no_protective_measure']);
    await test.book.undo();
    await test.book.undo();
    expect((await flags())[caseId]).toEqual(['breach_not_answered', 'no_protective_measure']);
    await write((tx) => tx.remove(breachId, 'x'));
    expect(Object.keys(await flags())).toEqual([other.caseId]);
    await write((tx) => tx.update('case', other.caseId, { status: 'closed' }));
    expect(await flags()).toEqual({});
  });

  // Would catch: a flag that somebody put away, on the board all the same; or one that never comes back.
  it('are gone while they are set aside', async () => {
    await addBreach();
    await flags();
    const put = (rule: 'breach_not_answered' | 'no_protective_measure') =>
      flagHandlers['flag.set_aside'](context, { caseId, rule, reason: 'Vurdert', lookAgainAt: nowAt + DAY_MS });
    await put('breach_not_answered');
    expect(await flags()).toEqual({ [caseId]: ['no_protective_measure'] });
    await put('no_protective_measure');
    expect(await flags()).toEqual({});
    nowAt += 60_000;
    test.advance(60_000);
    await addBreach(1);
    expect((await flags())[caseId]).toContain('breach_not_answered');
  });

  // Would catch: a board that waits until a large case is read, or is never told when it is.
  it('of a large case come after the answer', async () => {
    const rows = Array.from({ length: 1_100 }, () => ({
      values: { text: 'Ringer henne', happened: ago(50) },
      header: { caseId },
    }));
    await write((tx) => tx.insertMany('incident', rows));
    await addBreach();
    expect(await flags()).toEqual({});
    await dangerFlagMemoryOf(context).settled();
    expect(told).toContain('today.changed');
    expect(await flags()).toEqual({ [caseId]: ['breach_not_answered', 'no_protective_measure'] });
  });

  // Would catch: a flag that stands on the board for as long as nobody writes in the case.
  it('go with the clock alone', async () => {
    await write((tx) =>
      tx.insertMany(
        'report',
        [10, 40].map((minutes) => ({
          values: { text: 'Ringer politiet', happened: whenAtMinute(Date.UTC(2026, 2, 1, 22, minutes), ZONE) },
          header: { caseId },
        })),
      ),
    );
    nowAt = Date.UTC(2026, 2, 20);
    expect((await flags())[caseId]).toContain('contacts_in_one_night');
    nowAt += 20 * DAY_MS;
    expect((await flags())[caseId]).not.toContain('contacts_in_one_night');
  });
});
