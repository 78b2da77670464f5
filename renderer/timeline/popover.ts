import type { Hit } from './layout.ts';

/** A rectangle of the plot, px. */
export interface Anchor {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const AWAY_PX = 16;

/**
 * Puts a filled element beside an anchor, where it covers the fewest marks and never a gap if that can be helped.
 * @param size of the plot, px
 */
export function placePopover(
  element: HTMLElement,
  anchor: Anchor,
  hits: readonly Hit[],
  size: { width: number; height: number },
): void {
  element.hidden = false;
  const w = element.offsetWidth;
  const h = element.offsetHeight;
  const places = [
    { x: anchor.x + AWAY_PX, y: anchor.top - h - 2 },
    { x: anchor.x + AWAY_PX, y: anchor.bottom + 2 },
    { x: anchor.x - AWAY_PX - w, y: anchor.top - h - 2 },
    { x: anchor.x - AWAY_PX - w, y: anchor.bottom + 2 },
  ];
  let best = { x: 0, y: 0, cost: Number.POSITIVE_INFINITY };
  for (const { x, y } of places) {
    const fitX = Math.max(4, Math.min(x, size.width - w - 4));
    const fitY = Math.max(4, Math.min(y, size.height - h - 4));
    const moved = Math.abs(fitX - x) + Math.abs(fitY - y);
    const cost = moved * 2 + coverCost(hits, fitX, fitY, w, h);
    if (cost < best.cost) best = { x: fitX, y: fitY, cost };
  }
  element.style.transform = `translate(${Math.round(best.x)}px, ${Math.round(best.y)}px)`;
}

function coverCost(hits: readonly Hit[], x: number, y: number, w: number, h: number): number {
  let cost = 0;
  for (const hit of hits) {
    if (hit.x1 < x || hit.x0 > x + w || hit.y1 < y || hit.y0 > y + h) continue;
    cost += hit.mark.members[0]?.item.coverage === 'gap' ? 1000 : 1;
  }
  return cost;
}
