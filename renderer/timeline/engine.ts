import { type Arrangement, arrange } from './arrange.ts';
import { type LayoutEnvironment, layoutAxis } from './axis.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import type { Measure, Primitive } from './display-list.ts';
import { buildDom, type TimelineDom } from './dom.ts';
import type { Drag, DragPreview } from './drag.ts';
import { layoutGround } from './ground.ts';
import type { Pointed } from './hit-test.ts';
import { createLabelColumn } from './label-column.ts';
import { type ItemLayout, layoutItems } from './layout.ts';
import type { Emit, TimelineOptions } from './options.ts';
import { layoutOverlay } from './overlay.ts';
import { bucketDivision, layoutOverview, layoutOverviewWindow, overviewSpan } from './overview.ts';
import { type CanvasPainter, createCanvasPainter } from './paint-canvas.ts';
import { type Prepared, prepare } from './prepare.ts';
import { clampView, createScale, fitView, type Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import { placeLabel } from './text-fit.ts';
import { createMeasure, readTheme, type Theme } from './theme.ts';
import type { TimelineData, TimelineItem, TimeSpan } from './types.ts';
import { createZoneClock } from './zone-clock.ts';

/** What must be drawn anew. */
export const DIRTY = { ground: 1, items: 2, overlay: 4, axis: 8, overview: 16, labels: 32, all: 63 } as const;
const DIRTY_VIEW = DIRTY.ground | DIRTY.items | DIRTY.overlay | DIRTY.axis | DIRTY.overview;

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
  selectedId: string | null;
  pointed: Pointed | null;
  drag: Drag | null;
  /** Times of the drag in progress, or of an edit the app has not answered yet. */
  preview: DragPreview | null;
  isFocused: boolean;
  nowAt: number | null;
  layout: ItemLayout;
}

/** State, layout and paint; gestures and keys act on it. */
export interface Engine {
  readonly dom: TimelineDom;
  readonly options: TimelineOptions;
  readonly calendar: Calendar;
  readonly emit: Emit;
  readonly state: EngineState;
  scale(): Scale;
  overviewScale(): Scale | null;
  environment(): LayoutEnvironment;
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

export function createEngine(host: HTMLElement, options: TimelineOptions, emit: Emit): Engine {
  const calendar = createCalendar(createZoneClock(options.zone ?? 'Europe/Oslo'));
  const dom = buildDom(host, options.texts, options.hasOverview !== false);
  const painters = {
    ground: createCanvasPainter(dom.ground),
    items: createCanvasPainter(dom.items),
    overlay: createCanvasPainter(dom.overlay),
    axis: createCanvasPainter(dom.axis),
    overview: dom.overview ? createCanvasPainter(dom.overview) : null,
  };
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
    pointed: null,
    drag: null,
    preview: null,
    isFocused: false,
    nowAt: options.nowAt ?? null,
    layout: { items: [], labels: [], hits: [] },
  };
  let theme: Theme = readTheme(dom.root);
  let measure: Measure = createMeasure(theme);
  let dirty = 0;
  let frame = 0;
  let hasView = options.view !== undefined;
  let overviewCache: { key: string; prepared: Prepared; list: Primitive[] } | null = null;

  const scale = (): Scale => createScale(state.view, state.width);
  const environment = (): LayoutEnvironment => ({
    calendar,
    format: options.format,
    measure,
    holidays: options.holidays ?? (() => []),
    nowAt: state.nowAt,
  });
  const overviewScale = (): Scale | null => {
    const span = dom.overview ? overviewSpan(state.prepared.extent, state.nowAt) : null;
    return span && createScale(span, state.width);
  };
  const invalidate = (parts: number): void => {
    dirty |= parts;
    if (frame === 0) frame = requestAnimationFrame(() => flush());
  };

  const flush = (): void => {
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
    const due = dirty;
    dirty = 0;
    if (due === 0 || state.width <= 0) return;
    const now = scale();
    const around = environment();
    const window = { scrollTop: state.scrollTop, height: state.height };
    const selectedLane =
      state.selectedId === null ? null : (state.prepared.byId.get(state.selectedId)?.lane.lane.id ?? null);
    if (due & DIRTY.labels) labels.show(state.arrangement);
    labels.select(selectedLane);
    if (due & DIRTY.ground) {
      painters.ground.paint([layoutGround(state.arrangement, now, window, around, selectedLane)], theme);
    }
    if (due & DIRTY.items) {
      state.layout = layoutItems(state.arrangement, now, window, around, state.preview?.id ?? null);
      painters.items.paint([state.layout.items, state.layout.labels], theme);
    }
    if (due & (DIRTY.overlay | DIRTY.items)) {
      const { hits } = state.layout;
      const overlay = layoutOverlay({ ...state, hits, scale: now, ...draggedWords(now, around) });
      painters.overlay.paint([overlay], theme);
    }
    if (due & DIRTY.axis) painters.axis.paint([layoutAxis(now, around)], theme);
    if (due & DIRTY.overview) paintOverview(around);
  };

