import type { Calendar } from './calendar.ts';
import type { Hit } from './layout.ts';
import type { Scale } from './scale.ts';
import { snap } from './snap.ts';
import type { TimelineItem, TimelineKind } from './types.ts';

const MINUTE = 60_000;
/** Step of the keyboard, and the shortest bar a drag can make. */
export const QUARTER_MS = 15 * MINUTE;

export type DragMode = 'move' | 'start' | 'end' | 'create';

export interface DraggedTimes {
  readonly laneId: string;
  readonly startAt: number;
  readonly endAt: number | null;
}

/** What an edit would give. Nothing is changed by the engine: the app writes it, or does not. */
export interface DragPreview extends DraggedTimes {
  readonly mode: DragMode;
  /** Null while a new one is being made. */
  readonly id: string | null;
  readonly kind: TimelineKind;
  /** Times before the edit; null of a new one. */
  readonly original: DraggedTimes | null;
  /** Edge that follows the pointer. */
  readonly edge: 'start' | 'end';
  /** Clocks change between the old and the new times, so length and wall-clock end cannot both be kept. */
  readonly crossesClockChange: boolean;
}

/** A drag in progress. */
export interface Drag {
  readonly mode: DragMode;
  readonly item: TimelineItem | null;
  readonly laneId: string;
  readonly kind: TimelineKind;
  /** Instant under the pointer when it went down. */
  readonly grabbedAt: number;
  readonly targets: readonly number[];
}

/** Edges and moments a drag may fall on: of the same lane or kind, of needs, of expiries, and the present. */
export function snapTargets(
  hits: readonly Hit[],
  drag: { item: TimelineItem | null; laneId: string; kind: TimelineKind },
  nowAt: number | null,
): number[] {
  const targets = nowAt === null ? [] : [nowAt];
  for (const { mark, laneId } of hits) {
    const [member] = mark.members;
    if (!member || mark.members.length > 1 || member.item.shape !== 'bar' || member.item.id === drag.item?.id) continue;
    const { item } = member;
    const isRelevant = laneId === drag.laneId || item.kind === drag.kind || item.coverage || item.expires;
    if (!isRelevant) continue;
    targets.push(item.startAt);
    if (item.endAt !== null) targets.push(item.endAt);
  }
  return targets;
}

/**
 * Times of a drag with the pointer at an instant over a lane.
 * @param isFree the pointer decides, nothing snaps
 */
export function previewDrag(
  drag: Drag,
  pointerAt: number,
  laneId: string,
  isFree: boolean,
  scale: Scale,
  calendar: Calendar,
): DragPreview {
  const fall = (at: number): number => {
    return isFree ? Math.round(at / MINUTE) * MINUTE : snap(at, drag.targets, scale.msPerPx, calendar);
  };
  const { item, mode } = drag;
  if (!item) {
    const a = fall(drag.grabbedAt);
    const b = fall(pointerAt);
    const times = { laneId: drag.laneId, startAt: Math.min(a, b), endAt: Math.max(a, b, Math.min(a, b) + QUARTER_MS) };
    return finish(drag, times, b < a ? 'start' : 'end', null, calendar);
  }
  const original: DraggedTimes = { laneId: item.laneId, startAt: item.startAt, endAt: endOf(item) };
  if (mode === 'start') {
    const last = original.endAt === null ? Number.POSITIVE_INFINITY : original.endAt - QUARTER_MS;
    const startAt = Math.min(fall(pointerAt), Math.max(last, original.startAt - QUARTER_MS));
    return finish(drag, { ...original, startAt }, 'start', original, calendar);
  }
  if (mode === 'end') {
    const endAt = Math.max(fall(pointerAt), original.startAt + QUARTER_MS);
    return finish(drag, { ...original, endAt }, 'end', original, calendar);
  }
  const delta = pointerAt - drag.grabbedAt;
  const byStart = fall(original.startAt + delta) - original.startAt;
  const byEnd = original.endAt === null ? byStart : fall(original.endAt + delta) - original.endAt;
  // Whichever edge lies nearer to something takes the bar with it; its length stays.
  const moved = Math.abs(byEnd - delta) < Math.abs(byStart - delta) ? byEnd : byStart;
  return finish(drag, { ...shifted(original, moved), laneId }, moved === byStart ? 'start' : 'end', original, calendar);
}

/** The edit of one keyboard step; null if it would turn the bar inside out or there is no such edge. */
export function previewNudge(
  item: TimelineItem,
  mode: 'move' | 'start' | 'end',
  steps: number,
  calendar: Calendar,
): DragPreview | null {
  const original: DraggedTimes = { laneId: item.laneId, startAt: item.startAt, endAt: endOf(item) };
  const by = steps * QUARTER_MS;
  const drag = { mode, item, laneId: item.laneId, kind: item.kind };
  if (mode === 'move') return finish(drag, shifted(original, by), 'start', original, calendar);
  if (item.shape === 'point') return null;
  if (mode === 'start') {
    const startAt = original.startAt + by;
    if (original.endAt !== null && startAt > original.endAt - QUARTER_MS) return null;
    return finish(drag, { ...original, startAt }, 'start', original, calendar);
  }
  if (original.endAt === null || original.endAt + by < original.startAt + QUARTER_MS) return null;
  return finish(drag, { ...original, endAt: original.endAt + by }, 'end', original, calendar);
}

function endOf(item: TimelineItem): number | null {
  return item.shape === 'point' ? null : item.endAt;
}

function shifted(times: DraggedTimes, by: number): DraggedTimes {
  return { ...times, startAt: times.startAt + by, endAt: times.endAt === null ? null : times.endAt + by };
}

function finish(
  drag: Pick<Drag, 'mode' | 'item' | 'kind'>,
  times: DraggedTimes,
  edge: 'start' | 'end',
  original: DraggedTimes | null,
  { clock }: Calendar,
): DragPreview {
  // Enough that one edge lies on another offset than before, or that start and end no longer share the old difference.
  const offsets = (t: DraggedTimes): string =>
    `${clock.offsetAt(t.startAt)} ${t.endAt === null ? '' : clock.offsetAt(t.endAt)}`;
  const crossesClockChange = original === null ? false : offsets(original) !== offsets(times);
  return { ...times, mode: drag.mode, id: drag.item?.id ?? null, kind: drag.kind, original, edge, crossesClockChange };
}
