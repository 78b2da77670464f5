import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import { answered, changeOf, clocksOfCopies, copiesOf, duplicatesOf } from '#renderer/features/plan/pending.ts';
import { type Plan, planOf } from '#renderer/features/plan/plan.ts';
import type { TimelineEdit } from '#renderer/timeline/index.ts';
import { snapshot } from '#tests/db/snapshot.ts';
import { at, type NightPlan, NOON, openNightPlan } from '#tests/main/services/plan/night.ts';

const DAY = 86_400_000;
const WINDOW = { fromAt: at('2026-03-28T12:00'), toAt: at('2026-04-06T12:00') };

let night: NightPlan;
/** Another night of its own, 29 March 22-08. */
let copyId: RecordId;
beforeEach(async () => {
  night = await openNightPlan();
  const { ids } = await planHandlers['plan.copy'](night.context, {
    items: [{ id: night.guardId, originalLocal: '2026-03-28T21:00', starts: ['2026-03-29T22:00'] }],
    withCrew: true,
    clock: 'keep_end',
  });
  copyId = ids[0] as RecordId;
});
afterEach(() => night.remove());

async function planNow(): Promise<Plan> {
  const view = await planHandlers['plan.window'](night.context, { caseId: night.caseId, ...WINDOW });
  return planOf(view, NOON);
}

/** A drag of whole bars by so much elapsed time. */
function dragged(plan: Plan, keys: readonly string[], by: number): Extract<TimelineEdit, { type: 'change' }> {
  const items = keys.map((id) => {
    const duty = plan.duties.get(id);
    const original = { laneId: '', startAt: duty?.fromAt ?? 0, endAt: duty?.toAt ?? null };
    const endAt = original.endAt === null ? null : original.endAt + by;
    return { id, kind: 'guard' as const, laneId: '', startAt: original.startAt + by, endAt, original };
  });
  return { type: 'change', edge: 'start', crossesClockChange: true, items };
}

async function minutesOf(ids: readonly string[]): Promise<(number | null)[]> {
  const { duties } = await planNow();
  return ids.map((id) => {
    const duty = duties.get(id);
    return duty?.toAt ? (duty.toAt - duty.fromAt) / 60_000 : null;
  });
}

describe('a move of several bars over a clock change', () => {
  const series = () => `${night.guardId}@2026-03-29T21:00`;
  const once = () => `${copyId}@2026-03-29T22:00`;
  const moves = (plan: Plan) =>
    changeOf(plan, dragged(plan, [series(), once(), `${night.guardId}@2026-03-30T21:00`], -23 * 3_600_000));

  // Would catch: an answer that reaches only the first of the bars, so that the others lose or gain an hour unasked.
  it('is asked once, and the answer reaches each bar whose length would change and no other', async () => {
    const change = moves(await planNow());
    expect([...change.clocks.keys()]).toEqual([series(), once()]);
    const ends = (keep: 'keepEnd' | 'keepLength') =>
      answered(change, keep, 'this').map(({ endLocal }) => endLocal?.slice(5));
    expect(ends('keepEnd')).toEqual(['03-29T07:00', '03-29T08:00', '03-30T08:00']);
    expect(ends('keepLength')).toEqual(['03-29T08:00', '03-29T09:00', '03-30T08:00']);
  });

  // Would catch: every night of a series ending at six because one of them has an hour less.
  it('keeps the length of the one night alone where the answer reaches others too', async () => {
    const change = moves(await planNow());
    const [first] = answered(change, 'keepLength', 'following');
    expect(first).toMatchObject({ endLocal: '2026-03-29T07:00', ownEndLocal: '2026-03-29T08:00' });
    expect(answered(change, 'keepEnd', 'all')[0]).not.toHaveProperty('ownEndLocal');
  });

  // Would catch: a move of several bars that is taken back one by one.
  it.each([
    ['keepLength', 600],
    ['keepEnd', 540],
  ] as const)('with %s both nights have %i minutes, and one undo takes both back', async (keep, minutes) => {
    const before = await snapshot(night.book);
    const plan = await planNow();
    const change = changeOf(plan, dragged(plan, [series(), once()], -23 * 3_600_000));
    await planHandlers['plan.move'](night.context, {
      moves: answered(change, keep, 'this').map((move) => ({
        ...move,
        id: move.id as RecordId,
        scope: 'this' as const,
      })),
    });
    expect(await minutesOf([series(), `${copyId}@2026-03-28T22:00`])).toEqual([minutes, minutes]);
    await night.book.undo();
    expect(await snapshot(night.book)).toEqual(before);
  });
});

