import { type Arrangement, arrange } from './arrange.ts';
import { type LayoutEnvironment, layoutAxis } from './axis.ts';
import { createCalendar } from './calendar.ts';
import { kindText, type Measure, type Primitive } from './display-list.ts';
import type { TimelineFormat } from './format.ts';
import { layoutGround } from './ground.ts';
import { layoutItems } from './layout.ts';
import { paintSvg, type SvgStyle } from './paint-svg.ts';
import { prepare } from './prepare.ts';
import { clampView, createScale } from './scale.ts';
import { SIZE } from './sizes.ts';
import { fitText } from './text-fit.ts';
import type { HolidaySource, TimelineData, TimeSpan } from './types.ts';
import { createZoneClock } from './zone-clock.ts';

export interface PrintOptions {
  readonly view: TimeSpan;
  /** Width of the drawing with its label column, px. */
  readonly widthPx: number;
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
 * A timeline for paper: the same layout as on the screen, all lanes, as one SVG.
 * @returns the document, and its height in px
 * @throws TimelineError if the data cannot be drawn truthfully
 */
export function timelineSvg(data: TimelineData, options: PrintOptions): { svg: string; heightPx: number } {
  const { measure, format, nowAt, style } = options;
  const calendar = createCalendar(createZoneClock(options.zone ?? 'Europe/Oslo'));
  const arrangement = arrange(prepare(data, calendar), options.collapsed ?? new Set());
  const left = SIZE.labelColumn;
  const scale = createScale(clampView(options.view), Math.max(1, options.widthPx - left));
  const environment: LayoutEnvironment = { calendar, format, measure, nowAt, holidays: options.holidays ?? (() => []) };
  const window = { scrollTop: 0, height: arrangement.height };
  const { items, labels } = layoutItems(arrangement, scale, window, environment);
  const ground = layoutGround(arrangement, scale, window, environment);
  const h = arrangement.height;
  const heightPx = SIZE.axis + h;
  const parts = [
    { x: left, y: 0, w: scale.width, h: SIZE.axis, lists: [layoutAxis(scale, environment)] },
    { x: left, y: SIZE.axis, w: scale.width, h, lists: [ground, items, labels] },
    { x: 0, y: SIZE.axis, w: left, h, lists: [labelColumn(arrangement, measure)] },
  ];
  return { svg: paintSvg(parts, { width: options.widthPx, height: heightPx }, options.title, style), heightPx };
}

/** The label column as it stands beside the plot on the screen. */
function labelColumn({ strips, height }: Arrangement, measure: Measure): Primitive[] {
  const list: Primitive[] = [];
  const right = SIZE.labelColumn - 8;
  for (const strip of strips) {
    const { y, h } = strip;
    const entry = strip.type === 'group' ? strip.group.group : strip.lane.lane;
    if (!entry) continue;
    const hasIcon = strip.type === 'group' || strip.lane.lane.group === undefined;
    const fill = strip.type === 'group' ? '--tl-group' : '--surface';
    list.push({ type: 'rect', x: 0, y, w: SIZE.labelColumn, h, fill });
    const line = { x1: 0, x2: SIZE.labelColumn, y1: y + 0.5, y2: y + 0.5 };
    list.push({ type: 'line', ...line, stroke: strip.type === 'group' ? '--line' : '--tl-hour' });
    const iconX = strip.type === 'group' ? 8 : 14;
    const middle = y + h / 2;
    if (hasIcon) {
      const place = { x: iconX, y: middle - 7, sizePx: 14 };
      list.push({ type: 'icon', kind: entry.kind, ...place, stroke: `--k-${entry.kind}` });
    }
    const side = entry.sublabel ?? '';
    if (side) {
      list.push({ type: 'text', x: right, y: middle + 4, text: side, font: 'small', fill: '--text-3', align: 'end' });
    }
    const x = hasIcon ? iconX + 19 : 27;
    const room = right - x - (side ? measure(side, 'small') + 6 : 0);
    const font = strip.type === 'group' ? 'strong' : 'axis';
    const text = fitText(entry.label, room, font, measure);
    list.push({ type: 'text', x, y: middle + 4, text, font, fill: hasIcon ? kindText(entry.kind) : '--text' });
  }
  const edge = SIZE.labelColumn - 0.5;
  list.push({ type: 'line', x1: edge, y1: 0, x2: edge, y2: height, stroke: '--line-2' });
  return list;
}
