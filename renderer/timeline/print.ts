import { type Arrangement, arrange, stripsBetween } from './arrange.ts';
import { type LayoutEnvironment, layoutAxis } from './axis.ts';
import { createCalendar } from './calendar.ts';
import { continuation } from './continuation.ts';
import { kindText, type Measure, type Primitive } from './display-list.ts';
import type { TimelineFormat } from './format.ts';
import { layoutGround, type VerticalWindow } from './ground.ts';
import { type Hit, layoutItems } from './layout.ts';
import { paintSvg, type SvgStyle } from './paint-svg.ts';
import { prepare } from './prepare.ts';
import { clampView, createScale, type Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import { fitText } from './text-fit.ts';
import type { HolidaySource, TimelineData, TimeSpan } from './types.ts';
import { zoneClock } from './zone-clock.ts';

export interface PrintOptions {
  readonly view: TimeSpan;
  /** Width of the drawing with its label column, px. */
  readonly widthPx: number;
  /** Height that one drawing may have, px; without it there is one, as high as its lanes. */
  readonly heightPx?: number | undefined;
  /** The same of the first of them, where less is left on its page. */
  readonly firstHeightPx?: number | undefined;
  readonly zone?: string | undefined;
  readonly format: TimelineFormat;
  readonly measure: Measure;
  readonly holidays?: HolidaySource | undefined;
  /** The present, or null to draw no line for it. */
  readonly nowAt: number | null;
  /** Groups shown as their heading only. */
  readonly collapsed?: ReadonlySet<string> | undefined;
  /** Accessible name of the drawing. */
  readonly title: string;
  readonly style: SvgStyle;
}

/**
 * A timeline for paper: the same layout as on the screen, as SVGs of which each holds as many lanes as its height has room
 * for, under an axis of its own.
 * @throws TimelineError if the data cannot be drawn truthfully
 */
export function timelineSvgs(data: TimelineData, options: PrintOptions): string[] {
  const { measure, format, nowAt } = options;
  const calendar = createCalendar(zoneClock(options.zone ?? 'Europe/Oslo'));
  const arrangement = arrange(prepare(data, calendar), options.collapsed ?? new Set());
  const scale = createScale(clampView(options.view), Math.max(1, options.widthPx - SIZE.labelColumn));
  const environment: LayoutEnvironment = { calendar, format, measure, nowAt, holidays: options.holidays ?? (() => []) };
  const most = (options.heightPx ?? Number.POSITIVE_INFINITY) - SIZE.axis;
  const first = (options.firstHeightPx ?? options.heightPx ?? Number.POSITIVE_INFINITY) - SIZE.axis;
  const bands = bandsOf(arrangement, first, most);
  return bands.map((band, index) => drawBand(arrangement, band, index, scale, environment, options));
}

/** Heights of a part of the lanes, px. */
interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Cuts between lanes, and never between a heading and its first lane; what is higher than a page is cut between rows. */
function bandsOf({ strips, height }: Arrangement, first: number, later: number): Band[] {
  const cuts: number[] = [];
  for (const [i, strip] of strips.entries()) {
    if (strips[i - 1]?.type !== 'group') cuts.push(strip.y);
    if (strip.type === 'lane')
      for (let y = strip.y + strip.rowHeight; y < strip.y + strip.h; y += strip.rowHeight) cuts.push(y);
  }
  const bands: Band[] = [];
  let top = 0;
  while (top < height) {
    const most = top === 0 ? first : later;
    const end = cuts.findLast((y) => y > top && y <= top + most);
    const bottom = height - top <= most ? height : (end ?? Math.min(height, top + Math.max(most, SIZE.lane)));
    bands.push({ top, bottom });
    top = bottom;
  }
  return bands.length > 0 ? bands : [{ top: 0, bottom: 0 }];
}

function drawBand(
  arrangement: Arrangement,
  { top, bottom }: Band,
  index: number,
  scale: Scale,
  environment: LayoutEnvironment,
  { widthPx, title, style, measure }: PrintOptions,
): string {
  const left = SIZE.labelColumn;
  const h = bottom - top;
  const window = { scrollTop: top, height: h };
  const { items, labels, hits } = layoutItems(arrangement, scale, window, environment);
  const ground = layoutGround(arrangement, scale, window, environment);
  const parts = [
    { x: left, y: 0, w: scale.width, h: SIZE.axis, lists: [layoutAxis(scale, environment)] },
    { x: left, y: SIZE.axis, w: scale.width, h, lists: [ground, items, labels, continuations(hits, scale.width)] },
    { x: 0, y: SIZE.axis, w: left, h, lists: [labelColumn(arrangement, window, measure)] },
  ];
  const part = { ...style, idPrefix: `${style.idPrefix}-${index}` };
  return paintSvg(parts, { width: widthPx, height: SIZE.axis + h }, title, part);
}

/** A sign at the edge of the page for each bar and strip that goes on beyond it. */
function continuations(hits: readonly Hit[], width: number): Primitive[] {
  const list: Primitive[] = [];
  for (const { x0, x1, y0, y1 } of hits) {
    const y = Math.round((y0 + y1) / 2);
    if (x0 < 0 && x1 > 0) list.push(...continuation(0, y, 'before'));
    if (x1 > width && x0 < width) list.push(...continuation(width, y, 'after'));
  }
  return list;
}

/** The label column as it stands beside the plot on the screen. */
function labelColumn(arrangement: Arrangement, { scrollTop, height }: VerticalWindow, measure: Measure): Primitive[] {
  const list: Primitive[] = [];
  const right = SIZE.labelColumn - 8;
  for (const strip of stripsBetween(arrangement, scrollTop, scrollTop + height)) {
    const { h } = strip;
    const y = strip.y - scrollTop;
    const entry = strip.type === 'group' ? strip.group.group : strip.lane.lane;
    if (!entry) continue;
    const hasIcon = strip.type === 'group' || strip.lane.lane.group === undefined;
    const fill = strip.type === 'group' ? '--tl-group' : '--surface';
    list.push({ type: 'rect', x: 0, y, w: SIZE.labelColumn, h, fill });
    const line = { x1: 0, x2: SIZE.labelColumn, y1: y + 0.5, y2: y + 0.5 };
    list.push({ type: 'line', ...line, stroke: strip.type === 'group' ? '--line' : '--tl-hour' });
    const iconX = strip.type === 'group' ? 8 : 14;
    // In line with the first row, as on the screen; what a page cuts in two is named on both.
    const middle = Math.max(0, y) + (strip.type === 'lane' ? strip.rowHeight : h) / 2;
    if (hasIcon) {
      const place = { x: iconX, y: middle - 7, sizePx: 14 };
      list.push({ type: 'icon', kind: entry.kind, ...place, stroke: `--k-${entry.kind}` });
    }
    const x = hasIcon ? iconX + 19 : 27;
    const font = strip.type === 'group' ? 'strong' : 'axis';
    const sublabel = entry.sublabel ?? '';
    const isRoomy = measure(entry.label, font) + 6 + measure(sublabel, 'small') <= right - x;
    // The tables tell what has no room beside the name; a name that is cut cannot be read anywhere in the drawing.
    const side = isRoomy ? sublabel : '';
    if (side) {
      list.push({ type: 'text', x: right, y: middle + 4, text: side, font: 'small', fill: '--text-3', align: 'end' });
    }
    const room = right - x - (side ? measure(side, 'small') + 6 : 0);
    const text = fitText(entry.label, room, font, measure);
    list.push({ type: 'text', x, y: middle + 4, text, font, fill: hasIcon ? kindText(entry.kind) : '--text' });
  }
  const edge = SIZE.labelColumn - 0.5;
  list.push({ type: 'line', x1: edge, y1: 0, x2: edge, y2: height, stroke: '--line-2' });
  return list;
}
