import type { TimelineEntry } from '#contract/timeline.ts';
import type { TimeSpan } from '#renderer/timeline/index.ts';

/** A case with more entries than this is fetched around what is in view. */
export const MOST_AT_ONCE = 3_000;
/** Entries that cross in one answer. */
export const PAGE = 5_000;

const DAY_MS = 86_400_000;

/**
 * The stretch of time to fetch for a view: with as much again on both sides, on a grid of its own for each zoom, so that
 * a small step fetches nothing new.
 * @param kept what is fetched already: it stays while it holds the view and is not far wider
 */
export function partFor(view: TimeSpan, kept: TimeSpan | null): TimeSpan {
  const length = Math.max(DAY_MS, view.toAt - view.fromAt);
  if (kept && holds(kept, view) && kept.toAt - kept.fromAt <= 24 * length) return kept;
  const step = DAY_MS * 2 ** Math.ceil(Math.log2(length / DAY_MS));
  return {
    fromAt: Math.floor((view.fromAt - length) / step) * step,
    toAt: Math.ceil((view.toAt + length) / step) * step,
  };
}

/** The time that pages of a part are all of: they come in order of start, so what the next one holds starts later. */
export function loadedOf(part: TimeSpan, pages: readonly (readonly TimelineEntry[])[], isComplete: boolean): TimeSpan {
  if (isComplete) return part;
  let last = part.fromAt;
  // A series is told by its occurrences, which may lie far after what else is on its page.
  for (const entry of pages.at(-1) ?? []) if (entry.occurrence === null && entry.startsAt > last) last = entry.startsAt;
  return { fromAt: part.fromAt, toAt: Math.min(last, part.toAt) };
}

/** True if all of a stretch lies within another. */
export function holds(outer: TimeSpan, inner: TimeSpan): boolean {
  return inner.fromAt >= outer.fromAt && inner.toAt <= outer.toAt;
}
