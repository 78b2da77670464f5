import { defineRule } from '../rule.ts';
import { turnsOf } from '../turns.ts';

const DAY_MS = 86_400_000;

/**
 * A summons, hearing, release, end of a remand, separation, move, decision on custody of children or a date that was
 * written for the plan, near on either side of today. What is past is told as past.
 */
export const turningPointNear = defineRule({
  id: 'turning_point_near',
  cause: 'around_her',
  find(known) {
    const nearMs = known.limits.turning_point_near * DAY_MS;
    const near = turnsOf(known).filter(({ entry, when }) => {
      const toAt = when === entry.when ? entry.bounds.toAt : when.toAt;
      return toAt > known.at - nearMs && when.fromAt <= known.at + nearMs;
    });
    // A record tells one turn: what comes next of it, else what was.
    const turns = near.filter(
      ({ entry }, index) => near.findLastIndex((other) => other.entry.record.id === entry.record.id) === index,
    );
    const [first] = turns;
    if (!first) return null;
    const isPast = first.when.fromAt <= known.at;
    const next = turns.find(({ when }) => when.fromAt > known.at);
    return {
      entries: turns.map(({ entry }) => entry),
      hits: turns.filter(({ word }) => word !== ''),
      since: first.when,
      countsDays: isPast,
      values: { count: turns.length, ...(isPast && next ? { next: next.when } : {}) },
      variant: !isPast ? 'ahead' : next ? 'both' : 'past',
    };
  },
});
