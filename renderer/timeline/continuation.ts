import type { Primitive } from './display-list.ts';

const W = 6;
const H = 14;

/**
 * Sign of a bar that goes on beyond the edge of a page: a wedge in ink on a plate, which is read over any fill.
 * @param edgeX the page's edge, px of the plot
 */
export function continuation(edgeX: number, middleY: number, side: 'before' | 'after'): Primitive[] {
  const x = side === 'before' ? edgeX : edgeX - W;
  const d = side === 'before' ? 'M4.5-3.5L1 0L4.5 3.5z' : 'M1.5-3.5L5 0L1.5 3.5z';
  return [
    { type: 'rect', x, y: middleY - H / 2, w: W, h: H, fill: '--surface' },
    { type: 'path', d, x, y: middleY, fill: '--u-line' },
  ];
}
