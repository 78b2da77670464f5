import { expect, it } from 'vitest';
import { planRoutes } from '#contract/plan.ts';
import { isStoreError } from '#db/store-error.ts';
import { ServiceError } from '#main/services/context.ts';
import { planHandlers } from '#main/services/plan.ts';
import { addWallMinutes } from '#model/plan/local-time.ts';
import fc from '#tests/helpers/property.ts';
import { snapshot } from '../../../db/snapshot.ts';
import { type NightPlan, openNightPlan } from './night.ts';

/** Commands of the plan that are taken back here; those of dates are in `dates.test.ts`, one by one. */
const COMMANDS = [
  'plan.create_measure',
  'plan.move',
  'plan.remove',
  'plan.cut',
  'plan.hand_over',
  'plan.relieve',
  'plan.copy',
  'plan.assign',
  'plan.unassign',
  'plan.reassign',
  'plan.set_status',
  'plan.set_own',
  'plan.set_legs',
  'plan.repeat',
  'plan.accept',
  'plan.decide',
  'plan.tell_post',
  'plan.tell_leg',
  'plan.tell_pass',
  'plan.take_over',
  'plan.draw_passes',
  'plan.name_route',
] as const;
const OF_DATES = ['plan.raise', 'plan.raise_date', 'plan.move_date', 'plan.end_date'];
/** Those that change most, and so meet what others have left, come more often. */
const OFTEN = ['plan.move', 'plan.cut', 'plan.hand_over', 'plan.assign'] as const;

/** A change of the plan, chosen by numbers so that it fits whatever the plan holds when its turn comes. */
interface Change {
  readonly what: (typeof COMMANDS)[number];
  readonly pick: number;
  readonly day: number;
  readonly scope: 'this' | 'following' | 'all';
  readonly start: number;
  readonly length: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom(...COMMANDS, ...OFTEN, ...OFTEN),
  pick: fc.nat(20),
  day: fc.integer({ min: 0, max: 14 }),
  scope: fc.constantFrom('this', 'following', 'all'),
  start: fc.integer({ min: -30, max: 30 }).map((quarters) => quarters * 60),
  length: fc.integer({ min: 60, max: 1_000 }),
});

// Would catch: a command of the plan that comes later and is taken back by nobody's test.
it('every command of the plan is among those that are taken back', () => {
  const writing = Object.entries(planRoutes).flatMap(([name, { reads }]) => (reads ? [] : [name]));
  expect([...COMMANDS, ...OF_DATES].sort()).toEqual(writing.sort());
});

const nobody = { vehicleId: null, post: null, fromLocal: null, toLocal: null };

/** First days of plans in whose fourth night clocks change: all four changes of 2026 and 2027. */
const FIRST_DAYS = ['2026-03-25', '2026-10-21', '2027-03-24', '2027-10-27'];

/** A wall-clock time of the day after the first night, which others begin on. */
function secondDay(plan: NightPlan, clock: string): string {
  return addWallMinutes(`${plan.firstDay}T${clock}`, 1_440);
}

/** A transport with a leg and a patrol, so that their commands have something to change. */
async function addOthers(plan: NightPlan): Promise<void> {
  const none = { placeId: null, headcount: 1, needId: null, officerIds: [], vehicleIds: [] };
  const add = (type: 'transport' | 'patrol', startLocal: string, endLocal: string) =>
    planHandlers['plan.create_measure'](plan.context, {
      ...{ caseId: plan.caseId, type, text: type, recurrence: 'FREQ=DAILY;COUNT=8' },
      ...none,
      ...{ startLocal, endLocal },
    });
  await add('transport', secondDay(plan, '07:00'), secondDay(plan, '17:00'));
  const { id } = await add('patrol', secondDay(plan, '18:00'), secondDay(plan, '23:00'));
  await plan.book.command('test', (tx) => tx.update('measure', id, { passes: 2 }));
}

