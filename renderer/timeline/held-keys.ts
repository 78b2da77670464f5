import { type DragMode, QUARTER_MS, timesOf } from './drag.ts';
import { canHold, type DragSession, mayExchange } from './drag-session.ts';
import type { Engine } from './engine.ts';
import { heldCommand, type Key } from './keys.ts';
import { panView } from './scale.ts';
import { snapToGrid } from './snap.ts';
import { nextTarget } from './snap-targets.ts';
import type { TimelineItem } from './types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the keys hold: they move it as the pointer would, in whole steps. */
export interface HeldKeys {
  /**
   * Takes hold of the item with the keyboard (or begins a new one in its lane).
   * @param at of a cut or a relief the point to begin at
   * @returns false if there is nothing to take hold of
   */
  grab(mode: DragMode, at?: number): boolean;
  /** Takes hold of copies of items, the first of them beginning at an instant. */
  holdCopies(items: readonly TimelineItem[], at: number): void;
  /** @returns whether the key was for what is held */
  press(key: Key): boolean;
}

/** Holding and moving by keys: the same session as the pointer's, so that the same gesture gives the same edit. */
export function createHeldKeys(engine: Engine, session: DragSession): HeldKeys {
  const { state, calendar, dom, options } = engine;
  const { clock } = calendar;
  let pointerAt = 0;
  let laneId: string | null = null;

  const follow = (): void => {
    session.moveTo(pointerAt, laneId, true);
    const { preview } = state;
    if (!preview) return;
    const edgeAt =
      preview.cutAt ?? (preview.edge === 'end' && preview.endAt !== null ? preview.endAt : preview.startAt);
    keepInView(engine, edgeAt);
    const told = options.describeDrag?.(preview) ?? null;
    if (told !== null) dom.live.textContent = told;
  };
  /** Edge that the keys move, as it is now. */
  const edgeAt = (): number => {
    const { preview, drag } = state;
    if (!preview || !drag) return pointerAt;
    if (preview.cutAt !== null) return preview.cutAt;
    return drag.mode === 'end' || drag.mode === 'create' ? (preview.endAt ?? pointerAt) : preview.startAt;
  };

  return {
    grab(mode, at) {
      const id = state.selectedId;
      const item = id === null || mode === 'create' ? null : engine.itemOf(id);
      if (mode === 'create') {
        laneId = laneForNew(engine);
        if (laneId === null) return false;
        const start = snapToGrid(at ?? startForNew(engine), QUARTER_MS, calendar);
        session.begin({ mode, item: null, laneId }, start);
        pointerAt = start + HOUR;
        follow();
        return true;
      }
      if (!item || !canHold(item, mode) || !hasMode(item.shape, mode)) return false;
      const { startAt, endAt } = timesOf(item);
      if (mode === 'end' && endAt === null) return false;
      laneId = item.laneId;
      const isPoint = mode === 'cut' || mode === 'handOver';
      const from = isPoint
        ? (at ?? cutPoint(startAt, endAt, state.nowAt))
        : mode === 'end'
          ? (endAt ?? startAt)
          : startAt;
      session.begin({ mode, item, laneId }, from);
      pointerAt = isPoint && at === undefined ? snapToGrid(from, QUARTER_MS, calendar) : from;
      // A copy begins beside what it copies, a repetition with one day: what lies on the original cannot be seen.
      if (mode === 'copy' && endAt !== null) pointerAt += endAt - startAt;
      if (mode === 'repeat') pointerAt = clock.toInstant(clock.toLocal(pointerAt) + DAY);
      follow();
      return true;
    },
    holdCopies(items, at) {
      const [item] = items;
      if (!item) return;
      laneId = item.laneId;
      session.begin({ mode: 'copy', item, items, laneId }, item.startAt);
      pointerAt = at;
      follow();
    },
    press(key) {
      const command = heldCommand(key);
      if (!command) return false;
      switch (command.type) {
        case 'step': {
          const { by, direction } = command;
          const isDays = by === 'day' || state.drag?.mode === 'repeat';
          // Days are counted on the wall clock, hours as they pass.
          if (isDays) pointerAt = clock.toInstant(clock.toLocal(pointerAt) + direction * DAY);
          else pointerAt += direction * (by === 'hour' ? HOUR : QUARTER_MS);
          break;
        }
        case 'lane':
          laneId = laneBeside(engine, state.preview?.laneId ?? laneId, command.direction);
          if (laneId !== null) showLane(engine, laneId);
          break;
        case 'target': {
          const current = edgeAt();
          const target = nextTarget(state.drag?.targets ?? [], current, command.direction);
          if (target === null) return true;
          pointerAt += target - current;
          break;
        }
        case 'drop':
          session.drop('keyboard');
          return true;
        case 'cancel':
          session.cancel();
          return true;
      }
      follow();
      return true;
    },
  };
}

