import type { Arrangement } from './arrange.ts';
import { type Colour, kindColour, kindTint, type Primitive } from './display-list.ts';
import type { DraggedTimes, DragPreview } from './drag.ts';
import type { Pointed } from './hit-test.ts';
import { hitOfItem, singleItem } from './hit-test.ts';
import type { Hit } from './layout.ts';
import type { Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import type { TimelineKind } from './types.ts';

/** What lies over the items: hover, selection, focus, a drag. */
export interface OverlayState {
  readonly hits: readonly Hit[];
  readonly pointed: Pointed | null;
  readonly selectedId: string | null;
  /** The plot has the keyboard. */
  readonly isFocused: boolean;
  readonly preview: DragPreview | null;
  /** Row within its lane that the dragged item came from. */
  readonly draggedRow: number;
  /** Word on the dragged bar, if it fits. */
  readonly dragLabel: string;
  readonly arrangement: Arrangement;
  readonly scale: Scale;
  readonly scrollTop: number;
  readonly height: number;
}

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly middleY: number;
}

/** Display list of the overlay. */
export function layoutOverlay(state: OverlayState): Primitive[] {
  const list: Primitive[] = [];
  const { pointed, selectedId, hits, preview } = state;
  if (preview) drawPreview(list, state, preview);
  // An edit that waits for its answer keeps its own ring; the reader may have gone on to another item.
  if (preview && (preview.id === null || preview.id === selectedId)) return list;
  if (pointed) drawHover(list, pointed.hit);
  const selected = selectedId === null ? undefined : hitOfItem(hits, selectedId);
  if (selected) {
    const box = boxOf(selected);
    const item = singleItem(selected);
    ring(list, box, 1.5, '--accent');
    if (item?.editable && item.shape === 'bar' && !item.coverage && !item.legs) handles(list, box, item.endAt !== null);
    if (state.isFocused) ring(list, box, 5.5, '--focus');
  }
  return list;
}

function boxOf(hit: Hit): Box {
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
  if (hit.mark.form === 'whisker') return;
  if (isRound && hit.mark.members.length === 1) {
    list.push({
      type: 'rect',
      ...frame,
      x: frame.x - 2,
      w: frame.w + 4,
      r: 9,
      stroke: kindColour(item.kind),
      lineWidth: 1.5,
    });
    return;
  }
  list.push({ type: 'rect', ...frame, r: isRound ? 8 : 3, stroke: kindColour(item.kind), lineWidth: 2 });
}

function ring(list: Primitive[], { x0, x1, middleY }: Box, away: number, stroke: Colour): void {
  const half = SIZE.bar / 2;
  list.push({
    type: 'rect',
    x: x0 - away,
    y: middleY - half - away,
    w: x1 - x0 + 2 * away,
    h: SIZE.bar + 2 * away,
    r: 2.5 + away,
    stroke,
    lineWidth: 2,
  });
}

function handles(list: Primitive[], { x0, x1, middleY }: Box, hasEnd: boolean): void {
  for (const x of hasEnd ? [x0 - 1, x1] : [x0 - 1]) {
    const frame = { x: x - 2.5, y: middleY - 6, w: 5, h: 12, r: 2.5 };
    list.push({ type: 'rect', ...frame, fill: '--surface', stroke: '--accent', lineWidth: 1.5 });
  }
}

function drawPreview(list: Primitive[], state: OverlayState, preview: DragPreview): void {
  const { scale } = state;
  const place = (times: DraggedTimes): Box | null => {
    const strip = state.arrangement.laneById.get(times.laneId);
    if (!strip) return null;
    const x0 = Math.round(scale.xOf(times.startAt));
    const x1 = times.endAt === null ? x0 : Math.round(scale.xOf(times.endAt));
    // A stacked bar is shown in the row it came from; its new row is known when the data are.
    const from = preview.original?.laneId === times.laneId ? state.draggedRow : 0;
    return { x0, x1, middleY: strip.y - state.scrollTop + strip.rowHeight * (from + 0.5) };
  };
  const box = place(preview);
  if (!box) return;
  const original = preview.original ? place(preview.original) : null;
  const isPoint = preview.endAt === null && (preview.original === null || preview.mode === 'move');
  const shown = isPoint ? { ...box, x0: box.x0 - SIZE.glyph, x1: box.x0 + SIZE.glyph } : open(box, preview, scale);
  if (original && !isPoint) ghost(list, open(original, preview.original ?? preview, scale));
  const kept = original && preview.mode !== 'move' ? open(original, preview.original ?? preview, scale) : shown;
  body(list, { ...shown, x0: Math.max(shown.x0, kept.x0), x1: Math.min(shown.x1, kept.x1) }, preview.kind, false);
  if (kept.x0 > shown.x0) body(list, { ...shown, x1: kept.x0 }, preview.kind, true);
  if (kept.x1 < shown.x1) body(list, { ...shown, x0: kept.x1 }, preview.kind, true);
  ring(list, shown, 1.5, '--accent');
  if (state.dragLabel && !isPoint) {
    const x = Math.max(shown.x0, 0) + 9;
    list.push({ type: 'text', x, y: box.middleY + 4, text: state.dragLabel, font: 'label', fill: '--text' });
  }
  if (!isPoint) handles(list, shown, preview.endAt !== null);
  const x = (preview.edge === 'start' ? box.x0 : box.x1) + 0.5;
  const stroke = '--accent';
  list.push({ type: 'line', x1: x, y1: 0, x2: x, y2: box.middleY - 11, stroke, dash: [3, 3], opacity: 0.8 });
}

/** An open end reaches out of the window. */
function open(box: Box, times: DraggedTimes, scale: Scale): Box {
  return times.endAt === null ? { ...box, x1: scale.width + 8 } : box;
}

function ghost(list: Primitive[], { x0, x1, middleY }: Box): void {
  const frame = { x: x0 + 0.5, y: middleY - SIZE.bar / 2 + 0.5, w: Math.max(2, x1 - x0 - 1), h: SIZE.bar - 1, r: 3 };
  list.push({ type: 'rect', ...frame, stroke: '--line-ctl', dash: [2, 3] });
}

function body(list: Primitive[], { x0, x1, middleY }: Box, kind: TimelineKind, isAdded: boolean): void {
  if (x1 <= x0) return;
  const frame = { x: x0 + 0.5, y: middleY - SIZE.bar / 2 + 0.5, w: Math.max(1, x1 - x0 - 1), h: SIZE.bar - 1, r: 3 };
  const stroke = kindColour(kind);
  list.push({ type: 'rect', ...frame, fill: kindTint(kind), stroke, dash: isAdded ? [3, 2] : undefined });
  if (!isAdded) list.push({ type: 'pattern', kind, ...frame, originX: x0, opacity: 0.3 });
}