  /** Row and word of the item that the overlay draws instead of the canvas of items. */
  const draggedWords = (now: Scale, around: LayoutEnvironment): { draggedRow: number; dragLabel: string } => {
    const { preview } = state;
    const dragged = preview?.id ? state.prepared.byId.get(preview.id) : undefined;
    if (!preview || !dragged) return { draggedRow: 0, dragLabel: '' };
    const { label, shortLabel } = dragged.placed.item;
    const w = now.xOf(preview.endAt ?? now.toAt) - Math.max(0, now.xOf(preview.startAt));
    const place = placeLabel(label, shortLabel, w - 14, 0, around.measure);
    return { draggedRow: dragged.row, dragLabel: place?.text ?? '' };
  };

  const paintOverview = (around: LayoutEnvironment): void => {
    const whole = overviewScale();
    if (!painters.overview) return;
    if (!whole) {
      painters.overview.paint([], theme);
      return;
    }
    const key = `${whole.fromAt} ${whole.toAt} ${whole.width} ${state.nowAt}`;
    if (overviewCache?.key !== key || overviewCache.prepared !== state.prepared) {
      overviewCache = { key, prepared: state.prepared, list: layoutOverview(state.prepared, whole, around) };
      const unit = bucketDivision(whole.msPerPx).unit;
      if (dom.overviewUnit) dom.overviewUnit.textContent = options.texts.overviewUnit(unit);
    }
    painters.overview.paint([overviewCache.list, layoutOverviewWindow(whole, state.view)], theme);
  };

  const rearrange = (): void => {
    state.arrangement = arrange(state.prepared, state.collapsed);
    dom.content.style.height = `${state.arrangement.height}px`;
    scrollTo(state.scrollTop);
    invalidate(DIRTY.all);
  };
  const scrollTo = (top: number): void => {
    const most = Math.max(0, state.arrangement.height - state.height);
    const wanted = Math.round(Math.max(0, Math.min(most, top)));
    if (dom.scroller.scrollTop !== wanted) dom.scroller.scrollTop = wanted;
    if (state.scrollTop === wanted) return;
    state.scrollTop = wanted;
    invalidate(DIRTY.ground | DIRTY.items | DIRTY.overlay);
  };
  const setView = (view: TimeSpan): void => {
    const next = clampView(view);
    hasView = true;
    if (next.fromAt === state.view.fromAt && next.toAt === state.view.toAt) return;
    state.view = next;
    invalidate(DIRTY_VIEW);
    emit('view', next);
  };
  const showAll = (): void => {
    const { extent } = state.prepared;
    if (!extent) return;
    // A little more on the right: the last events have their labels there.
    setView(fitView({ fromAt: extent.fromAt, toAt: extent.toAt + (extent.toAt - extent.fromAt) * 0.06 }));
  };
  const toggleGroup = (groupId: string): void => {
    const isCollapsed = !state.collapsed.has(groupId);
    if (isCollapsed) state.collapsed.add(groupId);
    else state.collapsed.delete(groupId);
    rearrange();
    emit('collapse', { groupId, isCollapsed });
  };

  const resize = (): void => {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.max(0, dom.scroller.clientWidth - SIZE.labelColumn);
    const height = dom.scroller.clientHeight;
    dom.plot.style.height = `${height}px`;
    state.width = width;
    state.height = height;
    const size = (painter: CanvasPainter | null, h: number) => painter?.resize(width, h, ratio) ?? false;
    const changed = [
      size(painters.ground, height),
      size(painters.items, height),
      size(painters.overlay, height),
      size(painters.axis, SIZE.axis),
      size(painters.overview, SIZE.overview),
    ];
    if (!changed.includes(true)) return;
    scrollTo(state.scrollTop);
    dirty |= DIRTY.all;
    // In the same frame: a canvas that was resized is empty until it is painted.
    flush();
  };

  return {
    dom,
    options,
    calendar,
    emit,
    state,
    scale,
    overviewScale,
    environment,
    invalidate,
    flush,
    setView,
    showAll,
    toggleGroup,
    scrollTo,
    resize,
    setData(data) {
      const isFirst = state.prepared.groups.length === 0;
      state.prepared = prepare(data, calendar);
      // Folding is the reader's; data say only how a group begins.
      const knownGroups = new Set(data.groups.map((group) => group.id));
      if (isFirst) state.collapsed = new Set(data.groups.filter((group) => group.collapsed).map((group) => group.id));
      for (const id of state.collapsed) if (!knownGroups.has(id)) state.collapsed.delete(id);
      if (!state.drag) state.preview = null;
      state.pointed = null;
      if (state.selectedId !== null && !state.prepared.byId.has(state.selectedId)) {
        state.selectedId = null;
        emit('select', { id: null, by: 'api' });
      }
      dom.plot.classList.toggle('timeline-plot--has-selection', state.selectedId !== null);
      rearrange();
      if (!hasView) showAll();
    },
    itemOf: (id) => state.prepared.byId.get(id)?.placed.item ?? null,
    refreshTheme() {
      theme = readTheme(dom.root);
      measure = createMeasure(theme);
      overviewCache = null;
      invalidate(DIRTY.all);
    },
    destroy() {
      if (frame !== 0) cancelAnimationFrame(frame);
      frame = 0;
      dirty = 0;
      dom.remove();
    },
  };
}
