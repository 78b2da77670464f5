import { isAtLiberty } from '../custody.ts';
import type { Entry } from '../known.ts';
import { DANGER, FACTS } from '../records.ts';
import { defineRule } from '../rule.ts';

const DAY_MS = 86_400_000;

/** Nothing has been entered for long while he is at liberty. Silence is not calm: it says only that nobody knows. */
export const silence = defineRule({
  id: 'silence',
  cause: 'picture',
  find(known) {
    const last = latestOf(known.of(...FACTS));
    if (!last || known.of(...DANGER).length === 0) return null;
    if (known.at - last.bounds.toAt < known.limits.silence * DAY_MS || !isAtLiberty(known)) return null;
    return { entries: [last], since: last.when };
  },
});

/** The one that reaches furthest: what is known to a year may lie anywhere in it. */
function latestOf(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (last, entry) => (last && last.bounds.toAt > entry.bounds.toAt ? last : entry),
    undefined,
  );
}
