import { type Arrangement, type Strip, stripsBetween } from './arrange.ts';
import type { LayoutEnvironment } from './axis.ts';
import type { Primitive } from './display-list.ts';
import type { Scale } from './scale.ts';
import { axisLevel, ticksOf } from './ticks.ts';
import type { TimeSpan } from './types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Least width of a day in px at which its night, or its weekend, is shaded. */
const NIGHT_PX = 24;
const WEEKEND_PX = 3;
const CHANGE_PX = 24;
/** Night is 21 to 06 by the wall clock. */
const NIGHT_FROM = -3 * HOUR;
const NIGHT_TO = 6 * HOUR;

/** Window of heights that is drawn, px; `height` may be more than there are lanes. */
export interface VerticalWindow {
  readonly scrollTop: number;
  readonly height: number;
}

/** Ground under the lanes: their colour, weekends, nights, lines, clock changes. */
export function layoutGround(
  arrangement: Arrangement,
  scale: Scale,
  { scrollTop, height }: VerticalWindow,
  environment: LayoutEnvironment,
  loaded: TimeSpan | null = null,
): Primitive[] {
  const list: Primitive[] = [];
  const strips = stripsBetween(arrangement, scrollTop, scrollTop + height);
  const bottom = Math.min(height, arrangement.height - scrollTop);
  if (bottom < height) {
    list.push({ type: 'rect', x: 0, y: bottom, w: scale.width, h: height - bottom, fill: '--surface' });
  }
  list.push({ type: 'rect', x: 0, y: 0, w: scale.width, h: bottom, fill: '--tl-lane' });
  for (const strip of strips) {
    if (strip.type === 'group') {
      list.push({ type: 'rect', x: 0, y: strip.y - scrollTop, w: scale.width, h: strip.h, fill: '--tl-group' });
    }
  }
  shadeDays(list, scale, bottom, environment);
  if (loaded) shadeUnknown(list, scale, bottom, loaded);
  drawLines(list, scale, bottom, environment);
  for (const strip of strips) drawStripLines(list, strip, scrollTop, scale.width);
  drawClockChanges(list, scale, bottom, environment);
  return list;
}

/** Where nothing is known yet the ground is that of a page behind, so that no emptiness is read as calm. */
function shadeUnknown(list: Primitive[], scale: Scale, h: number, loaded: TimeSpan): void {
  const left = Math.min(scale.width, scale.xOf(loaded.fromAt));
  const right = Math.max(0, scale.xOf(loaded.toAt));
  if (left > 0) list.push({ type: 'rect', x: 0, y: 0, w: left, h, fill: '--sunk' });
  if (right < scale.width) list.push({ type: 'rect', x: right, y: 0, w: scale.width - right, h, fill: '--sunk' });
}

function shadeDays(list: Primitive[], scale: Scale, h: number, { calendar, holidays }: LayoutEnvironment): void {
  const dayPx = DAY / scale.msPerPx;
  const band = (fromAt: number, toAt: number, fill: '--tl-weekend' | '--tl-night'): void => {
    const x = Math.max(0, scale.xOf(fromAt));
    const w = Math.min(scale.width, scale.xOf(toAt)) - x;
    if (w > 0) list.push({ type: 'rect', x, y: 0, w, h, fill });
  };
  if (dayPx >= WEEKEND_PX) {
    for (let monday = calendar.startOfWeek(scale.fromAt); monday < scale.toAt; ) {
      const nextMonday = calendar.startOfWeek(monday, 1);
      band(calendar.startOfDay(monday, 5), nextMonday, '--tl-weekend');
      monday = nextMonday;
    }
    for (const day of holidays(calendar.startOfDay(scale.fromAt), scale.toAt)) {
      // A holiday on a weekend is shaded already.
      if (calendar.partsOf(day.fromAt).weekday < 6) band(day.fromAt, day.toAt, '--tl-weekend');
    }
  }
  if (dayPx < NIGHT_PX) return;
  const { clock } = calendar;
  const midnight = Math.floor(clock.toLocal(scale.fromAt) / DAY) * DAY;
  for (let local = midnight; clock.toInstant(local + NIGHT_FROM) < scale.toAt; local += DAY) {
    band(clock.toInstant(local + NIGHT_FROM), clock.toInstant(local + NIGHT_TO), '--tl-night');
  }
}

function drawLines(list: Primitive[], scale: Scale, h: number, { calendar }: LayoutEnvironment): void {
  const level = axisLevel(scale.msPerPx);
  const major = ticksOf(level.major, scale, calendar);
  const line = (at: number, stroke: '--tl-hour' | '--tl-day'): void => {
    const x = Math.round(scale.xOf(at)) + 0.5;
    if (x > 0) list.push({ type: 'line', x1: x, y1: 0, x2: x, y2: h, stroke });
  };
  if (level.lines) {
    const isMajor = new Set(major);
    for (const at of ticksOf(level.lines, scale, calendar)) if (!isMajor.has(at)) line(at, '--tl-hour');
  }
  for (const at of major) line(at, '--tl-day');
}

function drawStripLines(list: Primitive[], strip: Strip, scrollTop: number, width: number): void {
  const y = Math.round(strip.y - scrollTop) + 0.5;
  list.push({
    type: 'line',
    x1: 0,
    y1: y,
    x2: width,
    y2: y,
    stroke: strip.type === 'group' ? '--line' : '--tl-hour',
  });
}

/** A dotted line where an hour is gone, or comes twice. */
function drawClockChanges(list: Primitive[], scale: Scale, h: number, { calendar }: LayoutEnvironment): void {
  if (DAY / scale.msPerPx < CHANGE_PX) return;
  for (const change of calendar.clock.changes(scale.fromAt, scale.toAt)) {
    const x = scale.xOf(change.at);
    const line = Math.round(x) + 0.5;
    list.push({ type: 'rect', x: line - 1.5, y: 0, w: 3, h, fill: '--tl-dst' });
    list.push({ type: 'line', x1: line, y1: 0, x2: line, y2: h, stroke: '--accent-line', dash: [1, 3] });
  }
}
