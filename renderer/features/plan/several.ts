/** What is done to several duties of a case at once, by times that are typed. */
import type { RecordId } from '#model/ids.ts';
import { clockChoice } from '#model/plan/clock-choice.ts';
import { addWallMinutes, daysBetween, wallMinutes } from '#model/plan/local-time.ts';
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { type ClockAnswer, type Copies, localTimes, type Move, type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';

const DAY_MINUTES = 1_440;

interface Known {
  readonly ref: OccurrenceRef;
  readonly startLocal: string;
  readonly endLocal: string | null;
  readonly zone: string;
}

function known(plan: Plan, refs: readonly OccurrenceRef[]): Known[] {
  return refs.flatMap((ref) => {
    const times = localTimes(plan, ref);
    return times ? [{ ref, ...times }] : [];
  });
}

/** Wall-clock start of the first of them; null for none. */
export function firstStart(plan: Plan, refs: readonly OccurrenceRef[]): string | null {
  return (
    known(plan, refs)
      .map(({ startLocal }) => startLocal)
      .sort()[0] ?? null
  );
}

/** All moved by as much as takes the first of them to `startLocal`, and what must be asked before. */
export function movedTo(
  plan: Plan,
  refs: readonly OccurrenceRef[],
  startLocal: string,
): Extract<Pending, { type: 'change' }> {
  const by = distance(plan, refs, startLocal);
  const clocks = new Map<string, ClockAnswer>();
  const moves = known(plan, refs).map(({ ref, zone, ...times }): Move => {
    const start = addWallMinutes(times.startLocal, by);
    const { endLocal } = times;
    if (endLocal === null) return { ...ref, startLocal: start, endLocal };
    const clock = clockChoice({ startLocal: times.startLocal, endLocal }, start, zone);
    if (clock) clocks.set(keyOf(ref), clock);
    return { ...ref, startLocal: start, endLocal: addWallMinutes(endLocal, by) };
  });
  return { type: 'change', moves, hasSeries: refs.some((ref) => recurs(plan, ref)), clocks };
}

/** A copy of each, as far from one another as they are, the first of them at `startLocal`. */
export function copiesTo(plan: Plan, refs: readonly OccurrenceRef[], startLocal: string): readonly Copies[] {
  return shifted(plan, refs, [distance(plan, refs, startLocal)]);
}

/** Copies of each again and again, as many days later as they span, as long as the last one starts by `untilLocal`. */
export function repeatsUntil(plan: Plan, refs: readonly OccurrenceRef[], untilLocal: string): readonly Copies[] {
  const starts = known(plan, refs)
    .map(({ startLocal }) => startLocal)
    .sort();
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return [];
  const step = (daysBetween(first, last) + 1) * DAY_MINUTES;
  const rounds = Math.max(0, Math.floor((wallMinutes(untilLocal) - wallMinutes(last)) / step));
  return shifted(
    plan,
    refs,
    Array.from({ length: rounds }, (_, round) => (round + 1) * step),
  );
}

function distance(plan: Plan, refs: readonly OccurrenceRef[], startLocal: string): number {
  return wallMinutes(startLocal) - wallMinutes(firstStart(plan, refs) ?? startLocal);
}

function shifted(plan: Plan, refs: readonly OccurrenceRef[], minutes: readonly number[]): readonly Copies[] {
  if (minutes.length === 0) return [];
  return known(plan, refs).map(({ ref, startLocal }) => ({
    id: ref.id as RecordId,
    originalLocal: ref.originalLocal,
    starts: minutes.map((by) => addWallMinutes(startLocal, by)),
  }));
}
