import { type Colour, kindColour, kindTint, type Primitive } from './display-list.ts';
import { clampX, type DrawContext, type Extent, labelRight, type MarkBox, strikeThrough } from './draw-context.ts';
import { drawLegs } from './draw-legs.ts';
import { boundRoom, drawBound, drawConflict, drawPasses } from './draw-signs.ts';
import type { Placed } from './prepare.ts';
import type { Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import { placeLabel } from './text-fit.ts';
import type { TimelineItem } from './types.ts';

const LABEL_GAP = 5;
/** Doubt about an edge that is narrower than this is not drawn, px. */
const LEAST_DOUBT_PX = 4;
/** Where a day is narrower than this, a bar of few pixels has neither corners nor pattern, px. */
const FAR_DAY_PX = 12;
const PLAIN_PX = 7;
const DAY_MS = 24 * 3_600_000;
const LONGEST_DAY_MS = 25 * 3_600_000;

/** Outline of a bar: dashed where it is no more than a plan or a draft, ink where nobody is there to do it. */
function outlineOf(item: TimelineItem): {
  stroke: Colour;
  dash: readonly number[] | undefined;
  lineWidth: number;
} {
  switch (item.state) {
    case 'unconfirmed':
    case 'draft':
      return { stroke: kindColour(item.kind), dash: [4, 2.5], lineWidth: 1 };
    case 'unstaffed':
      return { stroke: '--u-line', dash: [3, 2], lineWidth: 1.5 };
    case 'struck':
      return { stroke: '--line-ctl', dash: undefined, lineWidth: 1 };
    case 'normal':
      return { stroke: kindColour(item.kind), dash: undefined, lineWidth: item.kind === 'breach' ? 1.5 : 1 };
  }
}

/** A bar, or several narrow ones run together and counted. */
export function drawBar(context: DrawContext, box: MarkBox): Extent | null {
  const [thing] = box.mark.members;
  if (!thing) return null;
  if (box.mark.members.length > 1) return drawRun(context, box, thing.item);
  if (thing.item.legs) return drawLegs(context, box, thing.item);
  return drawSingle(context, box, thing);
}

function drawSingle(context: DrawContext, box: MarkBox, thing: Placed): Extent {
  const { scale } = context;
  const { item } = thing;
  const doubtful = bodyOf(context, box, thing);
  const x0 = Math.round(clampX(scale.xOf(doubtful.fromAt), scale));
  // One pixel stays free between a bar and the one that follows at once.
  const wanted = Math.max(SIZE.minBar, Math.round(clampX(scale.xOf(doubtful.toAt), scale)) - x0 - 1);
  const w = Math.max(1, Math.min(wanted, Math.floor(box.nextX) - x0));
  const y = Math.round(box.middleY - SIZE.bar / 2);
  drawBody(context, item, x0, y, w, scale.xOf(thing.fromAt), isFar(scale));
  drawBound(context, item, x0, x0, box.middleY);
  const signW = drawConflict(context, item, x0, Math.min(x0 + w, scale.width), y);
  const passesW = signW + drawPasses(context, item, x0, w - signW, y);

  let labelEnd = x0 + w;
  let labelX = labelEnd;
  if (item.expires) {
    const chip = drawExpiry(context, item, x0, w, y, box);
    labelEnd = chip.labelEnd;
    labelX = chip.rightX;
  }
  const isPlain = item.state === 'normal';
  const visibleX = Math.max(x0, 0);
  const isRoomy = w >= 40;
  const textX = visibleX + (isPlain ? (isRoomy ? 9 : 6) : 5) + (x0 < 0 ? 0 : boundRoom(item, 'after'));
  const room = Math.min(labelEnd, scale.width) - textX - (isRoomy ? 4 : 2) - passesW;
  // Of a bar that ended just before the window nothing is seen: its name at the edge would be nobody's.
  const outside = item.expires || x0 + w <= 0 ? 0 : box.roomX - (x0 + w) - LABEL_GAP - 3;
  const name = isDay(scale) ? (item.crew ?? item.label) : item.label;
  const label = placeLabel(name, item.shortLabel, w < SIZE.smallBar ? 0 : room, outside, context.measure);
  if (label?.isInside) drawInside(context, item, label.text, textX, y);
  else if (label) labelX = labelRight(context, label.text, x0 + w + LABEL_GAP, box.middleY, item);
  return { x0, x1: x0 + w, labelX };
}

/** A day or less in view, one with an hour too many included: names are read instead of codes. */
function isDay(scale: Scale): boolean {
  return scale.toAt - scale.fromAt <= LONGEST_DAY_MS;
}

/** The part of a bar that is certain; doubt about its edges is drawn as dashed whiskers beside it. */
function bodyOf(context: DrawContext, box: MarkBox, thing: Placed): { fromAt: number; toAt: number } {
  const { scale } = context;
  const least = LEAST_DOUBT_PX * scale.msPerPx;
  const { item, uncertain } = thing;
  const end = item.uncertainEnd;
  let fromAt = item.startAt;
  let toAt = item.endAt ?? Number.POSITIVE_INFINITY;
  if (uncertain && uncertain.toAt - uncertain.fromAt >= least) {
    fromAt = Math.min(uncertain.toAt, toAt);
    drawDoubt(context, uncertain.fromAt, fromAt, box.middleY, item, 'start');
  }
  if (end && end.toAt - end.fromAt >= least) {
    toAt = Math.max(end.fromAt, fromAt);
    drawDoubt(context, toAt, end.toAt, box.middleY, item, 'end');
  }
  return { fromAt, toAt };
}

function drawDoubt(
  { scale, items }: DrawContext,
  fromAt: number,
  toAt: number,
  middleY: number,
  item: TimelineItem,
  edge: 'start' | 'end',
): void {
  const x0 = Math.round(clampX(scale.xOf(fromAt), scale)) + 0.5;
  const x1 = Math.round(clampX(scale.xOf(toAt), scale)) + 0.5;
  const y = Math.round(middleY) + 0.5;
  const post = edge === 'start' ? x0 : x1;
  const stroke = kindColour(item.kind);
  items.push({ type: 'line', x1: x0, y1: y, x2: x1, y2: y, stroke, dash: [2, 2] });
  items.push({ type: 'line', x1: post, y1: y - 6, x2: post, y2: y + 6, stroke, dash: [2, 2] });
}

/** Tint, pattern, outline and edge. */
function drawBody(
  { items }: DrawContext,
  item: TimelineItem,
  x: number,
  y: number,
  w: number,
  originX: number,
  far: boolean,
): void {
  const isSmall = w < SIZE.smallBar;
  if (far && w < PLAIN_PX) {
    drawPlain(items, item, x, y, w);
    return;
  }
  const r = isSmall ? 1.5 : SIZE.radius;
  const h = SIZE.bar;
  const inner = { x: x + 0.5, y: y + 0.5, w: w - 1, h: h - 1, r };
  if (item.state === 'normal') {
    items.push({ type: 'rect', ...inner, fill: kindTint(item.kind) });
    const opacity = item.kind === 'breach' ? 1 : isSmall ? 0.55 : 0.3;
    items.push({ type: 'pattern', kind: item.kind, ...inner, originX, opacity });
    items.push({ type: 'rect', ...inner, ...outlineOf(item) });
    if (!isSmall && x >= 0) {
      const d = `M3 0a3 3 0 0 0-3 3v${h - 6}a3 3 0 0 0 3 3z`;
      items.push({ type: 'path', d, x, y, fill: kindColour(item.kind) });
    }
    return;
  }
  items.push({ type: 'rect', ...inner, fill: '--tl-lane', ...outlineOf(item) });
  if (item.state === 'struck') strikeThrough(items, x, x + w, y + h / 2);
}

function isFar({ msPerPx }: Scale): boolean {
  return DAY_MS / msPerPx < FAR_DAY_PX;
}

/** A bar of few pixels: upright edges and an even shade say what corners and a pattern of one line would only smear. */
function drawPlain(items: Primitive[], item: TimelineItem, x: number, y: number, w: number): void {
  const inner = { x: x + 0.5, y: y + 0.5, w: Math.max(0, w - 1), h: SIZE.bar - 1 };
  if (item.state !== 'normal') {
    items.push({ type: 'rect', ...inner, fill: '--tl-lane', ...outlineOf(item) });
    return;
  }
  const { stroke } = outlineOf(item);
  items.push({ type: 'rect', x, y, w, h: SIZE.bar, fill: stroke });
  if (w < 3 || item.kind === 'breach') return;
  items.push({ type: 'rect', x: x + 1, y: y + 1, w: w - 2, h: SIZE.bar - 2, fill: kindTint(item.kind) });
  items.push({ type: 'rect', x: x + 1, y: y + 1, w: w - 2, h: SIZE.bar - 2, fill: stroke, opacity: 0.3 });
}

function drawInside(context: DrawContext, item: TimelineItem, text: string, x: number, y: number): void {
  const { labels: items, measure } = context;
  const width = measure(text, 'label');
  const fill: Colour = item.state === 'struck' ? '--text-3' : '--text';
  // The pattern never runs behind letters.
  const plate: Colour = item.state === 'normal' ? kindTint(item.kind) : '--tl-lane';
  items.push({ type: 'rect', x: x - 3, y: y + 2, w: width + 6, h: SIZE.bar - 4, r: 2, fill: plate });
  items.push({ type: 'text', x, y: y + SIZE.bar / 2 + 4, text, font: 'label', fill });
  if (item.state === 'struck') strikeThrough(items, x, x + width, y + SIZE.bar / 2);
}

/** Ink post at the end, chip before it, dotted outline behind it where nothing follows. */
function drawExpiry(
  context: DrawContext,
  item: TimelineItem,
  x0: number,
  w: number,
  y: number,
  box: MarkBox,
): { labelEnd: number; rightX: number } {
  const { items, labels, measure, scale } = context;
  const end = x0 + w;
  if (item.endAt === null || end > scale.width) return { labelEnd: end, rightX: end };
  const { label, after } = item.expires ?? {};
  items.push({ type: 'rect', x: end - 1, y: y - 2, w: 2, h: SIZE.bar + 4, fill: '--u-line' });
  let labelEnd = end;
  let rightX = end;
  if (label) {
    const chipW = Math.ceil(measure(label, 'strong')) + 12;
    const isInside = end - Math.max(x0, 0) >= chipW + 12;
    const chipX = isInside ? end - chipW - 4 : end + 4;
    if (isInside || chipX + chipW < box.roomX) {
      const frame = { x: chipX + 0.5, y: y + 1.5, w: chipW - 1, h: SIZE.bar - 3, r: 3 };
      labels.push({ type: 'rect', ...frame, fill: '--surface', stroke: '--u-line', lineWidth: 1.5 });
      labels.push({ type: 'text', x: chipX + 6, y: y + 13, text: label, font: 'strong', fill: '--text' });
      if (isInside) labelEnd = chipX - 4;
      else rightX = chipX + chipW;
    }
  }
  if (after !== undefined && rightX === end) {
    const dottedEnd = Math.min(box.nextX - 2, scale.width + 10);
    if (dottedEnd - end > 12) {
      const frame = { x: end + 3.5, y: y + 0.5, w: dottedEnd - end - 4, h: SIZE.bar - 1 };
      items.push({ type: 'rect', ...frame, stroke: '--u-line', dash: [2, 3] });
      if (measure(after, 'small') + 14 < dottedEnd - end) {
        items.push({ type: 'text', x: end + 10, y: y + 13, text: after, font: 'small', fill: '--text-2' });
        rightX = end + 10 + measure(after, 'small');
      }
    }
  }
  return { labelEnd, rightX };
}

/** Narrow neighbours as one bar with their number: density, not a smear of edges. */
function drawRun(context: DrawContext, box: MarkBox, item: TimelineItem): Extent {
  const { scale, items, measure } = context;
  const x0 = Math.round(clampX(scale.xOf(box.mark.fromAt), scale));
  const wanted = Math.max(SIZE.minBar, Math.round(clampX(scale.xOf(box.mark.toAt), scale)) - x0);
  const w = Math.max(1, Math.min(wanted, Math.floor(box.nextX) - x0));
  const y = Math.round(box.middleY - SIZE.bar / 2);
  const inner = { x: x0 + 0.5, y: y + 0.5, w: w - 1, h: SIZE.bar - 1, r: isFar(scale) ? 0 : 1.5 };
  const isPlain = item.state === 'normal';
  items.push({ type: 'rect', ...inner, fill: isPlain ? kindTint(item.kind) : '--tl-lane' });
  if (isPlain) {
    const opacity = item.kind === 'breach' ? 1 : 0.55;
    items.push({ type: 'pattern', kind: item.kind, ...inner, originX: scale.xOf(box.mark.fromAt), opacity });
  }
  items.push({ type: 'rect', ...inner, ...outlineOf(item) });
  const text = context.count(box.mark.members.length);
  const textW = measure(text, 'strong');
  const middle = (Math.max(x0, 0) + Math.min(x0 + w, scale.width)) / 2;
  if (textW + 10 <= w) {
    const plate = isPlain ? kindTint(item.kind) : '--tl-lane';
    const { labels } = context;
    labels.push({
      type: 'rect',
      x: middle - textW / 2 - 3,
      y: y + 2,
      w: textW + 6,
      h: SIZE.bar - 4,
      r: 2,
      fill: plate,
    });
    labels.push({ type: 'text', x: middle, y: y + 13, text, font: 'strong', fill: '--text', align: 'middle' });
    return { x0, x1: x0 + w, labelX: x0 + w };
  }
  const beside = `×${text}`;
  if (measure(beside, 'strong') + 6 > box.roomX - x0 - w) return { x0, x1: x0 + w, labelX: x0 + w };
  return { x0, x1: x0 + w, labelX: labelRight(context, beside, x0 + w + 3, box.middleY, null, true) };
}
