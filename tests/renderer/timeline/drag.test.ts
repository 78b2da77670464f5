import { expect, test } from 'vitest';
import {
  type Drag,
  type DragMode,
  previewDrag,
  previewDuplicate,
  previewNudge,
  QUARTER_MS,
} from '#renderer/timeline/drag.ts';
import { editOf, isAnswered } from '#renderer/timeline/edits.ts';
import { createScale } from '#renderer/timeline/scale.ts';
import { snap, snapStep, snapToGrid } from '#renderer/timeline/snap.ts';
import { nextTarget } from '#renderer/timeline/snap-targets.ts';
import fc from '#tests/helpers/property.ts';
import { DAY, HOUR, makeItem, oslo, osloAt } from './samples.ts';

const MINUTE = 60_000;
const NIGHT = makeItem({ id: 'night', startAt: osloAt('2026-03-30T21:00'), endAt: osloAt('2026-03-31T02:00') });
/** 1 px is 2 minutes. */
const scale = createScale({ fromAt: osloAt('2026-03-30T12:00'), toAt: osloAt('2026-03-31T12:00') }, 720);

const drag = (mode: DragMode, targets: number[] = [], item: typeof NIGHT | null = NIGHT): Drag => {
  return {
    mode,
    items: item ? [item] : [],
    laneId: 'lane',
    kind: 'guard',
    grabbedAt: item?.startAt ?? osloAt('2026-03-30T14:00'),
    targets,
  };
};
const drop = (d: Drag, local: string, isFree = false) => previewDrag(d, osloAt(local), 'lane', isFree, scale, oslo);

test.each([
  [MINUTE, 15 * MINUTE],
  [5 * MINUTE, 15 * MINUTE],
  [6 * MINUTE, 30 * MINUTE],
  [16 * MINUTE, HOUR],
  [HOUR, 3 * HOUR],
  [2 * HOUR, 6 * HOUR],
  [4 * HOUR, DAY],
  [100 * DAY, DAY],
])('where a pixel is %i ms the grid is %i ms: no finer than a hand can hold', (msPerPx, step) => {
  expect(snapStep(msPerPx)).toBe(step);
});

test.each([
  ['2026-03-30T06:53', [], '2026-03-30T07:00'],
  ['2026-03-30T06:52', ['2026-03-30T06:45'], '2026-03-30T06:45'],
  ['2026-03-30T06:58', ['2026-03-30T07:07', '2026-03-30T06:54'], '2026-03-30T06:54'],
  ['2026-03-30T06:30', ['2026-03-30T07:07'], '2026-03-30T06:30'],
] as const)('%s with targets %j falls on %s', (at, targets, wanted) => {
  expect(snap(osloAt(at), targets.map(osloAt), 2 * MINUTE, oslo)).toBe(osloAt(wanted));
});

test('in the night of the clock change the grid of six hours is that of the wall clock: 00 and 06, not 05', () => {
  expect(snapToGrid(osloAt('2026-03-29T05:20'), 6 * HOUR, oslo)).toBe(osloAt('2026-03-29T06:00'));
  expect(snapToGrid(osloAt('2026-03-29T01:10'), 6 * HOUR, oslo)).toBe(osloAt('2026-03-29T00:00'));
});

test('snapping lands on the grid and near, also in the hour that is gone', () => {
  fc.assert(
    fc.property(fc.integer({ min: osloAt('2026-03-28T00:00'), max: osloAt('2026-03-30T00:00') }), (at) => {
      const snapped = snapToGrid(at, 15 * MINUTE, oslo);
      expect(oslo.clock.toLocal(snapped) % (15 * MINUTE)).toBe(0);
      expect(Math.abs(snapped - at)).toBeLessThanOrEqual(7.5 * MINUTE);
    }),
  );
});

test('dragging the end lengthens the bar and leaves its start', () => {
  expect(drop(drag('end'), '2026-03-31T06:58')).toMatchObject({
    startAt: NIGHT.startAt,
    endAt: osloAt('2026-03-31T07:00'),
    edge: 'end',
  });
});

