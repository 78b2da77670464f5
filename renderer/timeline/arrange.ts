import type { Prepared, PreparedGroup, PreparedLane } from './prepare.ts';
import { SIZE } from './sizes.ts';

/** A group heading or a lane at its height in the whole timeline, px from its top. */
export interface GroupStrip {
  readonly type: 'group';
  readonly y: number;
  readonly h: number;
  readonly group: PreparedGroup;
  readonly id: string;
  readonly collapsed: boolean;
}
export interface LaneStrip {
  readonly type: 'lane';
  readonly y: number;
  readonly h: number;
  readonly lane: PreparedLane;
  readonly rowHeight: number;
}
export type Strip = GroupStrip | LaneStrip;

export interface Arrangement {
  /** From top to bottom, without the lanes of folded groups. */
  readonly strips: readonly Strip[];
  readonly height: number;
  readonly laneById: ReadonlyMap<string, LaneStrip>;
}

/** Heights of everything that is not folded away. A lane is as high as its rows of stacked bars. */
export function arrange(prepared: Prepared, collapsed: ReadonlySet<string>): Arrangement {
  const strips: Strip[] = [];
  const laneById = new Map<string, LaneStrip>();
  let y = 0;
  for (const entry of prepared.groups) {
    const id = entry.group?.id ?? '';
    const isCollapsed = entry.group !== null && collapsed.has(id);
    if (entry.group) {
      strips.push({ type: 'group', y, h: SIZE.group, group: entry, id, collapsed: isCollapsed });
      y += SIZE.group;
    }
    if (isCollapsed) continue;
    for (const lane of entry.lanes) {
      const rowHeight = lane.lane.kind === 'need' ? SIZE.needLane : SIZE.lane;
      const strip: LaneStrip = { type: 'lane', y, h: rowHeight * lane.rows.length, lane, rowHeight };
      strips.push(strip);
      laneById.set(lane.lane.id, strip);
      y += strip.h;
    }
  }
  return { strips, height: y, laneById };
}

/** Strips that touch the window `[top, bottom)` of heights, px. */
export function stripsBetween(arrangement: Arrangement, top: number, bottom: number): readonly Strip[] {
  const { strips } = arrangement;
  let low = 0;
  let high = strips.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const strip = strips[middle];
    if (strip && strip.y + strip.h <= top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((strips[end]?.y ?? Number.POSITIVE_INFINITY) < bottom) end++;
  return strips.slice(low, end);
}

/** The lane strip at a height, px; undefined over a heading or below the last lane. */
export function laneAt(arrangement: Arrangement, y: number): LaneStrip | undefined {
  const strip = stripsBetween(arrangement, y, y + 1)[0];
  return strip?.type === 'lane' && y >= strip.y ? strip : undefined;
}
