import type { PlanRaised } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { clockChoice } from '#model/plan/clock-choice.ts';
import { addWallMinutes, daysBetween } from '#model/plan/local-time.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { type Conflict, keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef, Series } from '#model/plan/types.ts';
import { plannedLocal } from '#model/time.ts';
import type { TimelineEdit } from '#renderer/timeline/index.ts';
import type { Matter } from './matters.ts';
import type { Plan } from './plan.ts';
import type { PlanChange } from './plan-change.ts';
import type { PlanStatus } from './statuses.ts';

/** One occurrence given new times; an end of null is open. */
export interface Move extends OccurrenceRef {
  readonly startLocal: string;
  readonly endLocal: string | null;
  /** Of the occurrence alone, where the others of a wider scope end otherwise. */
  readonly ownEndLocal?: string;
}

/** Copies of occurrences, by the one they are made from, each by its wall-clock start. */
export interface Copies {
  readonly id: RecordId;
  readonly originalLocal: string;
  readonly starts: string[];
}

/** The two answers where clocks change within the times of a bar that was moved whole: before, or after. */
export interface ClockAnswer {
  readonly keepEnd: { readonly endLocal: string; readonly minutes: number };
  readonly keepLength: { readonly endLocal: string; readonly minutes: number };
}

/** What somebody can say of a plan: of a post, a leg, a pass, a relief. */
export type Told = 'on_post' | 'relieved' | 'departed' | 'arrived' | 'passed' | 'taken_over';

/** What is to be made with what is begun: asked for in a dialog, or done at once. */
export type Pending =
  | {
      readonly type: 'change';
      readonly moves: readonly Move[];
      readonly hasSeries: boolean;
      /** By the `keyOf` of the moves: the bars whose end depends on what is answered. */
      readonly clocks: ReadonlyMap<string, ClockAnswer>;
    }
  | { readonly type: 'remove'; readonly refs: readonly OccurrenceRef[]; readonly hasSeries: boolean }
  | {
      readonly type: 'several';
      readonly what: 'move' | 'copy' | 'repeat';
      readonly refs: readonly OccurrenceRef[];
    }
  /** Copies over a clock change, with both answers of each. */
  | {
      readonly type: 'copies';
      readonly items: readonly Copies[];
      readonly withCrew: boolean;
      readonly clocks: readonly ClockAnswer[];
    }
  | { readonly type: 'times' | 'copy'; readonly ref: OccurrenceRef }
  | { readonly type: 'repeat'; readonly ref: OccurrenceRef }
  | { readonly type: 'cut' | 'handOver'; readonly ref: OccurrenceRef; readonly atLocal: string }
  /** `ref` is the giving side; an id of a relief that stands is changed, at the time it has. */
  | {
      readonly type: 'relieve';
      readonly ref: OccurrenceRef;
      readonly handoverId: string | null;
      readonly atLocal: string | null;
    }
  | { readonly type: 'strikeRelief'; readonly handoverId: string }
  /** `status` is chosen already; null asks for it too. */
  | { readonly type: 'status'; readonly refs: readonly OccurrenceRef[]; readonly status: PlanStatus | null }
  /** Place and headcount. */
  | { readonly type: 'own'; readonly ref: OccurrenceRef }
  /** How far an edit of a series reaches that is made at once; `change` is what it would leave, where that can be told. */
  | {
      readonly type: 'scope';
      readonly refs: readonly OccurrenceRef[];
      readonly change: ((plan: Plan, scope: EditScope) => PlanChange) | null;
      readonly run: (scope: EditScope) => void;
    }
  /** The part of a duty for which somebody is on it; `id` is the assignment's. */
  | { readonly type: 'part'; readonly ref: OccurrenceRef; readonly id: string }
  | { readonly type: 'redraw'; readonly ref: OccurrenceRef }
  | { readonly type: 'legs'; readonly ref: OccurrenceRef }
  /** `id` is the measure's. */
  | { readonly type: 'decision'; readonly id: string }
  /** `id` is the assignment's, the leg's, the pass's or the relief's. */
  | { readonly type: 'tell'; readonly ref: OccurrenceRef; readonly what: Told; readonly id: string }
  /** `id` is the assignment whose place another takes; null adds one. */
  | {
      readonly type: 'other';
      readonly ref: OccurrenceRef;
      readonly subject: 'officer' | 'vehicle';
      readonly id: string | null;
    }
  | { readonly type: 'accept'; readonly matter: Matter }
  | { readonly type: 'date'; readonly raised: PlanRaised }
  | { readonly type: 'exception'; readonly conflict: Conflict }
  | {
      readonly type: 'new';
      readonly measureType: string;
      readonly text: string;
      readonly startLocal: string;
      readonly endLocal: string;
      readonly needId: string | null;
      /** Chosen already. */
      readonly officerIds: readonly string[];
    };

/** Occurrence behind an item of the timeline; null for what the plan does not move. */
export function refOfItem(plan: Plan, itemId: string | null): OccurrenceRef | null {
  const duty = itemId === null ? undefined : plan.duties.get(itemId.split('#')[0] ?? '');
  return duty ? { id: duty.id, originalLocal: duty.originalLocal } : null;
}

