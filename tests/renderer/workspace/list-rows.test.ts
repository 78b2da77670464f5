import { describe, expect, it } from 'vitest';
import { plainItem } from '#renderer/features/plan/plan-parts.ts';
import { pageFilter, type TimelineItem } from '#renderer/timeline/index.ts';
import { listRows } from '#renderer/workspace/timeline/list-rows.ts';
import fc from '#tests/helpers/property.ts';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 29);
const lanes = [
  { id: 'a', label: 'Vakt ved hybelen', kind: 'guard' as const },
  { id: 'b', label: 'Yttervik', sublabel: 'Oslo', kind: 'guard' as const },
];
const bar = (id: string, laneId: string, from: number, to: number | null): TimelineItem => ({
  ...plainItem(id, laneId, 'guard', T0 + from * HOUR, to === null ? null : T0 + to * HOUR),
  label: id,
});
const told = (items: TimelineItem[], shown: { fromAt: number; toAt: number } | null = null) =>
  listRows({ groups: [], lanes, items }, shown, 'Europe/Oslo').map((row) => ('heading' in row ? row.heading : row.id));

describe('the rows of the list', () => {
  // Would catch: the second half of a relief after the last night, duties of one officer in the order of the measures.
  it('are in time order in each lane, whatever order they came in', () => {
    const items = [bar('night 3', 'a', 72, 80), bar('from two', 'a', 5, 10), bar('night 1', 'a', 0, 5)];
    expect(told([...items, bar('late', 'b', 9, 10), bar('early', 'b', 1, 2)])).toEqual([
      'Vakt ved hybelen',
      'night 1',
      'from two',
      'night 3',
      'Yttervik, Oslo',
      'early',
      'late',
    ]);
  });

  // Would catch: a step in time that changes nothing, a night left out because it began before the period.
  it('are those that touch what is shown, and a lane without any is not there', () => {
    const items = [
      bar('over', 'a', -5, 0),
      bar('running', 'a', -5, 1),
      bar('open', 'b', -90, null),
      bar('later', 'a', 24, 30),
    ];
    expect(told(items, { fromAt: T0, toAt: T0 + 24 * HOUR })).toEqual([
      'Vakt ved hybelen',
      'running',
      'Yttervik, Oslo',
      'open',
    ]);
    expect(told([bar('later', 'a', 24, 30)], { fromAt: T0, toAt: T0 + 24 * HOUR })).toEqual([]);
  });

  // Would catch: a row that stands in no period, or twice: pages of the list must hold what a full scan finds.
  it('hold exactly what a scan of all items says intersects', () => {
    const item = fc
      .record({ from: fc.integer({ min: -99, max: 99 }), length: fc.option(fc.integer({ min: 1, max: 40 })) })
      .map(({ from, length }) => [from, length === null ? null : from + length] as const);
    fc.assert(
      fc.property(
        fc.array(item),
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 1, max: 60 }),
        (all, at, length) => {
          const items = all.map(([from, to], index) => bar(String(index), index % 2 === 0 ? 'a' : 'b', from, to));
          const shown = { fromAt: T0 + at * HOUR, toAt: T0 + (at + length) * HOUR };
          const isOnPage = pageFilter('Europe/Oslo');
          const wanted = items.filter((one) => isOnPage(one, shown)).map(({ id }) => id);
          const rows = listRows({ groups: [], lanes, items }, shown, 'Europe/Oslo');
          expect(rows.flatMap((row) => ('heading' in row ? [] : row.id)).sort()).toEqual(wanted.sort());
        },
      ),
    );
  });
});
