import type { Calendar } from './calendar.ts';
import { stack } from './stack.ts';
import {
  type TimelineData,
  TimelineError,
  type TimelineGroup,
  type TimelineItem,
  type TimelineLane,
  type TimelineWhole,
  type TimeSpan,
} from './types.ts';

/** An item with the time it needs for itself and its place. */
export interface Placed {
  readonly item: TimelineItem;
  readonly fromAt: number;
  /** `Infinity` while the item is open. */
  readonly toAt: number;
  /** Where a point, or the start of a bar, must lie; null is exact. */
  readonly uncertain: TimeSpan | null;
  readonly isPoint: boolean;
  readonly isUncertain: boolean;
  /** Row within its lane; set once, when the lane is stacked. */
  row: number;
  /** Place among all items of its lane, in time and story order. */
  order: number;
}

/** One row of a lane. Items do not overlap, so starts and ends are both in order: the row is its own time index. */
export interface Row {
  readonly placed: readonly Placed[];
}

export interface PreparedLane {
  readonly lane: TimelineLane;
  readonly rows: readonly Row[];
  /** All items of the lane in time and story order, whatever their row. */
  readonly ordered: readonly Placed[];
}

export interface PreparedGroup {
  /** Null holds the lanes that have no group. */
  readonly group: TimelineGroup | null;
  readonly lanes: readonly PreparedLane[];
}

export interface Prepared {
  readonly groups: readonly PreparedGroup[];
  readonly byId: ReadonlyMap<string, Placed>;
  readonly laneById: ReadonlyMap<string, PreparedLane>;
  /** From the first start to the last end of all items; null if there are none. Open ends do not count. */
  readonly extent: TimeSpan | null;
  /** When the last item begins, or the last thing of the whole case happened; stretches of cover do not count. */
  readonly lastStartAt: number | null;
  readonly loaded: TimeSpan | null;
  readonly whole: TimelineWhole | null;
}

/**
 * Sorts, stacks and checks data for drawing. Runs once per change of data over all items: plain loops, one object an item.
 * @throws TimelineError for an unknown lane or group, an id used twice, a time that is no number, an end before its start
 */
export function prepare(data: TimelineData, calendar: Calendar): Prepared {
  const byLane = emptyLanes(data);
  const byId = new Map<string, Placed>();
  let fromAt = Number.POSITIVE_INFINITY;
  let toAt = Number.NEGATIVE_INFINITY;
  let lastStartAt = data.whole?.counts.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  const { items } = data;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (!item) continue;
    const placed = place(item, calendar);
    const lane = byLane.get(item.laneId);
    if (!lane) throw new TimelineError('TIMELINE_LANE_UNKNOWN', item.id);
    lane.push(placed);
    byId.set(item.id, placed);
    if (placed.fromAt < fromAt) fromAt = placed.fromAt;
    const lastAt = placed.toAt === Number.POSITIVE_INFINITY ? placed.fromAt : placed.toAt;
    if (lastAt > toAt) toAt = lastAt;
    if (placed.fromAt > lastStartAt && !item.coverage) lastStartAt = placed.fromAt;
  }
  if (byId.size !== items.length) throw new TimelineError('TIMELINE_ID_TWICE', firstTwice(data));

  const laneById = new Map<string, PreparedLane>();
  const lanesOf = (group: string | undefined): PreparedLane[] => {
    return data.lanes
      .filter((lane) => lane.group === group)
      .map((lane) => {
        const prepared = prepareLane(lane, byLane.get(lane.id) ?? []);
        laneById.set(lane.id, prepared);
        return prepared;
      });
  };
  const groups: PreparedGroup[] = [];
  const loose = lanesOf(undefined);
  if (loose.length > 0) groups.push({ group: null, lanes: loose });
  for (const group of data.groups) groups.push({ group, lanes: lanesOf(group.id) });
  const { loaded = null, whole = null } = data;
  const extent = whole?.extent ?? (fromAt <= toAt ? { fromAt, toAt } : null);
  const isKnown = lastStartAt !== Number.NEGATIVE_INFINITY;
  return { groups, byId, laneById, extent, lastStartAt: isKnown ? lastStartAt : null, loaded, whole };
}

function emptyLanes(data: TimelineData): Map<string, Placed[]> {
  const byLane = new Map<string, Placed[]>();
  const groupIds = new Set(data.groups.map((group) => group.id));
  for (const lane of data.lanes) {
    if (byLane.has(lane.id)) throw new TimelineError('TIMELINE_ID_TWICE', lane.id);
    if (lane.group !== undefined && !groupIds.has(lane.group))
      throw new TimelineError('TIMELINE_GROUP_UNKNOWN', lane.id);
    byLane.set(lane.id, []);
  }
  return byLane;
}

