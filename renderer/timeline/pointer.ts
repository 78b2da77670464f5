import { announce, select } from './actions.ts';
import { laneAt } from './arrange.ts';
import { type Drag, type DragMode, previewDrag, snapTargets } from './drag.ts';
import { DIRTY, type Engine } from './engine.ts';
import { hitTest, type Pointed, singleItem } from './hit-test.ts';
import type { Hit } from './layout.ts';
import { placePopover } from './popover.ts';
import { fitView, panView } from './scale.ts';
import { snapStep, snapToGrid } from './snap.ts';
import { createTooltip } from './tooltip.ts';
import type { TimelineItem } from './types.ts';

/** Travel that makes a press a drag, px. */
const DRAG_PX = 4;
/** Within this of the plot's edge a drag pans, px, at this many px a frame. */
const EDGE_PX = 28;
const EDGE_SPEED_PX = 9;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly pointed: Pointed | null;
  readonly action: 'pan' | { readonly mode: DragMode; readonly item: TimelineItem | null; readonly laneId: string };
  readonly view: { fromAt: number; toAt: number };
  readonly scrollTop: number;
  readonly pointerId: number;
  hasMoved: boolean;
  /** The pointer has been away from the edges: a bar that lies at one is not panned off at the first touch. */
  mayPan: boolean;
}

