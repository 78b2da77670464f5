import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import { type Matter, mattersOf } from '#renderer/features/plan/matters.ts';
import { planOf } from '#renderer/features/plan/plan.ts';
import { nextOf } from '#renderer/features/plan/use-next-matter.ts';
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

describe('a guard without crew', () => {
  const told = async () =>
    mattersOf(planOf(await viewNow(), NOON)).map(({ about, work, crewless }) => [about, work?.type, crewless?.type]);
  const takeOff = async () => {
    const rows = await night.book.list('assignment', { caseId: night.caseId });
    await night.book.command('test', async (tx) => {
      for (const { id } of rows) await tx.remove(id, 'Syk');
    });
  };

  // Would catch: two rows for one cause, of which the one that is mended leaves the other standing.
  it('is one matter with the need it was to meet, each night', async () => {
    await takeOff();
    const found = await told();
    expect(found.length).toBeGreaterThan(1);
    for (const one of found) expect(one).toEqual(['gap', undefined, 'too_few']);
  });

  // Would catch: a guard nobody is on that goes with the acceptance of a need that is not met.
  it('stands alone again where the gap is accepted', async () => {
    await takeOff();
    const [gap] = mattersOf(planOf(await viewNow(), NOON));
    const accepted = { caseId: night.caseId, key: gap?.key ?? '', reason: 'Hun er bortreist', untilAt: null };
    await planHandlers['plan.accept'](night.context, accepted);
    expect((await told()).slice(0, 2)).toEqual(
      expect.arrayContaining([
        ['gap', undefined, undefined],
        ['work', 'too_few', undefined],
      ]),
    );
  });
});

describe('the next matter', () => {
  const matter = (key: string, itemId: string, fromAt: number) => ({ key, itemId, fromAt, toAt: fromAt + 5 }) as Matter;
  const open = [
    matter('a', 'x', 0),
    matter('b', 'x', 1),
    matter('c', 'y', 2),
    matter('d', 'x', 3),
    matter('e', 'z', 4),
  ];

  // Would catch: keys that never get past a bar with two matters, or go to and fro between two bars for ever.
  it('walks over all bars once in either direction, also where one holds several', () => {
    const walk = (direction: 1 | -1, fromAt: number) => {
      const gone: string[] = [];
      let at: { itemId: string | null; key: string | null } = { itemId: null, key: null };
      for (let step = 0; step < 9; step += 1) {
        const next = nextOf(open, at, fromAt, direction);
        if (!next) break;
        gone.push(next.itemId);
        at = next;
      }
      return gone;
    };
    expect(walk(1, 0)).toEqual(['x', 'y', 'x', 'z']);
    expect(walk(-1, 9)).toEqual(['z', 'x', 'y', 'x']);
  });

  it('goes on from the bar that was chosen otherwise, and from the view where none is', () => {
    expect(nextOf(open, { itemId: 'y', key: 'a' }, 0, 1)?.key).toBe('d');
    expect(nextOf(open, { itemId: 'elsewhere', key: 'a' }, 7, 1)?.key).toBe('d');
    expect(nextOf(open, { itemId: 'z', key: null }, 0, 1)).toBeUndefined();
  });
});
