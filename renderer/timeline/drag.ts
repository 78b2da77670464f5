import type { Calendar } from './calendar.ts';
import { daysLater, repeatDaily } from './repeat.ts';
import type { Scale } from './scale.ts';
import { snap } from './snap.ts';
import type { TimelineItem, TimelineKind } from './types.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Step of the keyboard, and the shortest bar a drag can make. */
export const QUARTER_MS = 15 * MINUTE;

/**
 * `start` and `end` move one edge; `copy` leaves the original where it is; `repeat` lays copies day after day up to the
 * pointer; `cut` and `handOver` choose a point within a bar.
 */
export type DragMode = 'move' | 'start' | 'end' | 'create' | 'copy' | 'repeat' | 'cut' | 'handOver';

export interface DraggedTimes {
  readonly laneId: string;
  readonly startAt: number;
  readonly endAt: number | null;
}

/** One of the bars that an edit makes or moves. */
export interface DraggedItem extends DraggedTimes {
  /** The item it is, or is a copy of; null of a new one. */
  readonly id: string | null;
  readonly kind: TimelineKind;
  /** Times before the edit; null of a new one. */
  readonly original: DraggedTimes | null;
}

/** What an edit would give, told of the bar that is held. Nothing is changed by the engine: the app writes it, or not. */
export interface DragPreview extends DraggedItem {
  readonly mode: DragMode;
  /** Edge that follows the pointer. */
  readonly edge: 'start' | 'end';
  /** Clocks change between the old and the new times, so length and wall-clock end cannot both be kept. */
  readonly crossesClockChange: boolean;
  /** Every bar of the edit, the held one among them; of a repetition all copies in order. */
  readonly items: readonly DraggedItem[];
  /** Where the bar would be cut or handed over; null in other modes. */
  readonly cutAt: number | null;
  /** The app has kept what was asked for: the next data are right, also where they show what was there before. */
  readonly isSettled?: boolean;
}

/** A drag in progress, by pointer or by keys. */
export interface Drag {
  readonly mode: DragMode;
  /** The items that are held, the one under the pointer first; none while a new one is made. */
  readonly items: readonly TimelineItem[];
  readonly laneId: string;
  readonly kind: TimelineKind;
  /** Instant under the pointer when it went down. */
  readonly grabbedAt: number;
  readonly targets: readonly number[];
}

/**
 * Times of a drag with the pointer at an instant over a lane.
 * @param isFree the pointer decides to the minute, nothing snaps
 */
export function previewDrag(
  drag: Drag,
  pointerAt: number,
  laneId: string,
  isFree: boolean,
  scale: Pick<Scale, 'msPerPx'>,
  calendar: Calendar,
): DragPreview {
  const fall = (at: number): number => {
    return isFree ? Math.round(at / MINUTE) * MINUTE : snap(at, drag.targets, scale.msPerPx, calendar);
  };
  const [item] = drag.items;
  const { mode } = drag;
  if (!item) {
    const a = fall(drag.grabbedAt);
    const b = fall(pointerAt);
    const startAt = Math.min(a, b);
    const made = { id: null, kind: drag.kind, original: null, laneId: drag.laneId, startAt };
    return finish(drag, [{ ...made, endAt: Math.max(a, b, startAt + QUARTER_MS) }], b < a ? 'start' : 'end', calendar);
  }
  const original = timesOf(item);
  if (mode === 'cut' || mode === 'handOver') {
    const last = (original.endAt ?? Number.POSITIVE_INFINITY) - MINUTE;
    const cutAt = Math.max(original.startAt + MINUTE, Math.min(fall(pointerAt), last));
    return { ...finish(drag, [dragged(item, original)], 'end', calendar), cutAt };
  }
  if (mode === 'start') {
    const last = original.endAt === null ? Number.POSITIVE_INFINITY : original.endAt - QUARTER_MS;
    const startAt = Math.min(fall(pointerAt), Math.max(last, original.startAt - QUARTER_MS));
    return finish(drag, [dragged(item, { ...original, startAt })], 'start', calendar);
  }
  if (mode === 'end') {
    const endAt = Math.max(fall(pointerAt), original.startAt + QUARTER_MS);
    return finish(drag, [dragged(item, { ...original, endAt })], 'end', calendar);
  }
  if (mode === 'repeat') {
    // The bar that is held comes last: its last copy is what the pointer shows.
    const copies = [...drag.items.slice(1), item].flatMap((one) =>
      repeatDaily(timesOf(one), drag.grabbedAt, pointerAt, calendar).map((times) => dragged(one, times)),
    );
    return finish(drag, copies, 'start', calendar);
  }
  // Bars of several lanes keep to them: where each should go on a step down is not for a drag to guess.
  const isOneLane = drag.items.every((one) => one.laneId === item.laneId);
  const isElsewhere = mode === 'move' && isOneLane && laneId !== item.laneId;
  if (isElsewhere || drag.items.some((one) => one.isFixed)) {
    // Who has it is one question and when it is another: over another lane the times stay.
    const kept = drag.items.map((one) => dragged(one, isElsewhere ? { ...timesOf(one), laneId } : timesOf(one)));
    return finish(drag, kept, 'start', calendar);
  }
  const delta = pointerAt - drag.grabbedAt;
  const byStart = fall(original.startAt + delta) - original.startAt;
  const byEnd = original.endAt === null ? byStart : fall(original.endAt + delta) - original.endAt;
  // Whichever edge lies nearer to something takes the bars with it; their lengths stay.
  const moved = Math.abs(byEnd - delta) < Math.abs(byStart - delta) ? byEnd : byStart;
  const items = drag.items.map((one) => {
    return dragged(one, one === item ? shifted(original, moved) : alongside(timesOf(one), original, moved, calendar));
  });
  return finish(drag, items, moved === byStart ? 'start' : 'end', calendar);
}

