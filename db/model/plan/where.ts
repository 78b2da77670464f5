/** Where a protected person is planned to be. A need follows her, not the address. */
import { isOff } from './presence.ts';
import type { Duty, Period, Stay } from './types.ts';

/** A period in which she is at a place (`placeId`), or on the way (null). */
export interface WhereSegment extends Period {
  readonly placeId: string | null;
  /** What says so, strongest first: on the way, waiting between two legs, a stay. */
  readonly rank: 0 | 1 | 2;
}

/** What stays and transports say about one person, in no order. */
export function whereSegments(personId: string, stays: readonly Stay[], duties: readonly Duty[]): WhereSegment[] {
  const segments: WhereSegment[] = [];
  for (const stay of stays) {
    if (stay.personId !== personId) continue;
    segments.push({ fromAt: stay.fromAt, toAt: stay.toAt, placeId: stay.placeId, rank: 2 });
  }
  for (const duty of duties) {
    if (duty.type !== 'transport' || isOff(duty) || !duty.personIds.includes(personId)) continue;
    const legs = duty.legs.toSorted((a, b) => a.departAt - b.departAt);
    for (const [index, leg] of legs.entries()) {
      if (leg.departAt < leg.arriveAt) {
        segments.push({ fromAt: leg.departAt, toAt: leg.arriveAt, placeId: null, rank: 0 });
      }
      const next = legs[index + 1];
      if (next && leg.toPlaceId !== null && leg.arriveAt < next.departAt) {
        segments.push({ fromAt: leg.arriveAt, toAt: next.departAt, placeId: leg.toPlaceId, rank: 1 });
      }
    }
  }
  return segments;
}

/** Where she is at an instant. */
export type Where =
  /** At one of these: two stays that contradict each other both count. */
  | { readonly at: readonly string[] }
  | 'on_the_way'
  /** Nothing says. */
  | null;

/** What the strongest of the segments says for the minute at `at`, ms UTC. */
export function whereAt(segments: readonly WhereSegment[], at: number): Where {
  let rank = 3;
  let places: string[] = [];
  for (const segment of segments) {
    if (segment.fromAt > at || segment.toAt <= at || segment.rank > rank) continue;
    if (segment.rank < rank) places = [];
    rank = segment.rank;
    if (segment.placeId !== null) places.push(segment.placeId);
  }
  if (rank === 3) return null;
  return rank === 0 ? 'on_the_way' : { at: places };
}

/**
 * True if someone at `placeId` (null goes with her) is where she is.
 * @param expected where she is taken to be when nothing else says; null is not known, and then any place counts
 */
export function isWhereSheIs(placeId: string | null, where: Where, expected: string | null): boolean {
  if (placeId === null) return true;
  if (where === 'on_the_way') return false;
  if (where !== null) return where.at.includes(placeId);
  return expected === null || expected === placeId;
}
