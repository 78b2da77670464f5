import { PRECISIONS, type Precision } from '#model/when.ts';

/** Where a fact lies: somewhere in [fromAt, toAt), ms UTC, told as exactly as `precision`. */
export interface Place {
  readonly fromAt: number;
  readonly toAt: number;
  readonly precision: Precision;
  readonly storyOrder: number;
}

interface Placed<T> {
  readonly item: T;
  readonly place: Place;
}

/**
 * Facts in the order in which they happened, as far as it is known. Exact ones lie by time; one that is told only as a
 * day, month or year may lie anywhere in it, and stands where its source told it: after the last fact within its time
 * that comes before it in the story. Its first instant is never taken for when it happened.
 */
export function inStoryOrder<T>(items: readonly T[], placeOf: (item: T) => Place): T[] {
  const placed = items.map((item): Placed<T> => ({ item, place: placeOf(item) }));
  let ordered: Placed<T>[] = [];
  for (const precision of PRECISIONS) {
    const level = placed.filter(({ place }) => place.precision === precision).sort(byTimeThenStory);
    ordered = insertAll(ordered, level);
  }
  return ordered.map(({ item }) => item);
}

function byTimeThenStory<T>(a: Placed<T>, b: Placed<T>): number {
  return a.place.fromAt - b.place.fromAt || a.place.storyOrder - b.place.storyOrder;
}

/** Merges facts of one precision (in time and story order) into finer ones that are in order already. */
function insertAll<T>(finer: readonly Placed<T>[], level: readonly Placed<T>[]): Placed<T>[] {
  const before = new Map<number, Placed<T>[]>();
  for (const coarse of level) {
    const index = indexOf(finer, coarse.place);
    const there = before.get(index);
    if (there) there.push(coarse);
    else before.set(index, [coarse]);
  }
  const merged: Placed<T>[] = [];
  for (let index = 0; index <= finer.length; index += 1) {
    merged.push(...(before.get(index) ?? []));
    const next = finer[index];
    if (next) merged.push(next);
  }
  return merged;
}

function indexOf<T>(finer: readonly Placed<T>[], { fromAt, toAt, storyOrder }: Place): number {
  let index = finer.findIndex(({ place }) => place.fromAt >= fromAt);
  if (index < 0) return finer.length;
  for (let at = index; at < finer.length; at += 1) {
    const place = finer[at]?.place;
    if (!place || place.fromAt >= toAt) break;
    if (place.storyOrder < storyOrder) index = at + 1;
  }
  return index;
}
