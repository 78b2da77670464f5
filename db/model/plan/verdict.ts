/**
 * What a change to duties would cover, break and free: the difference between the plan as it is and as it would be.
 * Prepared once when a drag begins, answered at each move.
 */
import { type ConflictScope, conflictsOf } from './conflicts.ts';
import { coverNeed, isPresenceNeed } from './coverage.ts';
import { type PlanIndex, withDuties } from './plan-index.ts';
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
  /** Officers and vehicles of the duties without a double booking then. */
  readonly free: { readonly officerIds: readonly string[]; readonly vehicleIds: readonly string[] };
  /** Handovers that hang on them. */
  readonly handovers: readonly Handover[];
}

/** Answers for duties as they would be: fewer than before are taken away, more are made. */
export type Judge = (next: readonly Duty[]) => Verdict;

/** Prepares duties that are being changed as one; none where something is drawn anew. */
export function startVerdict(index: PlanIndex, old: readonly OccurrenceRef[]): Judge {
  const oldKeys = new Set(old.map(keyOf));
  const current = index.plan.duties.filter((duty) => oldKeys.has(keyOf(duty)));
  const before = new Map<string, CoverageInterval[]>();
  const handovers = index.plan.handovers.filter(({ from, to }) => oldKeys.has(keyOf(from)) || oldKeys.has(keyOf(to)));
  const conflictsBefore = new Map<string, Conflict[]>();
  return (next) => {
    const changed = withDuties(index, old, next);
    const needs = touchedNeeds(index.plan, [...current, ...next]).map((need): NeedChange => {
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
    const scope = scopeOf([...current, ...next]);
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
function touchedNeeds(plan: PlanWindow, duties: readonly Duty[]): Need[] {
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

function scopeOf(duties: readonly Duty[]): ConflictScope {
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

function freeOf(next: readonly Duty[], would: readonly Conflict[]): Verdict['free'] {
  const keys = new Set(next.map(keyOf));
  const doubled = would.filter(({ type }) => type === 'double_officer' || type === 'double_vehicle');
  const isDoubled = (subjectId: string) =>
    doubled.some(
      (conflict) => conflict.subjectId === subjectId && conflict.duties.some((duty) => keys.has(keyOf(duty))),
    );
  const officerIds = next.flatMap(({ crew }) => crew.map(({ officerId }) => officerId)).filter((id) => id !== null);
  const vehicleIds = next.flatMap(({ vehicles }) => vehicles.map(({ vehicleId }) => vehicleId));
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
