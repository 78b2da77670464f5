import type { PlanAcceptance, PlanMeasure, PlanRaised } from '#contract/plan-view.ts';
import { type Conflict, type CoverageInterval, type CoverageReason, keyOf, type WorkItem } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import type { Plan } from './plan.ts';

/** Something in the plan that someone must see to: a need that is not met, a date, a conflict, a post, a relief. */
export interface Matter {
  /** Same as long as it is the same matter; what is accepted is accepted by it. */
  readonly key: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly about: 'gap' | 'thin' | 'date' | 'conflict' | 'work';
  readonly caseId: string;
  readonly need: OccurrenceRef | null;
  readonly reasons: readonly CoverageReason[];
  readonly conflict: Conflict | null;
  readonly work: WorkItem | null;
  /** A measure without crew that is all of why the need is not met: it is mended here, and is no row of its own. */
  readonly crewless: WorkItem | null;
  /** A date that asks for a need, or whose needs have lost it. */
  readonly raised: PlanRaised | null;
  /** Item of the timeline to jump to. */
  readonly itemId: string;
  readonly accepted: PlanAcceptance | null;
}

/** Item of the timeline that stands for an occurrence of a measure. */
export function dutyItemId(ref: OccurrenceRef): string {
  return keyOf(ref);
}

/** Item of the timeline that stands for alike minutes of a need. */
export function coverItemId(need: OccurrenceRef, fromAt: number): string {
  return `cover:${keyOf(need)}:${fromAt}`;
}

/** Item of the timeline that stands for the day on which a need or a measure is to be looked at anew. */
export function reviewItemId(id: string): string {
  return `${id}@review`;
}

/** Stands before the record a date is read from, in the id of its item. */
const DATE = 'date:';

/** Item of the timeline that stands for a date. */
export function dateItemId({ sourceId, riskId, key }: PlanRaised): string {
  return `${DATE}${sourceId ?? riskId ?? ''}@${key}`;
}

/** True if the item stands for a date, and not for the record it is read from. */
export function isDateItem(itemId: string): boolean {
  return itemId.startsWith(DATE);
}

/** True if a need can be planned for the matter's date. */
export function canPlan({ raised }: Matter): boolean {
  return raised?.state === 'suggested' || raised?.state === 'missing';
}

/** True if somebody must see to the date: what is over can no longer be planned for, what is planned need not be. */
export function isOpenDate({ state, toAt }: Pick<PlanRaised, 'state' | 'toAt'>, nowAt: number): boolean {
  return state === 'moved' || state === 'ended' || (state !== 'met' && toAt > nowAt);
}

/**
 * All matters that are not over, in order of time. What is past and was not covered can no longer be mended; that it was
 * not confirmed is a matter of its own.
 * @param nowAt ms UTC; an earlier time gives those too that were over since
 */
export function mattersOf(plan: Plan, nowAt: number = plan.index.plan.nowAt): Matter[] {
  const caseOf = (id: string) => plan.needs.get(id)?.caseId ?? plan.measures.get(id)?.caseId ?? '';
  const found: Matter[] = [];
  const folded = new Set<string>();
  for (const stretch of stretchesOf(plan.coverage.filter(({ layer }) => layer === 'planned'))) {
    if (stretch.toAt <= nowAt || (stretch.state !== 'gap' && stretch.state !== 'thin')) continue;
    const key = `${stretch.state}:${keyOf(stretch.need)}:${stretch.fromAt}-${stretch.toAt}`;
    const accepted = plan.accepted.get(key) ?? null;
    // That a need may go unmet does not say that the measure may go without crew.
    const crewless = accepted ? null : crewlessIn(stretch, plan);
    if (crewless) folded.add(crewless.key);
    found.push({
      key,
      fromAt: stretch.fromAt,
      toAt: stretch.toAt,
      about: stretch.state,
      caseId: caseOf(stretch.need.id),
      need: stretch.need,
      reasons: stretch.reasons,
      conflict: null,
      work: null,
      crewless,
      raised: null,
      itemId: coverItemId(stretch.need, stretch.fromAt),
      accepted,
    });
  }
  for (const raised of plan.view.raised) {
    if (!isOpenDate(raised, nowAt)) continue;
    found.push({
      key: raised.key,
      fromAt: raised.fromAt,
      toAt: raised.toAt,
      about: 'date',
      caseId: raised.caseId,
      need: null,
      reasons: [],
      conflict: null,
      work: null,
      crewless: null,
      raised,
      itemId: dateItemId(raised),
      accepted: plan.accepted.get(raised.key) ?? null,
    });
  }
  for (const conflict of plan.conflicts) {
    if (conflict.toAt > nowAt) found.push(matterOf('conflict', conflict, plan, { conflict, work: null }));
  }
  for (const work of plan.workItems) {
    // A fact without a decision is no one's task any more once it is over.
    const isLate = work.toAt <= nowAt && work.type !== 'not_confirmed';
    if (!isLate && work.type !== 'no_decision' && !folded.has(work.key))
      found.push(matterOf('work', work, plan, { conflict: null, work }));
  }
  return found.sort((a, b) => a.fromAt - b.fromAt || (a.key < b.key ? -1 : 1));
}

