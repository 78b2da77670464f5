import { type Colour, kindColour } from './display-list.ts';
import { clampX, type DrawContext, type Extent, labelRight, type MarkBox } from './draw-context.ts';
import { drawConflict } from './draw-signs.ts';
import { SIZE } from './sizes.ts';
import { placeLabel } from './text-fit.ts';
import type { TimelineItem } from './types.ts';

const LEAST_LEG_PX = 4;

/** A journey: solid legs, and a thin line where it waits. */
export function drawLegs(context: DrawContext, box: MarkBox, item: TimelineItem): Extent {
  const { scale, items } = context;
  const x0 = clampX(scale.xOf(box.mark.fromAt), scale);
  const end = Math.min(clampX(scale.xOf(box.mark.toAt), scale), box.nextX);
  const y = Math.round(box.middleY - SIZE.bar / 2);
  const middle = Math.round(box.middleY);
  const isUnstaffed = item.state === 'unstaffed';
  const stroke: Colour = isUnstaffed ? '--u-line' : item.state === 'struck' ? '--line-ctl' : kindColour(item.kind);
  items.push({ type: 'rect', x: x0, y: middle - 1, w: Math.max(0, end - x0), h: 2, fill: stroke });
  let x1 = end;
  for (const leg of item.legs ?? []) {
    const x = Math.round(clampX(scale.xOf(leg.fromAt), scale));
    const w = Math.max(LEAST_LEG_PX, Math.round(clampX(scale.xOf(leg.toAt), scale)) - x);
    x1 = Math.max(x1, x + w);
    const frame = { x: x + 0.5, y: y + 0.5, w: w - 1, h: SIZE.bar - 1, r: 1.5 };
    if (item.state === 'normal') items.push({ type: 'rect', ...frame, fill: stroke, stroke });
    else {
      const dash = item.state === 'struck' ? undefined : isUnstaffed ? [2, 2] : [3, 2];
      items.push({ type: 'rect', ...frame, fill: '--tl-lane', stroke, dash, lineWidth: isUnstaffed ? 1.5 : 1 });
    }
  }
  drawConflict(context, item, x1, x1, y);
  const label = placeLabel(item.label, item.shortLabel, 0, box.roomX - x1 - 8, context.measure);
  const labelX = label ? labelRight(context, label.text, x1 + 5, box.middleY, item) : x1;
  return { x0, x1, labelX };
}
