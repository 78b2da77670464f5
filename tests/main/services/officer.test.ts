import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildBriefing } from '#main/briefing/build.ts';
import { officerHandlers } from '#main/services/officer.ts';
import { todayHandlers } from '#main/services/today.ts';
import type { RecordId } from '#model/ids.ts';
import { WHOLE_BOARD } from '#tests/helpers/board.ts';
import { TEST_NOW } from '#tests/helpers/book.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

const DAY_MS = 86_400_000;

let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('x', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' }),
  );
  caseId = value.id;
});
afterEach(() => test.remove());

type Given = Parameters<(typeof officerHandlers)['officer.set']>[1];
const set = (name: string, days: number, more: Partial<Given> = {}) =>
  officerHandlers['officer.set'](test.context, {
    caseId,
    duty: 'responsible_prosecutor',
    name,
    phone: '000 00 011',
    unit: null,
    fromAt: TEST_NOW + days * DAY_MS,
    deputyForId: null,
    ...more,
  });
const terms = async () =>
  (await test.book.list('case_officer', { caseId }))
    .map(({ values }) => [values.name, ...[values.fromAt, values.toAt].map((at) => at && (at - TEST_NOW) / DAY_MS)])
    .sort((a, b) => Number(a[1]) - Number(b[1]));

// Would catch: two prosecutors responsible at once, a former one who is gone, a change that takes two steps to undo.
it('gives a part on from one to the next, and keeps who had it', async () => {
  await set('Sund', -30);
  await set('Dahl', -2);
  expect(await terms()).toEqual([
    ['Sund', -30, -2],
    ['Dahl', -2, null],
  ]);
  await test.book.undo();
  expect(await terms()).toEqual([['Sund', -30, null]]);
});

// Would catch: an earlier holder who is entered late and takes the part from the one who has it now.
it('takes in who had it earlier, until the next one began', async () => {
  await set('Dahl', -2);
  await set('Sund', -30);
  expect(await terms()).toEqual([
    ['Sund', -30, -2],
    ['Dahl', -2, null],
  ]);
});

// Would catch: a deputy who ends another, or the part of whoever is stood in for.
it('lets several stand in', async () => {
  const { id } = await set('Sund', -30);
  await set('Moe', -3, { duty: 'deputy', deputyForId: id });
  await set('Berg', -2, { duty: 'deputy', deputyForId: id });
  expect((await terms()).map(([, , to]) => to)).toEqual([null, null, null]);
});

// Would catch: a briefing that names who had the part last month, or a day's board that knows nobody.
it('is told by the briefing of the lead and by the day, and on no card', async () => {
  await set('Sund', -30);
  await set('Dahl', -2);
  const context = { ...test.context, now: () => TEST_NOW };
  const told = async (profile: 'leder' | 'patrulje' | 'saksdokumenter') =>
    JSON.stringify((await buildBriefing(context, { caseId, profile, language: 'nb' })).facts);
  expect(await told('leder')).toContain('Dahl, 000 00 011');
  expect(await told('leder')).not.toContain('Sund');
  expect(await told('patrulje')).not.toContain('Dahl');
  expect(await told('saksdokumenter')).not.toContain('Dahl');
  const { cases } = await todayHandlers['today.view'](context, WHOLE_BOARD);
  expect(cases[0]?.officers).toEqual([{ name: 'Dahl', duty: 'responsible_prosecutor', unit: null }]);
});
