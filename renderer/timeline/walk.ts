import type { Arrangement, LaneStrip } from './arrange.ts';
import type { Placed } from './prepare.ts';
import type { TimeSpan } from './types.ts';

export type Step = 'previous' | 'next' | 'up' | 'down' | 'first' | 'last';

/**
 * The item one keyboard step away: within a lane in time and story order, between lanes to the nearest in time.
 * @param fromId item the step starts at; null or one that is folded away starts with the first item of the view
 * @param anchorAt time that up and down keep to, so that a walk through the lanes does not drift
 * @returns its id; null if there is nothing in that direction
 */
export function walk(
  arrangement: Arrangement,
  fromId: string | null,
  step: Step,
  anchorAt: number,
  view: TimeSpan,
): string | null {
  const lanes = arrangement.strips.filter((s): s is LaneStrip => s.type === 'lane' && s.lane.ordered.length > 0);
  const laneIndex = lanes.findIndex(({ lane }) => fromId !== null && indexOf(lane.ordered, fromId) >= 0);
  const lane = lanes[laneIndex]?.lane;
  if (!lane || fromId === null) return firstInView(lanes, view);
  const index = indexOf(lane.ordered, fromId);
  switch (step) {
    case 'previous':
      return lane.ordered[index - 1]?.item.id ?? null;
    case 'next':
      return lane.ordered[index + 1]?.item.id ?? null;
    case 'first':
      return lane.ordered[0]?.item.id ?? null;
    case 'last':
      return lane.ordered.at(-1)?.item.id ?? null;
    case 'up':
    case 'down': {
      const other = lanes[laneIndex + (step === 'up' ? -1 : 1)];
      return other ? nearest(other.lane.ordered, anchorAt) : null;
    }
  }
}

function indexOf(ordered: readonly Placed[], id: string): number {
  return ordered.findIndex((placed) => placed.item.id === id);
}

function firstInView(lanes: readonly LaneStrip[], view: TimeSpan): string | null {
  for (const { lane } of lanes) {
    const inView = lane.ordered.find((placed) => placed.toAt >= view.fromAt && placed.fromAt <= view.toAt);
    if (inView) return inView.item.id;
  }
  return lanes[0]?.lane.ordered[0]?.item.id ?? null;
}

/** Nearest to a time; one that holds the time wins. */
function nearest(ordered: readonly Placed[], at: number): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const { item, fromAt, toAt } of ordered) {
    const holds = fromAt <= at && toAt > at;
    const distance = holds ? 0 : Math.min(Math.abs(fromAt - at), Math.abs(toAt - at));
    if (distance >= bestDistance) continue;
    best = item.id;
    bestDistance = distance;
  }
  return best;
}
