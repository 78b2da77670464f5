import type { LayoutEnvironment } from './axis.ts';
import { kindColour, kindTint, type Primitive } from './display-list.ts';
import type { DragPreview } from './drag.ts';
import { createScale, type Scale } from './scale.ts';
import { ticksOf } from './ticks.ts';
import type { CoverageState, TimeSpan } from './types.ts';

const HOUR = 3_600_000;
/** Always so long, whatever the zoom: a drag of one hour can be seen. */
const LENS_MS = 14 * HOUR;
/** The dragged edge stays this far from the lens's own edges. */
const EDGE_MS = 2 * HOUR;

/** Time the lens shows: around the bar where it fits, else around the edge; it stands still while the edge is in it. */
export function lensSpan(
  preview: DragPreview,
  before: TimeSpan | null,
  { clock }: LayoutEnvironment['calendar'],
): TimeSpan {
  const edgeAt = preview.cutAt ?? (preview.edge === 'start' ? preview.startAt : (preview.endAt ?? preview.startAt));
  if (before && edgeAt >= before.fromAt + EDGE_MS && edgeAt <= before.toAt - EDGE_MS) return before;
  const length = preview.endAt === null ? Number.POSITIVE_INFINITY : preview.endAt - preview.startAt;
  const middle = length <= LENS_MS - 2 * EDGE_MS ? preview.startAt + length / 2 : edgeAt;
  const local = clock.toLocal(middle - LENS_MS / 2);
  const fromAt = middle - LENS_MS / 2 - (((local % HOUR) + HOUR) % HOUR);
  return { fromAt, toAt: fromAt + LENS_MS };
}

/** Display list of the lens: hours, the coverage, the bar with what the drag adds dashed. */
export function layoutLens(
  preview: DragPreview,
  coverage: readonly (TimeSpan & { readonly state: CoverageState })[],
  span: TimeSpan,
  size: { readonly width: number; readonly height: number },
  { calendar, format, measure }: Pick<LayoutEnvironment, 'calendar' | 'format' | 'measure'>,
): Primitive[] {
  const scale = createScale(span, size.width);
  const list: Primitive[] = [];
  for (const at of ticksOf({ unit: 'hour', step: 2 }, span, calendar)) {
    const x = scale.xOf(at);
    if (x < 0) continue;
    list.push({ type: 'line', x1: x, y1: 12, x2: x, y2: 34, stroke: '--tl-day' });
    const text = format.hour(calendar.partsOf(at));
    const half = measure(text, 'small') / 2;
    if (x < half || x > size.width - half) continue;
    list.push({ type: 'text', x, y: 9, text, font: 'small', fill: '--text-3', align: 'middle' });
  }
  for (const part of coverage) drawPart(list, part, scale);
  for (const item of preview.items) drawBar(list, item, preview, scale);
  return list;
}

function drawPart(list: Primitive[], part: TimeSpan & { readonly state: CoverageState }, scale: Scale): void {
  const box = boxOf(part.fromAt, part.toAt, scale);
  if (!box) return;
  const frame = { x: box.x, y: 13, w: box.w, h: 6 };
  if (part.state === 'gap') list.push({ type: 'rect', ...frame, y: 12, h: 8, r: 1.5, fill: '--u-bg' });
  else if (part.state === 'covered') list.push({ type: 'rect', ...frame, fill: '--cov-full' });
  else {
    const inner = { x: frame.x + 0.5, y: 13.5, w: Math.max(1, frame.w - 1), h: 5 };
    const dash = part.state === 'unconfirmed' ? [2, 2] : undefined;
    list.push({ type: 'rect', ...inner, fill: '--cov-thin-bg', stroke: '--cov-full', dash });
    if (part.state === 'thin') list.push({ type: 'rect', ...frame, y: 16, h: 3, fill: '--cov-full' });
  }
}

function drawBar(list: Primitive[], item: DragPreview['items'][number], preview: DragPreview, scale: Scale): void {
  const endAt = item.endAt ?? Number.POSITIVE_INFINITY;
  const keepsPlace = preview.mode === 'start' || preview.mode === 'end';
  const kept = keepsPlace ? item.original : null;
  const body = (fromAt: number, toAt: number, isAdded: boolean): void => {
    const box = boxOf(fromAt, toAt, scale);
    if (!box || toAt <= fromAt) return;
    const frame = { x: box.x + 0.5, y: 22.5, w: Math.max(1, box.w - 1), h: 11, r: 2 };
    const stroke = isAdded ? '--accent' : kindColour(item.kind);
    list.push({ type: 'rect', ...frame, fill: kindTint(item.kind), stroke, dash: isAdded ? [3, 2] : undefined });
  };
  const keptFrom = Math.max(item.startAt, kept?.startAt ?? item.startAt);
  const keptTo = Math.min(endAt, kept ? (kept.endAt ?? endAt) : endAt);
  body(keptFrom, keptTo, false);
  body(item.startAt, keptFrom, true);
  body(keptTo, endAt, true);
  const x = scale.xOf(preview.cutAt ?? (preview.edge === 'start' ? item.startAt : endAt));
  if (!(x >= 0 && x <= scale.width)) return;
  const handle = { x: x - 2.5, y: 21, w: 5, h: 14, r: 2.5 };
  list.push({ type: 'rect', ...handle, fill: '--surface', stroke: '--accent', lineWidth: 1.5 });
}

function boxOf(fromAt: number, toAt: number, scale: Scale): { x: number; w: number } | null {
  const x = Math.max(-4, scale.xOf(fromAt));
  const end = Math.min(scale.width + 4, scale.xOf(toAt));
  return end > x ? { x, w: end - x } : null;
}
