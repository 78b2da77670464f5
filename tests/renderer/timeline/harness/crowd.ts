import type { TimelineData, TimelineItem, TimelineKind } from '#renderer/timeline/index.ts';

const KINDS: readonly TimelineKind[] = ['guard', 'patrol', 'transport', 'shield', 'threat', 'order'];
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
export const CROWD_START_AT = Date.UTC(2025, 0, 1);

/** Many items over one year, spread evenly over lanes: the same each time. Threats are points, the rest are bars. */
export function crowdData(count: number, laneCount: number): TimelineData {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const lanes = Array.from({ length: laneCount }, (_, i) => {
    const kind = KINDS[i % KINDS.length] ?? 'guard';
    return { id: `lane-${i}`, label: `Lane ${i}`, kind, group: `group-${Math.floor(i / 10)}`, creatable: true };
  });
  const groups = Array.from({ length: Math.ceil(laneCount / 10) }, (_, i) => {
    return { id: `group-${i}`, label: `Group ${i}`, kind: KINDS[i % KINDS.length] ?? 'guard' };
  });
  const items: TimelineItem[] = Array.from({ length: count }, (_, i) => {
    const lane = lanes[i % laneCount];
    const startAt = CROWD_START_AT + Math.floor(random() * YEAR);
    const kind = lane?.kind ?? 'guard';
    return {
      id: `item-${i}`,
      laneId: lane?.id ?? '',
      kind,
      shape: kind === 'threat' ? 'point' : 'bar',
      startAt,
      endAt: kind === 'threat' ? null : startAt + Math.floor((2 + random() * 10) * HOUR),
      precision: 'minute',
      storyOrder: i,
      label: `Item ${i}`,
      state: 'normal',
      editable: true,
    };
  });
  return { groups, lanes, items };
}
