import { useMemo, useRef } from 'react';
import type { PlanView } from '#contract/plan-view.ts';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { type CoverageInterval, keyOf } from '#model/plan/result.ts';
import { startOfDay } from '#model/time.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import type { TimeSpan } from '#renderer/timeline/index.ts';
import { indexPlan, lackingOf, type PlanIndex, type RowHours } from './board-data.ts';
import type { BoardRows } from './board-filter.ts';

const ROW = { cases: 'case', officers: 'officer', vehicles: 'vehicle' } as const;
const WEEK_MS = 7 * 86_400_000;

/** How many duties of the window ask to be seen to. */
export interface BoardCounts {
  readonly unstaffed: number;
  readonly conflicts: number;
  readonly unconfirmed: number;
}

interface Board {
  readonly plan: {
    readonly view: PlanView;
    readonly index: PlanIndex;
    readonly coverage: readonly CoverageInterval[];
    readonly conflicts: ReadonlySet<string>;
    readonly lacking: ReadonlySet<string>;
    readonly hours: ReadonlyMap<string, RowHours>;
  } | null;
  /** When the plan was last read, ms UTC: also where nothing of it has changed. */
  readonly readAt: number;
  readonly counts: BoardCounts | null;
  readonly error: unknown;
}

/** The plan of all cases around what is in view: whole weeks, so that a small step asks for nothing new. */
export function useBoard(shown: TimeSpan, zone: string, rows: BoardRows): Board {
  const fromAt = startOfDay(Math.floor(shown.fromAt / WEEK_MS) * WEEK_MS, zone, -7);
  const toAt = startOfDay((Math.floor(shown.toAt / WEEK_MS) + 1) * WEEK_MS, zone, 7);
  const asked = { caseId: null, fromAt, toAt };
  const view = useRoute('plan.window', asked);
  const coverage = useRoute('plan.coverage', asked);
  const day = { fromAt: startOfDay(shown.fromAt, zone), toAt: startOfDay(shown.toAt - 1, zone, 1) };
  const board = useRoute('plan.board', { rows: ROW[rows], ...day }, { enabled: rows !== 'cases' });
  const hours = useLast(board.data?.rows);
  const fresh = useMemo(() => {
    if (!view.data || !coverage.data) return null;
    const accepted = new Set(view.data.accepted.map(({ key }) => key));
    const open = conflictsOf(view.data.window).filter(({ key }) => !accepted.has(key));
    return {
      view: view.data,
      index: indexPlan(view.data),
      coverage: coverage.data.intervals,
      hours: new Map((hours ?? []).map((row) => [row.id as string, row])),
      conflicts: new Set(open.flatMap(({ duties }) => duties.map(keyOf))),
      lacking: lackingOf(view.data),
    };
  }, [view.data, coverage.data, hours]);
  const plan = useLast(fresh);
  const counts = useMemo(() => plan && countsOf(plan.view, plan.conflicts, plan.lacking), [plan]);
  return { plan, readAt: view.dataUpdatedAt, counts, error: view.error ?? coverage.error ?? board.error };
}

/** The newest value that was there: what is on its way leaves what is drawn where it is. */
function useLast<T>(value: T | null | undefined): T | null {
  const last = useRef<T | null>(null);
  if (value) last.current = value;
  return value ?? last.current;
}

function countsOf({ window }: PlanView, conflicts: ReadonlySet<string>, lacking: ReadonlySet<string>): BoardCounts {
  const { nowAt } = window;
  const live = window.duties.filter(({ status }) => status !== 'cancelled' && status !== 'not_possible');
  return {
    unstaffed: lacking.size,
    conflicts: live.filter((duty) => conflicts.has(keyOf(duty))).length,
    unconfirmed: live.filter(
      ({ crew, status, toAt }) =>
        toAt !== null && toAt <= nowAt && status !== 'done' && crew.every(({ onPostAt }) => onPostAt === null),
    ).length,
  };
}
