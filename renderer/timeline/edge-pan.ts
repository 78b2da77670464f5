import type { Engine } from './engine.ts';
import { panView } from './scale.ts';

/** Within this of the plot's edge a drag pans, px, at this many px a frame. */
const EDGE_PX = 28;
const EDGE_SPEED_PX = 9;

/** Pans while a drag is held at an edge of the plot: sideways in time, and up and down to the lanes a bar may go to. */
export interface EdgePan {
  begin(x: number, y: number): void;
  over(x: number, y: number): void;
  end(): void;
}

/** @param follow called after each step, so that what is held goes along */
export function createEdgePan(engine: Engine, follow: () => void): EdgePan {
  const { state } = engine;
  let frame = 0;
  let speed = { x: 0, y: 0 };
  // Not before the pointer has been away from the edges: a bar that lies at one is not panned off at the first touch.
  let may = { x: false, y: false };

  const speedAt = (at: number, size: number): number => {
    return at < EDGE_PX ? -EDGE_SPEED_PX : at > size - EDGE_PX ? EDGE_SPEED_PX : 0;
  };
  const step = (): void => {
    frame = 0;
    const x = may.x ? speed.x : 0;
    const y = may.y && state.drag?.mode === 'move' ? speed.y : 0;
    if (!state.drag || (x === 0 && y === 0)) return;
    if (x !== 0) engine.setView(panView(state.view, x * engine.scale().msPerPx));
    if (y !== 0) engine.scrollTo(state.scrollTop + y);
    follow();
    frame = requestAnimationFrame(step);
  };
  return {
    begin(x, y) {
      may = { x: speedAt(x, state.width) === 0, y: speedAt(y, state.height) === 0 };
    },
    over(x, y) {
      speed = { x: speedAt(x, state.width), y: speedAt(y, state.height) };
      may = { x: may.x || speed.x === 0, y: may.y || speed.y === 0 };
      if (frame === 0 && (speed.x !== 0 || speed.y !== 0)) frame = requestAnimationFrame(step);
    },
    end() {
      if (frame !== 0) cancelAnimationFrame(frame);
      frame = 0;
      speed = { x: 0, y: 0 };
    },
  };
}
