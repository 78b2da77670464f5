import { createInstance } from 'i18next';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { cutChange } from '#renderer/features/plan/cut-change.ts';
import { type Plan, planOf } from '#renderer/features/plan/plan.ts';
import {
  copiesChange,
  drawnChange,
  movesChange,
  newChange,
  type PlanChange,
} from '#renderer/features/plan/plan-change.ts';
import { eachChange, legsChange, partChange, reassignChange } from '#renderer/features/plan/reach-change.ts';
import { createVerdicts, verdictOf } from '#renderer/features/plan/verdict.ts';
import type { DragPreview } from '#renderer/timeline/index.ts';
import { RESOURCES } from '#resources/i18n/index.ts';
import { at, type NightPlan, NOON, OSLO, openNightPlan } from '#tests/main/services/plan/night.ts';

const WINDOW = { fromAt: at('2026-03-24T12:00'), toAt: at('2026-04-12T12:00') };
const FIRST = '2026-03-30T21:00';
const MINUTE = 60_000;

let night: NightPlan;
beforeEach(async () => {
  night = await openNightPlan();
});
afterEach(() => night.remove());

async function planNow(): Promise<Plan> {
  const view = await planHandlers['plan.window'](night.context, { caseId: night.caseId, ...WINDOW });
  return planOf(view, NOON);
}

const shape = ({ fromAt, toAt, crew, legs, placeId, headcount, status }: Duty) =>
  [
    ...[fromAt, toAt, status, placeId, headcount],
    ...crew.map((one) => [one.officerId ?? 'somebody', one.post, one.fromAt, one.toAt].join('/')).sort(),
    ...legs.map(({ departAt, arriveAt }) => `${departAt}/${arriveAt}`),
  ].join(' ');

/** What the plan would hold after a change, and what it holds after the core has written it. */
async function foreseen(change: (plan: Plan) => PlanChange | null, write: () => Promise<unknown>) {
  const plan = await planNow();
  const made = change(plan);
  if (!made) throw new Error('refused');
  const gone = new Set(made.old.map(keyOf));
  const would = [...plan.index.plan.duties.filter((duty) => !gone.has(keyOf(duty))), ...made.next].map(shape).sort();
  await write();
  return [would, (await planNow()).index.plan.duties.map(shape).sort()];
}

const nightRef = () => ({ id: night.guardId as string, originalLocal: FIRST });

