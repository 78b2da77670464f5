import type { LaneStrip } from './arrange.ts';
import { type LayoutEnvironment, layoutAxis } from './axis.ts';
import type { Calendar } from './calendar.ts';
import type { Measure, Primitive } from './display-list.ts';
import type { TimelineDom } from './dom.ts';
import type { DragPreview } from './drag.ts';
import type { EngineState } from './engine.ts';
import { layoutGround } from './ground.ts';
import { cacheHolidays } from './holiday-cache.ts';
import { layoutItems } from './layout.ts';
import type { TimelineOptions } from './options.ts';
import { layoutOverlay } from './overlay.ts';
import { bucketDivision, layoutOverview, layoutOverviewWindow, overviewSpan } from './overview.ts';
import { type CanvasPainter, createCanvasPainter } from './paint-canvas.ts';
import type { Prepared } from './prepare.ts';
import { createScale, type Scale } from './scale.ts';
import { SIZE } from './sizes.ts';
import { placeLabel } from './text-fit.ts';
import { createMeasure, readTheme, type Theme } from './theme.ts';

/** What must be drawn anew. */
export const DIRTY = { ground: 1, items: 2, overlay: 4, axis: 8, overview: 16, labels: 32, all: 63 } as const;

/** The canvases and what they are painted from. */
export interface Stage {
  /** Lays out and paints the parts named in `dirty`. */
  paint(dirty: number, state: EngineState): void;
  /** Size of the plot in px. Returns whether any bitmap changed, and with it lost its picture. */
  resize(width: number, height: number): boolean;
  overviewScale(state: EngineState): Scale | null;
  /** Whether the overview has to count all items anew, which can wait for the next frame. */
  mustCount(state: EngineState): boolean;
  /** Reads colours and letters anew. */
  refresh(): void;
}

export function createStage(dom: TimelineDom, options: TimelineOptions, calendar: Calendar): Stage {
  const painters = {
    items: createCanvasPainter(dom.items, true),
    overlay: createCanvasPainter(dom.overlay),
    axis: createCanvasPainter(dom.axis, true),
    overview: dom.overview ? createCanvasPainter(dom.overview, true) : null,
  };
  const holidays = cacheHolidays(options.holidays ?? (() => []));
  let theme: Theme = readTheme(dom.root);
  let measure: Measure = createMeasure(theme);
  let cache: { key: string; prepared: Prepared; list: Primitive[] } | null = null;

  let ground: Primitive[] = [];
  let hasOverlay = false;

  const overviewScale = (state: EngineState): Scale | null => {
    const span = dom.overview ? overviewSpan(state.prepared, state.nowAt) : null;
    return span && createScale(span, state.width);
  };

  const paintOverview = (state: EngineState, environment: LayoutEnvironment): void => {
    if (!painters.overview) return;
    const scale = overviewScale(state);
    if (!scale) {
      painters.overview.paint([], theme);
      return;
    }
    const key = keyOf(scale, state);
    if (cache?.key !== key || cache.prepared !== state.prepared) {
      cache = { key, prepared: state.prepared, list: layoutOverview(state.prepared, scale, environment) };
      const { unit } = bucketDivision(scale.msPerPx);
      if (dom.overviewUnit) dom.overviewUnit.textContent = options.texts.overviewUnit(unit);
    }
    painters.overview.paint([cache.list, layoutOverviewWindow(scale, state.view)], theme);
  };

  /** Rows the edited items come from, and the word on the bar that is held. */
  const draggedWords = ({ preview, prepared }: EngineState, scale: Scale) => {
    const rowOf = (id: string | null): number => (id === null ? 0 : (prepared.byId.get(id)?.row ?? 0));
    const dragged = preview?.id ? prepared.byId.get(preview.id) : undefined;
    if (!preview || !dragged) return { rowOf, dragLabel: '', dragLabelW: 0 };
    const { label, shortLabel } = dragged.item;
    const w = scale.xOf(preview.endAt ?? scale.toAt) - Math.max(0, scale.xOf(preview.startAt));
    const place = placeLabel(label, shortLabel, w - 14, 0, measure);
    const dragLabel = place?.text ?? '';
    return { rowOf, dragLabel, dragLabelW: measure(dragLabel, 'label') };
  };

  return {
    overviewScale,
    mustCount(state) {
      const scale = overviewScale(state);
      return scale !== null && (cache?.key !== keyOf(scale, state) || cache.prepared !== state.prepared);
    },
    paint(dirty, state) {
      const { nowAt, arrangement, preview } = state;
      const environment: LayoutEnvironment = { calendar, format: options.format, measure, holidays, nowAt };
      const scale = createScale(state.view, state.width);
      if (dirty & DIRTY.ground) {
        ground = layoutGround(arrangement, scale, state, environment, state.prepared.loaded);
      }
      if (dirty & DIRTY.items) state.layout = layoutItems(arrangement, scale, state, environment, hiddenBy(preview));
      if (dirty & (DIRTY.ground | DIRTY.items)) {
        painters.items.paint([ground, state.layout.items, state.layout.labels], theme);
      }
      if (dirty & (DIRTY.overlay | DIRTY.items)) {
        const { hits } = state.layout;
        const selectedLane = laneOfSelected(state);
        const list = layoutOverlay({ ...state, hits, scale, selectedLane, ...draggedWords(state, scale) });
        // Nothing to show needs no layer of its own to be put over the items, and is wiped only once.
        if (list.length > 0 || hasOverlay) painters.overlay.paint([list], theme);
        hasOverlay = list.length > 0;
        dom.overlay.style.display = hasOverlay ? '' : 'none';
      }
      if (dirty & DIRTY.axis) painters.axis.paint([layoutAxis(scale, environment)], theme);
      if (dirty & DIRTY.overview) paintOverview(state, environment);
    },
    resize(width, height) {
      const ratio = window.devicePixelRatio || 1;
      const size = (painter: CanvasPainter | null, h: number): boolean => painter?.resize(width, h, ratio) ?? false;
      const changed = [
        size(painters.items, height),
        size(painters.overlay, height),
        size(painters.axis, SIZE.axis),
        size(painters.overview, SIZE.overview),
      ];
      const isChanged = changed.includes(true);
      if (isChanged && width > 0) painters.items.warm(theme);
      return isChanged;
    },
    refresh() {
      theme = readTheme(dom.root);
      measure = createMeasure(theme);
      cache = null;
    },
  };
}

/** Items that the overlay draws at their new times instead. */
function hiddenBy(preview: DragPreview | null): ReadonlySet<string> {
  const ids = new Set<string>();
  if (preview?.mode === 'move' || preview?.mode === 'start' || preview?.mode === 'end') {
    for (const { id } of preview.items) if (id !== null) ids.add(id);
  }
  return ids;
}

function keyOf(scale: Scale, { nowAt }: EngineState): string {
  return `${scale.fromAt} ${scale.toAt} ${scale.width} ${nowAt}`;
}

function laneOfSelected({ selectedId, prepared, arrangement }: EngineState): LaneStrip | null {
  const laneId = selectedId === null ? undefined : prepared.byId.get(selectedId)?.item.laneId;
  return (laneId === undefined ? undefined : arrangement.laneById.get(laneId)) ?? null;
}
