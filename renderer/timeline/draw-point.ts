import { type Colour, kindColour, kindText, kindTint } from './display-list.ts';
import { clampX, type DrawContext, type Extent, labelRight, type MarkBox } from './draw-context.ts';
import { boundRoom, drawBound, drawConflict } from './draw-signs.ts';
import type { Placed } from './prepare.ts';
import { SIZE } from './sizes.ts';
import { placeLabel } from './text-fit.ts';
import type { TimelineItem } from './types.ts';

const DIAMOND = `M0-${SIZE.glyph}l${SIZE.glyph} ${SIZE.glyph}-${SIZE.glyph} ${SIZE.glyph}-${SIZE.glyph}-${SIZE.glyph}z`;
const CIRCLE = 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z';
const TICK = 'M-2.6 0l1.9 2 3.4-3.8';
const BREACH = `M-5-9h10v18h-10z`;

/** A point in time, or several near ones as a disc with their number. */
export function drawPoint(context: DrawContext, box: MarkBox): Extent | null {
  const { members, fromAt, toAt } = box.mark;
  const [thing] = members;
  if (!thing) return null;
  const middle = context.scale.xOf((fromAt + toAt) / 2);
  if (members.length > 1)
    return drawDisc(context, members, Math.max(middle, box.previousX + SIZE.disc + 1), box.middleY);
  const x = Math.round(middle);
  drawGlyph(context, thing, x, box.middleY);
  const { item } = thing;
  const half = item.kind === 'breach' ? 5 : SIZE.glyph;
  drawBound(context, item, x - half, x + half, box.middleY);
  drawConflict(context, item, x, x + half, box.middleY - half);
  const right = x + half + boundRoom(item, 'after');
  const label = placeLabel(item.label, item.shortLabel, 0, box.roomX - right - 8, context.measure);
  const labelX = label ? labelRight(context, label.text, right + 4, box.middleY, item) : right;
  return { x0: x - half, x1: x + half, labelX };
}

function colourOf(item: TimelineItem): Colour {
  return item.state === 'struck' ? '--line-ctl' : item.state === 'unstaffed' ? '--u-line' : kindColour(item.kind);
}

function drawGlyph({ items }: DrawContext, thing: Placed, x: number, y: number): void {
  const { item } = thing;
  const uncertain = thing.uncertain !== null || item.bound !== undefined;
  const stroke = colourOf(item);
  const isReview = item.kind === 'assess' || item.done !== undefined;
  const d = item.kind === 'breach' ? BREACH : isReview ? CIRCLE : DIAMOND;
  const at = { x, y } as const;
  if (item.kind === 'breach' && item.state === 'normal') {
    const frame = { x: x - 4.5, y: y - 8.5, w: 9, h: 17, r: 2 };
    items.push({ type: 'rect', ...frame, fill: kindTint('breach') });
    items.push({ type: 'pattern', kind: 'breach', ...frame, originX: x, opacity: uncertain ? 0.4 : 1 });
    items.push({ type: 'rect', ...frame, stroke, lineWidth: 1.5, dash: uncertain ? [2, 2] : undefined });
    return;
  }
  if (item.state !== 'normal') {
    const dash = item.state === 'struck' ? undefined : [2.5, 2];
    items.push({ type: 'path', d, ...at, fill: '--tl-lane', stroke, lineWidth: 1.5, dash });
    if (item.state === 'struck') {
      items.push({ type: 'line', x1: x - 7, y1: y + 0.5, x2: x + 7, y2: y + 0.5, stroke: '--text-2' });
    }
    return;
  }
  if (uncertain || (isReview && !item.done)) {
    items.push({ type: 'path', d, ...at, fill: '--surface', stroke, lineWidth: 1.5 });
    // The middle half filled: the same sign as on a whisker, too small for its ends to be seen.
    if (uncertain) items.push({ type: 'path', d, ...at, scale: 0.5, fill: stroke, opacity: 0.4 });
    return;
  }
  items.push({ type: 'path', d, ...at, fill: stroke });
  if (isReview) items.push({ type: 'path', d: TICK, ...at, stroke: '--tl-lane', lineWidth: 1.5 });
}