test('no edge can be dragged past the other: a bar keeps at least a quarter of an hour', () => {
  expect(drop(drag('end'), '2026-03-30T13:00').endAt).toBe(NIGHT.startAt + QUARTER_MS);
  expect(drop(drag('start'), '2026-03-31T11:00').startAt).toBe((NIGHT.endAt ?? 0) - QUARTER_MS);
});

test('a bar that is moved keeps its length, whichever of its edges snaps', () => {
  const targets = [osloAt('2026-03-31T05:10')];
  fc.assert(
    fc.property(fc.integer({ min: -20 * 60, max: 20 * 60 }), (minutes) => {
      const pointer = NIGHT.startAt + minutes * MINUTE;
      const { startAt, endAt } = previewDrag(drag('move', targets), pointer, 'lane', false, scale, oslo);
      expect((endAt ?? 0) - startAt).toBe(5 * HOUR);
    }),
  );
  expect(drop(drag('move', targets), '2026-03-31T00:07').endAt).toBe(targets[0]);
});

test('dragging over empty ground makes a bar in either direction, never one without length', () => {
  const create = drag('create', [], null);
  expect(drop(create, '2026-03-30T16:00')).toMatchObject({
    id: null,
    startAt: osloAt('2026-03-30T14:00'),
    endAt: osloAt('2026-03-30T16:00'),
  });
  expect(drop(create, '2026-03-30T13:00')).toMatchObject({ startAt: osloAt('2026-03-30T13:00'), edge: 'start' });
  expect(drop(create, '2026-03-30T14:01').endAt).toBe(osloAt('2026-03-30T14:15'));
});

test('with Alt nothing snaps: the minute under the pointer counts', () => {
  expect(drop(drag('end', [osloAt('2026-03-31T05:00')]), '2026-03-31T04:58', true).endAt).toBe(
    osloAt('2026-03-31T04:58'),
  );
});

test('a drag over a clock change says so: length and wall-clock end cannot both be kept', () => {
  const before = makeItem({ id: 'a', startAt: osloAt('2026-03-28T21:00'), endAt: osloAt('2026-03-28T23:00') });
  expect(previewNudge([before], 'end', 20, oslo)?.crossesClockChange).toBe(true);
  expect(previewNudge([before], 'end', 1, oslo)?.crossesClockChange).toBe(false);
});

test('a keyboard step moves by a quarter of an hour and stops before it turns the bar inside out', () => {
  const short = makeItem({ id: 'a', startAt: 0, endAt: QUARTER_MS });
  expect(previewNudge([short], 'move', -1, oslo)).toMatchObject({ startAt: -QUARTER_MS, endAt: 0 });
  expect(previewNudge([short], 'end', -1, oslo)).toBeNull();
  expect(previewNudge([short], 'start', 1, oslo)).toBeNull();
  expect(previewNudge([{ ...short, endAt: null }], 'end', 1, oslo)).toBeNull();
});

// Would catch: a copy that is an hour late after the clocks have changed, or a night that ends at another time.
test('a repetition keeps the wall clock over the clock change, in both directions', () => {
  const night = makeItem({ id: 'n', startAt: osloAt('2026-03-27T21:00'), endAt: osloAt('2026-03-28T07:00') });
  const held = { ...drag('repeat', [], night), grabbedAt: night.startAt };
  const copies = previewDrag(held, osloAt('2026-03-29T20:00'), 'lane', true, scale, oslo).items;
  expect(copies.map(({ startAt, endAt }) => [startAt, endAt])).toEqual([
    [osloAt('2026-03-28T21:00'), osloAt('2026-03-29T07:00')],
    [osloAt('2026-03-29T21:00'), osloAt('2026-03-30T07:00')],
  ]);
  const back = previewDrag(held, osloAt('2026-03-24T12:00'), 'lane', true, scale, oslo);
  expect(back.items.map(({ startAt }) => startAt)).toEqual([
    osloAt('2026-03-26T21:00'),
    osloAt('2026-03-25T21:00'),
    osloAt('2026-03-24T21:00'),
  ]);
  expect(previewDrag(held, osloAt('2026-03-27T21:00'), 'lane', true, scale, oslo).items).toHaveLength(1);
});

