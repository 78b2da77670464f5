import { kindColour, kindTint } from './display-list.ts';
import { clampX, type DrawContext, type Extent, labelRight, type MarkBox } from './draw-context.ts';
import { SIZE } from './sizes.ts';
import { placeLabel } from './text-fit.ts';

/** A running limit: a thin bar filled up to now, ink posts at its limits, words behind it. */
export function drawClock(context: DrawContext, box: MarkBox): Extent | null {
  const { scale, items, measure } = context;
  const [thing] = box.mark.members;
  if (!thing) return null;
  const { item } = thing;
  const x0 = Math.round(clampX(scale.xOf(item.startAt), scale));
  const x1 = Math.round(clampX(scale.xOf(item.endAt ?? Number.POSITIVE_INFINITY), scale));
  const y = Math.round(box.middleY - SIZE.bar / 2);
  const stroke = kindColour(item.kind);
  const frame = { x: x0 + 0.5, y: y + 3.5, w: Math.max(2, x1 - x0 - 1), h: SIZE.bar - 7, r: 2 };
  items.push({ type: 'rect', ...frame, fill: kindTint(item.kind), stroke });
  const nowX = context.nowAt === null ? x1 : Math.min(x1, clampX(scale.xOf(context.nowAt), scale));
  if (nowX > x0) items.push({ type: 'rect', x: x0, y: y + 3, w: nowX - x0, h: SIZE.bar - 6, fill: stroke });
  const posts = [...(item.posts ?? []), ...(item.endAt === null ? [] : [item.endAt])];
  for (const at of posts) {
    const x = Math.round(scale.xOf(at));
    if (x >= -2 && x <= scale.width + 2) {
      items.push({ type: 'rect', x: x - 1, y, w: 2, h: SIZE.bar, fill: '--u-line' });
    }
  }
  let labelX = x1;
  if (item.shortLabel) {
    const firstPost = posts.map((at) => scale.xOf(at)).find((x) => x > nowX) ?? x1;
    const room = firstPost - nowX;
    if (room >= measure(item.shortLabel, 'label') + 8 && nowX >= 0) {
      const x = (nowX + firstPost) / 2;
      const text = item.shortLabel;
      items.push({ type: 'text', x, y: box.middleY + 4, text, font: 'label', fill: '--text', align: 'middle' });
    }
  }
  const label = placeLabel(item.label, undefined, 0, box.roomX - x1 - 10, measure);
  if (label) labelX = labelRight(context, label.text, x1 + 6, box.middleY, item);
  return { x0, x1, labelX };
}