function prepareLane(lane: TimelineLane, ordered: Placed[]): PreparedLane {
  sortInPlace(ordered);
  const { rows, count } = stack(ordered);
  for (let i = 0; i < ordered.length; i++) {
    const placed = ordered[i];
    if (!placed) continue;
    placed.row = rows[i] ?? 0;
    placed.order = i;
  }
  if (count === 1) return { lane, ordered, rows: [{ placed: ordered }] };
  const lists: Placed[][] = Array.from({ length: count }, () => []);
  for (const placed of ordered) lists[placed.row]?.push(placed);
  return { lane, ordered, rows: lists.map((placed) => ({ placed })) };
}

function firstTwice(data: TimelineData): string {
  const seen = new Set<string>();
  return data.items.find(({ id }) => seen.size === seen.add(id).size)?.id ?? '';
}

/** Index of the first entry that ends after `at`, in a list whose ends are in order. */
export function firstEndingAfter(list: readonly { readonly toAt: number }[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.toAt ?? Number.POSITIVE_INFINITY) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An item with the time it takes up; the whole interval where its time is uncertain. */
export function place(item: TimelineItem, calendar: Calendar): Placed {
  const { startAt, endAt } = item;
  if (!Number.isFinite(startAt) || (endAt !== null && !(endAt >= startAt && Number.isFinite(endAt)))) {
    throw new TimelineError('TIMELINE_TIME_INVALID', item.id);
  }
  const uncertain = uncertaintyOf(item, calendar);
  const uncertainEnd = item.uncertainEnd ?? null;
  if (!isSpan(uncertain) || !isSpan(uncertainEnd)) throw new TimelineError('TIMELINE_TIME_INVALID', item.id);
  const isUncertain = item.shape === 'point' && uncertain !== null;
  if (item.shape === 'point') {
    const span = uncertain ?? { fromAt: startAt, toAt: startAt };
    return {
      item,
      fromAt: span.fromAt,
      toAt: span.toAt,
      uncertain,
      isPoint: !isUncertain,
      isUncertain,
      row: 0,
      order: 0,
    };
  }
  return {
    item,
    fromAt: Math.min(startAt, uncertain?.fromAt ?? startAt),
    // A bar always needs some time of its own, or two of no length would lie on each other.
    toAt: endAt === null ? Number.POSITIVE_INFINITY : Math.max(endAt, uncertainEnd?.toAt ?? endAt, startAt + 1),
    uncertain,
    isPoint: false,
    isUncertain: false,
    row: 0,
    order: 0,
  };
}

function isSpan(span: TimeSpan | null): boolean {
  return span === null || (span.toAt >= span.fromAt && Number.isFinite(span.toAt - span.fromAt));
}

function uncertaintyOf(item: TimelineItem, calendar: Calendar): TimeSpan | null {
  if (item.uncertain !== undefined) return item.uncertain;
  if (item.precision === 'minute') return null;
  if (item.shape === 'point' && item.endAt !== null && item.endAt > item.startAt) {
    return { fromAt: item.startAt, toAt: item.endAt };
  }
  switch (item.precision) {
    case 'day':
      return { fromAt: calendar.startOfDay(item.startAt), toAt: calendar.startOfDay(item.startAt, 1) };
    case 'month':
      return { fromAt: calendar.startOfMonth(item.startAt), toAt: calendar.startOfMonth(item.startAt, 1) };
    case 'year':
      return { fromAt: calendar.startOfYear(item.startAt), toAt: calendar.startOfYear(item.startAt, 1) };
  }
}

/** Data mostly come in order already; then a look is cheaper than a sort. */
function sortInPlace(list: Placed[]): void {
  if (isSorted(list)) return;
  sortByStart(list);
  // Equal starts are what is left.
  if (!isSorted(list)) list.sort(compare);
}

function isSorted(list: readonly Placed[]): boolean {
  for (let i = 1; i < list.length; i++) {
    const a = list[i - 1];
    const b = list[i];
    if (a && b && compare(a, b) > 0) return false;
  }
  return true;
}

/** Sorts by start alone, as plain numbers that carry their place: several times as fast as asking for each pair. */
function sortByStart(list: Placed[]): void {
  const count = list.length;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { fromAt } of list) {
    if (fromAt < first) first = fromAt;
    if (fromAt > last) last = fromAt;
  }
  if (!Number.isSafeInteger((last - first + 1) * count)) return;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = ((list[i]?.fromAt ?? first) - first) * count + i;
  keys.sort();
  const before = list.slice();
  for (let i = 0; i < count; i++) {
    const placed = before[(keys[i] ?? 0) % count];
    if (placed) list[i] = placed;
  }
}

function compare(a: Placed, b: Placed): number {
  return a.fromAt - b.fromAt || a.item.storyOrder - b.item.storyOrder || (a.item.id < b.item.id ? -1 : 1);
}
