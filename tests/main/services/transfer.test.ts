import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockHandlers } from '#main/services/clock.ts';
import type { Context } from '#main/services/context.ts';
import { todayHandlers } from '#main/services/today.ts';
import { transferHandlers } from '#main/services/transfer.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, NewValues } from '#model/kinds.ts';
import { whenAtMinute } from '#model/when.ts';
import { WHOLE_BOARD } from '#tests/helpers/board.ts';
import { TEST_NOW } from '#tests/helpers/book.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { OSLO, on } from '#tests/model/clocks/samples.ts';

const HOUR_MS = 3_600_000;
let test: TestContext;
let context: Context;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  // The clock of the book, which stands still.
  context = { ...test.context, now: () => TEST_NOW };
  const { value } = await test.book.command('test', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: OSLO }),
  );
  caseId = value.id;
});
afterEach(() => test.remove());

const add = async <K extends Kind>(kind: K, values: NewValues<K>) =>
  (await test.book.command('test', (tx) => tx.insert(kind, values, { caseId }))).value.id;
const view = () => transferHandlers['transfer.view'](context, { caseId });
const offer = async (at: number) =>
  (
    await transferHandlers['transfer.offer'](context, {
      caseId,
      toDistrict: 'Vest politidistrikt',
      toUnit: null,
      at,
      by: 'Fjære',
    })
  ).id;
type Step = Parameters<(typeof transferHandlers)['transfer.step']>[1]['step'];
const step = (id: RecordId, name: Step, at: number, text: string | null = null) =>
  transferHandlers['transfer.step'](context, { id, step: name, at, by: 'Nes', text });
const assign = (transferId: RecordId, key: string | null, given: object = {}) =>
  transferHandlers['transfer.assign'](context, {
    transferId,
    key,
    responsibility: 'order',
    aboutId: null,
    itemText: null,
    newOwner: null,
    newOwnerContact: null,
    notHandedOver: null,
    ...given,
  });

describe('what is open when a case is transferred', () => {
  // Would catch: a responsibility that is forgotten, one that has ended and is still asked for, an order told twice.
  it('names clocks, alarm, orders, court dates and promises, and none that has ended', async () => {
    const now = context.now();
    const order = { text: 'Besøksforbud', variant: 'restraining_order', stage: 'decided' } as const;
    const live = {
      ...order,
      decidedAt: now - 240 * HOUR_MS,
      servedAt: now - 239 * HOUR_MS,
      toAt: now + 2400 * HOUR_MS,
    };
    await add('order', live);
    await add('order', { ...order, text: 'Gammelt', toAt: now - HOUR_MS });
    await add('order', { ...order, text: 'Avslått', stage: 'refused' });
    await add('alarm', {
      unit: 'Alarm 7',
      handedOutAt: now - 5 * HOUR_MS,
      testedAt: now - 5 * HOUR_MS,
    } as NewValues<'alarm'>);
    await add('alarm', { unit: 'Alarm 3', status: 'returned', returnedAt: now - HOUR_MS } as NewValues<'alarm'>);
    await add('court_step', { text: 'Rettsmøte', step: 'hearing', scheduledAt: now + 48 * HOUR_MS } as never).catch(
      () => add('court_step', { text: 'Rettsmøte', scheduledAt: now + 48 * HOUR_MS } as NewValues<'court_step'>),
    );
    await add('arrest', { text: 'Pågrepet', happened: whenAtMinute(now - 2 * HOUR_MS, OSLO) });
    const { open } = await view();
    const told = (of: string) => open.filter(({ responsibility }) => responsibility === of);
    expect(told('order').map(({ title }) => title)).toEqual(['Besøksforbud']);
    expect(told('alarm_route').map(({ title }) => title)).toEqual(['Alarm 7']);
    expect(told('court_date').map(({ dueAt }) => dueAt)).toEqual([now + 48 * HOUR_MS]);
    expect(told('clock').map(({ clock }) => clock)).toEqual(expect.arrayContaining(['C3', 'C4']));
    expect(told('clock').some(({ clock }) => clock?.startsWith('transfer'))).toBe(false);
    expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
  });

  // Would catch: an owner named twice over, one lost when its order ends, a matter written by hand that cannot be given.
  it('keeps who there owns each, also when it is open no more', async () => {
    const now = context.now();
    const orderId = await add('order', { text: 'Besøksforbud', stage: 'decided', toAt: now + 240 * HOUR_MS });
    const id = await offer(now);
    const key = `order:${orderId}`;
    await assign(id, key, { aboutId: orderId, newOwner: 'Moen' });
    await assign(id, key, { aboutId: orderId, newOwner: 'Dahl', newOwnerContact: '55 00 00 00' });
    await assign(id, null, {
      responsibility: 'other',
      itemText: 'Nøkkel hos vaktmester',
      notHandedOver: 'levert tilbake',
    });
    const matters = async () =>
      (await view()).transfers[0]?.matters.map(({ title, owner, isOpen }) => [
        title,
        owner?.newOwner ?? owner?.notHandedOver ?? null,
        isOpen,
      ]);
    const byHand = ['Nøkkel hos vaktmester', 'levert tilbake', true];
    expect(await matters()).toEqual([['Besøksforbud', 'Dahl', true], byHand]);
    await test.book.command('test', (tx) => tx.update('order', orderId, { liftedAt: now }));
    expect(await matters()).toEqual([['Besøksforbud', 'Dahl', false], byHand]);
  });
});

