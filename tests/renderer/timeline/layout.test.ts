import { expect, test } from 'vitest';
import { arrange, laneAt, stripsBetween } from '#renderer/timeline/arrange.ts';
import type { Primitive } from '#renderer/timeline/display-list.ts';
import type { TimelineData, TimelineItem } from '#renderer/timeline/index.ts';
import { type Hit, layoutItems } from '#renderer/timeline/layout.ts';
import { marksBetween } from '#renderer/timeline/marks.ts';
import { place, prepare } from '#renderer/timeline/prepare.ts';
import { createScale } from '#renderer/timeline/scale.ts';
import fc from '#tests/helpers/property.ts';
import { anyItems, DAY, environment, HOUR, makeItem, oneLane, oslo, SPAN } from './samples.ts';

const WIDTH = 1_000;
const NONE: ReadonlySet<string> = new Set();
const anySpan = fc
  .tuple(fc.integer({ min: SPAN.fromAt - 5 * DAY, max: SPAN.toAt }), fc.integer({ min: HOUR, max: 400 * DAY }))
  .map(([fromAt, length]) => ({ fromAt, toAt: fromAt + length }));

function layOut(data: TimelineData, view: { fromAt: number; toAt: number }, height = 100_000, scrollTop = 0) {
  const arrangement = arrange(prepare(data, oslo), NONE);
  return layoutItems(arrangement, createScale(view, WIDTH), { scrollTop, height }, environment);
}
const idsOf = (hits: readonly Hit[]): string[] => hits.flatMap((hit) => hit.mark.members.map(({ item }) => item.id));

/** Items that surely touch the window: a glyph stands in the middle of its doubt, so points are left to the other test. */
const touches = (item: TimelineItem, view: { fromAt: number; toAt: number }): boolean => {
  const { fromAt, toAt } = place(item, oslo);
  return item.shape === 'bar' && fromAt <= view.toAt && toAt >= view.fromAt;
};

test('what is drawn holds every bar that a full scan says is in the window, and nothing is drawn twice', () => {
  fc.assert(
    fc.property(anyItems, anySpan, (items, view) => {
      const drawn = idsOf(layOut(oneLane(items), view).hits);
      expect(new Set(drawn).size).toBe(drawn.length);
      const wanted = items.filter((item) => touches(item, view)).map((item) => item.id);
      expect(drawn).toEqual(expect.arrayContaining(wanted));
    }),
  );
});

test('nothing far outside the window is drawn: its cost does not grow with the case', () => {
  fc.assert(
    fc.property(anyItems, anySpan, (items, view) => {
      const reach = ((view.toAt - view.fromAt) / WIDTH) * 13;
      const { hits } = layOut(oneLane(items), view);
      for (const { mark } of hits) {
        expect(mark.toAt).toBeGreaterThanOrEqual(view.fromAt - reach);
        expect(mark.fromAt).toBeLessThanOrEqual(view.toAt + reach);
      }
    }),
  );
});

// Would catch: a name at the left edge of the window that belongs to no bar one can see.
test('a bar that ended just before the window leaves no name in it, one that reaches into it does', () => {
  const view = { fromAt: SPAN.fromAt, toAt: SPAN.fromAt + 7 * DAY };
  const named = (endAt: number) => {
    const item = makeItem({ id: 'a', label: 'Natt', shape: 'bar', startAt: view.fromAt - 10 * HOUR, endAt });
    return layOut(oneLane([item]), view).labels.flatMap((one) => (one.type === 'text' ? [one.text] : []));
  };
  expect(named(view.fromAt - HOUR)).toEqual([]);
  expect(named(view.fromAt + HOUR)).toEqual(['Natt']);
});

test('at any zoom each item of a row is in exactly one mark, so the counts on discs add up', () => {
  fc.assert(
    fc.property(anyItems, fc.double({ min: 1_000, max: 50 * DAY, noNaN: true }), (items, msPerPx) => {
      const lane = prepare(oneLane(items), oslo).groups[0]?.lanes[0];
      for (const row of lane?.rows ?? []) {
        const members = marksBetween(row, msPerPx, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).flatMap(
          (mark) => mark.members,
        );
        expect(members).toEqual(row.placed);
      }
    }),
  );
});

