import type { DragPreview } from './drag.ts';
import type { TimelineEdit } from './edits.ts';
import type { TimelineFormat } from './format.ts';
import type { Division } from './ticks.ts';
import type { HolidaySource, TimelineItem, TimeSpan } from './types.ts';
import type { Verdict } from './verdict.ts';

/** Words around the drawing; the engine has none of its own. */
export interface TimelineTexts {
  /** Accessible name of the timeline. */
  readonly name: string;
  /** What the keys do, read to a screen reader on arrival. */
  readonly help: string;
  /** Label of the overview strip. */
  readonly overview: string;
  /** Second line of it: what its columns count by. */
  readonly overviewUnit: (unit: Division['unit']) => string;
  /** Left of the axis. */
  readonly axisCorner: string;
  /** Said when bars were marked for copying. */
  readonly copied?: ((count: number) => string) | undefined;
}

export interface TimelineOptions {
  readonly format: TimelineFormat;
  readonly texts: TimelineTexts;
  /** A sentence for a screen reader: what, who, from, to, place, how certain, state. */
  readonly describe: (item: TimelineItem) => string;
  /** The same of several that are drawn as one; left out, their number and the first one's sentence. */
  readonly describeMany?: ((items: readonly TimelineItem[]) => string) | undefined;
  /** What is said while something is held, after each step; left out, the verdict's title and lines. */
  readonly describeDrag?: ((preview: DragPreview) => string) | undefined;
  /** IANA zone; Europe/Oslo if left out. */
  readonly zone?: string | undefined;
  readonly holidays?: HolidaySource | undefined;
  /** The present, ms UTC; the app moves it on with `setNow`. */
  readonly nowAt?: number | null | undefined;
  /** First view; without one everything is shown. */
  readonly view?: TimeSpan | undefined;
  /** The strip of the whole case above the axis; shown if left out. */
  readonly hasOverview?: boolean | undefined;
  /** Fills a tooltip for a mark's items; false shows none. */
  readonly renderTooltip?: ((items: readonly TimelineItem[], element: HTMLElement) => boolean) | undefined;
  /** Goes to the next gap or conflict in a list of the app's own; left out, the items that say so are the stops. */
  readonly jump?: ((to: 'gap' | 'conflict', direction: 1 | -1) => void) | undefined;
  /** Judges a drag: called when its times change, at most once a pointer move; null shows nothing. */
  readonly verdict?: ((preview: DragPreview) => Verdict | null) | undefined;
}

export type Cause = 'pointer' | 'keyboard' | 'api';

/** What the timeline tells. It never changes data itself. */
export interface TimelineEvents {
  readonly view: TimeSpan;
  /** `id` has the keyboard, `ids` are all that are selected, it among them. */
  readonly select: { readonly id: string | null; readonly ids: readonly string[]; readonly by: Cause };
  /** Enter or double click on an item. */
  readonly open: { readonly id: string };
  /** One finished gesture. A change stays visible until data answer it, `settle` says that the next do, or `discard`. */
  readonly edit: TimelineEdit & { readonly by: Cause };
  /** A disc was pressed whose items no zoom can part. Client px. */
  readonly cluster: { readonly ids: readonly string[]; readonly clientX: number; readonly clientY: number };
  /** Shown is time of which the items are not known: data with `loaded` over this window are asked for. */
  readonly window: TimeSpan;
  /** Right button, Shift+F10 or the menu key. Client px. */
  readonly context: {
    readonly id: string | null;
    readonly ids: readonly string[];
    readonly laneId: string | null;
    readonly at: number;
    readonly clientX: number;
    readonly clientY: number;
  };
  readonly collapse: { readonly groupId: string; readonly isCollapsed: boolean };
}

export type Emit = <K extends keyof TimelineEvents>(type: K, event: TimelineEvents[K]) => void;

export interface Emitter {
  emit: Emit;
  /** Returns how to stop listening. */
  on<K extends keyof TimelineEvents>(type: K, listener: (event: TimelineEvents[K]) => void): () => void;
  clear(): void;
}

/** A small typed emitter; listeners run in the order they came. */
export function createEmitter(): Emitter {
  type Listeners = { [K in keyof TimelineEvents]: Set<(event: TimelineEvents[K]) => void> };
  const listeners: Listeners = {
    view: new Set(),
    select: new Set(),
    open: new Set(),
    edit: new Set(),
    cluster: new Set(),
    window: new Set(),
    context: new Set(),
    collapse: new Set(),
  };
  return {
    emit(type, event) {
      for (const listener of [...listeners[type]]) listener(event);
    },
    on(type, listener) {
      listeners[type].add(listener);
      return () => listeners[type].delete(listener);
    },
    clear() {
      for (const set of Object.values(listeners)) set.clear();
    },
  };
}
