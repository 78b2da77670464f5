import { type Arrangement, arrange } from './arrange.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { buildDom, type TimelineDom } from './dom.ts';
import type { Drag, DragPreview } from './drag.ts';
import { isAnswered } from './edits.ts';
import { createGrid, type Grid } from './grid.ts';
import type { Pointed } from './hit-test.ts';
import { createLabelColumn } from './label-column.ts';
import type { ItemLayout } from './layout.ts';
import { missingWindow } from './loaded.ts';
import type { Emit, TimelineOptions } from './options.ts';
import { type Prepared, prepare } from './prepare.ts';
import { clampView, createScale, fitView, type Scale } from './scale.ts';
import type { Box } from './selection.ts';
import { SIZE } from './sizes.ts';
import { createStage, DIRTY } from './stage.ts';
import type { TimelineData, TimelineItem, TimeSpan } from './types.ts';
import { zoneClock } from './zone-clock.ts';

/** Everything that changes while the timeline is looked at. */
export interface EngineState {
  prepared: Prepared;
  arrangement: Arrangement;
  collapsed: Set<string>;
  view: TimeSpan;
  /** Size of the plot, px. */
  width: number;
  height: number;
  scrollTop: number;
  /** The item with the keyboard. */
  selectedId: string | null;
  /** All selected items, that one among them. */
  selectedIds: ReadonlySet<string>;
  /** The box that is being drawn to select what it touches. */
  box: Box | null;
  /** What a press on a bar does instead of moving it. */
  tool: 'cut' | 'handOver' | null;
  pointed: Pointed | null;
  drag: Drag | null;
  /** Times of the drag in progress, or of an edit the app has not answered yet. */
  preview: DragPreview | null;
  isFocused: boolean;
  nowAt: number | null;
  layout: ItemLayout;
}

/** State, and when it is painted; gestures and keys act on it. */
export interface Engine {
  readonly dom: TimelineDom;
  readonly options: TimelineOptions;
  readonly calendar: Calendar;
  readonly emit: Emit;
  readonly state: EngineState;
  scale(): Scale;
  overviewScale(): Scale | null;
  /** Asks for a frame; nothing is drawn while nothing has changed. */
  invalidate(dirty: number): void;
  /** Draws what is due, now. */
  flush(): void;
  setData(data: TimelineData): void;
  setView(view: TimeSpan): void;
  showAll(): void;
  toggleGroup(groupId: string): void;
  scrollTo(top: number): void;
  itemOf(id: string): TimelineItem | null;
  /** Reads colours and letters anew. */
  refreshTheme(): void;
  /** Fits the canvases to the elements and paints at once. */
  resize(): void;
  destroy(): void;
}

const EMPTY: TimelineData = { groups: [], lanes: [], items: [] };
const WEEK = 7 * 86_400_000;
const DIRTY_VIEW = DIRTY.ground | DIRTY.items | DIRTY.overlay | DIRTY.axis | DIRTY.overview;
/** Room beyond the last event for its label when everything is shown, as a share of the time. */
const LABEL_SHARE = 0.06;