// Would catch: a row at the edge of what is scrolled to that is left out, or one far below it that is drawn; a strip of a need
// that is found otherwise than a bar.
test('what is drawn in a window of both directions is what the whole drawing has there, strips of needs included', () => {
  const anyLane = fc.constantFrom('a', 'b', 'c', 'd');
  const anyCover = fc.constantFrom('covered', 'thin', 'gap', 'unconfirmed', undefined);
  const height = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(anyItems, fc.array(fc.tuple(anyLane, anyCover)), anySpan, fc.nat(600), height, (...drawn) => {
      const [items, places, view, scrollTop, windowHeight] = drawn;
      const lanes = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, kind: 'need' as const }));
      const laid = items.map((item, i): TimelineItem => {
        const [laneId, coverage] = places[i % places.length] ?? ['a', undefined];
        return { ...item, laneId, ...(item.shape === 'bar' && coverage && { coverage }) };
      });
      const data = { groups: [], lanes, items: laid };
      const told = (hits: readonly Hit[], dy: number) =>
        hits.map((hit) => [hit.laneId, hit.y0 + dy, hit.x0, hit.x1, ...idsOf([hit])].join());
      const whole = layOut(data, view).hits;
      const bottom = scrollTop + windowHeight;
      const found = layOut(data, view, windowHeight, scrollTop).hits;
      const inside = whole.filter(({ y0, y1 }) => y1 > scrollTop && y0 < bottom);
      expect(told(found, scrollTop)).toEqual(expect.arrayContaining(told(inside, 0)));
      // A row that only touches the edge may be drawn with it, nothing beyond.
      const near = whole.filter(({ y0, y1 }) => y1 >= scrollTop && y0 <= bottom);
      expect(told(near, 0)).toEqual(expect.arrayContaining(told(found, scrollTop)));
    }),
  );
});

