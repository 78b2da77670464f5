import { clockChoice } from '#model/plan/clock-choice.ts';
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { localOfInstant } from '#model/time.ts';
import type { TimelineEdit } from '#renderer/timeline/index.ts';
import type { Matter } from './matters.ts';
import type { Plan } from './plan.ts';

/** One occurrence given new times; an end of null is open. */
export interface Move extends OccurrenceRef {
  readonly startLocal: string;
  readonly endLocal: string | null;
}

/** The two answers where clocks change within the new times of a bar that was moved whole. */
export interface ClockAnswer {
  readonly keepEnd: { readonly endLocal: string; readonly minutes: number };
  readonly keepLength: { readonly endLocal: string; readonly minutes: number };
}

/** What is to be made with what is begun: asked for in a dialog, or done at once. */
export type Pending =
  | {
      readonly type: 'change';
      readonly moves: readonly Move[];
      readonly hasSeries: boolean;
      readonly clock: ClockAnswer | null;
    }
  | { readonly type: 'remove'; readonly refs: readonly OccurrenceRef[]; readonly hasSeries: boolean }
  | { readonly type: 'times' | 'copy'; readonly ref: OccurrenceRef }
  | { readonly type: 'repeat'; readonly ref: OccurrenceRef }
  | { readonly type: 'cut' | 'handOver'; readonly ref: OccurrenceRef; readonly atLocal: string }
  | { readonly type: 'status'; readonly ref: OccurrenceRef; readonly status: 'cancelled' | 'not_possible' }
  | { readonly type: 'accept'; readonly matter: Matter }
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

/** True if the occurrence belongs to a measure that recurs. */
export function recurs(plan: Plan, ref: OccurrenceRef): boolean {
  return (plan.measures.get(ref.id)?.series.rule ?? null) !== null;
}

/** Wall-clock times of an occurrence as it is planned. */
export function localTimes(
  plan: Plan,
  ref: OccurrenceRef,
): { startLocal: string; endLocal: string | null; zone: string } | null {
  const duty = plan.duties.get(keyOf(ref));
  const zone = plan.measures.get(ref.id)?.series.zone;
  if (!duty || !zone) return null;
  const endLocal = duty.toAt === null ? null : localOfInstant(duty.toAt, zone);
  return { startLocal: localOfInstant(duty.fromAt, zone), endLocal, zone };
}

/** What must be asked before bars are given new times; nothing is asked where `hasSeries` is false and `clock` null. */
export function changeOf(
  plan: Plan,
  edit: Extract<TimelineEdit, { type: 'change' }>,
): Extract<Pending, { type: 'change' }> {
  const moves: Move[] = [];
  let clock: ClockAnswer | null = null;
  for (const item of edit.items) {
    const ref = refOfItem(plan, item.id);
    const times = ref && localTimes(plan, ref);
    if (!ref || !times) continue;
    const startLocal = localOfInstant(item.startAt, times.zone);
    const endLocal = item.endAt === null ? null : localOfInstant(item.endAt, times.zone);
    moves.push({ ...ref, startLocal, endLocal });
    const { original } = item;
    const isWhole = original?.startAt !== item.startAt && original?.endAt !== item.endAt;
    if (isWhole && times.endLocal !== null) {
      clock ??= clockChoice({ startLocal: times.startLocal, endLocal: times.endLocal }, startLocal, times.zone);
    }
  }
  return { type: 'change', moves, hasSeries: moves.some((move) => recurs(plan, move)), clock };
}
