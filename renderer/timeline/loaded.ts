import type { TimeSpan } from './types.ts';

/**
 * The time to ask for because the view shows some of which the items are not known: the view with as much again on both
 * sides, so that panning on does not wait. Null while all that can be seen is there.
 * @param loaded time the items are all of; null if they are all there is
 * @param extent of the whole case: outside it there is nothing to ask for
 * @param asked what was asked for last and has not come yet
 */
export function missingWindow(
  view: TimeSpan,
  loaded: TimeSpan | null,
  extent: TimeSpan | null,
  asked: TimeSpan | null,
): TimeSpan | null {
  if (!loaded) return null;
  const seen = {
    fromAt: Math.max(view.fromAt, extent?.fromAt ?? view.fromAt),
    toAt: Math.min(view.toAt, extent?.toAt ?? view.toAt),
  };
  if (seen.toAt <= seen.fromAt || holds(loaded, seen) || (asked && holds(asked, seen))) return null;
  const span = view.toAt - view.fromAt;
  return { fromAt: view.fromAt - span, toAt: view.toAt + span };
}

function holds(outer: TimeSpan, inner: TimeSpan): boolean {
  return inner.fromAt >= outer.fromAt && inner.toAt <= outer.toAt;
}
