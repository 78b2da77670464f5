import type { Engine } from './engine.ts';
import { overviewWindow } from './overview.ts';
import type { TimeSpan } from './types.ts';

const HANDLE_PX = 6;

/** Overview: drag the window, drag its edges, press beside it to go there. */
export function listenToOverview(engine: Engine): () => void {
  const canvas = engine.dom.overview;
  if (!canvas) return () => {};
  let drag: { part: 'window' | 'from' | 'to'; at: number; view: TimeSpan } | null = null;

  const place = (event: PointerEvent) => {
    const scale = engine.overviewScale();
    if (!scale) return null;
    const x = event.clientX - canvas.getBoundingClientRect().left;
    const { x0, x1 } = overviewWindow(scale, engine.state.view);
    const part =
      Math.abs(x - x0) <= HANDLE_PX
        ? 'from'
        : Math.abs(x - x1) <= HANDLE_PX
          ? 'to'
          : x > x0 && x < x1
            ? 'window'
            : null;
    return { at: scale.atOf(x), part } as const;
  };
  const onDown = (event: PointerEvent): void => {
    const found = place(event);
    if (!found || event.button !== 0) return;
    const { view } = engine.state;
    if (found.part === null) {
      const half = (view.toAt - view.fromAt) / 2;
      engine.setView({ fromAt: found.at - half, toAt: found.at + half });
    }
    drag = { part: found.part ?? 'window', at: found.at, view: engine.state.view };
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const onMove = (event: PointerEvent): void => {
    const found = place(event);
    if (!found) return;
    if (!drag) {
      canvas.style.cursor = found.part === 'window' ? 'grab' : found.part === null ? 'pointer' : 'ew-resize';
      return;
    }
    const by = found.at - drag.at;
    const { fromAt, toAt } = drag.view;
    if (drag.part === 'window') engine.setView({ fromAt: fromAt + by, toAt: toAt + by });
    else if (drag.part === 'from') engine.setView({ fromAt: Math.min(fromAt + by, toAt - 1), toAt });
    else engine.setView({ fromAt, toAt: Math.max(toAt + by, fromAt + 1) });
  };
  const onUp = (): void => {
    drag = null;
  };
  canvas.addEventListener('pointerdown', onDown);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerup', onUp);
  canvas.addEventListener('pointercancel', onUp);
  return () => {
    canvas.removeEventListener('pointerdown', onDown);
    canvas.removeEventListener('pointermove', onMove);
    canvas.removeEventListener('pointerup', onUp);
    canvas.removeEventListener('pointercancel', onUp);
  };
}