describe('the steps of a transfer', () => {
  // Would catch: an offer that is nobody's work, one that stays work when it was received, a withdrawn one that stays.
  it('are work with their age until they are taken', async () => {
    const rows = async () =>
      (await todayHandlers['today.view'](context, WHOLE_BOARD)).rows
        .filter(({ what }) => what.startsWith('transfer'))
        .map(({ what, sinceAt, duty, over }) => [what, sinceAt, duty, over]);
    const now = context.now();
    const id = await offer(now - 30 * HOUR_MS);
    expect(await rows()).toEqual([['transfer_receipt', now - 30 * HOUR_MS, 'lead', true]]);
    await step(id, 'received', now - HOUR_MS);
    expect(await rows()).toEqual([['transfer_taking_over', now - HOUR_MS, 'lead', false]]);
    await step(id, 'withdrawn', now, 'feil distrikt');
    expect(await rows()).toEqual([]);
  });

  // Would catch: two books written in for one case; a copy nobody reviews; taking over that cannot be undone.
  it('end with a copy that is read only and waits for its review; one undo takes that back', async () => {
    const now = context.now();
    const orderId = await add('order', { text: 'Besøksforbud', stage: 'decided' });
    const id = await offer(now - 3 * HOUR_MS);
    // Never read back: shown, and not in the way.
    await step(id, 'received', now - 2 * HOUR_MS);
    await step(id, 'taken_over', now);
    const [state] = await transferHandlers['transfer.state'](context, { caseId });
    expect(state).toMatchObject({ stage: 'taken_over', responsible: 'receiver', waitsSinceAt: null });
    expect(state?.contradictions).toEqual([{ code: 'step_missing', step: 'read_back', other: 'taken_over' }]);
    for (const work of [
      add('incident', { text: 'nytt' }),
      test.book.command('test', (tx) => tx.update('order', orderId, { text: 'endret' })),
      test.book.command('test', (tx) => tx.remove(orderId, 'feil')),
    ]) {
      await expect(work).rejects.toMatchObject({ code: 'HANDED_OVER' });
    }
    const { clocks } = await clockHandlers['clock.list'](context, { caseId: null, at: now + HOUR_MS });
    expect(
      clocks.filter(({ id: clock }) => clock.startsWith('transfer_r')).map(({ id: clock, state: is }) => [clock, is]),
    ).toEqual([
      ['transfer_receipt', 'met'],
      ['transfer_review', 'running'],
    ]);
    expect(await test.book.find(caseId)).toMatchObject({ values: { status: 'closed' } });
    await step(id, 'deletion_reviewed', now, 'slettes etter tre måneder');
    expect((await clockHandlers['clock.list'](context, { caseId: null, at: now + HOUR_MS })).clocks.at(-1)?.state).toBe(
      'met',
    );

    await test.book.undo();
    await test.book.undo();
    expect((await transferHandlers['transfer.state'](context, { caseId }))[0]?.stage).toBe('received');
    expect(await test.book.find(caseId)).toMatchObject({ values: { status: 'open' } });
    await add('incident', { text: 'nytt' });
  });

  it('are of a transfer that is there', async () => {
    await expect(step(caseId, 'received', on('2026-03-14 12:00'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(assign(caseId, 'order:x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