/** Occurrence of a need behind an item: alike minutes of it, or the whole of one that nobody must be there for. */
export function needRefOfItem(plan: Plan, itemId: string | null): OccurrenceRef | null {
  if (itemId === null) return null;
  const key = itemId.startsWith(COVER) ? itemId.slice(COVER.length).replace(/:\d+$/, '') : itemId;
  const need = plan.needSlots.get(key);
  return need ? { id: need.id, originalLocal: need.originalLocal } : null;
}

const COVER = 'cover:';

/** The series of a need or a measure; undefined where the window holds nothing of it. */
export function seriesOf(plan: Plan, id: string): Series | undefined {
  return (plan.measures.get(id) ?? plan.needs.get(id))?.series;
}

/** True if the occurrence belongs to a need or a measure that recurs. */
export function recurs(plan: Plan, ref: OccurrenceRef): boolean {
  return (seriesOf(plan, ref.id)?.rule ?? null) !== null;
}

/** Wall-clock times of an occurrence of a need or a measure as it is planned. */
export function localTimes(
  plan: Plan,
  ref: OccurrenceRef,
): { startLocal: string; endLocal: string | null; zone: string } | null {
  const occurrence = plan.occurrences.get(keyOf(ref)) ?? plan.duties.get(keyOf(ref));
  const zone = seriesOf(plan, ref.id)?.zone;
  if (!occurrence || !zone) return null;
  const endLocal = occurrence.toAt === null ? null : plannedLocal(occurrence.toAt, zone);
  return { startLocal: plannedLocal(occurrence.fromAt, zone), endLocal, zone };
}

/** Copies that a gesture asks for, by the occurrence they are made from; at the wall clock of each case. */
export function copiesOf(plan: Plan, { items }: Extract<TimelineEdit, { type: 'copy' | 'repeat' }>): Copies[] {
  return [...Map.groupBy(items, ({ id }) => id)].flatMap(([id, own]) => {
    const ref = refOfItem(plan, id);
    const zone = ref && plan.measures.get(ref.id)?.series.zone;
    if (!ref || !zone) return [];
    const starts = own.map(({ startAt }) => plannedLocal(startAt, zone));
    return [{ id: ref.id as RecordId, originalLocal: ref.originalLocal, starts }];
  });
}

/** Copies of occurrences right after them: as many days later as they span, at the same times of day. */
export function duplicatesOf(plan: Plan, refs: readonly OccurrenceRef[]): Copies[] {
  const known = refs.flatMap((ref) => {
    const times = localTimes(plan, ref);
    return times ? [{ ref, startLocal: times.startLocal }] : [];
  });
  const starts = known.map(({ startLocal }) => startLocal).sort();
  const days = daysBetween(starts[0] ?? '', starts.at(-1) ?? '') + 1;
  return known.map(({ ref, startLocal }) => ({
    id: ref.id as RecordId,
    originalLocal: ref.originalLocal,
    starts: [addWallMinutes(startLocal, days * 1_440)],
  }));
}

/** Both answers of each copy whose length a clock change would alter; none where nothing is to be asked. */
export function clocksOfCopies(plan: Plan, items: readonly Copies[]): ClockAnswer[] {
  return items.flatMap(({ id, originalLocal, starts }) => {
    const times = localTimes(plan, { id, originalLocal });
    if (!times || times.endLocal === null) return [];
    const { startLocal, endLocal, zone } = times;
    return starts.flatMap((start) => clockChoice({ startLocal, endLocal }, start, zone) ?? []);
  });
}

/** What must be asked before bars are given new times; nothing where none of them recurs and no clocks change. */
export function changeOf(
  plan: Plan,
  edit: Extract<TimelineEdit, { type: 'change' }>,
): Extract<Pending, { type: 'change' }> {
  const moves: Move[] = [];
  const clocks = new Map<string, ClockAnswer>();
  for (const item of edit.items) {
    const ref = refOfItem(plan, item.id);
    const times = ref && localTimes(plan, ref);
    if (!ref || !times) continue;
    const startLocal = plannedLocal(item.startAt, times.zone);
    const endLocal = item.endAt === null ? null : plannedLocal(item.endAt, times.zone);
    moves.push({ ...ref, startLocal, endLocal });
    const { original } = item;
    const isWhole = original?.startAt !== item.startAt && original?.endAt !== item.endAt;
    if (isWhole && times.endLocal !== null) {
      const clock = clockChoice({ startLocal: times.startLocal, endLocal: times.endLocal }, startLocal, times.zone);
      if (clock) clocks.set(keyOf(ref), clock);
    }
  }
  return { type: 'change', moves, hasSeries: moves.some((move) => recurs(plan, move)), clocks };
}

/**
 * The moves with one answer for every bar whose clocks change; the others end as they were drawn. Of a wider scope only the
 * night of the change keeps its length: what follows ends by the clock.
 */
export function answered(
  { moves, clocks }: Extract<Pending, { type: 'change' }>,
  keep: 'keepEnd' | 'keepLength',
  scope: EditScope,
): readonly Move[] {
  return moves.map((move) => {
    const clock = clocks.get(keyOf(move));
    if (!clock) return move;
    if (keep === 'keepEnd' || scope === 'this') return { ...move, endLocal: clock[keep].endLocal };
    return { ...move, endLocal: clock.keepEnd.endLocal, ownEndLocal: clock.keepLength.endLocal };
  });
}
