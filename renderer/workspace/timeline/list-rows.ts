import { pageFilter, type TimelineData, type TimelineItem, type TimeSpan } from '#renderer/timeline/index.ts';

/** A row of the list: the name of a lane with how much lies in it, or an item of it. */
export type ListRow = { readonly heading: string; readonly count: number } | TimelineItem;

/**
 * The rows of the list: lane by lane in the order they are drawn, each in time order.
 * @param shown leaves out what does not touch it, as the drawing does; null shows all
 * @param zone in which days, months and years without an interval of their own are meant
 */
export function listRows({ lanes, items }: TimelineData, shown: TimeSpan | null, zone: string): ListRow[] {
  const isOnPage = pageFilter(zone);
  const byLane = new Map<string, TimelineItem[]>(lanes.map((lane) => [lane.id, []]));
  for (const item of items) if (shown === null || isOnPage(item, shown)) byLane.get(item.laneId)?.push(item);
  return lanes.flatMap((lane): ListRow[] => {
    const own = byLane.get(lane.id) ?? [];
    if (own.length === 0) return [];
    own.sort((a, b) => a.startAt - b.startAt || a.storyOrder - b.storyOrder);
    const heading = lane.sublabel ? `${lane.label}, ${lane.sublabel}` : lane.label;
    return [{ heading, count: own.length }, ...own];
  });
}
