import type { DrawContext, Extent, MarkBox } from './draw-context.ts';
import { clampX, labelRight } from './draw-context.ts';
import { SIZE } from './sizes.ts';
import type { TimelineItem } from './types.ts';

/** A stretch of a need: a full strip, an outlined one with its lower half filled, or a solid block of ink. */
export function drawCoverage(context: DrawContext, box: MarkBox): Extent | null {
  const { scale, items, measure } = context;
  const [thing] = box.mark.members;
  if (!thing) return null;
  const { coverage } = thing.item;
  const x0 = Math.round(clampX(scale.xOf(box.mark.fromAt), scale));
  const natural = Math.round(clampX(scale.xOf(box.mark.toAt), scale)) - x0;
  const y = Math.round(box.middleY - SIZE.strip / 2);
  const h = SIZE.strip;
  if (coverage !== 'gap') {
    const w = Math.max(2, natural);
    drawPlanned(context, thing.item, x0, w, box.middleY);
    if (coverage === 'covered') {
      items.push({ type: 'rect', x: x0, y, w, h, fill: '--cov-full' });
    } else if (coverage === 'unconfirmed') {
      const frame = { x: x0 + 0.5, y: y + 0.5, w: Math.max(1, w - 1), h: h - 1 };
      items.push({ type: 'rect', ...frame, stroke: '--cov-full', dash: [3, 2] });
    } else {
      const frame = { x: x0 + 0.5, y: y + 0.5, w: w - 1, h: h - 1 };
      items.push({ type: 'rect', ...frame, fill: '--cov-thin-bg', stroke: '--cov-full' });
      items.push({ type: 'rect', x: x0, y: y + h - 6, w, h: 6, fill: '--cov-thin' });
    }
    return { x0, x1: x0 + w, labelX: x0 + w };
  }
  // A gap may hide a sliver of the strip beside it; the strip may never hide a gap.
  const w = Math.max(SIZE.minGap, natural);
  const x = natural < SIZE.minGap ? x0 - Math.round((SIZE.minGap - natural) / 2) : x0;
  drawPlanned(context, thing.item, x0, Math.max(2, natural), box.middleY);
  context.labels.push({ type: 'rect', x, y: y - 2, w, h: SIZE.gap, r: 2, fill: '--u-bg' });
  const count = box.mark.members.length;
  const text = count > 1 ? `×${context.count(count)}` : thing.item.label;
  if (!text) return { x0: x, x1: x + w, labelX: x + w };
  const visible = Math.min(x + w, scale.width) - Math.max(x, 0);
  if (measure(text, 'strong') + 8 <= visible) {
    const middle = Math.max(x, 0) + visible / 2;
    context.labels.push({ type: 'text', x: middle, y: y + 11, text, font: 'strong', fill: '--u-fg', align: 'middle' });
    return { x0: x, x1: x + w, labelX: x + w };
  }
  if (x + w + 4 + measure(text, 'strong') > box.roomX) return { x0: x, x1: x + w, labelX: x + w };
  return { x0: x, x1: x + w, labelX: labelRight(context, text, x + w + 4, box.middleY, null, true) };
}

/** The second layer: under what is known of the past, what had been planned for it. Nothing where nothing had been. */
function drawPlanned({ items }: DrawContext, item: TimelineItem, x: number, w: number, middleY: number): void {
  if (item.planned !== 'covered' && item.planned !== 'thin') return;
  const y = Math.round(middleY) + SIZE.gap / 2 + 1;
  const dash = item.planned === 'thin' ? [3, 2] : undefined;
  items.push({ type: 'line', x1: x, y1: y + 0.5, x2: x + w, y2: y + 0.5, stroke: '--cov-full', lineWidth: 2, dash });
}
