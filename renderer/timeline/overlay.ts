import type { LaneStrip } from './arrange.ts';
import { kindColour, type Primitive } from './display-list.ts';
import type { DragPreview } from './drag.ts';
import { drawPreview, type PreviewState } from './draw-preview.ts';
import type { Pointed } from './hit-test.ts';
import { hasEdges, singleItem } from './hit-test.ts';
import type { Hit } from './layout.ts';
import { type BarBox, handles, ring } from './rings.ts';
import type { Box } from './selection.ts';
import { SIZE } from './sizes.ts';

/** What lies over the items: hover, selection, focus, a drag. */
export interface OverlayState extends PreviewState {
  readonly hits: readonly Hit[];
  readonly pointed: Pointed | null;
  readonly selectedId: string | null;
  readonly selectedIds: ReadonlySet<string>;
  readonly box: Box | null;
  /** The plot has the keyboard. */
  readonly isFocused: boolean;
  readonly preview: DragPreview | null;
  /** Lane of the item with the keyboard. */
  readonly selectedLane: LaneStrip | null;
}

/** Display list of the overlay. */
export function layoutOverlay(state: OverlayState): Primitive[] {
  const list: Primitive[] = [];
  const { pointed, hits, preview, box, selectedLane } = state;
  if (selectedLane) {
    const { h } = selectedLane;
    const frame = { x: 0, y: selectedLane.y - state.scrollTop, w: state.scale.width, h };
    list.push({ type: 'rect', ...frame, fill: '--accent', opacity: 0.06 });
  }
  if (preview) drawPreview(list, state, preview);
  // What is edited has a ring of its own; the reader may have gone on to another item.
  const edited = new Set(
    preview?.mode === 'cut' || preview?.mode === 'handOver' ? [] : preview?.items.map((i) => i.id),
  );
  if (pointed && !preview) drawHover(list, pointed.hit);
  if (state.selectedIds.size > 0 && preview?.id !== null) {
    for (const hit of hits) drawSelected(list, state, hit, edited);
  }
  if (box) {
    const frame = { x: box.x0 + 0.5, y: box.y0 + 0.5, w: box.x1 - box.x0, h: box.y1 - box.y0 };
    list.push({ type: 'rect', ...frame, fill: '--accent', opacity: 0.08 });
    list.push({ type: 'rect', ...frame, stroke: '--accent', dash: [3, 3] });
  }
  return list;
}

function drawSelected(list: Primitive[], state: OverlayState, hit: Hit, edited: ReadonlySet<string | null>): void {
  const { selectedIds, selectedId } = state;
  const members = hit.mark.members.filter(({ item }) => selectedIds.has(item.id) && !edited.has(item.id));
  if (members.length === 0) return;
  const box = boxOf(hit);
  ring(list, box, 1.5, '--accent');
  if (!members.some(({ item }) => item.id === selectedId)) return;
  const item = singleItem(hit);
  if (item && hasEdges(item)) handles(list, box, item.endAt !== null);
  if (state.isFocused) ring(list, box, 5.5, '--focus');
}

function boxOf(hit: Hit): BarBox {
  return { x0: hit.x0, x1: hit.x1, middleY: (hit.y0 + hit.y1) / 2 };
}

/** Nothing moves on hover: a thicker outline only. */
function drawHover(list: Primitive[], hit: Hit): void {
  const item = hit.mark.members[0]?.item;
  if (!item || item.coverage) return;
  const isRound = hit.mark.form === 'glyph';
  const { x0, x1, middleY } = boxOf(hit);
  const half = isRound ? SIZE.disc : SIZE.bar / 2;
  const frame = { x: x0 + 0.25, y: middleY - half + 0.25, w: x1 - x0 - 0.5, h: 2 * half - 0.5 };
  const stroke = kindColour(item.kind);
  if (hit.mark.form === 'whisker') return;
  if (isRound && hit.mark.members.length === 1) {
    list.push({ type: 'rect', ...frame, x: frame.x - 2, w: frame.w + 4, r: 9, stroke, lineWidth: 1.5 });
    return;
  }
  list.push({ type: 'rect', ...frame, r: isRound ? 8 : 3, stroke, lineWidth: 2 });
}
