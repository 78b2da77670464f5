import type { Hit } from './layout.ts';
import { SIZE } from './sizes.ts';
import type { TimelineItem } from './types.ts';

/** What lies under the pointer. */
export interface Pointed {
  readonly hit: Hit;
  /** Edge of a bar that may be dragged; null is its body. */
  readonly edge: 'start' | 'end' | null;
}

/** Reach of an edge inwards and outwards, px; a target is 24 px high and at least 11 wide. */
const EDGE_IN_PX = 5;
const EDGE_OUT_PX = 6;
const LEAST_REACH_PX = 12;

/** The topmost mark at a place of the plot, from the layout, not from pixels. */
export function hitTest(hits: readonly Hit[], x: number, y: number, selectedId: string | null): Pointed | null {
  let nearest: { hit: Hit; distance: number } | null = null;
  for (const hit of hits) {
    if (y < hit.y0 || y >= hit.y1) continue;
    const distance = distanceTo(hit, x, selectedId);
    if (distance === null) continue;
    if (!nearest || distance <= nearest.distance) nearest = { hit, distance };
  }
  if (!nearest) return null;
  return { hit: nearest.hit, edge: edgeOf(nearest.hit, x) };
}

/** The mark an item is drawn in: its own, or the disc or bar it is counted in. */
export function hitOfItem(hits: readonly Hit[], id: string): Hit | undefined {
  return hits.find((hit) => hit.mark.members.some((member) => member.item.id === id));
}

/** The item of a mark that stands for one only. */
export function singleItem(hit: Hit): TimelineItem | null {
  return hit.mark.members.length === 1 ? (hit.mark.members[0]?.item ?? null) : null;
}

/** 0 on the mark, 1 on its label, more beside it; null is too far. */
function distanceTo(hit: Hit, x: number, selectedId: string | null): number | null {
  if (x >= hit.x0 && x <= hit.x1) return 0;
  if (x > hit.x1 && x <= hit.labelX) return 1;
  const isSelected = selectedId !== null && singleItem(hit)?.id === selectedId;
  const reach = Math.max(isSelected ? EDGE_OUT_PX : 2, (LEAST_REACH_PX - (hit.x1 - hit.x0)) / 2);
  const away = x < hit.x0 ? hit.x0 - x : x - hit.x1;
  return away <= reach ? 1 + away : null;
}

/** Whether the ends of an item may be dragged, each for itself. */
export function hasEdges(item: TimelineItem): boolean {
  return item.editable && !item.isFixed && item.shape === 'bar' && !item.coverage && !item.legs;
}

function edgeOf(hit: Hit, x: number): 'start' | 'end' | null {
  const item = singleItem(hit);
  if (!item || !hasEdges(item)) return null;
  // A bar too narrow for two edges and a body between them is moved; its edges are dragged after zooming in.
  const inwards = Math.min(EDGE_IN_PX, (hit.x1 - hit.x0) / 3);
  if (hit.x1 - hit.x0 < SIZE.smallBar) return x < hit.x0 ? 'start' : x > hit.x1 ? 'end' : null;
  if (x <= hit.x0 + inwards) return 'start';
  if (x >= hit.x1 - inwards && x <= hit.x1 + EDGE_OUT_PX && item.endAt !== null) return 'end';
  return null;
}
