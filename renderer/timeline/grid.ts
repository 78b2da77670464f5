import { type Cell, type GridRow, gridRows, gridSize } from './cells.ts';
import { element } from './dom.ts';
import type { Engine } from './engine.ts';
import { hitOfItem } from './hit-test.ts';

/** The view must have been still so long before it is told anew to a screen reader that is not in the grid, ms. */
const STILL_MS = 120;
/** Work at a stretch; the rest waits for the next idle moment, ms. */
const SLICE_MS = 6;

/**
 * The window as a grid: lanes are rows, the bars in it cells at their places, and the one with the keyboard is the active
 * descendant of the plot, which keeps the focus. Nothing here takes the pointer.
 */
export interface Grid {
  /** The window, its items or the selection have changed. */
  changed(): void;
  destroy(): void;
}

let nextId = 0;

export function createGrid(engine: Engine): Grid {
  const { state, options, dom } = engine;
  const { plot, grid } = dom;
  const rows = new Map<string, { readonly row: HTMLElement; readonly cells: Map<string, HTMLElement> }>();
  let told: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let waiting: GridRow[] = [];

  const nameOf = ({ items }: Cell): string => {
    const [first] = items;
    if (!first) return '';
    if (items.length === 1) return options.describe(first);
    return options.describeMany?.(items) ?? `${options.format.count(items.length)}: ${options.describe(first)}`;
  };
  const rowFor = ({ lane, rowIndex, top, height }: GridRow) => {
    const known = rows.get(lane.id) ?? { row: element('div', 'timeline-row'), cells: new Map() };
    rows.set(lane.id, known);
    const { row } = known;
    set(row, 'role', 'row');
    set(row, 'aria-rowindex', String(rowIndex));
    row.style.top = `${top}px`;
    row.style.height = `${height}px`;
    if (!row.firstElementChild) {
      const header = element('div', 'timeline-hidden');
      header.setAttribute('role', 'rowheader');
      header.setAttribute('aria-colindex', '1');
      row.append(header);
    }
    const name = lane.sublabel ? `${lane.label}, ${lane.sublabel}` : lane.label;
    const header = row.firstElementChild;
    if (header && header.textContent !== name) header.textContent = name;
    return known;
  };
  const fill = (wanted: GridRow): void => {
    const { row, cells } = rowFor(wanted);
    const kept = new Map<string, HTMLElement>();
    for (const cell of wanted.cells) {
      const key = keyOf(cell.items[0]?.id, cell.items.length);
      const made = cells.get(key) ?? element('div', 'timeline-cell');
      if (!made.id) {
        made.id = `timeline-cell-${nextId++}`;
        made.setAttribute('role', 'gridcell');
      }
      place(made, cell, wanted.top);
      set(made, 'aria-label', nameOf(cell));
      set(made, 'aria-selected', String(cell.items.some((item) => state.selectedIds.has(item.id))));
      kept.set(key, made);
    }
    for (const [key, cell] of cells) if (kept.get(key) !== cell) cell.remove();
    cells.clear();
    let before = row.firstElementChild;
    for (const [key, cell] of kept) {
      cells.set(key, cell);
      if (before?.nextElementSibling !== cell) before?.after(cell);
      before = cell;
    }
    // Rows come in the order of the lanes, so a new one belongs at the end of what is there or is put in its place.
    if (row.parentElement !== grid) grid.append(row);
  };
  const point = (): void => {
    const id = state.selectedId;
    const hit = id === null ? undefined : hitOfItem(state.layout.hits, id);
    const members = hit?.mark.members ?? [];
    const found = hit && rows.get(hit.laneId)?.cells.get(keyOf(members[0]?.item.id, members.length));
    if (found) set(plot, 'aria-activedescendant', found.id);
    else plot.removeAttribute('aria-activedescendant');
    if (id === told) return;
    told = id;
    // One of several that are drawn as one has no cell of its own to be told: it is said aloud.
    const item = id === null ? null : engine.itemOf(id);
    dom.live.textContent = item && members.length > 1 ? options.describe(item) : '';
  };
  const begin = (): void => {
    const size = gridSize(state.arrangement);
    set(plot, 'aria-rowcount', String(size.rows));
    set(plot, 'aria-colcount', String(size.columns));
    waiting = gridRows(state.arrangement, state.layout.hits, state.scrollTop, state.height);
    const shown = new Set(waiting.map(({ lane }) => lane.id));
    for (const [id, { row }] of rows) {
      if (shown.has(id)) continue;
      row.remove();
      rows.delete(id);
    }
  };
  const finish = (): void => {
    // Rows that came late stand where their lane does.
    const ordered = [...rows.values()].map(({ row }) => row).sort((a, b) => indexOf(a) - indexOf(b));
    for (const [i, row] of ordered.entries()) {
      if (grid.children[i] !== row) grid.insertBefore(row, grid.children[i] ?? null);
    }
    set(plot, 'aria-busy', 'false');
    point();
  };
  const slice = (): void => {
    idle = 0;
    const until = performance.now() + SLICE_MS;
    while (waiting.length > 0 && performance.now() < until) {
      const row = waiting.shift();
      if (row) fill(row);
    }
    if (waiting.length > 0) idle = requestIdleCallback(slice);
    else finish();
  };
  const stop = (): void => {
    clearTimeout(timer);
    if (idle !== 0) cancelIdleCallback(idle);
    idle = 0;
  };
  /** All at once: the reader is in the grid, and what has the keyboard must be there to be told. */
  const now = (): void => {
    stop();
    begin();
    for (const row of waiting) fill(row);
    waiting = [];
    finish();
  };
  const onFocus = (): void => now();
  plot.addEventListener('focus', onFocus);

  return {
    changed() {
      stop();
      if (document.activeElement === plot) {
        now();
        return;
      }
      set(plot, 'aria-busy', 'true');
      timer = setTimeout(() => {
        begin();
        slice();
      }, STILL_MS);
    },
    destroy() {
      stop();
      plot.removeEventListener('focus', onFocus);
    },
  };
}

/** A cell is another one when it stands for more or fewer. */
function keyOf(firstId: string | undefined, count: number): string {
  return `${firstId ?? ''} ${count}`;
}

function place(element: HTMLElement, { hit, colIndex, colSpan }: Cell, rowTop: number): void {
  const left = Math.max(0, hit.x0);
  element.style.left = `${left}px`;
  element.style.width = `${Math.max(1, hit.x1 - left)}px`;
  element.style.top = `${hit.y0 - rowTop}px`;
  element.style.height = `${hit.y1 - hit.y0}px`;
  set(element, 'aria-colindex', String(colIndex));
  if (colSpan > 1) set(element, 'aria-colspan', String(colSpan));
  else element.removeAttribute('aria-colspan');
}

function indexOf(row: HTMLElement): number {
  return Number(row.getAttribute('aria-rowindex'));
}

/** Writes an attribute only where it differs: each writing makes the browser tell assistive technology. */
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
