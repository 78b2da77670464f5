import type { DraggedTimes } from './drag.ts';
import type { Engine } from './engine.ts';
import type { Hit } from './layout.ts';
import type { Cause } from './options.ts';
import { DIRTY } from './stage.ts';

/** Selects items, the first of them with the keyboard (none: nothing), and tells the app. */
export function selectMany(engine: Engine, ids: readonly string[], by: Cause): void {
  const { state, dom } = engine;
  const id = ids[0] ?? null;
  const isSame = id === state.selectedId && ids.length === state.selectedIds.size;
  if (isSame && ids.every((one) => state.selectedIds.has(one))) return;
  state.selectedId = id;
  state.selectedIds = new Set(ids);
  dom.plot.classList.toggle('timeline-plot--has-selection', id !== null);
  engine.invalidate(DIRTY.overlay);
  engine.emit('select', { id, ids, by });
}

/** Selects one item; null: none. */
export function select(engine: Engine, id: string | null, by: Cause): void {
  selectMany(engine, id === null ? [] : [id], by);
}

/** Adds an item to the selection, or takes it out again. */
export function toggleSelected(engine: Engine, id: string, by: Cause): void {
  const { selectedIds } = engine.state;
  const others = [...selectedIds].filter((one) => one !== id);
  selectMany(engine, selectedIds.has(id) ? others : [id, ...others], by);
}

/**
 * Says an item aloud, as it is once an edit is answered; the cell with the keyboard is told by itself.
 * @param times that the edit gives it: the data do not hold them yet
 */
export function announce(
  engine: Engine,
  id: string,
  { startAt, endAt }: Pick<DraggedTimes, 'startAt' | 'endAt'>,
): void {
  const item = engine.itemOf(id);
  const told = item && { ...item, startAt, endAt: item.shape === 'point' ? item.endAt : endAt };
  engine.dom.live.textContent = told ? engine.options.describe(told) : '';
}

/** A rectangle of the plot, px. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Ids of what a box touches, top to bottom; a disc counts with all its items. */
export function idsInBox(hits: readonly Hit[], box: Box): string[] {
  const ids: string[] = [];
  for (const hit of hits) {
    if (hit.x1 < box.x0 || hit.x0 > box.x1 || hit.y1 <= box.y0 || hit.y0 >= box.y1) continue;
    for (const { item } of hit.mark.members) if (!item.coverage) ids.push(item.id);
  }
  return ids;
}
