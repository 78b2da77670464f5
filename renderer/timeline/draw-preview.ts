import type { Arrangement } from './arrange.ts';
import { kindColour, kindTint, type Primitive } from './display-list.ts';
import type { DraggedItem, DraggedTimes, DragPreview } from './drag.ts';
import { type BarBox, handles, ring } from './rings.ts';
import type { Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import type { TimelineKind } from './types.ts';

/** What a preview is drawn into. */
export interface PreviewState {
  readonly arrangement: Arrangement;
  readonly scale: Scale;
  readonly scrollTop: number;
  readonly height: number;
  /** Row within its lane that a dragged item came from. */
  readonly rowOf: (id: string | null) => number;
  /** Word on the bar that is held, if it fits. */
  readonly dragLabel: string;
  /** Its width, px. */
  readonly dragLabelW: number;
}

/** The bars of an edit at their new times, ghosts where they were, and a line up to the axis from the edge that moves. */
export function drawPreview(list: Primitive[], state: PreviewState, preview: DragPreview): void {
  const { scale } = state;
  const place = (times: DraggedTimes, item: DraggedItem): BarBox | null => {
    const strip = state.arrangement.laneById.get(times.laneId);
    if (!strip) return null;
    const x0 = Math.round(scale.xOf(times.startAt));
    const x1 = times.endAt === null ? x0 : Math.round(scale.xOf(times.endAt));
    // A stacked bar is shown in the row it came from; its new row is known when the data are.
    const from = item.original?.laneId === times.laneId ? state.rowOf(item.id) : 0;
    return { x0, x1, middleY: strip.y - state.scrollTop + strip.rowHeight * (from + 0.5) };
  };
  const held = place(preview, preview);
  if (!held) return;
  if (preview.cutAt !== null) {
    drawCut(list, Math.round(scale.xOf(preview.cutAt)) + 0.5, held.middleY, preview.mode === 'handOver');
    return;
  }
  for (const item of preview.items) {
    const box = place(item, item);
    if (box) drawItem(list, state, preview, item, box, item.original ? place(item.original, item) : null);
  }
  const x = (preview.edge === 'start' ? held.x0 : held.x1) + 0.5;
  const up = { x1: x, y1: 0, x2: x, y2: held.middleY - 11 };
  list.push({ type: 'line', ...up, stroke: '--accent', dash: [3, 3], opacity: 0.8 });
}

function drawItem(
  list: Primitive[],
  state: PreviewState,
  preview: DragPreview,
  item: DraggedItem,
  box: BarBox,
  original: BarBox | null,
): void {
  const { scale } = state;
  const { mode } = preview;
  const isPoint = item.endAt === null && mode !== 'start' && mode !== 'end';
  const shown = isPoint ? { ...box, x0: box.x0 - SIZE.glyph, x1: box.x0 + SIZE.glyph } : open(box, item, scale);
  const isNew = mode === 'copy' || mode === 'repeat' || mode === 'create';
  if (original && !isPoint && !isNew) ghost(list, open(original, item.original ?? item, scale));
  const isResize = mode === 'start' || mode === 'end';
  const kept = original && isResize ? open(original, item.original ?? item, scale) : shown;
  body(list, { ...shown, x0: Math.max(shown.x0, kept.x0), x1: Math.min(shown.x1, kept.x1) }, item.kind, isNew);
  if (kept.x0 > shown.x0) body(list, { ...shown, x1: kept.x0 }, item.kind, true);
  if (kept.x1 < shown.x1) body(list, { ...shown, x0: kept.x1 }, item.kind, true);
  ring(list, shown, 1.5, '--accent');
  const isHeld = item.id === preview.id && item.startAt === preview.startAt;
  if (!isHeld || isPoint) return;
  if (state.dragLabel) {
    const x = Math.max(shown.x0, 0) + 9;
    const plate = { x: x - 3, y: box.middleY - 7, w: state.dragLabelW + 6, h: SIZE.bar - 4, r: 2 };
    list.push({ type: 'rect', ...plate, fill: kindTint(item.kind) });
    list.push({ type: 'text', x, y: box.middleY + 4, text: state.dragLabel, font: 'label', fill: '--text' });
  }
  handles(list, shown, item.endAt !== null);
}

/** A post through the bar where it would be cut; for a relief with an arrow on to the one who takes over. */
function drawCut(list: Primitive[], x: number, middleY: number, isHandOver: boolean): void {
  list.push({ type: 'line', x1: x, y1: 0, x2: x, y2: middleY - 13, stroke: '--accent', dash: [3, 3], opacity: 0.8 });
  list.push({ type: 'rect', x: x - 1, y: middleY - 13, w: 2, h: 26, fill: '--accent' });
  if (!isHandOver) return;
  const arrow = 'M-7 0h14M3-4l4 4-4 4';
  list.push({ type: 'path', d: arrow, x: x + 10, y: middleY, stroke: '--accent', lineWidth: 2 });
}

/** An open end reaches out of the window. */
function open(box: BarBox, times: DraggedTimes, scale: Scale): BarBox {
  return times.endAt === null ? { ...box, x1: scale.width + 8 } : box;
}

function frameOf({ x0, x1, middleY }: BarBox, least: number) {
  return { x: x0 + 0.5, y: middleY - SIZE.bar / 2 + 0.5, w: Math.max(least, x1 - x0 - 1), h: SIZE.bar - 1, r: 3 };
}

function ghost(list: Primitive[], box: BarBox): void {
  list.push({ type: 'rect', ...frameOf(box, 2), stroke: '--line-ctl', dash: [2, 3] });
}

function body(list: Primitive[], box: BarBox, kind: TimelineKind, isAdded: boolean): void {
  if (box.x1 <= box.x0) return;
  const frame = frameOf(box, 1);
  const dash = isAdded ? [3, 2] : undefined;
  list.push({ type: 'rect', ...frame, fill: kindTint(kind), stroke: kindColour(kind), dash });
  if (!isAdded) list.push({ type: 'pattern', kind, ...frame, originX: box.x0, opacity: 0.3 });
}
