import type { LayoutEnvironment } from './axis.ts';
import { type Colour, kindColour, type Primitive } from './display-list.ts';
import type { Placed, Prepared } from './prepare.ts';
import type { Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import { axisLevel, type Division, ticksOf, widthOf } from './ticks.ts';
import type { TimelineItem, TimeSpan } from './types.ts';

/** Columns grow upwards from here; breaches, gaps and orders have their own heights, px. */
const BASE_Y = 34;
const TALLEST = 20;
const LEAST_BUCKET_PX = 5;
const DAY: Division = { unit: 'day', step: 1 };
const BUCKETS: readonly Division[] = [
  { unit: 'hour', step: 1 },
  { unit: 'hour', step: 6 },
  DAY,
  { unit: 'week', step: 1 },
  { unit: 'month', step: 1 },
  { unit: 'month', step: 3 },
  { unit: 'year', step: 1 },
];

/** Division into which the overview counts, at a zoom. */
export function bucketDivision(msPerPx: number): Division {
  return BUCKETS.find((division) => widthOf(division, msPerPx) >= LEAST_BUCKET_PX) ?? { unit: 'year', step: 5 };
}

/** So far beyond the last start and the present ends are shown: a block of three years is no three years of case. */
const MOST_AHEAD = 183 * 86_400_000;

/** Time the overview shows: all that begins, what ends in the months after, and the present if it is near, with a margin. */
export function overviewSpan(
  { extent: all, lastStartAt }: Pick<Prepared, 'extent' | 'lastStartAt'>,
  nowAt: number | null,
): TimeSpan | null {
  if (!all) return null;
  const last = Math.max(lastStartAt ?? all.toAt, Math.min(nowAt ?? all.fromAt, all.toAt));
  const extent = { fromAt: all.fromAt, toAt: Math.min(all.toAt, last + MOST_AHEAD) };
  const length = Math.max(extent.toAt - extent.fromAt, 7 * 86_400_000);
  const near = nowAt !== null && nowAt > extent.fromAt - length && nowAt < extent.toAt + length;
  const fromAt = near ? Math.min(extent.fromAt, nowAt) : extent.fromAt;
  const toAt = near ? Math.max(extent.toAt, nowAt) : extent.toAt;
  return { fromAt: fromAt - length * 0.02, toAt: toAt + length * 0.02 };
}

/**
 * The whole case in 44 px: weeks or years, what happened per bucket of time (threats in their colour, all other
 * points pale above them), breaches and gaps as blocks, orders as a line. The shown window is drawn apart.
 */
export function layoutOverview(prepared: Prepared, scale: Scale, environment: LayoutEnvironment): Primitive[] {
  const list: Primitive[] = [{ type: 'rect', x: 0, y: 0, w: scale.width, h: SIZE.overview, fill: '--surface-2' }];
  drawTime(list, scale, environment);
  drawCounts(list, prepared, scale, environment);
  if (environment.nowAt !== null) {
    const x = Math.round(scale.xOf(environment.nowAt));
    if (x >= 0 && x <= scale.width) {
      list.push({ type: 'rect', x: x - 0.75, y: 0, w: 1.5, h: SIZE.overview, fill: '--accent' });
    }
  }
  return list;
}

/** The shown window over the overview, with handles at its edges. */
export function layoutOverviewWindow(scale: Scale, view: TimeSpan): Primitive[] {
  const { x0, x1 } = overviewWindow(scale, view);
  const list: Primitive[] = [];
  const frame = { x: x0 + 0.75, y: 1, w: Math.max(1, x1 - x0 - 1.5), h: SIZE.overview - 2, r: 3 };
  list.push({ type: 'rect', ...frame, fill: '--accent', opacity: 0.1 });
  list.push({ type: 'rect', ...frame, stroke: '--accent', lineWidth: 1.5 });
  for (const x of [x0, x1]) {
    const handle = { x: x - 2, y: 15, w: 4, h: 14, r: 2 };
    list.push({ type: 'rect', ...handle, fill: '--surface', stroke: '--accent', lineWidth: 1.5 });
  }
  return list;
}

/** Edges of the shown window in the overview, px; never narrower than can be seen and gripped. */
export function overviewWindow(scale: Scale, view: TimeSpan): { x0: number; x1: number } {
  const a = Math.max(-10, Math.min(scale.width + 2, scale.xOf(view.fromAt)));
  const b = Math.max(-2, Math.min(scale.width + 10, scale.xOf(view.toAt)));
  const short = Math.max(0, 8 - (b - a)) / 2;
  return { x0: Math.round(a - short), x1: Math.round(b + short) };
}

function drawTime(list: Primitive[], scale: Scale, { calendar, format, measure }: LayoutEnvironment): void {
  if (widthOf(DAY, scale.msPerPx) >= 3) {
    for (const monday of ticksOf({ unit: 'week', step: 1 }, scale, calendar)) {
      const x = scale.xOf(calendar.startOfDay(monday, 5));
      const w = scale.xOf(calendar.startOfWeek(monday, 1)) - x;
      list.push({ type: 'rect', x, y: 0, w, h: SIZE.overview, fill: '--tl-weekend' });
    }
  }
  const level = axisLevel(scale.msPerPx);
  const division = level.minor?.unit === 'week' ? level.minor : level.major;
  let isFirst = true;
  for (const at of ticksOf(division, scale, calendar)) {
    const x = scale.xOf(at);
    if (x < 0) continue;
    const line = Math.round(x) + 0.5;
    list.push({ type: 'line', x1: line, y1: 0, x2: line, y2: SIZE.overview, stroke: '--tl-day' });
    const parts = calendar.partsOf(at);
    const text =
      division.unit === 'week'
        ? format.week(parts, isFirst)
        : division.unit === 'day'
          ? format.day(parts, isFirst)
          : division.unit === 'month'
            ? format.month(parts, isFirst ? 'withYear' : 'long')
            : format.year(parts);
    if (x + 4 + measure(text, 'small') > scale.width) continue;
    list.push({ type: 'text', x: x + 4, y: 11, text, font: 'small', fill: '--text-3' });
    isFirst = false;
  }
}

/** What happened in each bucket of time, and what lies as blocks under the columns. */
interface Counted {
  readonly threats: Uint32Array;
  readonly others: Uint32Array;
  readonly blocks: Map<string, { readonly x: number; readonly w: number; readonly kind: 'gap' | 'breach' | 'order' }>;
}

function count(prepared: Prepared, starts: Float64Array, scale: Scale): Counted {
  const threats = new Uint32Array(starts.length);
  const others = new Uint32Array(starts.length);
  const blocks: Counted['blocks'] = new Map();
  for (const { lanes } of prepared.groups) {
    for (const { ordered } of lanes) {
      for (const placed of ordered) {
        const { item } = placed;
        if (item.state === 'struck') continue;
        const kind = blockOf(item);
        // Gaps are known where the plan is; the rest of the case tells its own blocks.
        if (kind && (kind === 'gap' || !prepared.whole?.blocks)) addBlock(blocks, kind, blockSpan(placed), scale);
        else if (item.shape === 'point' && !prepared.whole) {
          const bucket = lastUpTo(starts, item.startAt);
          const counts = item.kind === 'threat' ? threats : others;
          if (bucket >= 0) counts[bucket] = (counts[bucket] ?? 0) + 1;
        }
      }
    }
  }
  for (const block of prepared.whole?.blocks ?? []) addBlock(blocks, block.kind, block, scale);
  for (const counted of prepared.whole?.counts ?? []) {
    const bucket = lastUpTo(starts, counted.at);
    if (bucket < 0) continue;
    threats[bucket] = (threats[bucket] ?? 0) + counted.threats;
    others[bucket] = (others[bucket] ?? 0) + counted.others;
  }
  return { threats, others, blocks };
}

function blockOf(item: TimelineItem): 'gap' | 'breach' | 'order' | null {
  if (item.coverage === 'gap') return 'gap';
  if (item.kind === 'breach') return 'breach';
  return item.kind === 'order' && item.shape === 'bar' ? 'order' : null;
}

function blockSpan({ item, fromAt, toAt }: Placed): TimeSpan {
  return { fromAt, toAt: item.shape === 'point' ? fromAt : toAt };
}

function addBlock(blocks: Counted['blocks'], kind: 'gap' | 'breach' | 'order', span: TimeSpan, scale: Scale): void {
  const x = Math.round(scale.xOf(span.fromAt));
  const w = Math.max(kind === 'order' ? 1 : 4, Math.round(scale.xOf(Math.min(span.toAt, scale.toAt))) - x);
  // A hundred breaches of one day are one block of pixels.
  const key = `${kind} ${x} ${w}`;
  if (!blocks.has(key)) blocks.set(key, { x, w, kind });
}

function drawCounts(list: Primitive[], prepared: Prepared, scale: Scale, environment: LayoutEnvironment): void {
  const starts = Float64Array.from(ticksOf(bucketDivision(scale.msPerPx), scale, environment.calendar));
  const { threats, others, blocks } = count(prepared, starts, scale);
  drawColumns(list, starts, threats, others, scale);
  for (const { x, w, kind } of blocks.values()) {
    if (kind === 'gap') list.push({ type: 'rect', x, y: 27, w, h: 7, fill: '--u-bg' });
    else if (kind === 'breach') list.push({ type: 'rect', x, y: 35, w, h: 4, fill: kindColour('breach') });
    else list.push({ type: 'rect', x, y: 40, w, h: 3, fill: kindColour('order') });
  }
}

function drawColumns(
  list: Primitive[],
  starts: Float64Array,
  threats: Uint32Array,
  others: Uint32Array,
  scale: Scale,
): void {
  let most = 8;
  for (let i = 0; i < starts.length; i++) most = Math.max(most, (threats[i] ?? 0) + (others[i] ?? 0));
  for (let i = 0; i < starts.length; i++) {
    const x = Math.round(scale.xOf(starts[i] ?? 0)) + 1;
    const w = Math.max(2, Math.round(scale.xOf(starts[i + 1] ?? scale.toAt)) - x - 1);
    let y = BASE_Y;
    const column = (height: number, fill: Colour): void => {
      if (height === 0) return;
      const h = Math.max(2, (height / most) * TALLEST);
      y -= h;
      list.push({ type: 'rect', x, y, w, h, fill });
    };
    column(threats[i] ?? 0, kindColour('threat'));
    column(others[i] ?? 0, '--cov-full');
  }
}

function lastUpTo(starts: Float64Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