function drawDisc(context: DrawContext, members: readonly Placed[], middle: number, y: number): Extent {
  // Above the now line: a number with a line through it cannot be read.
  const { labels: items, measure } = context;
  const [first] = members;
  const kind = first?.item.kind;
  const isOneKind = members.every((member) => member.item.kind === kind);
  const colour: Colour = kind && isOneKind ? kindColour(kind) : '--text-2';
  const isPale = members.every((member) => member.uncertain !== null);
  const text = context.count(members.length);
  const w = Math.max(2 * SIZE.disc, Math.ceil(measure(text, 'strong')) + 9);
  const x = Math.round(middle - w / 2);
  const r = kind === 'breach' && isOneKind ? 2 : SIZE.disc;
  const frame = { x: x + 0.5, y: y - SIZE.disc + 0.5, w: w - 1, h: 2 * SIZE.disc - 1, r };
  if (isPale) {
    items.push({ type: 'rect', ...frame, fill: '--surface', stroke: colour, lineWidth: 1.5 });
  } else {
    items.push({ type: 'rect', ...frame, fill: colour, stroke: colour });
  }
  const fill: Colour = isPale ? (kind && isOneKind ? kindText(kind) : '--text-2') : '--tl-lane';
  items.push({ type: 'text', x: x + w / 2, y: y + 4, text, font: 'strong', fill, align: 'middle' });
  return { x0: x, x1: x + w, labelX: x + w };
}

/** An uncertain time: dashed over all of it, the middle half filled at 40 %, never a point. */
export function drawWhisker(context: DrawContext, box: MarkBox): Extent | null {
  const { scale, items, labels, measure } = context;
  const { members } = box.mark;
  const [thing] = members;
  if (!thing) return null;
  const { item } = thing;
  const stroke = colourOf(item);
  const x0 = scale.xOf(box.mark.fromAt);
  const x1 = scale.xOf(box.mark.toAt);
  const y = Math.round(box.middleY);
  const left = Math.round(clampX(x0, scale)) + 0.5;
  const right = Math.round(clampX(x1, scale)) - 0.5;
  const dash = [2, 2];
  items.push({ type: 'line', x1: left, y1: y - 6, x2: left, y2: y + 6, stroke, dash });
  items.push({ type: 'line', x1: right, y1: y - 6, x2: right, y2: y + 6, stroke, dash });
  items.push({ type: 'line', x1: left, y1: y + 0.5, x2: right, y2: y + 0.5, stroke, dash });
  const core0 = clampX(x0 + (x1 - x0) / 4, scale);
  const core1 = clampX(x1 - (x1 - x0) / 4, scale);
  if (core1 > core0)
    items.push({ type: 'rect', x: core0, y: y - 6, w: core1 - core0, h: 12, fill: stroke, opacity: 0.4 });

  if (members.length > 1) {
    const middle = (Math.max(left, 0) + Math.min(right, scale.width)) / 2;
    drawDisc(context, members, middle, y);
    return { x0: left, x1: right, labelX: right };
  }
  const visible = Math.min(right, scale.width) - Math.max(left, 0);
  // Inside only as a last resort: a label beside the mark leaves its extent to be seen.
  const outside = box.roomX - right - 8;
  const place =
    placeLabel(item.label, item.shortLabel, 0, outside, measure) ??
    placeLabel(item.label, item.shortLabel, visible - 16, 0, measure);
  if (!place) return { x0: left, x1: right, labelX: right };
  if (!place.isInside) return { x0: left, x1: right, labelX: labelRight(context, place.text, right + 4, y, item) };
  const x = Math.max(left, 0) + 8;
  const w = measure(place.text, 'label') + 8;
  labels.push({ type: 'rect', x: x - 4, y: y - 7, w, h: 14, r: 2, fill: '--tl-lane' });
  labels.push({ type: 'text', x, y: y + 4, text: place.text, font: 'label', fill: '--text' });
  return { x0: left, x1: right, labelX: right };
}