/** The edit of one keyboard step; null if it would turn the bar inside out or there is no such edge. */
export function previewNudge(
  items: readonly TimelineItem[],
  mode: 'move' | 'start' | 'end',
  steps: number,
  calendar: Calendar,
): DragPreview | null {
  const [item] = items;
  if (!item) return null;
  const by = steps * QUARTER_MS;
  const { startAt, endAt, laneId } = timesOf(item);
  const held = { mode, items, laneId, kind: item.kind };
  const free = { ...held, grabbedAt: startAt, targets: [] };
  if (mode === 'move') return previewDrag(free, startAt + by, laneId, true, { msPerPx: 1 }, calendar);
  if (item.shape === 'point') return null;
  if (mode === 'start') {
    if (endAt !== null && startAt + by > endAt - QUARTER_MS) return null;
    return previewDrag(free, startAt + by, laneId, true, { msPerPx: 1 }, calendar);
  }
  if (endAt === null || endAt + by < startAt + QUARTER_MS) return null;
  return previewDrag(free, endAt + by, laneId, true, { msPerPx: 1 }, calendar);
}

export function timesOf(item: TimelineItem): DraggedTimes {
  return { laneId: item.laneId, startAt: item.startAt, endAt: item.shape === 'point' ? null : item.endAt };
}

function dragged(item: TimelineItem, times: DraggedTimes): DraggedItem {
  return { ...times, id: item.id, kind: item.kind, original: timesOf(item) };
}

function shifted(times: DraggedTimes, by: number): DraggedTimes {
  return { ...times, startAt: times.startAt + by, endAt: times.endAt === null ? null : times.endAt + by };
}

/**
 * A bar that goes along with the one that is held. A step of hours is meant as it passes; one of days is meant by the
 * calendar, so that each of several nights keeps its time of day over a clock change. Lengths stay in both.
 */
function alongside(times: DraggedTimes, held: DraggedTimes, moved: number, { clock }: Calendar): DraggedTimes {
  if (Math.abs(moved) < DAY / 2) return shifted(times, moved);
  const wall = clock.toLocal(held.startAt + moved) - clock.toLocal(held.startAt);
  return shifted(times, clock.toInstant(clock.toLocal(times.startAt) + wall) - times.startAt);
}

/** Copies that lie right after what they copy: as many days later as it spans, at the same times of day. */
export function previewDuplicate(items: readonly TimelineItem[], calendar: Calendar): DragPreview | null {
  const [item] = items;
  if (!item) return null;
  const days = items.map(({ startAt }) => Math.floor(calendar.clock.toLocal(startAt) / DAY));
  const by = Math.max(...days) - Math.min(...days) + 1;
  const copies = items.map((one) => dragged(one, daysLater(timesOf(one), by, calendar)));
  return finish({ mode: 'copy', kind: item.kind }, copies, 'start', calendar);
}

function finish(
  drag: Pick<Drag, 'mode' | 'kind'>,
  items: readonly DraggedItem[],
  edge: 'start' | 'end',
  { clock }: Calendar,
): DragPreview {
  // Enough that one edge lies on another offset than before, or that start and end no longer share the old difference.
  const offsets = (t: DraggedTimes): string => {
    return `${clock.offsetAt(t.startAt)} ${t.endAt === null ? '' : clock.offsetAt(t.endAt)}`;
  };
  const crossesClockChange = items.some((one) => one.original !== null && offsets(one.original) !== offsets(one));
  const held = drag.mode === 'repeat' ? items.at(-1) : items[0];
  if (!held) throw new RangeError('EMPTY_EDIT');
  return { ...held, mode: drag.mode, edge, crossesClockChange, items, cutAt: null };
}