/** That the one measure which was to meet the need has nobody, where it says no more than the stretch does. */
function crewlessIn({ reasons, fromAt, toAt }: CoverageInterval, plan: Plan): WorkItem | null {
  const [reason] = reasons;
  if (!reason?.duty || reasons.length > 1 || reason.code !== 'no_crew') return null;
  const key = keyOf(reason.duty);
  const isSame = (work: WorkItem) =>
    work.type === 'too_few' &&
    work.fromAt >= fromAt &&
    work.toAt <= toAt &&
    work.duties.some((ref) => keyOf(ref) === key);
  return plan.workItems.find((work) => isSame(work) && !plan.accepted.has(work.key)) ?? null;
}

/** Measures to come that rest on no decision, with their occurrences in the window; they are told folded, one row each. */
export function undecidedOf(plan: Plan): { readonly measure: PlanMeasure; readonly refs: readonly OccurrenceRef[] }[] {
  const open = plan.index.plan.duties.filter((duty) => plan.undecided.has(keyOf(duty)));
  const byMeasure = Map.groupBy(open, ({ id }) => id);
  return [...byMeasure].flatMap(([id, refs]) => {
    const measure = plan.measures.get(id);
    return measure ? [{ measure, refs }] : [];
  });
}

function matterOf(
  about: 'conflict' | 'work',
  from: Conflict | WorkItem,
  plan: Plan,
  what: Pick<Matter, 'conflict' | 'work'>,
): Matter {
  const duty = from.duties.find((ref) => plan.duties.has(keyOf(ref))) ?? null;
  return {
    ...what,
    key: from.key,
    fromAt: from.fromAt,
    toAt: from.toAt,
    about,
    caseId: from.caseIds[0] ?? '',
    need: null,
    crewless: null,
    reasons: [],
    raised: null,
    itemId: duty ? dutyItemId(duty) : recordItemId(from),
    accepted: plan.accepted.get(from.key) ?? null,
  };
}

/** Item that stands for what is about no duty of the window: a review, an appearance. */
function recordItemId(from: Conflict | WorkItem): string {
  if ('recordIds' in from) return from.recordIds[0] ?? from.duties[0]?.id ?? '';
  const id = from.duties[0]?.id ?? from.recordId ?? '';
  return from.type === 'review_due' ? reviewItemId(id) : id;
}

/** Minutes of one need in one state: what changes within them is who covers, or why nobody does. */
export function stretchesOf(intervals: readonly CoverageInterval[]): CoverageInterval[] {
  const joined: CoverageInterval[] = [];
  for (const next of intervals) {
    const last = joined.at(-1);
    const isSame =
      last && last.toAt === next.fromAt && last.state === next.state && keyOf(last.need) === keyOf(next.need);
    if (!isSame) joined.push(next);
    else joined[joined.length - 1] = { ...last, toAt: next.toAt, reasons: joinReasons(last.reasons, next.reasons) };
  }
  return joined;
}

function joinReasons(a: readonly CoverageReason[], b: readonly CoverageReason[]): CoverageReason[] {
  const isKnown = (reason: CoverageReason) =>
    a.some((other) => other.code === reason.code && other.qualificationId === reason.qualificationId);
  return [...a, ...b.filter((reason) => !isKnown(reason))];
}
