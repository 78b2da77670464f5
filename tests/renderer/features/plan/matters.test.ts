import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import { mattersOf } from '#renderer/features/plan/matters.ts';
import { planOf } from '#renderer/features/plan/plan.ts';
import { at, type NightPlan, NOON, OSLO, openNightPlan } from '#tests/main/services/plan/night.ts';

let night: NightPlan;
beforeEach(async () => {
  night = await openNightPlan();
});
afterEach(() => night.remove());

const window = { fromAt: at('2026-03-28T12:00'), toAt: at('2026-04-01T12:00') };
const viewNow = () => planHandlers['plan.window'](night.context, { caseId: night.caseId, ...window });

describe('what belongs to other cases', () => {
  /** Another case in which Dal is on two guards in one night that ask for three, with a post open and a relief that lags. */
  async function addOtherCase(officerId = night.officers.dal): Promise<void> {
    await night.book.command('test', async (tx) => {
      const other = { name: 'Annen', number: '2026-9', marking: 'fortrolig', status: 'open', zone: OSLO } as const;
      const { id: caseId } = await tx.insert('case', other);
      const times = { fromLocal: '2026-03-29T21:00', toLocal: '2026-03-30T07:00', headcount: 3 };
      const ids = [];
      for (const text of ['En', 'To']) {
        const values = { ...times, type: 'guarding', status: 'planned', text } as const;
        const { id: measureId } = await tx.insert('measure', values, { caseId });
        await tx.insert('assignment', { measureId, officerId, status: 'planned' }, { caseId });
        await tx.insert('assignment', { measureId, post: 'leader', status: 'planned' }, { caseId });
        ids.push(measureId);
      }
      const [fromMeasureId, toMeasureId] = ids;
      const key = times.fromLocal;
      const relief = { fromMeasureId, toMeasureId, fromOccurrenceLocal: key, toOccurrenceLocal: key } as never;
      await tx.insert('handover', { ...(relief as object), type: 'relief', atLocal: key }, { caseId });
    });
  }

  // Would catch: an officer's double booking between two other cases in this case's list of open matters, their open posts
  // and their reliefs, each of which could be accepted here.
  it('is not among the open matters, and neither their posts nor their reliefs are told', async () => {
    const before = mattersOf(planOf(await viewNow(), NOON));
    await addOtherCase();
    const view = await viewNow();
    const plan = planOf(view, NOON);
    expect(mattersOf(plan)).toEqual(before);
    expect(view.window.handovers).toEqual([]);
    expect(view.window.duties.flatMap(({ openPosts }) => openPosts)).toEqual([]);
  });

  // Would catch: the filter that hides a double booking of which this case is one half.
  it('is told where this case is the other half', async () => {
    await addOtherCase(night.officers.myr);
    const found = planOf(await viewNow(), NOON).conflicts.filter(({ type }) => type === 'double_officer');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ caseIds }) => caseIds.includes(night.caseId))).toBe(true);
  });
});
