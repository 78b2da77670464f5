import { pressMark, select } from './actions.ts';
import { laneAt } from './arrange.ts';
import { createDragSession, type Grip } from './drag-session.ts';
import type { Engine } from './engine.ts';
import { hitTest, type Pointed, singleItem } from './hit-test.ts';
import { panView } from './scale.ts';
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
  readonly action: 'pan' | Grip;
  readonly view: TimeSpan;
  readonly scrollTop: number;
  readonly pointerId: number;
  hasMoved: boolean;
}

/** Pointer gestures on the plot. Returns how to stop. */
export function listenToPointer(engine: Engine): () => void {
  const { plot } = engine.dom;
  const { state } = engine;
  const tooltip = createTooltip(engine);
  const session = createDragSession(engine);
  let press: Press | null = null;

  const placeOf = (event: MouseEvent) => {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pointAt = (x: number, y: number): Pointed | null => hitTest(state.layout.hits, x, y, state.selectedId);
  const laneUnder = (y: number): TimelineLane | undefined => {
    return laneAt(state.arrangement, y + state.scrollTop)?.lane.lane;
  };

  const actionFor = (pointed: Pointed | null, y: number, event: PointerEvent): Press['action'] => {
    if (event.button === 1 || event.shiftKey || event.pointerType === 'touch') return 'pan';
    if (pointed) {
      const item = singleItem(pointed.hit);
      if (!item?.editable || item.state === 'struck') return 'pan';
      return { mode: pointed.edge ?? 'move', item, laneId: pointed.hit.laneId };
    }
    const lane = laneUnder(y);
    return lane?.creatable ? { mode: 'create', item: null, laneId: lane.id } : 'pan';
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button > 1 || press) return;
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    tooltip.hide();
    const { view, scrollTop } = state;
    const { pointerId } = event;
    press = { x, y, pointed, action: actionFor(pointed, y, event), view, scrollTop, pointerId, hasMoved: false };
    plot.setPointerCapture(pointerId);
    if (event.button === 1) event.preventDefault();
  };
  const onMove = (event: PointerEvent): void => {
    const { x, y } = placeOf(event);
    if (!press) {
      point(pointAt(x, y), y);
      return;
    }
    const { action } = press;
    if (!press.hasMoved) {
      if (Math.hypot(x - press.x, y - press.y) < DRAG_PX) return;
      press.hasMoved = true;
      if (action === 'pan') plot.style.cursor = 'grabbing';
      else session.begin(action, press.x);
      addEventListener('keydown', onKey, true);
    }
    if (action !== 'pan') {
      session.moveTo(x, y, event.altKey);
      return;
    }
    engine.setView(panView(press.view, (press.x - x) * engine.scale().msPerPx));
    engine.scrollTo(press.scrollTop + press.y - y);
  };
  const onUp = (event: PointerEvent): void => {
    if (!press) return;
    const { hasMoved, pointed, action } = press;
    release();
    if (hasMoved) {
      if (action !== 'pan') session.drop();
    } else if (event.button === 0) {
      if (pointed) pressMark(engine, pointed.hit, event);
      else select(engine, null, 'pointer');
    }
  };
  const release = (): void => {
    if (press && plot.hasPointerCapture(press.pointerId)) plot.releasePointerCapture(press.pointerId);
    press = null;
    plot.style.cursor = '';
    removeEventListener('keydown', onKey, true);
  };
  /** Escape, or the system taking the pointer away: a drag is undone, a pan goes back to where it began. */
  const cancel = (): void => {
    if (press?.hasMoved && press.action === 'pan') engine.setView(press.view);
    release();
    session.cancel();
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
    plot.style.cursor = pointed?.edge ? 'ew-resize' : pointed ? 'pointer' : isGround ? 'cell' : '';
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
    engine.emit('create', { laneId: lane.id, startAt, endAt: null });
  };
  const onContext = (event: MouseEvent): void => {
    event.preventDefault();
    // The menu key comes as an event without a button; keyboard.ts has told the app already.
    if (event.button !== 2 && !event.ctrlKey) return;
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    const id = pointed ? (singleItem(pointed.hit)?.id ?? null) : null;
    if (id !== null) select(engine, id, 'pointer');
    const { clientX, clientY } = event;
    engine.emit('context', { id, laneId: laneUnder(y)?.id ?? null, at: engine.scale().atOf(x), clientX, clientY });
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
