import { afterEach, beforeEach, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { at, type NightPlan, openNightPlan } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

// Would catch: a new measure without a need that is for her and the child at once, wherever each of them is.
it('a measure without a need is for the one it was planned for, and for all only where that was said', async () => {
  const { caseId, context, book } = plan;
  const { value: child } = await book.command('test', async (tx) => {
    const { id } = await tx.insert('person', { name: 'Barn' });
    await tx.insert('case_person', { personId: id, role: 'child' }, { caseId });
    return id;
  });
  const personsOf = async (personId: RecordId | null) => {
    const times = { startLocal: '2026-03-30T08:00', endLocal: '2026-03-30T12:00', recurrence: null };
    const { id } = await planHandlers['plan.create_measure'](context, {
      ...{ caseId, type: 'guarding', text: null, placeId: null, headcount: null, needId: null },
      ...{ ...times, personId, officerIds: [plan.officers.dal], vehicleIds: [] },
    });
    const asked = { caseId, fromAt: at('2026-03-30T00:00'), toAt: at('2026-03-31T00:00') };
    const { window } = await planHandlers['plan.window'](context, asked);
    return window.duties.find((duty) => duty.id === id)?.personIds;
  };
  expect(await personsOf(child)).toEqual([child]);
  expect(await personsOf(null)).toEqual([plan.lind, child]);
});
