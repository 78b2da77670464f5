import type { Colour, Primitive } from './display-list.ts';
import { SIZE } from './sizes.ts';

/** Place of a bar, px of the plot. */
export interface BarBox {
  readonly x0: number;
  readonly x1: number;
  readonly middleY: number;
}

export function ring(list: Primitive[], { x0, x1, middleY }: BarBox, away: number, stroke: Colour): void {
  const half = SIZE.bar / 2;
  const frame = { x: x0 - away, y: middleY - half - away, w: x1 - x0 + 2 * away, h: SIZE.bar + 2 * away };
  list.push({ type: 'rect', ...frame, r: 2.5 + away, stroke, lineWidth: 2 });
}

export function handles(list: Primitive[], { x0, x1, middleY }: BarBox, hasEnd: boolean): void {
  for (const x of hasEnd ? [x0 - 1, x1] : [x0 - 1]) {
    const frame = { x: x - 2.5, y: middleY - 6, w: 5, h: 12, r: 2.5 };
    list.push({ type: 'rect', ...frame, fill: '--surface', stroke: '--accent', lineWidth: 1.5 });
  }
}