function hasMode(shape: string, mode: DragMode): boolean {
  return shape === 'bar' || mode === 'move' || mode === 'copy' || mode === 'repeat';
}

/** Where a cut begins: the present where it lies within the bar, else the middle. */
function cutPoint(startAt: number, endAt: number | null, nowAt: number | null): number {
  if (nowAt !== null && nowAt > startAt && nowAt < (endAt ?? Number.POSITIVE_INFINITY)) return nowAt;
  return endAt === null ? startAt + HOUR : (startAt + endAt) / 2;
}

/** The lane a new bar goes to: that of the item with the keyboard, else the first in which one can be drawn. */
function laneForNew({ state, itemOf }: Engine): string | null {
  const own = state.selectedId === null ? undefined : itemOf(state.selectedId)?.laneId;
  const lanes = state.arrangement.strips.flatMap((strip) => (strip.type === 'lane' ? [strip.lane.lane] : []));
  const chosen = lanes.find((lane) => lane.id === own && lane.creatable) ?? lanes.find((lane) => lane.creatable);
  return chosen?.id ?? null;
}

/** Where something new begins: in a gap with the keyboard, after what has it, else now. */
export function startForNew({ state, itemOf }: Engine): number {
  const item = state.selectedId === null ? null : itemOf(state.selectedId);
  if (item) return item.coverage ? item.startAt : (item.endAt ?? item.startAt);
  const { view, nowAt } = state;
  return nowAt !== null && nowAt >= view.fromAt && nowAt < view.toAt ? nowAt : (view.fromAt + view.toAt) / 2;
}

/** The nearest lane above or below to which what is held may go; the same one if there is none. */
function laneBeside({ state }: Engine, laneId: string | null, direction: 1 | -1): string | null {
  const lanes = state.arrangement.strips.flatMap((strip) => (strip.type === 'lane' ? [strip.lane.lane] : []));
  const from = lanes.findIndex((lane) => lane.id === laneId);
  const own = lanes.find((lane) => lane.id === state.drag?.laneId);
  for (let i = from + direction; i >= 0 && i < lanes.length; i += direction) {
    const lane = lanes[i];
    if (lane && mayExchange(own, lane)) return lane.id;
  }
  return laneId;
}

function showLane({ state, scrollTo }: Engine, laneId: string): void {
  const strip = state.arrangement.laneById.get(laneId);
  if (!strip) return;
  if (strip.y < state.scrollTop) scrollTo(strip.y - strip.h);
  else if (strip.y + strip.h > state.scrollTop + state.height) scrollTo(strip.y + 2 * strip.h - state.height);
}

/** Part of the window kept free beside the edge that the keys move. */
const MARGIN = 0.08;

function keepInView(engine: Engine, at: number): void {
  const { view } = engine.state;
  const margin = (view.toAt - view.fromAt) * MARGIN;
  if (at < view.fromAt + margin) engine.setView(panView(view, at - view.fromAt - margin));
  else if (at > view.toAt - margin) engine.setView(panView(view, at - view.toAt + margin));
}
