import { expect, test } from 'vitest';
import { marksBetween } from '#renderer/timeline/marks.ts';
import { place, prepare } from '#renderer/timeline/prepare.ts';
import { stack } from '#renderer/timeline/stack.ts';
import fc from '#tests/helpers/property.ts';
import { anyItems, DAY, makeItem, oneLane, oslo, osloAt, SPAN } from './samples.ts';

const rowsOf = (items: Parameters<typeof oneLane>[0]) => {
  const lane = prepare(oneLane(items), oslo).groups[0]?.lanes[0];
  if (!lane) throw new Error('NO_LANE');
  return lane.rows;
};

test('no two things of one row overlap, but for points among themselves and one and the same uncertain interval', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      for (const { placed } of rowsOf(items)) {
        for (const [i, a] of placed.entries()) {
          for (const b of placed.slice(i + 1)) {
            if (a.isPoint && b.isPoint) continue;
            if (a.isUncertain && b.isUncertain && a.fromAt === b.fromAt && a.toAt === b.toAt) continue;
            // A point has no length, but it would still stand on the edge of what begins with it.
            expect(a.toAt).toBeLessThanOrEqual(a.isPoint ? b.fromAt - 1 : b.fromAt);
          }
        }
      }
    }),
  );
});

// Would catch: a quick sort by start alone that forgets the order of the telling, or loses precision over long cases.
test('a lane is in order of time, then of the telling, however long the case and however it came', () => {
  const day = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2200, 0, 1) / DAY });
  const ms = fc.constantFrom(0, 0, 1, 2);
  const one = fc.tuple(day, ms, fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 60 }), fc.boolean(), (all, isShort) => {
      const items = all.map(([days, more, storyOrder], i) => {
        const startAt = (isShort ? days % 3 : days) * DAY + more;
        return makeItem({ id: `${String(i).padStart(3, '0')}`, startAt, endAt: startAt + 1, storyOrder });
      });
      const lane = prepare(oneLane(items), oslo).groups[0]?.lanes[0];
      const wanted = [...items].sort(
        (a, b) => a.startAt - b.startAt || a.storyOrder - b.storyOrder || (a.id < b.id ? -1 : 1),
      );
      expect(lane?.ordered.map(({ item }) => item.id)).toEqual(wanted.map(({ id }) => id));
      expect(lane?.ordered.map(({ order }) => order)).toEqual(wanted.map((_, i) => i));
    }),
  );
});

test('every item is in exactly one row: none is lost in the stacking', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const ids = rowsOf(items).flatMap((row) => row.placed.map((placed) => placed.item.id));
      expect(ids.sort()).toEqual(items.map((item) => item.id).sort());
    }),
  );
});

test('bars take no more rows than overlap at once', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const bars = items.filter((item) => item.shape === 'bar').map((item) => place(item, oslo));
      bars.sort((a, b) => a.fromAt - b.fromAt);
      const most = Math.max(
        1,
        ...bars.map((bar) => bars.filter((o) => o.fromAt <= bar.fromAt && o.toAt > bar.fromAt).length),
      );
      expect(stack(bars).count).toBeLessThanOrEqual(most);
    }),
  );
});

test('ten thousand bars that all overlap are stacked without a quadratic search', () => {
  const bars = Array.from({ length: 10_000 }, (_, i) => ({ fromAt: i, toAt: 1e9, isPoint: false, isUncertain: false }));
  const { rows, count } = stack(bars);
  expect(count).toBe(10_000);
  expect(rows[9_999]).toBe(9_999);
});

test('the window of a row is what a look at every item finds, a bar that began long before it included', () => {
  const at = fc.integer({ min: -96, max: 21 * 96 }).map((quarter) => SPAN.fromAt + quarter * 900_000);
  fc.assert(
    fc.property(anyItems, at, at, (items, a, b) => {
      const [fromAt, toAt] = a < b ? [a, b] : [b, a];
      for (const row of rowsOf(items)) {
        // So near that nothing is grouped but points of one instant.
        const found = marksBetween(row, 0.001, fromAt, toAt).flatMap((mark) => mark.members);
        expect(found).toEqual(row.placed.filter((placed) => placed.toAt >= fromAt && placed.fromAt <= toAt));
      }
    }),
  );
});

test.each([
  ['day', '2026-03-29T00:00', '2026-03-30T00:00'],
  ['month', '2026-03-01T00:00', '2026-04-01T00:00'],
  ['year', '2026-01-01T00:00', '2027-01-01T00:00'],
] as const)('a point known to the %s is uncertain over all of it, in the zone of the book', (precision, from, to) => {
  const { uncertain } = place(
    makeItem({ id: 'a', shape: 'point', precision, startAt: osloAt('2026-03-29T00:00'), endAt: null }),
    oslo,
  );
  expect(uncertain).toEqual({ fromAt: osloAt(from), toAt: osloAt(to) });
});

test.each([
  ['an end before its start', makeItem({ id: 'a', startAt: 10, endAt: 5 }), 'TIMELINE_TIME_INVALID'],
  ['a time that is no number', makeItem({ id: 'a', startAt: Number.NaN }), 'TIMELINE_TIME_INVALID'],
  [
    'an uncertain interval turned round',
    makeItem({ id: 'a', uncertain: { fromAt: 5, toAt: 1 } }),
    'TIMELINE_TIME_INVALID',
  ],
  ['a lane that is not there', makeItem({ id: 'a', laneId: 'x' }), 'TIMELINE_LANE_UNKNOWN'],
])('%s is refused by code and id instead of being drawn wrong', (_, item, code) => {
  expect(() => prepare(oneLane([item]), oslo)).toThrow(expect.objectContaining({ code, id: 'a' }));
});

test('an id used twice is refused: selection and edits would go to the wrong item', () => {
  const twice = oneLane([makeItem({ id: 'a' }), makeItem({ id: 'a' })]);
  expect(() => prepare(twice, oslo)).toThrow(expect.objectContaining({ code: 'TIMELINE_ID_TWICE' }));
});

test('equal times keep the order of the telling, whatever order they arrive in', () => {
  const items = [3, 1, 2].map((storyOrder) =>
    makeItem({ id: `${storyOrder}`, storyOrder, shape: 'point', endAt: null }),
  );
  const ordered = prepare(oneLane(items), oslo).groups[0]?.lanes[0]?.ordered;
  expect(ordered?.map((placed) => placed.item.id)).toEqual(['1', '2', '3']);
});