// Would catch: a cut at an edge, which leaves a bar without length.
test('a cut stays within the bar, at least a minute from both ends', () => {
  expect(drop(drag('cut'), '2026-03-30T23:10').cutAt).toBe(osloAt('2026-03-30T23:15'));
  expect(drop(drag('cut'), '2026-03-30T12:00').cutAt).toBe(NIGHT.startAt + MINUTE);
  expect(drop(drag('handOver'), '2026-03-31T20:00').cutAt).toBe((NIGHT.endAt ?? 0) - MINUTE);
  expect(editOf(drop(drag('handOver'), '2026-03-30T23:10'))).toEqual({
    type: 'handOver',
    id: 'night',
    at: osloAt('2026-03-30T23:15'),
  });
});

// Would catch: a move of several that tells each apart, changes their distances or drags them into one lane.
test('several bars move as one edit by the same time, and each keeps its lane if they have several', () => {
  const other = makeItem({ id: 'o', laneId: 'other', startAt: NIGHT.startAt - DAY, endAt: NIGHT.startAt - DAY + HOUR });
  const held = { ...drag('move'), items: [NIGHT, other] };
  const preview = previewDrag(held, NIGHT.startAt + 2 * HOUR, 'elsewhere', true, scale, oslo);
  const edit = editOf(preview);
  expect(edit?.type === 'change' && edit.items.map(({ id, laneId, startAt }) => [id, laneId, startAt])).toEqual([
    ['night', 'lane', NIGHT.startAt + 2 * HOUR],
    ['o', 'other', other.startAt + 2 * HOUR],
  ]);
  const oneLane = { ...held, items: [NIGHT, { ...other, laneId: 'lane' }] };
  const moved = previewDrag(oneLane, NIGHT.startAt, 'elsewhere', true, scale, oslo);
  expect(moved.items.map(({ laneId }) => laneId)).toEqual(['elsewhere', 'elsewhere']);
});

// Would catch: a bar given to another row that begins a quarter later because the hand was not steady.
test('over another lane a bar keeps its times, and the edit says so; one with fixed times never changes them', () => {
  const over = previewDrag(drag('move'), NIGHT.startAt + 2 * HOUR, 'elsewhere', false, scale, oslo);
  expect(over).toMatchObject({ laneId: 'elsewhere', startAt: NIGHT.startAt, endAt: NIGHT.endAt });
  expect(editOf(over)).toMatchObject({ type: 'exchange', items: [{ id: 'night', laneId: 'elsewhere' }] });
  const fixed = drag('move', [], { ...NIGHT, isFixed: true });
  expect(editOf(previewDrag(fixed, NIGHT.startAt + 2 * HOUR, 'lane', true, scale, oslo))).toBeNull();
});

// Would catch: an hour of the night that no drag and no key can reach, because the grid knows it once only.
test('both of the two hours in the night clocks go back are reached by drag and by key', () => {
  const startAt = osloAt('2026-10-24T21:00');
  const night = makeItem({ id: 'n', startAt, endAt: osloAt('2026-10-25T02:30') });
  const second = osloAt('2026-10-25T02:30') + HOUR;
  const near = { msPerPx: MINUTE };
  expect(previewDrag(drag('end', [], night), second + 2 * MINUTE, 'lane', false, near, oslo).endAt).toBe(second);
  expect(previewNudge([night], 'end', 4, oslo)?.endAt).toBe(second);
});

// Would catch: nights that are moved a week together and begin an hour early after the clocks have changed.
test('several bars moved by days keep their times of day over a clock change, moved by hours they keep their distances', () => {
  const nights = ['2026-03-26', '2026-03-30'].map((day, i) => {
    const startAt = osloAt(`${day}T21:00`);
    return makeItem({ id: `${i}`, startAt, endAt: startAt + 5 * HOUR });
  });
  const [first] = nights;
  const held = { ...drag('move', [], first), items: nights, grabbedAt: first?.startAt ?? 0 };
  const starts = (to: string) =>
    previewDrag(held, osloAt(to), 'lane', true, scale, oslo).items.map(({ startAt }) => startAt);
  expect(starts('2026-04-02T21:00')).toEqual([osloAt('2026-04-02T21:00'), osloAt('2026-04-06T21:00')]);
  expect(starts('2026-03-26T23:00')).toEqual([osloAt('2026-03-26T23:00'), osloAt('2026-03-30T23:00')]);
});

