import type { TimelineEntry, TimelineWhole } from '#contract/timeline.ts';
import { startOfDay } from '#model/time.ts';
import type { TimeSpan } from '#renderer/timeline/index.ts';

/** What the first view is chosen by. */
interface Opening {
  readonly whole: TimelineWhole;
  /** Null where only a part of them is fetched. */
  readonly entries: readonly TimelineEntry[] | null;
  /** Who came here from elsewhere for a time or a record finds it in view; undefined came for neither. ms UTC. */
  readonly aim: number | undefined;
  readonly now: number;
  readonly zone: string;
}

/**
 * The time that is shown first; null shows the whole case. A case that is being worked on opens around now, a closed
 * chronology whole, or with its last days where it holds too much for that.
 */
export function firstView({ whole, entries, aim, now, zone }: Opening): TimeSpan | null {
  if (aim !== undefined) return { fromAt: startOfDay(aim, zone, -2), toAt: startOfDay(aim, zone, 3) };
  const near = { fromAt: startOfDay(now, zone, -4), toAt: startOfDay(now, zone, 6) };
  if (entries) {
    return entries.some((one) => one.startsAt < near.toAt && (one.endsAt ?? one.startsAt) >= near.fromAt) ? near : null;
  }
  if (!whole.extent || (whole.extent.fromAt < near.toAt && whole.extent.toAt >= near.fromAt)) return near;
  const lastAt = whole.counts.at(-1)?.at ?? whole.extent.toAt;
  return { fromAt: startOfDay(lastAt, zone, -8), toAt: startOfDay(lastAt, zone, 2) };
}
