import { type Colour, kindColour } from './display-list.ts';
import type { DrawContext } from './draw-context.ts';
import { SIZE } from './sizes.ts';
import type { TimelineItem } from './types.ts';

const ARROW_PX = 16;
/** Room the sign of a conflict takes at the end of a bar, px. */
const CONFLICT_PX = 16;
/** Ticks in a window narrower than this would run together, px. */
const LEAST_PASSES_PX = 40;
const TRIANGLE = 'M0-5l5.5 9.5h-11z';

/** Room an arrow takes beside a start that is known as a bound only, px. */
export function boundRoom(item: TimelineItem, side: 'before' | 'after'): number {
  return item.bound === side ? ARROW_PX + 3 : 0;
}

/** A dashed arrow away from a start of which only a bound is known: it lies somewhere that way. */
export function drawBound({ items }: DrawContext, item: TimelineItem, x0: number, x1: number, middleY: number): void {
  const { bound } = item;
  if (bound !== 'before' && bound !== 'after') return;
  const stroke: Colour = item.state === 'struck' ? '--line-ctl' : kindColour(item.kind);
  const way = bound === 'before' ? -1 : 1;
  const from = bound === 'before' ? x0 - 1 : x1 + 1;
  const tip = from + way * ARROW_PX;
  const y = Math.round(middleY) + 0.5;
  items.push({ type: 'line', x1: from, y1: y, x2: tip, y2: y, stroke, dash: [2, 2] });
  items.push({ type: 'path', d: `M${-4 * way}-4L0 0L${-4 * way} 4`, x: tip, y, stroke, lineWidth: 1.5 });
}

/** A conflict: the sign of the list in ink, at the end of a bar, above one that is too short to hold it. */
export function drawConflict({ labels }: DrawContext, item: TimelineItem, x0: number, x1: number, top: number): number {
  if (!item.conflict) return 0;
  if (x1 - x0 < CONFLICT_PX + 8) {
    labels.push({ type: 'path', d: TRIANGLE, x: x1, y: top, scale: 0.8, fill: '--u-line', stroke: '--tl-lane' });
    return 0;
  }
  const at = { x: x1 - 9, y: top + SIZE.bar / 2 } as const;
  labels.push({ type: 'rect', x: at.x - 7, y: top + 2, w: 14, h: SIZE.bar - 4, r: 2, fill: '--surface' });
  labels.push({ type: 'path', d: TRIANGLE, ...at, fill: '--surface', stroke: '--u-line', lineWidth: 1.5 });
  labels.push({ type: 'path', d: 'M0-1.6v2.6', ...at, stroke: '--u-line', lineWidth: 1.2 });
  return CONFLICT_PX;
}

/** Passes of a patrol within its window: ticks where their times have been drawn, else their number alone. */
export function drawPasses(context: DrawContext, item: TimelineItem, x0: number, w: number, y: number): number {
  const { passes } = item;
  if (!passes) return 0;
  const { items, labels, scale, measure, count } = context;
  const fill: Colour = item.state === 'unstaffed' ? '--u-line' : kindColour(item.kind);
  for (const at of w < LEAST_PASSES_PX ? [] : (passes.at ?? [])) {
    const x = Math.round(scale.xOf(at));
    if (x >= x0 && x <= x0 + w) items.push({ type: 'rect', x: x - 1, y: y + 4, w: 3, h: 10, r: 1, fill });
  }
  const text = `×${count(passes.count)}`;
  const textW = Math.ceil(measure(text, 'strong'));
  const right = Math.min(x0 + w, scale.width) - 5;
  if (textW + 16 > right - Math.max(0, x0)) return 0;
  const plate = { x: right - textW - 3, y: y + 2, w: textW + 6, h: 14, r: 2 };
  labels.push({ type: 'rect', ...plate, fill: item.state === 'normal' ? `--k-${item.kind}-tint` : '--tl-lane' });
  labels.push({ type: 'text', x: right, y: y + 13, text, font: 'strong', fill: '--text', align: 'end' });
  return textW + 10;
}
