import type { Engine } from './engine.ts';
import { panView } from './scale.ts';

/** Within this of the plot's edge a drag pans, px, at this many px a frame. */
const EDGE_PX = 28;
const EDGE_SPEED_PX = 9;

/** Pans while a drag is held at an edge of the plot. */
export interface EdgePan {
  begin(x: number): void;
  over(x: number): void;
  end(): void;
}

/** @param follow called after each step, so that what is held goes along */
export function createEdgePan(engine: Engine, follow: () => void): EdgePan {
  const { state } = engine;
  let frame = 0;
  let speed = 0;
  // Not before the pointer has been away from the edges: a bar that lies at one is not panned off at the first touch.
  let mayPan = false;

  const speedAt = (x: number): number => {
    return x < EDGE_PX ? -EDGE_SPEED_PX : x > state.width - EDGE_PX ? EDGE_SPEED_PX : 0;
  };
  const step = (): void => {
    frame = 0;
    if (!state.drag || speed === 0) return;
    engine.setView(panView(state.view, speed * engine.scale().msPerPx));
    follow();
    frame = requestAnimationFrame(step);
  };
  return {
    begin(x) {
      mayPan = speedAt(x) === 0;
    },
    over(x) {
      speed = speedAt(x);
      mayPan ||= speed === 0;
      if (frame === 0 && mayPan && speed !== 0) frame = requestAnimationFrame(step);
    },
    end() {
      if (frame !== 0) cancelAnimationFrame(frame);
      frame = 0;
      speed = 0;
    },
  };
}