// Would catch: a verdict on something else than what the core writes when it is confirmed.
describe('what an answer would make of the plan is what the core makes of it', () => {
  it.each<EditScope>(['this', 'following', 'all'])('times moved, %s', async (scope) => {
    const move = { startLocal: '2026-03-30T22:30', endLocal: '2026-03-31T06:00' };
    const [would, does] = await foreseen(
      (plan) => movesChange(plan, [{ ...nightRef(), ...move }], scope),
      () =>
        planHandlers['plan.move'](night.context, {
          moves: [{ id: night.guardId, originalLocal: FIRST, scope, ...move }],
        }),
    );
    expect(would).toEqual(does);
  });

  it('times moved to another day with those that follow, one of which has times of its own', async () => {
    const own = { originalLocal: '2026-04-01T21:00', startLocal: '2026-04-01T20:00', endLocal: '2026-04-02T07:00' };
    await planHandlers['plan.move'](night.context, { moves: [{ id: night.guardId, scope: 'this', ...own }] });
    const move = { startLocal: '2026-03-31T20:15', endLocal: '2026-04-01T06:15' };
    const [would, does] = await foreseen(
      (plan) => movesChange(plan, [{ ...nightRef(), ...move }], 'following'),
      () =>
        planHandlers['plan.move'](night.context, {
          moves: [{ id: night.guardId, originalLocal: FIRST, scope: 'following', ...move }],
        }),
    );
    expect(would).toEqual(does);
  });

  it.each([true, false])('copies, with their crew: %s', async (withCrew) => {
    const items = [{ id: night.guardId, originalLocal: FIRST, starts: ['2026-04-06T21:00', '2026-04-07T22:00'] }];
    const [would, does] = await foreseen(
      (plan) => copiesChange(plan, items, withCrew),
      () => planHandlers['plan.copy'](night.context, { items, withCrew }),
    );
    expect(would).toEqual(does);
  });

  it('a cut, and a relief', async () => {
    const part = { id: night.guardId, originalLocal: FIRST, atLocal: '2026-03-31T02:00' };
    const cut = await foreseen(
      (plan) => cutChange(plan, nightRef(), at(part.atLocal), null),
      () => planHandlers['plan.cut'](night.context, part),
    );
    expect(cut[0]).toEqual(cut[1]);
    await night.book.undo();
    const receiverIds = [night.officers.dal];
    const relief = await foreseen(
      (plan) => cutChange(plan, nightRef(), at(part.atLocal), receiverIds),
      () => planHandlers['plan.hand_over'](night.context, { ...part, receiverIds, giverId: null, text: null }),
    );
    // Who takes over leads; a verdict does not ask for that.
    expect(relief[0]).toEqual(relief[1]?.map((line) => line.replace('/leader/', '//')));
  });

  // Would catch: a verdict on one night where every night from here on is cut, or on nights that have begun.
  it.each<EditScope>(['following', 'all'])('every night cut, and taken over, %s', async (scope) => {
    const own = { originalLocal: '2026-04-01T21:00', startLocal: '2026-04-01T20:00', endLocal: '2026-04-02T02:30' };
    await planHandlers['plan.move'](night.context, { moves: [{ id: night.guardId, scope: 'this', ...own }] });
    const part = { id: night.guardId, originalLocal: FIRST, atLocal: '2026-03-31T03:00', scope };
    const cut = await foreseen(
      (plan) => cutChange(plan, nightRef(), at(part.atLocal), null, scope),
      () => planHandlers['plan.cut'](night.context, part),
    );
    expect(cut[0]).toEqual(cut[1]);
    await night.book.undo();
    const receiverIds = [night.officers.dal];
    const taken = await foreseen(
      (plan) => cutChange(plan, nightRef(), at(part.atLocal), receiverIds, scope),
      () => planHandlers['plan.hand_over'](night.context, { ...part, receiverIds, giverId: null, text: null }),
    );
    expect(taken[0]).toEqual(taken[1]?.map((line) => line.replace('/leader/', '//')));
  });

  it.each<EditScope>(['this', 'following', 'all'])(
    'another in the place of one, with post and part, %s',
    async (scope) => {
      const { nes, dal } = night.officers;
      const to = {
        measureId: night.guardId,
        originalLocal: FIRST,
        scope: 'all' as const,
        officerId: nes,
        vehicleId: null,
      };
      const part = { post: 'leader' as const, fromLocal: '2026-03-30T22:00', toLocal: null };
      await planHandlers['plan.assign'](night.context, { ...to, ...part });
      const there = { officerId: dal, originalLocal: '2026-04-01T21:00', scope: 'this' as const };
      await planHandlers['plan.assign'](night.context, { ...to, post: null, fromLocal: null, toLocal: null, ...there });
      const plan = await planNow();
      const member = plan.duties.get(keyOf(nightRef()))?.crew.find(({ officerId }) => officerId === nes);
      const what = { ...nightRef(), id: night.guardId, what: 'officer' as const, assignmentId: member?.id as RecordId };
      const [would, does] = await foreseen(
        (now) => reassignChange(now, [{ ...what, toId: dal }], scope),
        () => planHandlers['plan.reassign'](night.context, { items: [{ ...what, toId: dal, scope }] }),
      );
      // Whom the night has already is not on it twice; the core gives him the post as well.
      const plain = (all: string[] | undefined) =>
        all?.map((line) => line.split(' ').filter((one) => !one.startsWith(dal)));
      expect(plain(would)).toEqual(plain(does));
      const times = (all: string[] | undefined) => all?.filter((line) => line.includes(dal)).length;
      expect(times(would)).toBe(times(does));
    },
  );

  it.each<EditScope>(['this', 'following', 'all'])(
    'somebody put on, taken off, and there for a part, %s',
    async (scope) => {
      const { myr, dal } = night.officers;
      const given = { ...nightRef(), id: night.guardId, what: 'officer' as const };
      const put = { measureId: night.guardId, originalLocal: FIRST, scope, vehicleId: null, post: null };
      const on = await foreseen(
        (now) => reassignChange(now, [{ ...given, assignmentId: null, toId: dal }], scope),
        () => planHandlers['plan.assign'](night.context, { ...put, officerId: dal, fromLocal: null, toLocal: null }),
      );
      expect(on[0]).toEqual(on[1]);
      await night.book.undo();
      const row = (await planNow()).duties.get(keyOf(nightRef()))?.crew.find(({ officerId }) => officerId === myr);
      const assignmentId = row?.id as RecordId;
      const off = await foreseen(
        (now) => reassignChange(now, [{ ...given, assignmentId, toId: null }], scope),
        () => planHandlers['plan.unassign'](night.context, { assignmentId, originalLocal: FIRST, scope }),
      );
      expect(off[0]).toEqual(off[1]);
      await night.book.undo();
      const part = { fromLocal: '2026-03-30T22:00', toLocal: '2026-03-31T02:00' };
      const instants = { fromAt: at(part.fromLocal), toAt: at(part.toLocal) };
      const partly = await foreseen(
        (now) => partChange(now, nightRef(), assignmentId, instants, scope),
        () => planHandlers['plan.assign'](night.context, { ...put, officerId: myr, ...part }),
      );
      expect(partly[0]).toEqual(partly[1]);
    },
  );

  it.each<EditScope>(['this', 'following', 'all'])('headcount, called off and taken out, %s', async (scope) => {
    const own = { placeId: night.home, headcount: 3 };
    const counted = await foreseen(
      (now) => eachChange(now, [nightRef()], scope, (duty) => ({ ...duty, ...own })),
      () => planHandlers['plan.set_own'](night.context, { ...nightRef(), id: night.guardId, scope, ...own }),
    );
    expect(counted[0]).toEqual(counted[1]);
    await night.book.undo();
    const items = [{ id: night.guardId, originalLocal: FIRST, scope }];
    const off = await foreseen(
      (now) => eachChange(now, [nightRef()], scope, (duty) => ({ ...duty, status: 'cancelled' })),
      () => planHandlers['plan.set_status'](night.context, { items, status: 'cancelled', reason: 'Prøve' }),
    );
    expect(off[0]).toEqual(off[1]);
    await night.book.undo();
    const out = await foreseen(
      (now) => eachChange(now, [nightRef()], scope, () => null),
      () => planHandlers['plan.remove'](night.context, { items, reason: 'Prøve' }),
    );
    expect(out[0]).toEqual(out[1]);
  });

  it.each<EditScope>(['this', 'following'])('legs of a transport that recurs, %s', async (scope) => {
    const { id } = await planHandlers['plan.create_measure'](night.context, {
      ...{ caseId: night.caseId, type: 'transport', text: 'Til arbeid', placeId: null, headcount: 1, needId: null },
      ...{ startLocal: '2026-03-30T07:00', endLocal: '2026-03-30T17:00', recurrence: 'FREQ=DAILY;COUNT=4' },
      ...{ officerIds: [], vehicleIds: [] },
    });
    const ref = { id, originalLocal: '2026-03-31T07:00' };
    const leg = { id: null, fromPlaceId: null, toPlaceId: night.home, plannedMinutes: null };
    const words = { fromText: 'Bolig', toText: null, meetingPoint: null, abortPoint: null };
    const times = { departLocal: '2026-03-31T07:30', arriveLocal: '2026-03-31T08:00' };
    const typed = { ...leg, departAt: at(times.departLocal), arriveAt: at(times.arriveLocal) };
    const [would, does] = await foreseen(
      (now) => legsChange(now, ref, [typed], scope),
      () =>
        planHandlers['plan.set_legs'](night.context, {
          ...{ measureId: id, originalLocal: ref.originalLocal, scope, struckReason: 'Endret' },
          legs: [{ ...leg, ...words, ...times }],
        }),
    );
    expect(would).toEqual(does);
  });

  it('a new measure that recurs', async () => {
    const times = { startLocal: '2026-04-06T21:00', endLocal: '2026-04-07T07:00', recurrence: 'FREQ=DAILY;COUNT=3' };
    const whom = { needId: night.needId, personId: null };
    const made = { ...times, ...whom, type: 'guarding' as const, officerIds: [night.officers.dal] };
    const [would, does] = await foreseen(
      (plan) => newChange(plan, night.caseId, { ...made, zone: OSLO }),
      () =>
        planHandlers['plan.create_measure'](night.context, {
          ...made,
          caseId: night.caseId,
          text: null,
          placeId: null,
          headcount: null,
          vehicleIds: [],
        }),
    );
    expect(would).toEqual(does);
  });

  it('is nothing for what the rules refuse', async () => {
    const plan = await planNow();
    const past = { startLocal: '2026-03-27T21:00', endLocal: '2026-03-28T07:00' };
    expect(movesChange(plan, [{ ...nightRef(), ...past }], 'this')).toBeNull();
    expect(cutChange(plan, nightRef(), at('2026-03-31T08:00'), null)).toBeNull();
  });
});

