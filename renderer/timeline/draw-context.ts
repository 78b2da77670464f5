import type { Colour, Measure, Primitive } from './display-list.ts';
import type { Mark } from './marks.ts';
import type { Scale } from './scale.ts';
import type { TimelineItem } from './types.ts';

/** Where the drawing functions put their primitives, and what they may ask. */
export interface DrawContext {
  readonly scale: Scale;
  readonly measure: Measure;
  readonly nowAt: number | null;
  readonly count: (count: number) => string;
  /** Bars, strips, points. */
  readonly items: Primitive[];
  /** What must be read: labels, chips, discs, gaps. Above the bars and the now line. */
  readonly labels: Primitive[];
}

/** A mark at its place in the row. */
export interface MarkBox {
  readonly mark: Mark;
  /** Middle of the row, px. */
  readonly middleY: number;
  /** Left edge of the next mark in the row, px; `Infinity` after the last. */
  readonly nextX: number;
  /** Right limit of labels beside the mark: the next mark or the window's edge, px. */
  readonly roomX: number;
  /** Right edge of what has been drawn before it in the row. */
  readonly previousX: number;
}

/** Extent a mark was drawn over, for pointing and rings; `labelX` is the right edge with its label. */
export interface Extent {
  readonly x0: number;
  readonly x1: number;
  readonly labelX: number;
}

/** Keeps coordinates near the window: painters lose precision on very long bars. */
export function clampX(x: number, scale: Scale): number {
  return Math.max(-8, Math.min(scale.width + 8, x));
}

/** Draws a label to the right of a mark; returns its right edge. */
export function labelRight(
  context: DrawContext,
  text: string,
  x: number,
  middleY: number,
  item: TimelineItem | null,
  isStrong = false,
): number {
  const font = isStrong ? 'strong' : 'label';
  const fill: Colour = item?.state === 'struck' ? '--text-3' : '--text';
  const y = middleY + 4;
  context.labels.push({ type: 'text', x, y, text, font, fill, halo: '--tl-lane' });
  const right = x + context.measure(text, font);
  if (item?.state === 'struck') strikeThrough(context.labels, x, right, middleY);
  return right;
}

export function strikeThrough(list: Primitive[], x0: number, x1: number, middleY: number): void {
  const y = Math.round(middleY) + 0.5;
  list.push({ type: 'line', x1: x0, y1: y, x2: x1, y2: y, stroke: '--text-2' });
}