/** Pointer gestures on the plot. Returns how to stop. */
export function listenToPointer(engine: Engine): () => void {
  const { plot, verdict } = engine.dom;
  const tooltip = createTooltip(engine);
  let press: Press | null = null;
  let last = { x: 0, y: 0, isFree: false };
  let edgeFrame = 0;
  let shownVerdict = '';

  const placeOf = (event: MouseEvent) => {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pointAt = (x: number, y: number): Pointed | null => {
    return hitTest(engine.state.layout.hits, x, y, engine.state.selectedId);
  };

  const actionFor = (pointed: Pointed | null, y: number, event: PointerEvent): Press['action'] => {
    const { state } = engine;
    if (event.button === 1 || event.shiftKey || event.pointerType === 'touch') return 'pan';
    const item = pointed ? singleItem(pointed.hit) : null;
    if (pointed) {
      if (!item?.editable || item.state === 'struck') return 'pan';
      return { mode: pointed.edge ?? 'move', item, laneId: pointed.hit.laneId };
    }
    const lane = laneAt(state.arrangement, y + state.scrollTop)?.lane.lane;
    return lane?.creatable ? { mode: 'create', item: null, laneId: lane.id } : 'pan';
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button > 1 || press) return;
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    tooltip.hide();
    press = {
      x,
      y,
      pointed,
      action: actionFor(pointed, y, event),
      view: engine.state.view,
      scrollTop: engine.state.scrollTop,
      pointerId: event.pointerId,
      hasMoved: false,
      mayPan: edgeSpeed(x) === 0,
    };
    plot.setPointerCapture(event.pointerId);
    if (event.button === 1) event.preventDefault();
  };

  const onMove = (event: PointerEvent): void => {
    const { x, y } = placeOf(event);
    last = { x, y, isFree: event.altKey };
    if (!press) {
      point(pointAt(x, y), y);
      return;
    }
    if (!press.hasMoved) {
      if (Math.hypot(x - press.x, y - press.y) < DRAG_PX) return;
      press.hasMoved = true;
      begin(press);
    }
    if (press.action === 'pan') {
      const { msPerPx } = engine.scale();
      engine.setView(panView(press.view, (press.x - x) * msPerPx));
      engine.scrollTo(press.scrollTop + press.y - y);
    } else {
      dragTo(x, y, event.altKey);
      press.mayPan ||= edgeSpeed(x) === 0;
      if (edgeFrame === 0 && press.mayPan && edgeSpeed(x) !== 0) edgeFrame = requestAnimationFrame(panAtEdge);
    }
  };

  const begin = ({ action, x }: Press): void => {
    const { state } = engine;
    if (action === 'pan') {
      plot.style.cursor = 'grabbing';
      return;
    }
    const { item, laneId, mode } = action;
    const kind = item?.kind ?? state.arrangement.laneById.get(laneId)?.lane.lane.kind ?? 'note';
    if (item) select(engine, item.id, 'pointer');
    const dragged = { item, laneId, kind };
    const targets = snapTargets(state.layout.hits, dragged, state.nowAt);
    state.drag = { ...dragged, mode, grabbedAt: engine.scale().atOf(x), targets };
    addEventListener('keydown', onKey, true);
  };

  const laneFor = (drag: Drag, y: number): string => {
    if (drag.mode !== 'move') return drag.laneId;
    const lane = laneAt(engine.state.arrangement, y + engine.state.scrollTop)?.lane.lane;
    return lane?.creatable && lane.kind === drag.kind ? lane.id : drag.laneId;
  };

  const dragTo = (x: number, y: number, isFree: boolean): void => {
    const { state, calendar } = engine;
    const { drag } = state;
    if (!drag) return;
    const scale = engine.scale();
    const before = state.preview;
    const preview = previewDrag(drag, scale.atOf(x), laneFor(drag, y), isFree, scale, calendar);
    const isSame =
      before?.startAt === preview.startAt && before.endAt === preview.endAt && before.laneId === preview.laneId;
    if (isSame) return;
    state.preview = preview;
    // The dragged item leaves the canvas of items once, at the first step.
    engine.invalidate(before ? DIRTY.overlay : DIRTY.overlay | DIRTY.items);
    showVerdict();
  };

  const showVerdict = (): void => {
    const { state } = engine;
    const { preview } = state;
    const render = engine.options.renderVerdict;
    if (!preview || !render) return;
    const key = `${preview.laneId} ${preview.startAt} ${preview.endAt}`;
    if (key === shownVerdict) return;
    shownVerdict = key;
    if (!render(preview, verdict)) {
      verdict.hidden = true;
      return;
    }
    const strip = state.arrangement.laneById.get(preview.laneId);
    const at = preview.edge === 'start' ? preview.startAt : (preview.endAt ?? preview.startAt);
    const top = (strip?.y ?? 0) - state.scrollTop;
    const anchor = { x: engine.scale().xOf(at), top, bottom: top + (strip?.h ?? 0) };
    placePopover(verdict, anchor, state.layout.hits, state);
  };

  const edgeSpeed = (x: number): number => {
    return x < EDGE_PX ? -EDGE_SPEED_PX : x > engine.state.width - EDGE_PX ? EDGE_SPEED_PX : 0;
  };
  const panAtEdge = (): void => {
    edgeFrame = 0;
    const speed = edgeSpeed(last.x);
    if (!engine.state.drag || speed === 0) return;
    engine.setView(panView(engine.state.view, speed * engine.scale().msPerPx));
    dragTo(last.x, last.y, last.isFree);
    edgeFrame = requestAnimationFrame(panAtEdge);
  };

  const end = (): void => {
    if (press && plot.hasPointerCapture(press.pointerId)) plot.releasePointerCapture(press.pointerId);
    press = null;
    engine.state.drag = null;
    shownVerdict = '';
    verdict.hidden = true;
    plot.style.cursor = '';
    removeEventListener('keydown', onKey, true);
  };
  const cancel = (): void => {
    engine.state.preview = null;
    engine.invalidate(DIRTY.items | DIRTY.overlay);
    end();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  const onUp = (event: PointerEvent): void => {
    if (!press) return;
    const { hasMoved, pointed, action } = press;
    const { preview, drag } = engine.state;
    const isPress = !hasMoved && event.button === 0;
    end();
    if (isPress) {
      if (pointed) pressMark(engine, pointed.hit, event);
      else select(engine, null, 'pointer');
      return;
    }
    if (action === 'pan' || !drag || !preview) return;
    if (preview.id === null) {
      engine.state.preview = null;
      engine.invalidate(DIRTY.overlay);
      const { laneId, startAt, endAt } = preview;
      engine.emit('create', { laneId, startAt, endAt });
      return;
    }
    engine.emit('change', { ...preview, by: 'pointer' });
    announce(engine, preview.id);
  };

  const point = (pointed: Pointed | null, y: number): void => {
    const { state } = engine;
    const before = state.pointed;
    state.pointed = pointed;
    if (before?.hit !== pointed?.hit) {
      engine.invalidate(DIRTY.overlay);
      tooltip.over(pointed?.hit ?? null);
    }
    const lane = pointed ? undefined : laneAt(state.arrangement, y + state.scrollTop)?.lane.lane;
    plot.style.cursor = pointed?.edge ? 'ew-resize' : pointed ? 'pointer' : lane?.creatable ? 'cell' : '';
  };
  const onLeave = (): void => {
    if (!press) point(null, -1);
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    const item = pointed ? singleItem(pointed.hit) : null;
    if (item) engine.emit('open', { id: item.id });
    if (pointed) return;
    const lane = laneAt(engine.state.arrangement, y + engine.state.scrollTop)?.lane.lane;
    if (!lane) return;
    const scale = engine.scale();
    const startAt = snapToGrid(scale.atOf(x), snapStep(scale.msPerPx), engine.calendar);
    engine.emit('create', { laneId: lane.id, startAt, endAt: null });
  };
  const onContext = (event: MouseEvent): void => {
    event.preventDefault();
    if (event.button !== 2) return;
    const { x, y } = placeOf(event);
    const pointed = pointAt(x, y);
    const id = pointed ? (singleItem(pointed.hit)?.id ?? null) : null;
    if (id !== null) select(engine, id, 'pointer');
    const laneId = laneAt(engine.state.arrangement, y + engine.state.scrollTop)?.lane.lane.id ?? null;
    const { clientX, clientY } = event;
    engine.emit('context', { id, laneId, at: engine.scale().atOf(x), clientX, clientY });
  };

  plot.addEventListener('pointerdown', onDown);
  plot.addEventListener('pointermove', onMove);
  plot.addEventListener('pointerup', onUp);
  plot.addEventListener('pointercancel', cancel);
  plot.addEventListener('pointerleave', onLeave);
  plot.addEventListener('dblclick', onDoubleClick);
  plot.addEventListener('contextmenu', onContext);
  return () => {
    end();
    tooltip.hide();
    if (edgeFrame !== 0) cancelAnimationFrame(edgeFrame);
    plot.removeEventListener('pointerdown', onDown);
    plot.removeEventListener('pointermove', onMove);
    plot.removeEventListener('pointerup', onUp);
    plot.removeEventListener('pointercancel', cancel);
    plot.removeEventListener('pointerleave', onLeave);
    plot.removeEventListener('dblclick', onDoubleClick);
    plot.removeEventListener('contextmenu', onContext);
  };
}

/** A press on an item selects it; on a disc it zooms until its items part, or tells the app if none ever will. */
function pressMark(engine: Engine, hit: Hit, event: PointerEvent): void {
  const item = singleItem(hit);
  if (item) {
    select(engine, item.id, 'pointer');
    return;
  }
  const { members } = hit.mark;
  const [first] = members;
  if (!first) return;
  const isOneTime = members.every((member) => member.fromAt === first.fromAt && member.toAt === first.toAt);
  if (isOneTime) {
    const ids = members.map((member) => member.item.id);
    engine.emit('cluster', { ids, clientX: event.clientX, clientY: event.clientY });
    return;
  }
  const toAt = members.reduce((latest, { toAt: end }) => (Number.isFinite(end) ? Math.max(latest, end) : latest), 0);
  engine.setView(fitView({ fromAt: first.fromAt, toAt: Math.max(toAt, members.at(-1)?.fromAt ?? 0) }, 0.25));
}
