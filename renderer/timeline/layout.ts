import { type Arrangement, type LaneStrip, stripsBetween } from './arrange.ts';
import type { LayoutEnvironment } from './axis.ts';
import { kindColour, type Primitive } from './display-list.ts';
import { drawBar } from './draw-bar.ts';
import { drawClock } from './draw-clock.ts';
import type { DrawContext, Extent, MarkBox } from './draw-context.ts';
import { drawCoverage } from './draw-coverage.ts';
import { drawPoint, drawWhisker } from './draw-point.ts';
import { boundRoom } from './draw-signs.ts';
import type { VerticalWindow } from './ground.ts';
import { type Mark, marksBetween } from './marks.ts';
import type { PreparedGroup } from './prepare.ts';
import type { Scale } from './scale.ts';
import { SIZE } from './sizes.ts';

/** A drawn mark at its place, px of the plot: what pointing, rings and handles work with. */
export interface Hit {
  readonly mark: Mark;
  readonly laneId: string;
  readonly x0: number;
  readonly x1: number;
  /** Right edge with the label that stands outside. */
  readonly labelX: number;
  readonly y0: number;
  readonly y1: number;
}

export interface ItemLayout {
  /** Bars, strips, points, then the now line. */
  readonly items: Primitive[];
  /** Words, chips, discs and gaps: what must be read lies above the now line. */
  readonly labels: Primitive[];
  readonly hits: readonly Hit[];
}

/** Half a point, or the least width of a bar, may reach this far into the window, px. */
const REACH_PX = 12;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Display list of everything that lies in the window, in both directions.
 * @param hiddenIds items that are being dragged: they are drawn by the overlay instead
 */
export function layoutItems(
  arrangement: Arrangement,
  scale: Scale,
  { scrollTop, height }: VerticalWindow,
  environment: LayoutEnvironment,
  hiddenIds: ReadonlySet<string> = NOTHING,
): ItemLayout {
  const items: Primitive[] = [];
  const labels: Primitive[] = [];
  const hits: Hit[] = [];
  const context: DrawContext = {
    scale,
    items,
    labels,
    measure: environment.measure,
    nowAt: environment.nowAt,
    count: environment.format.count,
  };
  for (const strip of stripsBetween(arrangement, scrollTop, scrollTop + height)) {
    if (strip.type === 'lane') drawLane(context, strip, scrollTop, height, hiddenIds, hits);
    else if (strip.collapsed) drawFolded(context, strip.group, strip.y - scrollTop, strip.h);
  }
  drawNow(items, scale, Math.min(height, arrangement.height - scrollTop), environment.nowAt);
  return { items, labels, hits };
}

function drawLane(
  context: DrawContext,
  strip: LaneStrip,
  scrollTop: number,
  height: number,
  hiddenIds: ReadonlySet<string>,
  hits: Hit[],
): void {
  const { scale } = context;
  const reach = REACH_PX * scale.msPerPx;
  const firstRow = Math.max(0, Math.floor((scrollTop - strip.y) / strip.rowHeight));
  const lastRow = Math.min(strip.lane.rows.length - 1, Math.floor((scrollTop + height - strip.y) / strip.rowHeight));
  for (let i = firstRow; i <= lastRow; i++) {
    const row = strip.lane.rows[i];
    if (!row) continue;
    const top = strip.y + i * strip.rowHeight - scrollTop;
    const marks = marksBetween(row, scale.msPerPx, scale.fromAt - reach, scale.toAt + reach);
    let previousX = Number.NEGATIVE_INFINITY;
    for (const [j, mark] of marks.entries()) {
      if (hiddenIds.size > 0 && mark.members.length === 1 && hiddenIds.has(mark.members[0]?.item.id ?? '')) continue;
      const next = marks[j + 1];
      const nextX = next ? leftOf(next, scale) : Number.POSITIVE_INFINITY;
      const box: MarkBox = {
        mark,
        middleY: top + strip.rowHeight / 2,
        nextX,
        roomX: Math.min(nextX, scale.width),
        previousX,
      };
      const extent = draw(context, box);
      if (!extent) continue;
      previousX = extent.x1;
      hits.push({ mark, laneId: strip.lane.lane.id, ...extent, y0: top, y1: top + strip.rowHeight });
    }
  }
}

function draw(context: DrawContext, box: MarkBox): Extent | null {
  switch (box.mark.form) {
    case 'bar':
      return drawBar(context, box);
    case 'coverage':
      return drawCoverage(context, box);
    case 'clock':
      return drawClock(context, box);
    case 'glyph':
    case 'block':
      return drawPoint(context, box);
    case 'whisker':
      return drawWhisker(context, box);
  }
}

function leftOf(mark: Mark, scale: Scale): number {
  const [only] = mark.members.length === 1 ? mark.members : [];
  // An arrow to the left of what is known as before a time needs its room too.
  const x = scale.xOf(mark.fromAt) - (only ? boundRoom(only.item, 'before') : 0);
  if (mark.form === 'glyph') return x - SIZE.disc;
  return mark.form === 'block' ? x - SIZE.breach / 2 : Math.round(x);
}

/** What a folded group holds, as thin ticks in its heading. */
function drawFolded({ items, scale }: DrawContext, group: PreparedGroup, y: number, h: number): void {
  for (const lane of group.lanes) {
    for (const row of lane.rows) {
      let right = -1;
      for (const mark of marksBetween(row, scale.msPerPx, scale.fromAt, scale.toAt)) {
        const x0 = Math.max(0, Math.round(scale.xOf(mark.fromAt)), right);
        const x1 = Math.min(scale.width, Math.max(Math.round(scale.xOf(mark.toAt)), x0 + 2));
        right = x1;
        const fill = mark.members[0]?.item.coverage === 'gap' ? '--u-bg' : kindColour(lane.lane.kind);
        const opacity = fill === '--u-bg' ? 1 : 0.45;
        if (x1 > x0) items.push({ type: 'rect', x: x0, y: y + h - 8, w: x1 - x0, h: 4, fill, opacity });
      }
    }
  }
}

function drawNow(items: Primitive[], scale: Scale, h: number, nowAt: number | null): void {
  if (nowAt === null) return;
  const x = Math.round(scale.xOf(nowAt));
  if (x < 0 || x > scale.width) return;
  items.push({ type: 'rect', x: x - 0.75, y: 0, w: 1.5, h, fill: '--accent' });
}
