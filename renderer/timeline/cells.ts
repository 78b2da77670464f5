import type { Arrangement } from './arrange.ts';
import type { Hit } from './layout.ts';
import type { TimelineItem, TimelineLane } from './types.ts';

/** A bar of the window as a cell of the grid; several that are drawn as one are one cell. */
export interface Cell {
  readonly hit: Hit;
  /** In the order of the walk; more than one where they are drawn as one. */
  readonly items: readonly TimelineItem[];
  /** Column of the first, counted from 1; column 1 is the lane's name. */
  readonly colIndex: number;
  readonly colSpan: number;
}

/** A lane of the window as a row. */
export interface GridRow {
  readonly lane: TimelineLane;
  /** Counted from 1 over all lanes that are not folded away. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly cells: readonly Cell[];
}

/** The window as rows and cells: what a screen reader is told is what has been drawn. */
export function gridRows(arrangement: Arrangement, hits: readonly Hit[], scrollTop: number, height: number): GridRow[] {
  const byLane = new Map<string, Cell[]>();
  for (const hit of hits) {
    const cells = byLane.get(hit.laneId);
    const cell = cellOf(hit);
    if (!cell) continue;
    if (cells) cells.push(cell);
    else byLane.set(hit.laneId, [cell]);
  }
  const rows: GridRow[] = [];
  let rowIndex = 0;
  for (const strip of arrangement.strips) {
    if (strip.type === 'group') continue;
    rowIndex++;
    const top = strip.y - scrollTop;
    if (top + strip.h <= 0 || top >= height) continue;
    const { lane } = strip.lane;
    // Bars of stacked rows lie in one row of the grid, in the order of time.
    const cells = (byLane.get(lane.id) ?? []).sort((a, b) => a.colIndex - b.colIndex);
    rows.push({ lane, rowIndex, top, height: strip.h, cells });
  }
  return rows;
}

/** How many rows and columns the whole grid has. */
export function gridSize(arrangement: Arrangement): { rows: number; columns: number } {
  let rows = 0;
  let columns = 1;
  for (const strip of arrangement.strips) {
    if (strip.type === 'group') continue;
    rows++;
    columns = Math.max(columns, strip.lane.ordered.length + 1);
  }
  return { rows, columns };
}

function cellOf(hit: Hit): Cell | null {
  const { members } = hit.mark;
  const [first] = members;
  if (!first) return null;
  let from = first.order;
  let to = first.order;
  for (const { order } of members) {
    if (order < from) from = order;
    if (order > to) to = order;
  }
  return { hit, items: members.map(({ item }) => item), colIndex: from + 2, colSpan: to - from + 1 };
}
