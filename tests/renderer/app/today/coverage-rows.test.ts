import { describe, expect, it } from 'vitest';
import type { PlanView } from '#contract/plan-view.ts';
import type { TodayCase } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import type { CoverageInterval } from '#model/plan/result.ts';
import { coverageRows, totalGap } from '#renderer/app/today/coverage-rows.ts';

const id = (name: string) => name as RecordId;
const HOME = id('home');
const OTHER = id('other');
const shown = new Set([HOME, OTHER]);
const cases = new Map([[HOME, { id: HOME, name: 'Sak', protectedPersons: ['Lind'] } as unknown as TodayCase]]);
const plan = {
  needs: [
    { id: id('n1'), caseId: HOME, label: 'Ved boligen' },
    { id: id('n2'), caseId: HOME, label: 'Ved skolen' },
    { id: id('n3'), caseId: OTHER, label: 'Skal ikke vises' },
  ],
  cases: [
    { id: HOME, isDetailed: true },
    { id: OTHER, isDetailed: false },
  ],
} as unknown as PlanView;

function interval(
  need: string,
  fromAt: number,
  toAt: number,
  state: CoverageInterval['state'],
  layer: CoverageInterval['layer'] = 'planned',
): CoverageInterval {
  return { need: { id: need }, fromAt, toAt, state, layer } as unknown as CoverageInterval;
}
const rowsOf = (...intervals: CoverageInterval[]) => coverageRows(intervals, plan, cases, shown, 100, 200);

describe('coverage of the next hours', () => {
  // Would catch: hours before or after the window counted as gaps, or what only touches its edges shown in it.
  it('counts what lies within the window alone', () => {
    const rows = rowsOf(
      interval('n1', 50, 100, 'gap'),
      interval('n1', 90, 120, 'gap'),
      interval('n1', 180, 240, 'thin'),
      interval('n1', 200, 240, 'gap'),
    );
    expect(rows).toMatchObject([{ gapMs: 20, thinMs: 20, firstGapAt: 100, firstGapMs: 20 }]);
    expect(rows[0]?.parts).toHaveLength(2);
  });

  // Would catch: a duty nobody has confirmed shown as cover, or the confirmed layer mixed with the planned one.
  it('takes what is not confirmed as a gap, and reads the planned layer alone', () => {
    const rows = rowsOf(interval('n1', 100, 110, 'unconfirmed'), interval('n1', 100, 200, 'gap', 'confirmed'));
    expect(rows).toMatchObject([{ gapMs: 10, parts: [{ state: 'gap' }] }]);
  });

  // Would catch: the need with the next gap below one that is covered.
  it('puts the first gap first, and a thin one before one that is met', () => {
    const rows = rowsOf(
      interval('n3', 100, 200, 'covered'),
      interval('n2', 150, 160, 'gap'),
      interval('n1', 120, 130, 'gap'),
    );
    expect(rows.map((row) => row.needId)).toEqual(['n1', 'n2', 'n3']);
    const thin = rowsOf(interval('n1', 100, 200, 'covered'), interval('n2', 100, 110, 'thin'));
    expect(thin.map((row) => row.needId)).toEqual(['n2', 'n1']);
  });

  // Would catch: words of a case that the person has no part in.
  it('tells no words of a case that is not told in detail, and nothing of one that is not shown', () => {
    const [row] = rowsOf(interval('n3', 100, 110, 'gap'));
    expect(row).toMatchObject({ label: null, alias: '' });
    expect(coverageRows([interval('n3', 100, 110, 'gap')], plan, cases, new Set([HOME]), 100, 200)).toEqual([]);
    expect(coverageRows([interval('n1', 100, 110, 'gap')], undefined, cases, shown, 100, 200)).toEqual([]);
  });

  // Would catch: gaps of two needs joined into one, or a case counted once for each of its needs.
  it('adds gaps up without joining those of two needs', () => {
    const rows = rowsOf(
      interval('n1', 100, 110, 'gap'),
      interval('n2', 100, 110, 'gap'),
      interval('n3', 100, 200, 'thin'),
    );
    expect(totalGap(rows)).toEqual({ count: 2, totalMs: 20, cases: 1 });
  });
});