async function perform(plan: NightPlan, one: Change): Promise<void> {
  const { context } = plan;
  const measures = await plan.book.list('measure');
  const record = measures[one.pick % measures.length];
  const id = one.pick % 5 === 4 ? plan.needId : (record?.id ?? plan.guardId);
  const base = record?.values.fromLocal ?? `${plan.firstDay}T21:00`;
  const originalLocal = addWallMinutes(base, one.day * 1_440);
  const startLocal = addWallMinutes(originalLocal, one.start);
  const item = { id, originalLocal };
  const { scope } = one;
  const some = async (kind: 'assignment' | 'leg' | 'patrol_pass' | 'handover') => {
    const rows = await plan.book.list(kind);
    return rows[one.pick % rows.length]?.id ?? id;
  };
  const ofType = (type: string) => measures.find(({ values }) => values.type === type)?.id ?? id;
  switch (one.what) {
    case 'plan.create_measure': {
      const endLocal = addWallMinutes(startLocal, one.length);
      const recurrence = one.day % 2 === 0 ? null : 'FREQ=DAILY;COUNT=3';
      const who = { officerIds: [plan.officers.dal], vehicleIds: [] };
      const times = { startLocal, endLocal, recurrence };
      const where = { placeId: null, headcount: 1, needId: plan.needId };
      const type = one.pick % 2 === 0 ? ('guarding' as const) : ('transport' as const);
      const made = { caseId: plan.caseId, type, text: null, ...times, ...who, ...where };
      return void (await planHandlers['plan.create_measure'](context, made));
    }
    case 'plan.move': {
      const endLocal = addWallMinutes(startLocal, one.length);
      return void (await planHandlers['plan.move'](context, { moves: [{ ...item, scope, startLocal, endLocal }] }));
    }
    case 'plan.remove':
      return void (await planHandlers['plan.remove'](context, { items: [{ ...item, scope }], reason: 'Prøve' }));
    case 'plan.cut': {
      const atLocal = addWallMinutes(originalLocal, one.length);
      return void (await planHandlers['plan.cut'](context, { ...item, scope, atLocal }));
    }
    case 'plan.hand_over': {
      const by = { receiverIds: [plan.officers.dal], giverId: plan.officers.myr, text: null };
      const atLocal = addWallMinutes(originalLocal, 120);
      return void (await planHandlers['plan.hand_over'](context, { ...item, ...by, scope, atLocal }));
    }
    case 'plan.relieve': {
      const other = measures[(one.pick + 1) % measures.length];
      const to = { id: other?.id ?? plan.guardId, originalLocal: addWallMinutes(originalLocal, one.day * 1_440) };
      const reach = scope === 'this' ? scope : ('following' as const);
      const unsaid = { handoverId: null, giverId: null, receiverId: null, atLocal: null, text: null };
      return void (await planHandlers['plan.relieve'](context, { ...unsaid, from: item, to, scope: reach }));
    }
    case 'plan.copy': {
      const items = [{ ...item, starts: [startLocal] }];
      return void (await planHandlers['plan.copy'](context, { items, withCrew: true, clock: 'keep_length' }));
    }
    case 'plan.set_status': {
      const status = one.length % 2 === 0 ? ('cancelled' as const) : ('active' as const);
      const said = { items: [{ ...item, scope }], status, reason: 'Prøve' };
      return void (await planHandlers['plan.set_status'](context, said));
    }
    case 'plan.set_own': {
      const said = { placeId: plan.home, headcount: one.day };
      return void (await planHandlers['plan.set_own'](context, { ...item, scope, ...said }));
    }
    case 'plan.set_legs': {
      const measureId = ofType('transport');
      const day = addWallMinutes(secondDay(plan, '07:00'), one.day * 1_440);
      const leg = { id: null, fromPlaceId: null, fromText: 'Bolig', toPlaceId: plan.home, toText: null };
      const times = { departLocal: addWallMinutes(day, 30), arriveLocal: addWallMinutes(day, 60) };
      const more = { plannedMinutes: null, meetingPoint: null, abortPoint: null };
      const legs = one.pick % 4 === 0 ? [] : [{ ...leg, ...times, ...more }];
      const set = { measureId, originalLocal: day, scope, legs, struckReason: 'Prøve' };
      return void (await planHandlers['plan.set_legs'](context, set));
    }
    case 'plan.repeat': {
      const recurrence = one.day === 0 ? null : `FREQ=${one.day % 2 ? 'DAILY' : 'WEEKLY'};COUNT=${one.day}`;
      return void (await planHandlers['plan.repeat'](context, { id, recurrence }));
    }
    case 'plan.assign': {
      const key = scope === 'all' && one.day % 2 === 0 ? null : originalLocal;
      const wanted = { ...nobody, measureId: id, originalLocal: key, scope, officerId: plan.officers.dal };
      return void (await planHandlers['plan.assign'](context, wanted));
    }
    case 'plan.reassign': {
      const row = (await plan.book.list('assignment')).filter(({ values }) => values.measureId === id)[one.pick % 4];
      const to = { officer: plan.officers.dal, person: plan.lind }[one.pick % 3 === 0 ? 'person' : 'officer'];
      const what = one.pick % 3 === 0 ? ('person' as const) : ('officer' as const);
      const wanted = { ...item, scope, what, assignmentId: row?.id ?? null, toId: one.day % 4 === 0 ? null : to };
      return void (await planHandlers['plan.reassign'](context, { items: [wanted] }));
    }
    case 'plan.unassign': {
      const key = scope === 'all' && one.day % 2 === 0 ? null : originalLocal;
      const assignmentId = await some('assignment');
      return void (await planHandlers['plan.unassign'](context, { assignmentId, originalLocal: key, scope }));
    }
    case 'plan.accept': {
      const accepted = { caseId: plan.caseId, key: `gap:${one.pick}`, reason: 'Prøve', untilAt: null };
      return void (await planHandlers['plan.accept'](context, accepted));
    }
    case 'plan.decide': {
      const taken = { text: 'Vakt natt', authority: 'Politimesteren', form: 'oral' as const };
      const decision = { ...taken, decidedAt: context.now(), untilAt: null };
      return void (await planHandlers['plan.decide'](context, { measureId: id, decision }));
    }
    case 'plan.tell_post': {
      const what = one.day % 2 === 0 ? ('on_post' as const) : ('relieved' as const);
      const said = { toldAt: null, relievedById: null, source: null };
      const told = { assignmentId: await some('assignment'), originalLocal, what, ...said };
      return void (await planHandlers['plan.tell_post'](context, told));
    }
    case 'plan.tell_leg': {
      const day = addWallMinutes(secondDay(plan, '07:00'), one.day * 1_440);
      const told = { legId: await some('leg'), originalLocal: day, what: 'departed' as const, toldAt: null };
      return void (await planHandlers['plan.tell_leg'](context, told));
    }
    case 'plan.tell_pass':
    case 'plan.draw_passes': {
      const ref = {
        measureId: ofType('patrol'),
        originalLocal: addWallMinutes(secondDay(plan, '18:00'), one.day * 1_440),
      };
      if (one.what === 'plan.tell_pass')
        return void (await planHandlers['plan.tell_pass'](context, { ...ref, passId: null, toldAt: null }));
      return void (await planHandlers['plan.draw_passes'](context, { ...ref, spacingMinutes: 20, reason: 'Prøve' }));
    }
    case 'plan.take_over': {
      const told = { handoverId: await some('handover'), toldAt: null };
      return void (await planHandlers['plan.take_over'](context, told));
    }
    case 'plan.name_route':
      return void (await planHandlers['plan.name_route'](context, {
        passId: await some('patrol_pass'),
        route: 'Nord',
      }));
  }
}

/** Refusals are answers; anything else is a fault. */
function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError || isStoreError(error, 'INVALID_VALUES') || isStoreError(error, 'STRUCK');
}

// Would catch: a row that a change of the plan leaves behind when it is taken back, half a change after a refusal, a
// change that needs two steps of undo, an occurrence in the window that no rule gives; around any change of the clocks.
it('any changes of the plan taken back one by one leave the rows before each of them', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FIRST_DAYS),
      fc.array(change, { minLength: 2, maxLength: 8 }),
      async (day, changes) => {
        const plan = await openNightPlan(day);
        await addOthers(plan);
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
      },
    ),
    { numRuns: 30 },
  );
  // Guards the test itself: many changes must go through.
  expect(undone).toBeGreaterThan(40);
}, 240_000);
