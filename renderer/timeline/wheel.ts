import type { Engine } from './engine.ts';
import { panView, zoomView } from './scale.ts';

const LINE_PX = 18;
/** Wheel travel that doubles the zoom, px; a pinch on a touchpad tells far smaller figures. */
const DOUBLE_PX = 240;
const PINCH_DOUBLE_PX = 40;
const PINCH_MOST_PX = 30;

/** Wheel: scroll the lanes; with Ctrl or Command zoom at the pointer; with Shift, or sideways, pan. */
export function listenToWheel(engine: Engine): () => void {
  const { scroller, plot } = engine.dom;
  const onWheel = (event: WheelEvent): void => {
    const { state } = engine;
    const unit = event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? state.height : 1;
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    const scale = engine.scale();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const x = event.clientX - plot.getBoundingClientRect().left;
      const double = Math.abs(dy) < PINCH_MOST_PX ? PINCH_DOUBLE_PX : DOUBLE_PX;
      const at = scale.atOf(Math.max(0, Math.min(state.width, x)));
      engine.setView(zoomView(state.view, 2 ** (-dy / double), at));
      return;
    }
    const sideways = event.shiftKey && dx === 0 ? dy : dx;
    if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) {
      event.preventDefault();
      engine.setView(panView(state.view, sideways * scale.msPerPx));
      return;
    }
    const before = state.scrollTop;
    engine.scrollTo(before + dy);
    // At its end the page around may scroll on.
    if (state.scrollTop !== before) event.preventDefault();
  };
  const onScroll = (): void => engine.scrollTo(scroller.scrollTop);
  scroller.addEventListener('wheel', onWheel, { passive: false });
  scroller.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    scroller.removeEventListener('wheel', onWheel);
    scroller.removeEventListener('scroll', onScroll);
  };
}
