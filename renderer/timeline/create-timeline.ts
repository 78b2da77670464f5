import './timeline.css';
import { reveal } from './actions.ts';
import { createClipboard } from './clipboard.ts';
import type { DragMode } from './drag.ts';
import { createDragSession } from './drag-session.ts';
import { createEngine } from './engine.ts';
import { createHeldKeys } from './held-keys.ts';
import { listenToKeys } from './keyboard.ts';
import type { Offer } from './keys.ts';
import { createEmitter, type TimelineEvents, type TimelineOptions } from './options.ts';
import { listenToOverview } from './overview-gestures.ts';
import { listenToPointer } from './pointer.ts';
import { endRehearsal, rehearseWhenIdle } from './rehearse.ts';
import { zoomView } from './scale.ts';
import { select, selectMany } from './selection.ts';
import { DIRTY } from './stage.ts';
import { nextStop } from './stops.ts';
import type { TimelineData, TimeSpan } from './types.ts';
import { listenToWheel } from './wheel.ts';

/** A timeline on a page. */
export interface Timeline {
  /**
   * Shows data; an edit that they answer is settled. The view stays.
   * @throws TimelineError if they cannot be drawn truthfully
   */
  setData(data: TimelineData): void;
  setView(fromAt: number, toAt: number): void;
  getView(): TimeSpan;
  /** Shows the whole case. */
  fit(): void;
  /** @param factor above 1 shows more detail; `aroundAt` stays where it is (the middle if left out) */
  zoom(factor: number, aroundAt?: number): void;
  setNow(at: number | null): void;
  select(id: string | null): void;
  selectMany(ids: readonly string[]): void;
  /** The item with the keyboard. */
  getSelected(): string | null;
  getSelection(): readonly string[];
  /** Brings an item into view, selects it and moves the keyboard there. */
  focusItem(id: string): void;
  /**
   * Goes to the next gap or conflict in time from where the keyboard is.
   * @returns its id; null if there is none on that side
   */
  goToNext(to: 'gap' | 'conflict', direction: 1 | -1): string | null;
  /**
   * Takes hold of an item by the keys, as its own key would: the way in for menus and buttons.
   * @param at of a cut or a relief the point to begin at, of a new bar its start
   * @returns false if it cannot be taken hold of
   */
  begin(mode: DragMode, id: string | null, at?: number): boolean;
  /** Does what a key of `TIMELINE_KEYS` does, without the key. @returns false if it does nothing now */
  press(chord: string): boolean;
  /** True if a command with this `offer` could be done now. */
  can(offer: Offer): boolean;
  /** Marks the selected bars for copying. @returns how many */
  copySelected(): number;
  /** How many bars are marked. */
  countCopied(): number;
  /** Copies of what was marked, the first beginning at an instant: one edit. */
  paste(at: number): void;
  /** What a press on a bar does: cut it, hand it over, or (null) take hold of it. */
  setTool(tool: 'cut' | 'handOver' | null): void;
  /** Takes back an edit that the app refused. */
  discard(): void;
  /** The app has kept the edit: it stays visible until the next data, whatever these say. */
  settle(): void;
  /** Data were read anew and are the same as those that are shown. */
  confirmData(): void;
  setCollapsed(groupId: string, isCollapsed: boolean): void;
  /** Reads colours and letters anew: call it when the theme has changed. */
  refreshTheme(): void;
  /** Draws what is due now instead of in the next frame. */
  flush(): void;
  /** Returns how to stop listening. */
  on<K extends keyof TimelineEvents>(type: K, listener: (event: TimelineEvents[K]) => void): () => void;
  destroy(): void;
}

/**
 * Makes a timeline in an element, which gives it its size.
 * @throws TimelineError `TIMELINE_ZONE_UNKNOWN`
 */
