import type { Hit } from './layout.ts';
import type { TimelineItem, TimelineKind } from './types.ts';

interface Held {
  readonly items: readonly TimelineItem[];
  readonly laneId: string;
  readonly kind: TimelineKind;
}

/** Edges and moments a drag may fall on: of the same lane or kind, of needs, of expiries, and the present. */
export function snapTargets(hits: readonly Hit[], held: Held, nowAt: number | null): number[] {
  const targets = nowAt === null ? [] : [nowAt];
  const own = new Set(held.items.map((item) => item.id));
  for (const { mark, laneId } of hits) {
    const [member] = mark.members;
    if (!member || mark.members.length > 1 || member.item.shape !== 'bar' || own.has(member.item.id)) continue;
    const { item } = member;
    const isRelevant = laneId === held.laneId || item.kind === held.kind || item.coverage || item.expires;
    if (!isRelevant) continue;
    targets.push(item.startAt);
    if (item.endAt !== null) targets.push(item.endAt);
  }
  return targets;
}

/** The nearest target before or after an instant; null if there is none. */
export function nextTarget(targets: readonly number[], at: number, direction: 1 | -1): number | null {
  let best: number | null = null;
  for (const target of targets) {
    if ((target - at) * direction <= 0) continue;
    if (best === null || (best - target) * direction > 0) best = target;
  }
  return best;
}
