import { announce, select } from './actions.ts';
import { laneAt } from './arrange.ts';
import { type Drag, type DragMode, previewDrag, snapTargets } from './drag.ts';
import type { Engine } from './engine.ts';
import { placePopover } from './popover.ts';
import { panView } from './scale.ts';
import { DIRTY } from './stage.ts';
import type { TimelineItem } from './types.ts';

/** Within this of the plot's edge a drag pans, px, at this many px a frame. */
const EDGE_PX = 28;
const EDGE_SPEED_PX = 9;

/** What a drag takes hold of. */
export interface Grip {
  readonly mode: DragMode;
  readonly item: TimelineItem | null;
  readonly laneId: string;
}

/** A drag from the first movement to release or Escape. */
export interface DragSession {
  begin(grip: Grip, x: number): void;
  /** @param isFree nothing snaps */
  moveTo(x: number, y: number, isFree: boolean): void;
  /** Tells the app what was made of it. */
  drop(): void;
  /** Puts everything back. */
  cancel(): void;
}

/** Drags of one timeline: one at a time. */
export function createDragSession(engine: Engine): DragSession {
  const { verdict } = engine.dom;
  const { state, calendar } = engine;
  let last = { x: 0, y: 0, isFree: false };
  let edgeFrame = 0;
  // Not before the pointer has been away from the edges: a bar that lies at one is not panned off at the first touch.
  let mayPan = false;

  const edgeSpeed = (x: number): number => {
    return x < EDGE_PX ? -EDGE_SPEED_PX : x > state.width - EDGE_PX ? EDGE_SPEED_PX : 0;
  };
  const laneFor = (drag: Drag, y: number): string => {
    if (drag.mode !== 'move') return drag.laneId;
    const lane = laneAt(state.arrangement, y + state.scrollTop)?.lane.lane;
    return lane?.creatable && lane.kind === drag.kind ? lane.id : drag.laneId;
  };

  const follow = (): void => {
    const { drag, preview: before } = state;
    if (!drag) return;
    const scale = engine.scale();
    const preview = previewDrag(drag, scale.atOf(last.x), laneFor(drag, last.y), last.isFree, scale, calendar);
    const isSame = before?.startAt === preview.startAt && before.endAt === preview.endAt;
    if (isSame && before.laneId === preview.laneId) return;
    state.preview = preview;
    // The dragged item leaves the canvas of items once, at the first step.
    engine.invalidate(before ? DIRTY.overlay : DIRTY.overlay | DIRTY.items);
    showVerdict();
  };
  const showVerdict = (): void => {
    const { preview } = state;
    const render = engine.options.renderVerdict;
    if (!preview || !render) return;
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
  const panAtEdge = (): void => {
    edgeFrame = 0;
    const speed = edgeSpeed(last.x);
    if (!state.drag || speed === 0) return;
    engine.setView(panView(state.view, speed * engine.scale().msPerPx));
    follow();
    edgeFrame = requestAnimationFrame(panAtEdge);
  };

  const end = (): void => {
    if (edgeFrame !== 0) cancelAnimationFrame(edgeFrame);
    edgeFrame = 0;
    state.drag = null;
    verdict.hidden = true;
  };

  return {
    begin({ item, laneId, mode }, x) {
      const kind = item?.kind ?? state.arrangement.laneById.get(laneId)?.lane.lane.kind ?? 'note';
      if (item) select(engine, item.id, 'pointer');
      const dragged = { item, laneId, kind };
      const targets = snapTargets(state.layout.hits, dragged, state.nowAt);
      state.preview = null;
      state.drag = { ...dragged, mode, grabbedAt: engine.scale().atOf(x), targets };
      mayPan = edgeSpeed(x) === 0;
    },
    moveTo(x, y, isFree) {
      last = { x, y, isFree };
      follow();
      mayPan ||= edgeSpeed(x) === 0;
      if (edgeFrame === 0 && mayPan && edgeSpeed(x) !== 0) edgeFrame = requestAnimationFrame(panAtEdge);
    },
    drop() {
      const { preview, drag } = state;
      end();
      if (!drag || !preview) return;
      if (preview.id !== null) {
        engine.emit('change', { ...preview, by: 'pointer' });
        announce(engine, preview.id);
        return;
      }
      state.preview = null;
      engine.invalidate(DIRTY.overlay);
      const { laneId, startAt, endAt } = preview;
      engine.emit('create', { laneId, startAt, endAt });
    },
    cancel() {
      end();
      state.preview = null;
      engine.invalidate(DIRTY.items | DIRTY.overlay);
    },
  };
}