test('two bars of one row never lie on each other on the screen either, however narrow they are drawn', () => {
  fc.assert(
    fc.property(anyItems, anySpan, (items, view) => {
      const { hits } = layOut(oneLane(items), view);
      const bars = hits.filter((hit) => hit.mark.form === 'bar' || hit.mark.form === 'coverage');
      for (const [i, a] of bars.entries()) {
        for (const b of bars.slice(i + 1)) {
          if (a.y0 !== b.y0) continue;
          expect(Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test('a label never runs into the mark after it', () => {
  fc.assert(
    fc.property(anyItems, anySpan, (items, view) => {
      const { hits } = layOut(oneLane(items), view);
      for (const [i, a] of hits.entries()) {
        const next = hits.slice(i + 1).find((b) => b.y0 === a.y0);
        if (next && a.labelX > a.x1) expect(a.labelX).toBeLessThanOrEqual(next.x0 + 3);
      }
    }),
  );
});

test('panning regroups nothing: a disc keeps its members while it moves through the window', () => {
  const points = Array.from({ length: 200 }, (_, i) => {
    return makeItem({ id: `${i}`, shape: 'point', endAt: null, startAt: SPAN.fromAt + ((i * 7_919) % 500) * HOUR });
  });
  const group = (from: number): string[] => {
    const view = { fromAt: from, toAt: from + 21 * DAY };
    return layOut(oneLane(points), view).hits.map((hit) => hit.mark.members.map(({ item }) => item.id).join());
  };
  const before = group(SPAN.fromAt);
  const after = group(SPAN.fromAt + 3 * DAY + 12_345);
  expect(before).toEqual(expect.arrayContaining(after.filter((members) => members.includes(','))));
});

test('only rows within the height of the window are drawn', () => {
  const lanes = Array.from({ length: 300 }, (_, i) => ({ id: `l${i}`, label: '', kind: 'guard' as const }));
  const items = lanes.map((lane, i) =>
    makeItem({ id: `${i}`, laneId: lane.id, startAt: SPAN.fromAt, endAt: SPAN.toAt }),
  );
  const { hits } = layOut({ groups: [], lanes, items }, SPAN, 240, 2_400);
  expect(idsOf(hits)).toEqual(Array.from({ length: 11 }, (_, i) => `${100 + i}`).slice(0, hits.length));
  expect(hits.length).toBeGreaterThanOrEqual(10);
  expect(hits.length).toBeLessThanOrEqual(11);
});

test('an order that began years ago is drawn with its label at the left edge of the window', () => {
  const item = makeItem({
    id: 'a',
    kind: 'order',
    label: 'Besøksforbud',
    startAt: SPAN.fromAt - 3_000 * DAY,
    endAt: null,
  });
  const { labels } = layOut(oneLane([item]), SPAN);
  const label = labels.find((p): p is Extract<Primitive, { type: 'text' }> => p.type === 'text');
  expect(label).toMatchObject({ text: 'Besøksforbud' });
  expect(label?.x).toBeGreaterThan(0);
  expect(label?.x).toBeLessThan(20);
});

test('an uncertain time is a dashed interval with its middle half filled, never a point', () => {
  const item = makeItem({
    id: 'a',
    shape: 'point',
    kind: 'threat',
    endAt: null,
    precision: 'day',
    startAt: SPAN.fromAt,
  });
  const { items } = layOut(oneLane([item]), { fromAt: SPAN.fromAt - DAY, toAt: SPAN.fromAt + 3 * DAY });
  expect(items.filter((p) => p.type === 'path')).toEqual([]);
  const core = items.find((p) => p.type === 'rect' && p.opacity === 0.4);
  expect(core).toMatchObject({ x: 312.5, w: 125 });
  expect(items.filter((p) => p.type === 'line').every((p) => p.type === 'line' && p.dash !== undefined)).toBe(true);
});

test('where the doubt is narrower than a point, the point is pale and not solid', () => {
  const item = makeItem({
    id: 'a',
    shape: 'point',
    kind: 'threat',
    endAt: null,
    precision: 'day',
    startAt: SPAN.fromAt,
  });
  const { items } = layOut(oneLane([item]), { fromAt: SPAN.fromAt - 900 * DAY, toAt: SPAN.fromAt + 900 * DAY });
  const fills = items.map((p) => (p.type === 'path' ? [p.fill, p.opacity] : [])).filter((pair) => pair.length > 0);
  expect(fills).toEqual([
    ['--surface', undefined],
    ['--k-threat', 0.4],
  ]);
});

test('a gap in the cover is seen at any zoom: at least 6 px, and above what lies beside it', () => {
  const item = makeItem({
    id: 'a',
    kind: 'need',
    coverage: 'gap',
    label: '1 t',
    startAt: SPAN.fromAt,
    endAt: SPAN.fromAt + HOUR,
  });
  const { labels } = layOut(oneLane([item], 'need'), {
    fromAt: SPAN.fromAt - 900 * DAY,
    toAt: SPAN.fromAt + 900 * DAY,
  });
  expect(labels.find((p) => p.type === 'rect')).toMatchObject({ fill: '--u-bg', w: 6 });
});

test('strips are found by height, and a place over a heading is no lane', () => {
  const data: TimelineData = {
    groups: [{ id: 'g', label: 'G', kind: 'guard' }],
    lanes: [
      { id: 'a', label: 'A', kind: 'guard', group: 'g' },
      { id: 'b', label: 'B', kind: 'need', group: 'g' },
    ],
    items: [],
  };
  const arrangement = arrange(prepare(data, oslo), NONE);
  expect(arrangement.height).toBe(19 + 24 + 28);
  expect(laneAt(arrangement, 10)).toBeUndefined();
  expect(laneAt(arrangement, 19)?.lane.lane.id).toBe('a');
  expect(laneAt(arrangement, 43)?.lane.lane.id).toBe('b');
  expect(laneAt(arrangement, 71)).toBeUndefined();
  expect(stripsBetween(arrangement, 20, 44).map((strip) => strip.type)).toEqual(['lane', 'lane']);
  expect(arrange(prepare(data, oslo), new Set(['g'])).height).toBe(19);
});
