import type { PlanView } from '#contract/plan-view.ts';
import type { TodayCase } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import type { CoverageInterval } from '#model/plan/result.ts';

/** A need over the next hours: what is asked, and how it is met by the plan. */
export interface CoverageRow {
  readonly needId: RecordId;
  readonly caseId: RecordId;
  readonly alias: string;
  /** Null where the plan tells only that there is a need. */
  readonly label: string | null;
  readonly parts: readonly {
    readonly fromAt: number;
    readonly toAt: number;
    readonly state: 'covered' | 'thin' | 'gap';
  }[];
  readonly gapMs: number;
  readonly thinMs: number;
  readonly firstGapAt: number | null;
  readonly firstGapMs: number;
}

/** The planned coverage of each need within [fromAt, toAt), those with a gap first; a gap is never joined to another need's. */
export function coverageRows(
  intervals: readonly CoverageInterval[],
  plan: PlanView | undefined,
  cases: ReadonlyMap<RecordId, TodayCase>,
  shown: ReadonlySet<RecordId>,
  fromAt: number,
  toAt: number,
): CoverageRow[] {
  if (!plan) return [];
  const needs = new Map(plan.needs.map((need) => [need.id as string, need]));
  const detailed = new Map(plan.cases.map((one) => [one.id, one.isDetailed]));
  const byNeed = Map.groupBy(
    intervals.filter((one) => one.layer === 'planned' && one.toAt > fromAt && one.fromAt < toAt),
    (one) => one.need.id,
  );
  const rows = [...byNeed].flatMap(([needId, own]): CoverageRow[] => {
    const need = needs.get(needId);
    if (!need || !shown.has(need.caseId)) return [];
    const parts = own
      .map((one) => ({
        fromAt: Math.max(one.fromAt, fromAt),
        toAt: Math.min(one.toAt, toAt),
        state: one.state === 'unconfirmed' ? ('gap' as const) : one.state,
      }))
      .sort((a, b) => a.fromAt - b.fromAt);
    const gaps = parts.filter((part) => part.state === 'gap');
    const [first] = gaps;
    const one = cases.get(need.caseId);
    return [
      {
        needId: need.id,
        caseId: need.caseId,
        alias: one ? (one.protectedPersons[0] ?? one.name) : '',
        label: detailed.get(need.caseId) === false ? null : need.label,
        parts,
        gapMs: lengthOf(gaps),
        thinMs: lengthOf(parts.filter((part) => part.state === 'thin')),
        firstGapAt: first?.fromAt ?? null,
        firstGapMs: first ? first.toAt - first.fromAt : 0,
      },
    ];
  });
  return rows.sort(
    (a, b) =>
      (a.firstGapAt ?? Number.POSITIVE_INFINITY) - (b.firstGapAt ?? Number.POSITIVE_INFINITY) || b.thinMs - a.thinMs,
  );
}

/** How many gaps, their length in all, and in how many cases. */
export function totalGap(rows: readonly CoverageRow[]): { count: number; totalMs: number; cases: number } {
  const open = rows.filter((row) => row.gapMs > 0);
  return {
    count: open.reduce((sum, row) => sum + row.parts.filter((part) => part.state === 'gap').length, 0),
    totalMs: open.reduce((sum, row) => sum + row.gapMs, 0),
    cases: new Set(open.map((row) => row.caseId)).size,
  };
}

function lengthOf(parts: readonly { readonly fromAt: number; readonly toAt: number }[]): number {
  return parts.reduce((sum, part) => sum + part.toAt - part.fromAt, 0);
}
