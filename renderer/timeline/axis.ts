import type { Calendar, DateParts } from './calendar.ts';
import type { Measure, Primitive } from './display-list.ts';
import type { TimelineFormat } from './format.ts';
import type { Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import { axisLevel, type Division, ticksOf } from './ticks.ts';
import type { TimelineHoliday } from './types.ts';

/** What every part of the layout draws with. */
export interface LayoutEnvironment {
  readonly calendar: Calendar;
  readonly format: TimelineFormat;
  readonly measure: Measure;
  readonly holidays: (fromAt: number, toAt: number) => readonly TimelineHoliday[];
  /** The present, ms UTC; null draws no now line (paper about the past). */
  readonly nowAt: number | null;
}

const MAJOR_BASELINE = 15;
const MINOR_BASELINE = 32;
const PAD = 6;

/** Display list of the axis: headings above, divisions below, the present as a pill. */
export function layoutAxis(scale: Scale, environment: LayoutEnvironment): Primitive[] {
  const level = axisLevel(scale.msPerPx);
  const list: Primitive[] = [{ type: 'rect', x: 0, y: 0, w: scale.width, h: SIZE.axis, fill: '--surface' }];
  const holidays =
    level.major.unit === 'day' ? environment.holidays(environment.calendar.startOfDay(scale.fromAt), scale.toAt) : [];
  const pill = nowPill(scale, environment);
  drawMajor(list, scale, environment, level.major, holidays);
  if (level.minor) drawMinor(list, scale, environment, level.minor, holidays, pill);
  if (pill) {
    const { x0, x1, text } = pill;
    list.push({ type: 'rect', x: x0, y: 21, w: x1 - x0, h: 18, r: 9, fill: '--accent' });
    list.push({ type: 'text', x: (x0 + x1) / 2, y: 34, text, font: 'strong', fill: '--on-accent', align: 'middle' });
  }
  return list;
}

function nowPill(scale: Scale, { nowAt, format, calendar, measure }: LayoutEnvironment) {
  if (nowAt === null) return null;
  const x = scale.xOf(nowAt);
  if (x < 0 || x > scale.width) return null;
  const text = format.now(format.time(calendar.partsOf(nowAt)));
  const half = Math.round(measure(text, 'strong') / 2 + 7);
  const middle = Math.min(Math.max(Math.round(x), half), scale.width - half);
  return { x0: middle - half, x1: middle + half, text };
}

function drawMajor(
  list: Primitive[],
  scale: Scale,
  environment: LayoutEnvironment,
  major: Division,
  holidays: readonly TimelineHoliday[],
): void {
  const { calendar, format, measure } = environment;
  const ticks = ticksOf(major, scale, calendar);
  for (const [i, at] of ticks.entries()) {
    const next = ticks[i + 1];
    const x = scale.xOf(at);
    const edge = next === undefined ? scale.width : scale.xOf(next);
    if (x >= 0) {
      const line = Math.round(x) + 0.5;
      list.push({ type: 'line', x1: line, y1: 0, x2: line, y2: SIZE.axis, stroke: '--tl-day' });
    }
    const parts = calendar.partsOf(at);
    const left = Math.max(x, 0) + PAD;
    const room = edge - left - 4;
    const text = majorTexts(parts, major, i === 0, format).find((candidate) => measure(candidate, 'axis') <= room);
    if (!text) continue;
    const isRest = major.unit === 'day' && (parts.weekday > 5 || holidays.some((day) => covers(day, at)));
    list.push({ type: 'text', x: left, y: MAJOR_BASELINE, text, font: 'axis', fill: isRest ? '--text-2' : '--text' });
    if (major.unit === 'day' && parts.hoursInDay !== 24) {
      const chip = format.dayLength(parts.hoursInDay);
      const chipX = Math.round(left + measure(text, 'axis') + 5);
      const w = Math.ceil(measure(chip, 'strong')) + 10;
      if (chipX + w > edge) continue;
      list.push({ type: 'rect', x: chipX, y: 3, w, h: 16, r: 3, fill: '--tl-dst' });
      list.push({ type: 'text', x: chipX + 5, y: MAJOR_BASELINE, text: chip, font: 'strong', fill: '--accent-text' });
    }
  }
}

function majorTexts(parts: DateParts, { unit, step }: Division, isFirst: boolean, format: TimelineFormat): string[] {
  switch (unit) {
    case 'day': {
      const short = [format.day(parts, false), format.dayNumber(parts)];
      return isFirst || parts.day === 1 ? [format.day(parts, true), ...short] : short;
    }
    case 'month': {
      const short = [format.month(parts, 'long'), format.month(parts, 'short')];
      return isFirst || parts.month === 1 ? [format.month(parts, 'withYear'), ...short] : short;
    }
    default:
      return step === 1 || parts.year % step === 0 ? [format.year(parts)] : [''];
  }
}

function drawMinor(
  list: Primitive[],
  scale: Scale,
  environment: LayoutEnvironment,
  minor: Division,
  holidays: readonly TimelineHoliday[],
  pill: { x0: number; x1: number } | null,
): void {
  const { calendar, format, measure } = environment;
  const isClock = minor.unit === 'hour' || minor.unit === 'minute';
  const named = isClock ? drawHolidays(list, scale, holidays, measure) : [];
  const ticks = ticksOf(minor, scale, calendar);
  const isFull = !isClock && allFit(ticks, minor, scale, environment);
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const [i, at] of ticks.entries()) {
    const parts = calendar.partsOf(at);
    const x = scale.xOf(at);
    // Midnight is told by the heading above it.
    if (isClock && parts.hour === 0 && parts.minute === 0) continue;
    if (named.some((day) => covers(day, at))) continue;
    const nextAt = ticks[i + 1];
    const middle = isClock ? x : (x + (nextAt === undefined ? x : scale.xOf(nextAt))) / 2;
    const text = minorText(parts, minor, isFull, format);
    const half = measure(text, 'small') / 2;
    if (x >= 0) {
      const line = Math.round(x) + 0.5;
      const top = isClock ? 36 : 21;
      list.push({ type: 'line', x1: line, y1: top, x2: line, y2: SIZE.axis, stroke: '--line-2' });
    }
    if (nextAt === undefined && !isClock) continue;
    if (middle - half < 2 || middle + half > scale.width - 2 || middle - half < freeFrom) continue;
    if (pill && middle + half > pill.x0 - 3 && middle - half < pill.x1 + 3) continue;
    freeFrom = middle + half + 4;
    list.push({ type: 'text', x: middle, y: MINOR_BASELINE, text, font: 'small', fill: '--text-3', align: 'middle' });
  }
}