const words = async () => {
  const i18n = createInstance();
  const { nb } = RESOURCES;
  await i18n.init({ lng: 'nb', resources: { nb }, ns: Object.keys(nb), defaultNS: 'plan' });
  const time = { length: (ms: number) => `${ms / MINUTE} min`, clock: () => 'kl.' };
  const plan = { period: () => 'da', conflict: (_: unknown, one: { type: string }) => one.type };
  return { t: i18n.getFixedT(null, 'plan'), time, plan } as never;
};

describe('the verdict', () => {
  const dragOf = (plan: Plan, keys: readonly string[], mode: 'move' | 'copy', by: number): DragPreview => {
    const items = keys.map((id) => {
      const duty = plan.duties.get(id) as Duty;
      const original = { laneId: 'plan:guarding:', startAt: duty.fromAt, endAt: duty.toAt };
      return {
        ...original,
        id,
        kind: 'guard' as const,
        original,
        startAt: duty.fromAt + by,
        endAt: (duty.toAt ?? 0) + by,
      };
    });
    const [held] = items;
    if (!held) throw new Error('none held');
    return { ...held, mode, edge: 'start', crossesClockChange: false, items, cutAt: null };
  };
  const told = async (make: (plan: Plan) => DragPreview): Promise<string[]> => {
    const plan = await planNow();
    const drawing = { caseId: night.caseId as string, typeOfLane: () => 'guarding' };
    const judge = createVerdicts(plan, drawing, await words());
    return (judge(make(plan))?.lines ?? []).map(({ sign, text }) => `${sign} ${text}`).slice(1);
  };
  const keys = ['2026-03-30T21:00', '2026-03-31T21:00'].map((local) => () => `${night.guardId}@${local}`);

  // Would catch: two nights dragged away and the gap of one of them told.
  it('is on all bars that are held, and on all copies', async () => {
    const day = 24 * 60 * MINUTE;
    const moved = await told((plan) =>
      dragOf(
        plan,
        keys.map((key) => key()),
        'move',
        2 * 60 * MINUTE,
      ),
    );
    expect(moved[0]).toBe('warn «Sove trygt»: 240 min blir udekket');
    const copied = await told((plan) =>
      dragOf(
        plan,
        keys.map((key) => key()),
        'copy',
        5 * day,
      ),
    );
    expect(copied[0]).toBe('ok «Sove trygt»: 1200 min udekket lukkes');
  });

  // Would catch: a bar drawn over a gap called of no use because nobody is on it yet.
  it('on what is drawn over a gap says what it would cover once there are people', async () => {
    const [startAt, endAt] = [at('2026-04-06T21:00'), at('2026-04-07T07:00')];
    const bare = { laneId: 'measure:guard', startAt, endAt, id: null, kind: 'guard' as const, original: null };
    const preview: DragPreview = {
      ...bare,
      mode: 'create',
      edge: 'end',
      crossesClockChange: false,
      items: [bare],
      cutAt: null,
    };
    expect(await told(() => preview)).toEqual(['none «Sove trygt»: 600 min udekket lukkes når 2 er satt opp']);
    const past = { ...preview, startAt: at('2026-03-29T10:00'), endAt: at('2026-03-29T12:00') };
    expect(await told(() => past)).toEqual(['none Endrer ikke dekningen']);
  });

  it('on what is typed is the same', async () => {
    const plan = await planNow();
    const change = drawnChange(plan, night.caseId, 'guarding', at('2026-04-06T21:00'), at('2026-04-07T07:00'));
    expect(verdictOf(plan, change, await words()).map(({ text }) => text)).toEqual([
      '«Sove trygt»: 600 min udekket lukkes når 2 er satt opp',
    ]);
  });
});
