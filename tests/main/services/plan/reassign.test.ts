import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { snapshot } from '../../../db/snapshot.ts';
import { at, type NightPlan, openNightPlan } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const NIGHT = '2026-03-29T21:00';
const view = () =>
  planHandlers['plan.window'](plan.context, {
    caseId: plan.caseId,
    fromAt: at('2026-03-25T12:00'),
    toAt: at('2026-04-06T12:00'),
  });

/** Names on each night, by the day it begins. */
async function crews(): Promise<Record<string, string>> {
  const { window, officers } = await view();
  const nameOf = new Map<string, string>(officers.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    window.duties.map(({ originalLocal, crew }) => [
      originalLocal.slice(5, 10),
      crew
        .map(({ officerId }) => nameOf.get(officerId ?? ''))
        .sort()
        .join(),
    ]),
  );
}

async function assignmentOf(officerId: RecordId): Promise<RecordId> {
  const { window } = await view();
  const night = window.duties.find(({ originalLocal }) => originalLocal === NIGHT);
  return night?.crew.find((member) => member.officerId === officerId)?.id as RecordId;
}

const item = (more: { assignmentId: RecordId | null; toId: RecordId | null; scope?: 'this' | 'all' }) => ({
  id: plan.guardId,
  originalLocal: NIGHT,
  what: 'officer' as const,
  scope: 'this' as const,
  ...more,
});

describe('giving a duty to another officer', () => {
  // Would catch: a night that both have, or one that changes all the others with it.
  it('changes the one night, and one undo takes it back', async () => {
    const before = await snapshot(plan.book);
    const items = [item({ assignmentId: await assignmentOf(plan.officers.nes), toId: plan.officers.dal })];
    await planHandlers['plan.reassign'](plan.context, { items });
    expect(await crews()).toMatchObject({ '03-28': 'Myr,Nes', '03-29': 'Dal,Myr', '03-30': 'Myr,Nes' });
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(before);
  });

  // Would catch: a past night that says somebody else was there.
  it('changes all that have not begun, and none that has', async () => {
    const assignmentId = await assignmentOf(plan.officers.nes);
    await planHandlers['plan.reassign'](plan.context, {
      items: [item({ assignmentId, toId: plan.officers.dal, scope: 'all' })],
    });
    expect(await crews()).toMatchObject({ '03-27': 'Myr,Nes', '03-28': 'Dal,Myr', '04-03': 'Dal,Myr' });
  });

  it('to nobody takes off, and from nobody adds', async () => {
    const items = [item({ assignmentId: await assignmentOf(plan.officers.nes), toId: null })];
    await planHandlers['plan.reassign'](plan.context, { items });
    expect((await crews())['03-29']).toBe('Myr');
    await planHandlers['plan.reassign'](plan.context, {
      items: [item({ assignmentId: null, toId: plan.officers.dal })],
    });
    expect((await crews())['03-29']).toBe('Dal,Myr');
  });

  // Would catch: the post lost, or a part of a duty kept at the times of the first night.
  it('keeps the post and the part of the duty', async () => {
    const { book, context, guardId, officers, caseId } = plan;
    await book.command('test', (tx) =>
      tx.insert(
        'assignment',
        {
          measureId: guardId,
          officerId: officers.dal,
          post: 'driver',
          fromLocal: '2026-03-25T22:00',
          toLocal: '2026-03-26T02:00',
          status: 'planned',
        },
        { caseId },
      ),
    );
    const { id: hagen } = (await book.command('test', (tx) => tx.insert('officer', { name: 'Hagen' }))).value;
    const items = [item({ assignmentId: await assignmentOf(officers.dal), toId: hagen })];
    await planHandlers['plan.reassign'](context, { items });
    const night = (await view()).window.duties.find(({ originalLocal }) => originalLocal === NIGHT);
    expect(night?.crew.find(({ officerId }) => officerId === hagen)).toMatchObject({
      post: 'driver',
      fromAt: at('2026-03-29T22:00'),
      toAt: at('2026-03-30T02:00'),
    });
  });

  // Would catch: half a change kept when one of several is refused.
  it('is refused for one who is not to be assigned, and then none of several is changed', async () => {
    const { officers, caseId } = plan;
    await plan.book.command('test', (tx) =>
      tx.insert('officer_exclusion', { officerId: officers.dal, forCaseId: caseId }),
    );
    const before = await snapshot(plan.book);
    const assignmentId = await assignmentOf(officers.nes);
    await expect(
      planHandlers['plan.reassign'](plan.context, {
        items: [
          item({ assignmentId: await assignmentOf(officers.myr), toId: null }),
          item({ assignmentId, toId: officers.dal }),
        ],
      }),
    ).rejects.toMatchObject({ code: 'OFFICER_EXCLUDED' });
    expect(await snapshot(plan.book)).toEqual(before);
  });
});

describe('planning a measure for another protected person', () => {
  const forChild = async (scope: 'this' | 'all') => {
    const { value: childId } = await plan.book.command('test', async (tx) => {
      const { id } = await tx.insert('person', { name: 'Eldste barn' });
      await tx.insert('case_person', { personId: id, role: 'child' }, { caseId: plan.caseId });
      return id;
    });
    const items = [{ ...item({ assignmentId: null, toId: childId, scope }), what: 'person' as const }];
    await planHandlers['plan.reassign'](plan.context, { items });
    const { window } = await view();
    return window.duties
      .filter(({ personIds }) => personIds.length === 1 && personIds[0] === childId)
      .map(({ fromAt, crew }) => [new Date(fromAt).toISOString().slice(5, 10), crew.length]);
  };

  // Would catch: nights that have passed moved to another person with those to come, a night lost or told twice.
  it('this night becomes a measure of its own with the same crew, and the others stay', async () => {
    expect(await forChild('this')).toEqual([['03-29', 2]]);
    expect((await view()).window.duties).toHaveLength(10);
  });

  it('all that have not begun go to the child, and what has begun stays', async () => {
    const nights = await forChild('all');
    expect(nights.map(([day]) => day)).toEqual(['03-28', '03-29', '03-30', '03-31', '04-01', '04-02', '04-03']);
    expect(nights.every(([, crew]) => crew === 2)).toBe(true);
    expect((await view()).window.duties).toHaveLength(10);
  });
});
