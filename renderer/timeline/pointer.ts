import { pressMark } from './actions.ts';
import { laneAt } from './arrange.ts';
import { canHold, type DragSession, type Grip } from './drag-session.ts';
import { createEdgePan } from './edge-pan.ts';
import type { Engine } from './engine.ts';
import { hitTest, type Pointed, singleItem } from './hit-test.ts';
import { panView } from './scale.ts';
import { type Box, idsInBox, select, selectMany, toggleSelected } from './selection.ts';
import { snapStep, snapToGrid } from './snap.ts';
import { DIRTY } from './stage.ts';
import { createTooltip } from './tooltip.ts';
import type { TimelineLane, TimeSpan } from './types.ts';

/** Travel that makes a press a drag, px. */
const DRAG_PX = 4;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly pointed: Pointed | null;
  readonly action: 'pan' | 'box' | Grip;
  readonly view: TimeSpan;
  readonly scrollTop: number;
  readonly pointerId: number;
  /** With Ctrl or Command a press adds to the selection. */
  readonly isAdding: boolean;
  hasMoved: boolean;
}

/** Pointer gestures on the plot. Returns how to stop. */
export function listenToPointer(engine: Engine, session: DragSession): () => void {
  const { plot } = engine.dom;
  const { state } = engine;
  const tooltip = createTooltip(engine);
  let press: Press | null = null;
  let last = { x: 0, y: 0, isFree: false };

  const placeOf = (event: MouseEvent) => {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pointAt = (x: number, y: number): Pointed | null => hitTest(state.layout.hits, x, y, state.selectedId);
  const laneUnder = (y: number): TimelineLane | undefined => {
    return laneAt(state.arrangement, y + state.scrollTop)?.lane.lane;
  };
  const follow = (): void => {
    session.moveTo(engine.scale().atOf(last.x), laneUnder(last.y)?.id ?? null, last.isFree);
  };
  const edgePan = createEdgePan(engine, follow);

  const actionFor = (pointed: Pointed | null, y: number, event: PointerEvent): Press['action'] => {
    if (event.button === 1 || event.pointerType === 'touch') return 'pan';
    if (event.shiftKey) return 'box';
    if (pointed) {
      const item = singleItem(pointed.hit);
      if (!item) return 'pan';
      const { laneId } = pointed.hit;
      if (state.tool && item.shape !== 'bar') return 'pan';
      const mode = state.tool ?? (isAdding(event) ? 'copy' : (pointed.edge ?? 'move'));
      return canHold(item, mode) ? { mode, item, laneId } : 'pan';
    }
    const lane = laneUnder(y);
    return lane?.creatable && !state.tool ? { mode: 'create', item: null, laneId: lane.id } : 'pan';
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button > 1 || press) return;
    // What was held by keys is put back: only one hand at a time.
    if (state.drag) session.cancel();
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    tooltip.hide();
    const { view, scrollTop } = state;
    const { pointerId } = event;
    const action = actionFor(pointed, y, event);
    press = { x, y, pointed, action, view, scrollTop, pointerId, isAdding: isAdding(event), hasMoved: false };
    plot.setPointerCapture(pointerId);
    if (event.button === 1) event.preventDefault();
    if (typeof action === 'object' && action.mode === state.tool) begin(press, action);
  };
  const begin = (begun: Press, action: Press['action']): void => {
    begun.hasMoved = true;
    last = { x: begun.x, y: begun.y, isFree: false };
    if (action === 'pan') plot.style.cursor = 'grabbing';
    else if (action !== 'box') {
      session.begin(action, engine.scale().atOf(begun.x));
      edgePan.begin(begun.x, begun.y);
      if (action.mode === state.tool) follow();
    }
    addEventListener('keydown', onKey, true);
  };
  const onMove = (event: PointerEvent): void => {
    const { x, y } = placeOf(event);
    if (!press) {
      point(pointAt(x, y), y);
      return;
    }
    if (!press.hasMoved) {
      if (Math.hypot(x - press.x, y - press.y) < DRAG_PX) return;
      begin(press, press.action);
    }
    const { action } = press;
    if (action === 'box') {
      state.box = boxOf(press, x, y);
      engine.invalidate(DIRTY.overlay);
    } else if (action === 'pan') {
      engine.setView(panView(press.view, (press.x - x) * engine.scale().msPerPx));
      engine.scrollTo(press.scrollTop + press.y - y);
    } else {
      last = { x, y, isFree: event.altKey };
      follow();
      edgePan.over(x, y);
    }
  };
  const onUp = (event: PointerEvent): void => {
    if (!press) return;
    const done = press;
    const { box } = state;
    release();
    if (done.hasMoved) {
      if (done.action === 'box' && box) {
        const before = done.isAdding ? [...state.selectedIds] : [];
        selectMany(engine, [...new Set([...idsInBox(state.layout.hits, box), ...before])], 'pointer');
      } else if (typeof done.action === 'object') session.drop('pointer');
    } else if (event.button === 0) pressAt(done, event);
  };
  const pressAt = ({ pointed, isAdding: adds }: Press, event: PointerEvent): void => {
    const item = pointed ? singleItem(pointed.hit) : null;
    if (item && (adds || event.shiftKey)) toggleSelected(engine, item.id, 'pointer');
    else if (pointed) pressMark(engine, pointed.hit, event);
    else if (!adds) select(engine, null, 'pointer');
  };
  const release = (): void => {
    if (press && plot.hasPointerCapture(press.pointerId)) plot.releasePointerCapture(press.pointerId);
    press = null;
    edgePan.end();
    plot.style.cursor = '';
    if (state.box) engine.invalidate(DIRTY.overlay);
    state.box = null;
    removeEventListener('keydown', onKey, true);
  };
  /** Escape, or the system taking the pointer away: a drag is undone, a pan goes back to where it began. */
  const cancel = (): void => {
    if (!press) return;
    const { hasMoved, action, view } = press;
    release();
    if (hasMoved && action === 'pan') engine.setView(view);
    else if (hasMoved && action !== 'box') session.cancel();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  const point = (pointed: Pointed | null, y: number): void => {
    const before = state.pointed;
    state.pointed = pointed;
    if (before?.hit !== pointed?.hit) {
      engine.invalidate(DIRTY.overlay);
      tooltip.over(pointed?.hit ?? null);
    }
    const isGround = !pointed && laneUnder(y)?.creatable === true;
    if (state.tool) plot.style.cursor = pointed ? 'col-resize' : '';
    else plot.style.cursor = pointed?.edge ? 'ew-resize' : pointed ? 'pointer' : isGround ? 'cell' : '';
  };
  const onLeave = (): void => {
    if (!press) point(null, -1);
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    const item = pointed ? singleItem(pointed.hit) : null;
    const lane = laneUnder(y);
    if (item) engine.emit('open', { id: item.id });
    if (pointed || !lane) return;
    const scale = engine.scale();
    const startAt = snapToGrid(scale.atOf(x), snapStep(scale.msPerPx), engine.calendar);
    engine.emit('edit', { type: 'create', laneId: lane.id, startAt, endAt: null, by: 'pointer' });
  };
  const onContext = (event: MouseEvent): void => {
    event.preventDefault();
    // The menu key comes as an event without a button; keyboard.ts has told the app already.
    if (event.button !== 2 && !event.ctrlKey) return;
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    const id = pointed ? (singleItem(pointed.hit)?.id ?? null) : null;
    if (id !== null && !state.selectedIds.has(id)) select(engine, id, 'pointer');
    const { clientX, clientY } = event;
    const ids = id === null ? [] : [...state.selectedIds];
    const laneId = laneUnder(y)?.id ?? null;
    engine.emit('context', { id, ids, laneId, at: engine.scale().atOf(x), clientX, clientY });
  };

  const stop = new AbortController();
  const { signal } = stop;
  plot.addEventListener('pointerdown', onDown, { signal });
  plot.addEventListener('pointermove', onMove, { signal });
  plot.addEventListener('pointerup', onUp, { signal });
  plot.addEventListener('pointercancel', cancel, { signal });
  plot.addEventListener('pointerleave', onLeave, { signal });
  plot.addEventListener('dblclick', onDoubleClick, { signal });
  plot.addEventListener('contextmenu', onContext, { signal });
  return () => {
    stop.abort();
    cancel();
    tooltip.hide();
  };
}

function isAdding(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

function boxOf(press: { readonly x: number; readonly y: number }, x: number, y: number): Box {
  const [x0, x1] = x < press.x ? [x, press.x] : [press.x, x];
  const [y0, y1] = y < press.y ? [y, press.y] : [press.y, y];
  return { x0, y0, x1, y1 };
}
