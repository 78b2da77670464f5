import { afterEach, beforeEach, expect, it } from 'vitest';
import { alarmHandlers } from '#main/services/alarm.ts';
import { todayHandlers } from '#main/services/today.ts';
import type { RecordId } from '#model/ids.ts';
import type { NewValues } from '#model/kinds.ts';
import { WHOLE_BOARD } from '#tests/helpers/board.ts';
import { TEST_NOW } from '#tests/helpers/book.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

const DAY_MS = 86_400_000;

let test: TestContext;
let caseId: RecordId;
let alarmId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('x', async (tx) => {
    const made = await tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' });
    const alarm = await tx.insert(
      'alarm',
      { unit: 'V-1', handedOutAt: day(-80), testedAt: day(-80), grantedUntilAt: day(10), status: 'active' },
      { caseId: made.id },
    );
    return { caseId: made.id, alarmId: alarm.id };
  });
  ({ caseId, alarmId } = value);
});
afterEach(() => test.remove());

const day = (days: number) => TEST_NOW + days * DAY_MS;
const extend = (untilAt: number, more: Partial<Parameters<(typeof alarmHandlers)['alarm.extend']>[1]> = {}) =>
  alarmHandlers['alarm.extend'](test.context, {
    id: alarmId,
    text: 'Forlengelse av mobil voldsalarm',
    untilAt,
    decidedAt: day(0),
    authority: 'Politiadvokat Sund',
    form: 'written',
    reasons: 'Ny trussel 1. mars',
    ...more,
  });
const change = (values: Partial<NewValues<'alarm'>>) =>
  test.book.command('x', (tx) => tx.update('alarm', alarmId, values));
const chain = async () => (await alarmHandlers['alarm.extensions'](test.context, { id: alarmId })).extensions;
const grantedUntil = async () =>
  (await test.book.list('alarm', { caseId })).map(({ values }) => values.grantedUntilAt)[0];
const rows = async () => {
  const context = { ...test.context, person: { name: 'Test Person', role: 'analyst' as const }, now: () => TEST_NOW };
  const { rows } = await todayHandlers['today.view'](context, WHOLE_BOARD);
  return rows.flatMap(({ prompt }) => (prompt?.id === 'alarm_grant' ? [prompt.id] : []));
};

// Would catch: an end that moved without who decided it and why, a chain that forgets its first link, a row of the day that
// goes on asking, an undo that takes the decision back and leaves the new end.
it('extends by decisions that follow each other, each one step', async () => {
  expect(await rows()).toEqual(['alarm_grant']);
  const { id: first } = await extend(day(100));
  expect(await rows()).toEqual([]);
  await extend(day(190), { reasons: 'Fortsatt fare', form: null });
  expect(await chain()).toMatchObject([
    { id: first, fromAt: day(10), untilAt: day(100), authority: 'Politiadvokat Sund', reasons: 'Ny trussel 1. mars' },
    { fromAt: day(100), untilAt: day(190), reasons: 'Fortsatt fare', form: null },
  ]);
  const decisions = await test.book.list('decision', { caseId });
  expect(decisions.map(({ values }) => values.replacesId)).toEqual([null, first]);
  expect(await grantedUntil()).toBe(day(190));
  await test.book.undo();
  expect((await chain()).map(({ id }) => id)).toEqual([first]);
  expect(await grantedUntil()).toBe(day(100));
  await test.book.undo();
  expect(await chain()).toEqual([]);
  expect(await grantedUntil()).toBe(day(10));
  expect(await rows()).toEqual(['alarm_grant']);
});

// Would catch: an "extension" that shortens the grant, or one of a unit that lies in a drawer.
it.each([
  ['ends as before', day(10), {}, 'INVALID_VALUES'],
  ['ends earlier', day(9), {}, 'INVALID_VALUES'],
  ['was returned', day(100), { returnedAt: day(-1) }, 'ALARM_NOT_OUT'],
  ['was lost', day(100), { status: 'lost' }, 'ALARM_NOT_OUT'],
  ['was swapped', day(100), { status: 'swapped' }, 'ALARM_NOT_OUT'],
] as const)('refuses one that %s, and keeps everything', async (_, untilAt, values, code) => {
  await change(values);
  await expect(extend(untilAt)).rejects.toMatchObject({ code });
  expect(await chain()).toEqual([]);
  expect(await grantedUntil()).toBe(day(10));
});

// Would catch: an alarm whose end nobody entered that cannot be given one.
it('takes an alarm whose end is not known', async () => {
  await change({ grantedUntilAt: null, status: null });
  await extend(day(90));
  expect(await chain()).toMatchObject([{ fromAt: null, untilAt: day(90) }]);
});

// Would catch: a decision that was struck, or another one of the case, told as a link of the chain.
it('tells only what stands', async () => {
  const { id } = await extend(day(100));
  await test.book.command('x', async (tx) => {
    await tx.insert('decision', { type: 'measure', text: 'Vakthold', untilAt: day(20) }, { caseId });
    await tx.remove(id, 'feil sak');
  });
  expect(await chain()).toEqual([]);
});
