import { type RefObject, useCallback, useState } from 'react';
import { startOfDay } from '#model/time.ts';
import type { Timeline, TimelineItem, TimeSpan } from '#renderer/timeline/index.ts';
import type { Span } from './TimelineToolbar.tsx';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Length of each span, ms; the whole case is as long as it is. */
const LENGTH: Record<Exclude<Span, 'all'>, number> = {
  h24: DAY_MS,
  h72: 3 * DAY_MS,
  d10: 10 * DAY_MS,
  d30: 30 * DAY_MS,
  w13: 91 * DAY_MS,
};

interface Input {
  /** The drawing; in the list there is none. */
  readonly timeline: RefObject<Timeline | null>;
  /** Tells which time is shown, so that the plan of it is fetched. */
  readonly show: (view: TimeSpan) => void;
  readonly now: number;
  readonly zone: string;
}

/** Which time is shown, on the drawing or in the list, and the ways to another: the same ones in both. */
export function useTimelineView({ timeline, show, now, zone }: Input) {
  const [view, setView] = useState<TimeSpan | null>(null);
  /** What the drawing shows was changed there. */
  const follow = useCallback(
    (seen: TimeSpan) => {
      setView(seen);
      show(seen);
    },
    [show],
  );
  const goTo = useCallback(
    (next: TimeSpan) => {
      if (timeline.current) timeline.current.setView(next.fromAt, next.toAt);
      else follow(next);
    },
    [timeline, follow],
  );
  const shownNow = () => timeline.current?.getView() ?? view;
  return {
    view,
    follow,
    /** @param extent all there is, for the whole case; null where there is nothing */
    showSpan(span: Span, extent: TimeSpan | null) {
      const shown = shownNow();
      if (span === 'all') {
        if (timeline.current) timeline.current.fit();
        else if (extent) goTo({ fromAt: startOfDay(extent.fromAt, zone), toAt: startOfDay(extent.toAt, zone, 1) });
        return;
      }
      const isAround = !shown || (now >= shown.fromAt && now < shown.toAt);
      const middle = isAround ? now : (shown.fromAt + shown.toAt) / 2;
      const fromAt = startOfDay(middle - LENGTH[span] / 4, zone);
      goTo({ fromAt, toAt: fromAt + LENGTH[span] });
    },
    goNow() {
      const shown = shownNow();
      const length = shown ? Math.min(shown.toAt - shown.fromAt, LENGTH.w13) : LENGTH.d10;
      const fromAt = startOfDay(now - length / 4, zone);
      goTo({ fromAt, toAt: fromAt + length });
    },
    /** Moves by so many lengths of what is shown. */
    step(pages: number) {
      const shown = shownNow();
      if (!shown) return;
      const by = (shown.toAt - shown.fromAt) * pages;
      goTo({ fromAt: shown.fromAt + by, toAt: shown.toAt + by });
    },
    /** Brings a time into view, the day before it first where there is room for it; at least its own day is shown. */
    goAround(at: number) {
      const shown = shownNow();
      const length = shown ? Math.max(DAY_MS, Math.min(shown.toAt - shown.fromAt, LENGTH.d30)) : LENGTH.d10;
      const fromAt = startOfDay(at, zone, length < LENGTH.h72 ? 0 : -1);
      goTo({ fromAt, toAt: fromAt + length });
    },
  };
}

/** The span of this length, within an hour for a clock change; null for any other length. */
export function spanOf({ fromAt, toAt }: TimeSpan): Span | null {
  const spans = Object.entries(LENGTH) as [Exclude<Span, 'all'>, number][];
  return spans.find(([, length]) => Math.abs(toAt - fromAt - length) <= HOUR_MS)?.[0] ?? null;
}

/** All the time that anything is known of; null where there is nothing. */
export function extentOf(items: readonly TimelineItem[], whole: TimeSpan | null): TimeSpan | null {
  let [fromAt, toAt] = [whole?.fromAt ?? Number.POSITIVE_INFINITY, whole?.toAt ?? Number.NEGATIVE_INFINITY];
  for (const { startAt, endAt } of items) {
    fromAt = Math.min(fromAt, startAt);
    toAt = Math.max(toAt, endAt ?? startAt);
  }
  return fromAt <= toAt ? { fromAt, toAt } : null;
}