/** Short and long words of the divisions; one axis uses one form for all of them. */
function minorText(parts: DateParts, { unit }: Division, isFull: boolean, format: TimelineFormat): string {
  switch (unit) {
    case 'minute':
      return format.time(parts);
    case 'hour':
      return format.hour(parts);
    case 'week':
      return format.week(parts, isFull);
    case 'month':
      return format.month(parts, isFull ? 'long' : 'short');
    default:
      return isFull ? format.day(parts, false) : format.dayNumber(parts);
  }
}

/** Month and day names differ in width: the longest decides. */
function allFit(
  ticks: readonly number[],
  minor: Division,
  scale: Scale,
  { calendar, format, measure }: LayoutEnvironment,
): boolean {
  return ticks.every((at, i) => {
    const next = ticks[i + 1];
    if (next === undefined) return true;
    const room = (next - at) / scale.msPerPx - 6;
    return measure(minorText(calendar.partsOf(at), minor, true, format), 'small') <= room;
  });
}

/** Names of holidays take the place of the hours of their day. */
function drawHolidays(
  list: Primitive[],
  scale: Scale,
  holidays: readonly TimelineHoliday[],
  measure: Measure,
): TimelineHoliday[] {
  const drawn: TimelineHoliday[] = [];
  for (const day of holidays) {
    const x = Math.max(scale.xOf(day.fromAt), 0) + PAD;
    if (x + measure(day.label, 'small') + 4 > scale.xOf(day.toAt)) continue;
    list.push({ type: 'text', x, y: MINOR_BASELINE, text: day.label, font: 'small', fill: '--text-3' });
    drawn.push(day);
  }
  return drawn;
}

function covers(day: TimelineHoliday, at: number): boolean {
  return at >= day.fromAt && at < day.toAt;
}
