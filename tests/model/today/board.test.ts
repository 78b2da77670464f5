import { expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { boardOf } from '#model/today/board.ts';
import { actsNow, dueSoon, type FilterCase, filterRows, responsibleOf, unitOf } from '#model/today/filter.ts';
import { kindOfRow } from '#model/today/kind-of-row.ts';
import { DUTIES, TODAY_GROUPS, type TodayGroup, type TodayRow } from '#model/today/rows.ts';
import fc from '#tests/helpers/property.ts';

const NOW = Date.UTC(2026, 3, 1);
const HOUR_MS = 3_600_000;
const NAMES = ['Sund', 'Lie', 'Vik'];
const UNITS = ['Øst', 'Vest'];
const WHATS = ['C18', 'C4', 'C30'] as const;

const cases = new Map(
  ['a', 'b', 'c'].map((id, index): [RecordId, FilterCase] => [
    id as RecordId,
    {
      mine: index < 2,
      officers: [
        { name: NAMES[index] as string, duty: 'responsible_prosecutor', unit: UNITS[index] ?? null },
        { name: 'Moe', duty: 'analyst', unit: null },
      ],
    },
  ]),
);
const row: fc.Arbitrary<TodayRow> = fc
  .record({
    group: fc.constantFrom(...TODAY_GROUPS),
    what: fc.constantFrom(...WHATS),
    caseId: fc.constantFrom(...([...cases.keys(), null] as (RecordId | null)[])),
    duty: fc.constantFrom(...DUTIES),
    over: fc.boolean(),
    old: fc.boolean(),
    dueIn: fc.option(fc.integer({ min: -100, max: 100 })),
  })
  .map(({ dueIn, ...given }) => ({
    ...given,
    key: '',
    recordIds: [],
    clock: null,
    danger: null,
    prompt: null,
    flags: null,
    folded: [],
    dueAt: dueIn === null ? null : NOW + dueIn * HOUR_MS,
    sinceAt: NOW - 200 * HOUR_MS,
  }));
const filter = fc.record({
  whose: fc.constantFrom('mine', 'unit'),
  duty: fc.option(fc.constantFrom(...DUTIES)),
  responsible: fc.option(fc.constantFrom(...NAMES)),
  unit: fc.option(fc.constantFrom(...UNITS)),
  kind: fc.option(fc.constantFrom('order', 'arrest', 'court_step')),
  only: fc.option(fc.constantFrom('now', 'soon')),
});
const most = fc.record({ danger: fc.nat(4), law: fc.nat(4), expiry: fc.nat(4), own: fc.nat(4) });

// Would catch: a counter that counts what is drawn instead of what there is, a row lost between the parts of a group.
it('tells of all rows what reading all of them tells, and draws the first of each group', () => {
  fc.assert(
    fc.property(fc.array(row), filter, fc.boolean(), most, (given, chosen, older, part) => {
      const rows = given.map((one, index) => ({ ...one, key: String(index) }));
      const board = boardOf(rows, cases, chosen, { older, most: part }, NOW);
      const through = filterRows(rows, cases, chosen, NOW);
      const counted = filterRows(rows, cases, { ...chosen, only: null }, NOW);
      const shown = (group: TodayGroup) => through.filter((one) => one.group === group && (older || !one.old));
      for (const group of TODAY_GROUPS) {
        expect(board.groups[group]).toBe(shown(group).length);
        const drawn = board.rows.filter((one) => one.group === group);
        expect(drawn).toEqual(shown(group).slice(0, part[group]));
      }
      expect(board.fresh.count + board.oldCount).toBe(through.length);
      expect(board.fresh.cases).toBe(new Set(through.filter((one) => !one.old).map((one) => one.caseId)).size);
      const acting = counted.filter(actsNow);
      expect(board.acting.count).toBe(acting.length);
      expect(board.acting.oldestAt).toBe(
        acting.length === 0
          ? null
          : // As old as the row itself says: of a danger since when it lasts, whatever limit there is for it besides.
            Math.min(...acting.map((one) => (one.group === 'danger' ? one.sinceAt : (one.dueAt ?? one.sinceAt)))),
      );
      const soon = counted.filter((one) => dueSoon(one, NOW));
      expect(board.soon.count).toBe(soon.length);
      expect(board.soon.firstAt).toBe(soon.length === 0 ? null : Math.min(...soon.map((one) => one.dueAt ?? 0)));
      for (const one of rows) {
        const name = one.caseId && responsibleOf(one, cases.get(one.caseId));
        if (name) expect(board.responsible).toContain(name);
        const unit = one.caseId && unitOf(one, cases.get(one.caseId));
        if (unit) expect(board.units).toContain(unit);
        expect(board.kinds).toContain(kindOfRow(one));
        // Would catch: a row of another unit or type under a filter that names one.
        if (!through.includes(one)) continue;
        expect([unit, kindOfRow(one)]).toEqual([chosen.unit ?? unit, chosen.kind ?? kindOfRow(one)]);
      }
    }),
  );
});
