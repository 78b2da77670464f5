import type { PlanAcceptance, PlanMeasure, PlanNeed, PlanOccurrence, PlanTold, PlanView } from '#contract/plan-view.ts';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { coverageOf } from '#model/plan/coverage.ts';
import { type HeadcountHours, headcountHours } from '#model/plan/headcount-hours.ts';
import { indexPlan, type PlanIndex } from '#model/plan/plan-index.ts';
import { type Conflict, type CoverageInterval, keyOf, type WorkItem } from '#model/plan/result.ts';
import type { Duty, Need } from '#model/plan/types.ts';
import { workItemsOf } from '#model/plan/work-items.ts';

/** The plan of a window with what the rules say of it. */
export interface Plan {
  readonly view: PlanView;
  readonly index: PlanIndex;
  readonly coverage: readonly CoverageInterval[];
  /** Person-minutes of each occurrence of a need, by `keyOf`. */
  readonly hours: ReadonlyMap<string, HeadcountHours>;
  readonly conflicts: readonly Conflict[];
  readonly workItems: readonly WorkItem[];
  /** Occurrences to come of one's own cases that rest on no decision, by `keyOf`. */
  readonly undecided: ReadonlySet<string>;
  /** Occurrences with a conflict that nobody has accepted, by `keyOf`. */
  readonly clashing: ReadonlySet<string>;
  /** By `keyOf`. */
  readonly duties: ReadonlyMap<string, Duty>;
  readonly needSlots: ReadonlyMap<string, Need>;
  /** Of needs and measures in the window, those too that are called off or declined. By `keyOf`. */
  readonly occurrences: ReadonlyMap<string, PlanOccurrence>;
  /** By id. */
  readonly measures: ReadonlyMap<string, PlanMeasure>;
  readonly needs: ReadonlyMap<string, PlanNeed>;
  /** Who told of a post and who took over, by the assignment. */
  readonly told: ReadonlyMap<string, PlanTold>;
  readonly officerNames: ReadonlyMap<string, string>;
  readonly vehicleNames: ReadonlyMap<string, string>;
  readonly placeNames: ReadonlyMap<string, string>;
  readonly personNames: ReadonlyMap<string, string>;
  /** Acceptances that hold now, by the key of what was accepted. */
  readonly accepted: ReadonlyMap<string, PlanAcceptance>;
  /** Those whose date has passed, where none holds: what was accepted asks for a decision again. */
  readonly lapsed: ReadonlyMap<string, PlanAcceptance>;
}

/** Reckons a window with the rules the core uses. @param nowAt ms UTC, the clock of the page */
export function planOf(view: PlanView, nowAt: number): Plan {
  const window = { ...view.window, nowAt };
  const index = indexPlan(window);
  const held = view.accepted.filter(({ untilAt }) => untilAt === null || untilAt > nowAt);
  const accepted = new Map(held.map((acceptance) => [acceptance.key, acceptance]));
  const over = view.accepted.filter(({ key, untilAt }) => untilAt !== null && untilAt <= nowAt && !accepted.has(key));
  const own = new Set<string>(view.cases.filter(({ isDetailed }) => isDetailed).map(({ id }) => id));
  // What lies wholly between other cases is theirs to see to; it is here for the rest and the hours of those on it.
  const isOwn = ({ caseIds }: { readonly caseIds: readonly string[] }) => caseIds.some((id) => own.has(id));
  const conflicts = conflictsOf(window).filter(isOwn);
  const coverage = coverageOf(index);
  const workItems = workItemsOf(window).filter(isOwn);
  const undecided = workItems.filter(({ type, toAt }) => type === 'no_decision' && toAt > nowAt);
  return {
    view,
    index,
    coverage,
    hours: new Map(headcountHours(coverage).map((one) => [keyOf(one.need), one])),
    conflicts,
    clashing: new Set(conflicts.flatMap(({ key, duties }) => (accepted.has(key) ? [] : duties.map(keyOf)))),
    workItems,
    undecided: new Set(undecided.flatMap(({ duties }) => duties.map(keyOf))),
    duties: new Map(window.duties.map((duty) => [keyOf(duty), duty])),
    needSlots: new Map(window.needs.map((need) => [keyOf(need), need])),
    occurrences: new Map(view.occurrences.map((one) => [keyOf({ ...one, id: one.seriesId }), one])),
    measures: new Map(view.measures.map((measure) => [measure.id, measure])),
    needs: new Map(view.needs.map((need) => [need.id, need])),
    told: new Map(view.told.map((one) => [one.id, one])),
    officerNames: new Map(view.officers.map(({ id, name }) => [id, name])),
    vehicleNames: new Map(view.vehicles.map(({ id, label }) => [id, label])),
    placeNames: new Map(view.places.map(({ id, label }) => [id, label])),
    personNames: new Map(view.persons.map(({ id, name }) => [id, name])),
    accepted,
    lapsed: new Map(over.map((acceptance) => [acceptance.key, acceptance])),
  };
}
