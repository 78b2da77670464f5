/** Dates that raise a need: he is released, they meet in court, the children change hands, an order ends, a holiday. */
import { toMinute, union, without } from './intervals.ts';
import type { Need, NeedLevel, Period } from './types.ts';

/** A time for which somebody must be met, its hours before and after counted. */
export interface Asked extends Period {
  readonly personIds: readonly string[];
  readonly level: NeedLevel;
  readonly headcount: number;
}

/**
 * The part of what is asked within a window that no need of the plan asks for yet, for one person or another.
 * A need answers if it is for the same person, asks for the same level and for at least as many. The needs of a plan are
 * those of its window: beyond it nothing is known to be missing.
 */
export function missingOf(asked: Asked, needs: readonly Need[], window: Period): Period[] {
  const fromAt = Math.max(toMinute(asked.fromAt), window.fromAt);
  const part = { fromAt, toAt: Math.max(fromAt, Math.min(toMinute(asked.toAt), window.toAt)) };
  const there = needs.filter((need) => need.level === asked.level && need.headcount >= asked.headcount);
  return union(
    asked.personIds.flatMap((personId) =>
      without(
        part,
        there.filter((need) => need.personId === personId),
      ),
    ),
  );
}