export function createEngine(host: HTMLElement, options: TimelineOptions, emit: Emit): Engine {
  const calendar = createCalendar(zoneClock(options.zone ?? 'Europe/Oslo'));
  const dom = buildDom(host, options.texts, options.hasOverview !== false);
  const stage = createStage(dom, options, calendar);
  let grid: Grid | null = null;
  const labels = createLabelColumn(dom.labels, (groupId) => toggleGroup(groupId));
  const prepared = prepare(EMPTY, calendar);
  const startAt = options.nowAt ?? 0;
  const state: EngineState = {
    prepared,
    arrangement: arrange(prepared, new Set()),
    collapsed: new Set(),
    view: clampView(options.view ?? { fromAt: startAt - WEEK, toAt: startAt + WEEK }),
    width: 0,
    height: 0,
    scrollTop: 0,
    selectedId: null,
    selectedIds: new Set(),
    box: null,
    tool: null,
    pointed: null,
    drag: null,
    preview: null,
    isFocused: false,
    nowAt: options.nowAt ?? null,
    layout: { items: [], labels: [], hits: [] },
  };
  let dirty = 0;
  let frame = 0;
  let hasView = options.view !== undefined;

  const invalidate = (parts: number): void => {
    dirty |= parts;
    if (frame === 0) frame = requestAnimationFrame(onFrame);
  };
  /** Room above and below for names, px: scrolling by less makes none anew. */
  let named = { top: 0, bottom: 0 };
  const showLabels = (): void => {
    const reach = state.height / 2;
    named = { top: state.scrollTop - reach, bottom: state.scrollTop + state.height + reach };
    labels.show(state.arrangement, named.top, named.bottom);
  };
  const onFrame = (): void => {
    // What was asked for first, then the strip that counts the whole case: it has the frame after for itself.
    const rest = dirty & DIRTY.overview;
    const waits = rest !== 0 && dirty !== rest && stage.mustCount(state);
    if (waits) dirty &= ~rest;
    flush();
    if (waits) invalidate(rest);
  };
  const flush = (): void => {
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
    if (dirty === 0 || state.width <= 0) return;
    const due = dirty;
    dirty = 0;
    if (due & DIRTY.labels) showLabels();
    labels.select(state.selectedId === null ? null : (state.prepared.byId.get(state.selectedId)?.item.laneId ?? null));
    stage.paint(due, state);
    if (due & (DIRTY.items | DIRTY.overlay)) grid?.changed();
  };

  const rearrange = (): void => {
    state.arrangement = arrange(state.prepared, state.collapsed);
    dom.content.style.height = `${state.arrangement.height}px`;
    scrollTo(state.scrollTop);
    // Time has not moved: the axis stands.
    invalidate(DIRTY.all & ~DIRTY.axis);
  };
  const scrollTo = (top: number): void => {
    const most = Math.max(0, state.arrangement.height - state.height);
    const wanted = Math.round(Math.max(0, Math.min(most, top)));
    // Even asking the element where it stands would lay the page out before the new names are in it.
    if (state.scrollTop === wanted) return;
    dom.scroller.scrollTop = wanted;
    state.scrollTop = wanted;
    const isNamed = wanted >= named.top && wanted + state.height <= named.bottom;
    invalidate(DIRTY.ground | DIRTY.items | DIRTY.overlay | (isNamed ? 0 : DIRTY.labels));
  };
  let asked: TimeSpan | null = null;
  const askForMore = (): void => {
    const { loaded, extent } = state.prepared;
    const missing = missingWindow(state.view, loaded, extent, asked);
    if (!missing) return;
    asked = missing;
    emit('window', missing);
  };
  const setView = (view: TimeSpan): void => {
    const next = clampView(view);
    hasView = true;
    if (next.fromAt === state.view.fromAt && next.toAt === state.view.toAt) return;
    state.view = next;
    invalidate(DIRTY_VIEW);
    emit('view', next);
    askForMore();
  };
  const showAll = (): void => {
    const { extent } = state.prepared;
    if (!extent) return;
    const beyond = (extent.toAt - extent.fromAt) * LABEL_SHARE;
    setView(fitView({ fromAt: extent.fromAt, toAt: extent.toAt + beyond }));
  };
  /** Items that are no longer there cannot stay selected. */
  const dropLost = (): void => {
    const kept = [...state.selectedIds].filter((id) => state.prepared.byId.has(id));
    if (kept.length === state.selectedIds.size) return;
    const id = state.selectedId !== null && kept.includes(state.selectedId) ? state.selectedId : (kept[0] ?? null);
    state.selectedId = id;
    state.selectedIds = new Set(kept);
    dom.plot.classList.toggle('timeline-plot--has-selection', id !== null);
    emit('select', { id, ids: kept, by: 'api' });
  };
  const toggleGroup = (groupId: string): void => {
    const isCollapsed = !state.collapsed.has(groupId);
    if (isCollapsed) state.collapsed.add(groupId);
    else state.collapsed.delete(groupId);
    rearrange();
    emit('collapse', { groupId, isCollapsed });
  };

  const engine: Engine = {
    dom,
    options,
    calendar,
    emit,
    state,
    scale: () => createScale(state.view, state.width),
    overviewScale: () => stage.overviewScale(state),
    invalidate,
    flush,
    setView,
    showAll,
    toggleGroup,
    scrollTo,
    setData(data) {
      const isFirst = state.prepared.groups.length === 0;
      state.prepared = prepare(data, calendar);
      // Folding is the reader's; data say only how a group begins.
      const groups = new Set(data.groups.map((group) => group.id));
      if (isFirst) state.collapsed = new Set(data.groups.filter((group) => group.collapsed).map((group) => group.id));
      for (const id of state.collapsed) if (!groups.has(id)) state.collapsed.delete(id);
      // What is being dragged may have been removed meanwhile; a drag of anything else goes on.
      const { drag } = state;
      if (drag?.mode !== 'copy' && drag?.items.some((item) => !state.prepared.byId.has(item.id))) state.drag = null;
      const { preview } = state;
      if (!state.drag && preview && (preview.isSettled || isAnswered(preview, state.prepared))) state.preview = null;
      state.pointed = null;
      dropLost();
      rearrange();
      asked = null;
      if (!hasView) showAll();
      askForMore();
    },
    itemOf: (id) => state.prepared.byId.get(id)?.item ?? null,
    refreshTheme() {
      stage.refresh();
      invalidate(DIRTY.all);
    },
    resize() {
      state.width = Math.max(0, dom.scroller.clientWidth - SIZE.labelColumn);
      state.height = dom.scroller.clientHeight;
      dom.plot.style.height = `${state.height}px`;
      if (!stage.resize(state.width, state.height)) return;
      scrollTo(state.scrollTop);
      dirty |= DIRTY.all;
      // In the same frame: a canvas that was resized is empty until it is painted.
      flush();
    },
    destroy() {
      grid?.destroy();
      if (frame !== 0) cancelAnimationFrame(frame);
      frame = 0;
      dirty = 0;
      dom.remove();
    },
  };
  grid = createGrid(engine);
  return engine;
}