// Would catch: a repetition that takes only the bar under the pointer, or shows the copies of another as the held one.
test('several bars are repeated as one edit, the held one last', () => {
  const other = makeItem({ id: 'o', startAt: NIGHT.startAt + HOUR, endAt: NIGHT.startAt + 2 * HOUR });
  const held = { ...drag('repeat'), items: [NIGHT, other], grabbedAt: NIGHT.startAt };
  const preview = previewDrag(held, NIGHT.startAt + 2 * DAY, 'lane', true, scale, oslo);
  expect(preview.items.map(({ id, startAt }) => [id, (startAt - NIGHT.startAt) / HOUR])).toEqual([
    ['o', 25],
    ['o', 49],
    ['night', 24],
    ['night', 48],
  ]);
  expect(preview).toMatchObject({ id: 'night', startAt: NIGHT.startAt + 2 * DAY });
});

// Would catch: a duplicate that lies on one of the bars it was made from.
test('a duplicate of several bars lies on the days after them', () => {
  const items = [0, 2].map((days) => makeItem({ id: `${days}`, startAt: NIGHT.startAt + days * DAY, endAt: null }));
  expect(previewDuplicate(items, oslo)?.items.map(({ startAt }) => (startAt - NIGHT.startAt) / DAY)).toEqual([3, 5]);
  expect(previewDuplicate([], oslo)).toBeNull();
});

// Would catch: a bar that jumps back for a moment when data come that know nothing of its edit yet.
test('an edit waits for data in which its bar lies elsewhere or is gone', () => {
  const preview = previewDrag(drag('move'), NIGHT.startAt + HOUR, 'lane', true, scale, oslo);
  const data = (item: typeof NIGHT | null) => ({
    byId: new Map(item ? [[NIGHT.id, { item, fromAt: item.startAt, toAt: 0, row: 0 } as never]] : []),
  });
  expect(isAnswered(preview, data(NIGHT))).toBe(false);
  expect(isAnswered(preview, data({ ...NIGHT, startAt: NIGHT.startAt + 1 }))).toBe(true);
  expect(isAnswered(preview, data({ ...NIGHT, laneId: 'other' }))).toBe(true);
  expect(isAnswered(preview, data(null))).toBe(true);
});

// Would catch: an undo step and a log entry for a bar that was picked up and put back where it lay.
test('a bar that ends where it began is no edit', () => {
  expect(editOf(previewDrag(drag('move'), NIGHT.startAt, 'lane', true, scale, oslo))).toBeNull();
  expect(editOf(previewDrag(drag('end'), NIGHT.endAt ?? 0, 'lane', true, scale, oslo))).toBeNull();
});

// Would catch: a key path that gives another result than the mouse for the same gesture.
test('a step of the keyboard is the drag of the pointer by a quarter of an hour', () => {
  const anyMode = fc.constantFrom<'move' | 'start' | 'end'>('move', 'start', 'end');
  fc.assert(
    fc.property(anyMode, fc.integer({ min: -12, max: 40 }), (mode, steps) => {
      const from = mode === 'end' ? (NIGHT.endAt ?? 0) : NIGHT.startAt;
      const nudged = previewNudge([NIGHT], mode, steps, oslo);
      const pulled = previewDrag(
        { ...drag(mode), grabbedAt: from },
        from + steps * QUARTER_MS,
        'lane',
        true,
        scale,
        oslo,
      );
      if (nudged) expect(editOf(nudged)).toEqual(editOf(pulled));
    }),
  );
});

test.each([
  [1, 100, 250, 400],
  [-1, 100, 50, 10],
] as const)('the next target in direction %i is the nearest one on that side', (direction, at, near, far) => {
  expect(nextTarget([far, near, at, at - direction * 30], at, direction)).toBe(near);
  expect(nextTarget([at], at, direction)).toBeNull();
});
