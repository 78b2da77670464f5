import { isHolding, protectionOf } from '../protection.ts';
import { DANGER } from '../records.ts';
import { defineRule } from '../rule.ts';
import { hasWaited } from '../since.ts';

/** Time without anything that limits the threat actor or shelters her, since the last that did or the first danger. */
export const noProtectiveMeasure = defineRule({
  id: 'no_protective_measure',
  cause: 'danger_now',
  find(known) {
    const [first] = known.of(...DANGER);
    if (!first) return null;
    const protections = protectionOf(known);
    if (protections.some((one) => isHolding(one, known))) return null;
    const last = protections.reduce<(typeof protections)[number] | null>(
      (latest, one) => (latest?.until && one.until && one.until.toAt < latest.until.toAt ? latest : one),
      null,
    );
    // Ended by the day that is asked for, so it has an end.
    const until = last?.until;
    const since = until ? { when: until, bounds: until } : first;
    // Of an end that is known as a bound only nobody can count the days: it is asked for rather than kept back.
    const isCounted = until?.qualifier === undefined;
    if (isCounted && !hasWaited(since, known.at, known.limits.no_protective_measure)) return null;
    return until && last
      ? { entries: [last.endedBy], since: until, variant: 'since_last' }
      : { entries: [first], since: first.when, variant: 'never' };
  },
});
