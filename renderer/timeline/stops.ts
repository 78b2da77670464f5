import type { Placed, Prepared } from './prepare.ts';

/** Whether an item is a stop of the kind that is asked for; what is open besides lies among the gaps. */
function isStop({ item }: Placed, to: 'gap' | 'conflict'): boolean {
  return to === 'gap' ? item.coverage === 'gap' || item.isOpen === true : item.conflict === true;
}

/**
 * The next gap or conflict in time after (or before) an item; of equal times the one further down follows. Folded lanes
 * count: what is folded away is not dealt with.
 * @param afterAt where to look from when no item is given
 * @returns its id; null if there is none on that side
 */
export function nextStop(
  prepared: Prepared,
  to: 'gap' | 'conflict',
  fromId: string | null,
  afterAt: number,
  direction: 1 | -1,
): string | null {
  const stops: Placed[] = [];
  for (const { lanes } of prepared.groups) {
    for (const { ordered } of lanes) for (const placed of ordered) if (isStop(placed, to)) stops.push(placed);
  }
  stops.sort((a, b) => a.fromAt - b.fromAt);
  const index = fromId === null ? -1 : stops.findIndex(({ item }) => item.id === fromId);
  if (index >= 0) return stops[index + direction]?.item.id ?? null;
  const at = (fromId === null ? undefined : prepared.byId.get(fromId)?.fromAt) ?? afterAt;
  if (direction === 1) return stops.find(({ fromAt }) => fromAt >= at)?.item.id ?? null;
  return stops.findLast(({ fromAt }) => fromAt <= at)?.item.id ?? null;
}
