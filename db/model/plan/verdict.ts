/**
 * What a change to one duty would cover, break and free: the difference between the plan as it is and as it would be.
 * Prepared once when a drag begins, answered at each move.
 */
import { type ConflictScope, conflictsOf } from './conflicts.ts';
import { coverNeed, isPresenceNeed } from './coverage.ts';
import { type PlanIndex, withDuty } from './plan-index.ts';
import { type Conflict, type CoverageInterval, keyOf } from './result.ts';
import type { Duty, Handover, Need, OccurrenceRef, PlanWindow } from './types.ts';

const MINUTE_MS = 60_000;

/** How a need's planned coverage changes; minutes. */
interface NeedChange {
  readonly need: OccurrenceRef;
  readonly gapBefore: number;
  readonly gapAfter: number;
  readonly thinBefore: number;
  readonly thinAfter: number;
  /** Planned coverage as it would be. */
  readonly coverage: readonly CoverageInterval[];
}

export interface Verdict {
  /** Needs whose gaps or thin minutes change, in order of time. */
  readonly needs: readonly NeedChange[];
  /** Conflicts there would be and are not now, or whose figure gets worse. */
  readonly broken: readonly Conflict[];
  /** Conflicts that would be gone. */
  readonly mended: readonly Conflict[];
  /** Officers and vehicles of the duty without a double booking then. */
  readonly free: { readonly officerIds: readonly string[]; readonly vehicleIds: readonly string[] };
  /** Handovers that hang on the duty. */
  readonly handovers: readonly Handover[];
}

/** Answers for one duty; null stands for the duty taken away, or for nothing yet when it is drawn anew. */
export type Judge = (next: Duty | null) => Verdict;

/** Prepares a duty that is being changed; null for one that is drawn anew. */
export function startVerdict(index: PlanIndex, old: OccurrenceRef | null): Judge {
  const oldKey = old && keyOf(old);
  const current = index.plan.duties.find((duty) => keyOf(duty) === oldKey) ?? null;
  const before = new Map<string, CoverageInterval[]>();
  const handovers = index.plan.handovers.filter(({ from, to }) => keyOf(from) === oldKey || keyOf(to) === oldKey);
  const conflictsBefore = new Map<string, Conflict[]>();
  return (next) => {
    const changed = withDuty(index, old, next);
    const needs = touchedNeeds(index.plan, current, next).map((need): NeedChange => {
      const key = keyOf(need);
      const was = before.get(key) ?? plannedOf(index, need);
      before.set(key, was);
      const coverage = plannedOf(changed, need);
      return {
        need: { id: need.id, originalLocal: need.originalLocal },
        gapBefore: minutes(was, 'gap'),
        gapAfter: minutes(coverage, 'gap'),
        thinBefore: minutes(was, 'thin'),
        thinAfter: minutes(coverage, 'thin'),
        coverage,
      };
    });
    const scope = scopeOf(current, next);
    const scopeKey = [...scope.officerIds, ...scope.vehicleIds].sort().join();
    const was = conflictsBefore.get(scopeKey) ?? conflictsOf(index.plan, scope);
    conflictsBefore.set(scopeKey, was);
    const would = conflictsOf(changed.plan, scope);
    return {
      needs: needs.filter((each) => each.gapBefore !== each.gapAfter || each.thinBefore !== each.thinAfter),
      broken: would.filter((conflict) => isWorse(conflict, was)),
      mended: was.filter(({ key }) => !would.some((conflict) => conflict.key === key)),
      free: freeOf(next, would),
      handovers,
    };
  };
}

function plannedOf(index: PlanIndex, need: Need): CoverageInterval[] {
  return coverNeed(index, need).filter(({ layer }) => layer === 'planned');
}

/** A transport also changes where she is, so that all needs of her day may change; any other only what it touches. */
function touchedNeeds(plan: PlanWindow, old: Duty | null, next: Duty | null): Need[] {
  const duties = [old, next].filter((duty) => duty !== null);
  return plan.needs.filter(
    (need) =>
      isPresenceNeed(need) &&
      duties.some(
        (duty) =>
          duty.personIds.includes(need.personId) &&
          duty.fromAt < need.toAt &&
          (duty.toAt ?? duty.outerLimitAt ?? Number.POSITIVE_INFINITY) > need.fromAt,
      ),
  );
}

function scopeOf(old: Duty | null, next: Duty | null): ConflictScope {
  const duties = [old, next].filter((duty) => duty !== null);
  return {
    officerIds: new Set(duties.flatMap(({ crew }) => crew.map(({ officerId }) => officerId ?? ''))),
    vehicleIds: new Set(duties.flatMap(({ vehicles }) => vehicles.map(({ vehicleId }) => vehicleId))),
    duties: new Set(duties.map(keyOf)),
  };
}

/** New, or further from its limit than before. Rest, travel: less is worse; a double booking: more is worse. */
function isWorse(conflict: Conflict, was: readonly Conflict[]): boolean {
  const before = was.find(({ key }) => key === conflict.key);
  if (!before) return true;
  const isDouble = conflict.type === 'double_officer' || conflict.type === 'double_vehicle';
  return isDouble ? conflict.figure > before.figure : conflict.figure < before.figure;
}

function freeOf(next: Duty | null, would: readonly Conflict[]): Verdict['free'] {
  const key = next && keyOf(next);
  const isDoubled = (subjectId: string) =>
    would.some(
      (conflict) =>
        conflict.subjectId === subjectId &&
        (conflict.type === 'double_officer' || conflict.type === 'double_vehicle') &&
        conflict.duties.some((duty) => keyOf(duty) === key),
    );
  const officerIds = next?.crew.map(({ officerId }) => officerId).filter((id) => id !== null) ?? [];
  const vehicleIds = next?.vehicles.map(({ vehicleId }) => vehicleId) ?? [];
  return {
    officerIds: [...new Set(officerIds)].filter((id) => !isDoubled(id)),
    vehicleIds: [...new Set(vehicleIds)].filter((id) => !isDoubled(id)),
  };
}

function minutes(intervals: readonly CoverageInterval[], state: CoverageInterval['state']): number {
  let sum = 0;
  for (const interval of intervals) if (interval.state === state) sum += interval.toAt - interval.fromAt;
  return sum / MINUTE_MS;
}
