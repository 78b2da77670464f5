/** Whether a measure has the people it asks for itself, whatever a need asks for. */
import { toMinute } from './intervals.ts';
import { isOff, plannedEnd, standingPieces, type Told } from './presence.ts';
import type { Duty, Period } from './types.ts';

/** Persons a duty asks for: what was said; where nothing was, one where somebody must be present. */
export function askedOf({ type, headcount }: Pick<Duty, 'type' | 'headcount'>): number {
  return headcount ?? (type === 'guarding' || type === 'transport' ? 1 : 0);
}

/** True if someone must still be found for a duty: it has too few in some minute to come, or a post that is open. */
export function lacksPeople(duty: Duty, told: Told): boolean {
  if (isOff(duty) || plannedEnd(duty) <= told.nowAt) return false;
  return duty.openPosts.length > 0 || tooFew(duty, told, Number.POSITIVE_INFINITY).length > 0;
}

/**
 * Minutes to come in which a duty has too few: each person counts once, and a post that is told as open is not lacking
 * a second time.
 * @param horizonAt where one that has no end is cut off, ms UTC
 */
export function tooFew(duty: Duty, told: Told, horizonAt: number): Period[] {
  const asked = askedOf(duty) - duty.openPosts.length;
  const fromAt = Math.max(toMinute(duty.fromAt), toMinute(told.nowAt));
  const toAt = Math.min(plannedEnd(duty), horizonAt);
  if (asked <= 0 || isOff(duty) || duty.status === 'done' || fromAt >= toAt) return [];
  const crew = duty.crew.map((member) => ({
    head: member.officerId ?? member.id,
    pieces: standingPieces(duty, member, told),
  }));
  const inside = crew
    .flatMap(({ pieces }) => pieces.flatMap((piece) => [piece.fromAt, piece.toAt]))
    .filter((at) => at > fromAt && at < toAt);
  const edges = [...new Set([fromAt, ...inside, toAt])].sort((a, b) => a - b);
  const found: { fromAt: number; toAt: number }[] = [];
  for (const [step, until] of edges.slice(1).entries()) {
    const at = edges[step] as number;
    const present = new Set(
      crew
        .filter(({ pieces }) => pieces.some((piece) => piece.fromAt <= at && piece.toAt > at))
        .map(({ head }) => head),
    );
    if (present.size >= asked) continue;
    const last = found.at(-1);
    if (last?.toAt === at) last.toAt = until;
    else found.push({ fromAt: at, toAt: until });
  }
  return found;
}
