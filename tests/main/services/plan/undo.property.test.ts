import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isStoreError } from '#db/store-error.ts';
import { ServiceError } from '#main/services/context.ts';
import { planHandlers } from '#main/services/plan.ts';
import { addWallMinutes } from '#model/plan/local-time.ts';
import { snapshot } from '../../../db/snapshot.ts';
import { type NightPlan, openNightPlan } from './night.ts';

/** A change of the plan, chosen by numbers so that it fits whatever the plan holds when its turn comes. */
interface Change {
  readonly what:
    | 'move'
    | 'remove'
    | 'cut'
    | 'hand_over'
    | 'relieve'
    | 'copy'
    | 'assign'
    | 'unassign'
    | 'reassign'
    | 'status'
    | 'own'
    | 'repeat';
  readonly pick: number;
  readonly day: number;
  readonly scope: 'this' | 'following' | 'all';
  readonly start: number;
  readonly length: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom(
    'move',
    'move',
    'remove',
    'cut',
    'hand_over',
    'relieve',
    'copy',
    'assign',
    'unassign',
    'reassign',
    'status',
    'own',
    'repeat',
  ),
  pick: fc.nat(20),
  day: fc.integer({ min: 0, max: 14 }),
  scope: fc.constantFrom('this', 'following', 'all'),
  start: fc.integer({ min: -30, max: 30 }).map((quarters) => quarters * 60),
  length: fc.integer({ min: 60, max: 1_000 }),
});

async function perform(plan: NightPlan, one: Change): Promise<void> {
  const { context } = plan;
  const measures = await plan.book.list('measure');
  const record = measures[one.pick % measures.length];
  const id = one.pick % 5 === 4 ? plan.needId : (record?.id ?? plan.guardId);
  const base = record?.values.fromLocal ?? '2026-03-25T21:00';
  const originalLocal = addWallMinutes(base, one.day * 1_440);
  const startLocal = addWallMinutes(originalLocal, one.start);
  const item = { id, originalLocal };
  switch (one.what) {
    case 'move': {
      const endLocal = addWallMinutes(startLocal, one.length);
      await planHandlers['plan.move'](context, { moves: [{ ...item, scope: one.scope, startLocal, endLocal }] });
      return;
    }
    case 'remove':
      await planHandlers['plan.remove'](context, { items: [{ ...item, scope: one.scope }], reason: 'Prøve' });
      return;
    case 'cut':
      await planHandlers['plan.cut'](context, { ...item, atLocal: addWallMinutes(originalLocal, one.length) });
      return;
    case 'hand_over': {
      const by = { receiverIds: [plan.officers.dal], giverId: plan.officers.myr, text: null };
      await planHandlers['plan.hand_over'](context, { ...item, ...by, atLocal: addWallMinutes(originalLocal, 120) });
      return;
    }
    case 'relieve': {
      const other = measures[(one.pick + 1) % measures.length];
      const to = { id: other?.id ?? plan.guardId, originalLocal: addWallMinutes(originalLocal, one.day * 1_440) };
      const scope = one.scope === 'this' ? ('this' as const) : ('following' as const);
      const nobody = { handoverId: null, giverId: null, receiverId: null, atLocal: null, text: null };
      await planHandlers['plan.relieve'](context, { ...nobody, from: item, to, scope });
      return;
    }
    case 'copy':
      await planHandlers['plan.copy'](context, {
        items: [{ ...item, starts: [startLocal] }],
        withCrew: true,
        clock: 'keep_length',
      });
      return;
    case 'status': {
      const status = one.length % 2 === 0 ? ('cancelled' as const) : ('active' as const);
      await planHandlers['plan.set_status'](context, {
        items: [{ ...item, scope: one.scope }],
        status,
        reason: 'Prøve',
      });
      return;
    }
    case 'own': {
      const said = { placeId: plan.home, headcount: one.day };
      await planHandlers['plan.set_own'](context, { ...item, scope: one.scope, ...said });
      return;
    }
    case 'repeat': {
      const recurrence = one.day === 0 ? null : `FREQ=${one.day % 2 ? 'DAILY' : 'WEEKLY'};COUNT=${one.day}`;
      await planHandlers['plan.repeat'](context, { id, recurrence });
      return;
    }
    case 'assign': {
      const key = one.scope === 'all' && one.day % 2 === 0 ? null : originalLocal;
      const nobody = { vehicleId: null, post: null, fromLocal: null, toLocal: null };
      const wanted = { ...nobody, measureId: id, originalLocal: key, scope: one.scope, officerId: plan.officers.dal };
      await planHandlers['plan.assign'](context, wanted);
      return;
    }
    case 'reassign': {
      const row = (await plan.book.list('assignment')).filter(({ values }) => values.measureId === id)[one.pick % 4];
      const { scope } = one;
      const to = { officer: plan.officers.dal, person: plan.lind }[one.pick % 3 === 0 ? 'person' : 'officer'];
      const what = one.pick % 3 === 0 ? ('person' as const) : ('officer' as const);
      const wanted = { ...item, scope, what, assignmentId: row?.id ?? null, toId: one.day % 4 === 0 ? null : to };
      await planHandlers['plan.reassign'](context, { items: [wanted] });
      return;
    }
    case 'unassign': {
      const rows = await plan.book.list('assignment');
      const row = rows[one.pick % rows.length];
      if (!row) return;
      const key = one.scope === 'all' && one.day % 2 === 0 ? null : originalLocal;
      await planHandlers['plan.unassign'](context, { assignmentId: row.id, originalLocal: key, scope: one.scope });
    }
  }
}

/** Refusals are answers; anything else is a fault. */
function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError || isStoreError(error, 'INVALID_VALUES') || isStoreError(error, 'STRUCK');
}

// Would catch: a row that a change of the plan leaves behind when it is taken back, half a change after a refusal, a
// change that needs two steps of undo, an occurrence in the window that no rule gives.
it('any changes of the plan taken back one by one leave the rows before each of them', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
      const plan = await openNightPlan();
      try {
        const states: unknown[] = [];
        for (const one of changes) {
          const before = await snapshot(plan.book);
          const { seq } = await plan.book.checkpoint();
          try {
            await perform(plan, one);
          } catch (error) {
            if (!isRefusal(error)) throw error;
            expect(await snapshot(plan.book)).toEqual(before);
          }
          const after = await plan.book.checkpoint();
          if (after.seq === seq) continue;
          expect(after.seq).toBe(seq + 1);
          states.push(before);
        }
        for (const state of states.reverse()) {
          await plan.book.undo();
          expect(await snapshot(plan.book)).toEqual(state);
          undone += 1;
        }
        expect(await plan.book.verify()).toMatchObject({ ok: true });
      } finally {
        await plan.remove();
      }
    }),
    { numRuns: 30 },
  );
  // Guards the test itself: many changes must go through.
  expect(undone).toBeGreaterThan(40);
}, 240_000);