describe('copies', () => {
  // Would catch: a block of nights copied onto itself, a copy an hour late because clocks have changed in between.
  it('of several bars lie on the days after the last of them, at the same times of day', async () => {
    const plan = await planNow();
    const refs = ['2026-03-28T21:00', '2026-03-30T21:00'].map((originalLocal) => ({
      id: night.guardId,
      originalLocal,
    }));
    expect(duplicatesOf(plan, refs).map(({ starts }) => starts)).toEqual([['2026-03-31T21:00'], ['2026-04-02T21:00']]);
    const [only] = duplicatesOf(plan, [{ id: copyId, originalLocal: '2026-03-29T22:00' }]);
    expect(only?.starts).toEqual(['2026-03-30T22:00']);
  });

  // Would catch: a copy of the short night that loses an hour, or gains one, without being asked about.
  it('of the night in which clocks change are asked about, and no others', async () => {
    const plan = await planNow();
    const copy = (originalLocal: string, starts: string[]) => ({ id: night.guardId, originalLocal, starts });
    const asked = (one: ReturnType<typeof copy>) =>
      clocksOfCopies(plan, [one]).map(({ keepEnd, keepLength }) => [keepEnd.minutes, keepLength.minutes]);
    expect(asked(copy('2026-03-28T21:00', ['2026-03-29T22:00', '2026-03-30T22:00']))).toEqual([
      [600, 540],
      [600, 540],
    ]);
    expect(asked(copy('2026-03-30T21:00', ['2026-04-04T21:00']))).toEqual([]);
  });

  // Would catch: copies of one bar told as so many edits of their own, or a bar the plan does not know copied.
  it('that a gesture asks for are gathered by the bar they are made from', async () => {
    const plan = await planNow();
    const duty = plan.duties.get(`${night.guardId}@2026-03-28T21:00`);
    const items = [1, 2].map((days) => ({
      id: duty ? keyOf(duty) : '',
      kind: 'guard' as const,
      laneId: '',
      startAt: at('2026-03-29T21:00') + (days - 1) * DAY,
      endAt: null,
      original: null,
    }));
    const unknown = { ...items[0], id: 'nothing' } as (typeof items)[number];
    expect(copiesOf(plan, { type: 'repeat', crossesClockChange: false, items: [...items, unknown] })).toEqual([
      { id: night.guardId, originalLocal: '2026-03-28T21:00', starts: ['2026-03-29T21:00', '2026-03-30T21:00'] },
    ]);
  });
});

// Would catch: a bar dragged into the second of two hours that is stored at the first, an hour early.
it('an end dragged into the hour that occurs twice is the one it was dropped on', async () => {
  await night.book.command('test', (tx) => tx.update('measure', night.guardId, { recurrence: 'FREQ=DAILY;COUNT=300' }));
  const window = { fromAt: at('2026-10-24T12:00'), toAt: at('2026-10-26T12:00') };
  const plan = planOf(await planHandlers['plan.window'](night.context, { caseId: night.caseId, ...window }), NOON);
  const id = `${night.guardId}@2026-10-24T21:00`;
  const duty = plan.duties.get(id);
  const original = { laneId: '', startAt: duty?.fromAt ?? 0, endAt: duty?.toAt ?? null };
  const ends = [0, 1].map((hours) => {
    const endAt = at('2026-10-25T02:30') + hours * 3_600_000;
    const item = { id, kind: 'guard' as const, laneId: '', startAt: original.startAt, endAt, original };
    return changeOf(plan, { type: 'change', edge: 'end', crossesClockChange: true, items: [item] }).moves[0]?.endLocal;
  });
  expect(ends).toEqual(['2026-10-25T02:30', '2026-10-25T02~30']);
});
