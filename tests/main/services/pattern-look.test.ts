import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Context } from '#main/services/context.ts';
import { patternHandlers } from '#main/services/pattern.ts';
import type { RecordId } from '#model/ids.ts';
import { whenOf } from '#model/when.ts';
import { at, type NightPlan, NOON, OSLO, openNightPlan } from './plan/night.ts';

let plan: NightPlan;
let context: Context;
let orderId: RecordId;
let calls: RecordId[];
beforeEach(async () => {
  plan = await openNightPlan();
  context = plan.context;
  const decidedAt = at('2026-03-01T12:00');
  const { value } = await plan.book.command('test', async (tx) => {
    const held = { decidedAt, servedAt: decidedAt, fromAt: decidedAt, toAt: at('2026-06-01T12:00') };
    const order = await tx.insert('order', { variant: 'restraining_order', ...held }, { caseId: plan.caseId });
    const made = [];
    for (const time of ['02:10', '23:40']) {
      const happened = whenOf('2026-03-10', time, 'minute', OSLO);
      const given = { text: `Ringte ${time}`, happened, sender: 'probable', channels: ['call'], contacts: 4 } as const;
      made.push((await tx.insert('contact', given, { caseId: plan.caseId })).id);
    }
    return { order: order.id, made };
  });
  orderId = value.order;
  calls = value.made;
});
afterEach(() => plan.remove());

const during = () => patternHandlers['pattern.under_order'](context, { caseId: plan.caseId });
const episodes = async () => {
  const given = { caseId: plan.caseId, at: null, channel: null, weeks: null };
  return (await patternHandlers['pattern.view'](context, given)).pattern;
};

// Would catch: an episode that counts twice once it is entered as a breach, words or a time that are lost on the way.
it('enters an episode as a reported breach that counts once, and one undo takes it back', async () => {
  expect((await during()).next.map(({ id }) => id)).toEqual(calls);
  const id = calls[0] as RecordId;
  const { breachId } = await patternHandlers['pattern.look'](context, { caseId: plan.caseId, id, verdict: 'breach' });
  expect(await plan.book.find(breachId as RecordId)).toMatchObject({
    kind: 'breach',
    values: { text: 'Ringte 02:10', status: 'reported', orderId, sender: 'probable', channels: ['call'], contacts: 4 },
  });
  expect((await plan.book.find(id))?.struckAt).not.toBeNull();
  expect(await episodes()).toMatchObject({ breaches: 1, contacts: 8, episodes: 2 });
  expect(await during()).toMatchObject({ orders: [orderId], breaches: 1, open: 1, next: [{ id: calls[1] }] });
  await plan.book.undo();
  expect((await during()).open).toBe(2);
  expect(await episodes()).toMatchObject({ breaches: 0, contacts: 8 });
});

// Would catch: an episode that leaves the pattern since it is no breach; one that is asked about for ever.
it('keeps an episode that is not entered as a breach in the pattern, and asks about it no more', async () => {
  const id = calls[1] as RecordId;
  const look = { caseId: plan.caseId, id, verdict: 'not_a_breach', reason: 'Om henting av barna, avtalt' } as const;
  await patternHandlers['pattern.look'](context, look);
  expect(await during()).toMatchObject({ breaches: 0, notBreaches: 1, open: 1, next: [{ id: calls[0] }] });
  expect((await episodes()).episodes).toBe(2);
  const part = { type: 'under_order', which: 'notBreaches' } as const;
  const asked = { caseId: plan.caseId, at: null, channel: null, weeks: null, part, limit: 10 };
  const behind = await patternHandlers['pattern.records'](context, asked);
  expect(behind).toMatchObject({ total: 1, episodes: [{ id }] });
  // What was looked at is not decided about twice by two people side by side.
  await expect(patternHandlers['pattern.look'](context, look)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

// Would catch: an hour of the guard's own nights told as uncovered, or one of the day told as covered.
it('tells the hours of the week in which nobody is there by the plan', async () => {
  const { fromAt, needs, hours } = await patternHandlers['pattern.uncovered'](context, { caseId: plan.caseId });
  expect([fromAt, needs]).toEqual([NOON, 1]);
  const shown = hours.map((day) => day.map((open) => (open ? '.' : '#')).join(''));
  // Nights of 25 March to 3 April, 21 to 07; Friday's is the last, and on the Sunday there is no 02.
  const nights = '#######..............###';
  expect(shown).toEqual([nights, nights, nights, nights, nights, nights, nights]);
});