export function createTimeline(host: HTMLElement, options: TimelineOptions): Timeline {
  const emitter = createEmitter();
  const engine = createEngine(host, options, emitter.emit);
  const { state } = engine;
  const session = createDragSession(engine);
  const held = createHeldKeys(engine, session);
  const clipboard = createClipboard(engine, session, held);
  const keys = listenToKeys(engine, session, held, clipboard);
  const stops = [listenToPointer(engine, session), keys.stop];
  stops.push(listenToWheel(engine), listenToOverview(engine));
  stops.push(
    watchSize(engine.dom.scroller, engine.resize),
    watchPixelRatio(engine.resize),
    watchFonts(engine.refreshTheme),
  );
  engine.resize();
  rehearseTimeline(options);

  const focusItem = (id: string): void => {
    if (!engine.itemOf(id)) return;
    reveal(engine, id);
    select(engine, id, 'api');
    engine.dom.plot.focus({ preventScroll: true });
  };

  return {
    setData(data) {
      if (data.items.length > 0) endRehearsal();
      engine.setData(data);
    },
    setView: (fromAt, toAt) => engine.setView({ fromAt, toAt }),
    getView: () => state.view,
    fit: engine.showAll,
    zoom(factor, aroundAt) {
      engine.setView(zoomView(state.view, factor, aroundAt ?? (state.view.fromAt + state.view.toAt) / 2));
    },
    setNow(at) {
      if (state.nowAt === at) return;
      state.nowAt = at;
      engine.invalidate(DIRTY.items | DIRTY.axis | DIRTY.overview);
    },
    select: (id) => select(engine, id !== null && engine.itemOf(id) ? id : null, 'api'),
    selectMany: (ids) => selectMany(engine, ids.filter(engine.itemOf), 'api'),
    getSelected: () => state.selectedId,
    getSelection: () => [...state.selectedIds],
    focusItem,
    goToNext(to, direction) {
      const id = nextStop(state.prepared, to, state.selectedId, state.view.fromAt, direction);
      if (id !== null) focusItem(id);
      return id;
    },
    begin(mode, id, at) {
      if (id !== null) focusItem(id);
      engine.dom.plot.focus({ preventScroll: true });
      return held.grab(mode, at);
    },
    press: keys.press,
    can: keys.can,
    copySelected: clipboard.copy,
    countCopied: clipboard.count,
    paste(at) {
      clipboard.paste(at, 'api');
    },
    setTool(tool) {
      state.tool = tool;
    },
    settle() {
      if (state.preview && !state.drag) state.preview = { ...state.preview, isSettled: true };
    },
    confirmData() {
      if (state.drag || !state.preview?.isSettled) return;
      state.preview = null;
      engine.invalidate(DIRTY.items | DIRTY.overlay);
    },
    discard() {
      if (state.drag || !state.preview) return;
      state.preview = null;
      engine.invalidate(DIRTY.items | DIRTY.overlay);
    },
    setCollapsed(groupId, isCollapsed) {
      if (state.collapsed.has(groupId) !== isCollapsed) engine.toggleGroup(groupId);
    },
    refreshTheme: engine.refreshTheme,
    flush: engine.flush,
    on: emitter.on,
    destroy() {
      for (const stop of stops) stop();
      emitter.clear();
      engine.destroy();
    },
  };
}

/** Gets ready for a timeline that is to come: see `rehearseWhenIdle`. */
export function rehearseTimeline(options: Pick<TimelineOptions, 'format' | 'texts' | 'zone' | 'holidays'>): void {
  rehearseWhenIdle(options, createTimeline);
}

/** The content box of the scrolling part: it also changes when a scrollbar comes or goes. */
function watchSize(element: HTMLElement, onSize: () => void): () => void {
  const observer = new ResizeObserver(onSize);
  observer.observe(element);
  return () => observer.disconnect();
}

/** A window that moves to another screen, or is zoomed, has other pixels at the same size. */
function watchPixelRatio(onChange: () => void): () => void {
  let query: MediaQueryList | null = null;
  const listen = (): void => {
    query?.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  const changed = (): void => {
    listen();
    onChange();
  };
  listen();
  return () => query?.removeEventListener('change', changed);
}

/** Letters that arrive late are wider or narrower than those they replace. */
function watchFonts(onLoad: () => void): () => void {
  document.fonts.addEventListener('loadingdone', onLoad);
  return () => document.fonts.removeEventListener('loadingdone', onLoad);
}
