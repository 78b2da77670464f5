import { afterEach, beforeEach, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import { todayHandlers } from '#main/services/today.ts';
import { WHOLE_BOARD } from '#tests/helpers/board.ts';
import { at, type NightPlan, openNightPlan } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const asOf = (now: string) => ({ ...plan.context, now: () => at(now) });

async function emptyAt(now: string) {
  const { rows } = await todayHandlers['today.view'](asOf(now), WHOLE_BOARD);
  return rows.filter(({ danger }) => danger?.state === 'post_not_taken').map((row) => [row.group, ...row.recordIds]);
}

// Would catch: a board that takes the plan for the fact while nobody stands at the door.
it('the board of the day says that a post was not taken, until it is', async () => {
  expect(await emptyAt('2026-03-28T20:59')).toEqual([]);
  expect(await emptyAt('2026-03-28T21:10')).toEqual([['danger', plan.guardId]]);
  for (const { id } of await plan.book.list('assignment', { caseId: plan.caseId })) {
    await planHandlers['plan.tell_post'](asOf('2026-03-28T21:05'), {
      assignmentId: id,
      originalLocal: '2026-03-28T21:00',
      what: 'on_post',
      toldAt: at('2026-03-28T21:00'),
      relievedById: null,
      source: null,
    });
  }
  expect(await emptyAt('2026-03-28T21:10')).toEqual([]);
});
