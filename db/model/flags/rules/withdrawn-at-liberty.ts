import { isAtLiberty } from '../custody.ts';
import type { Hit, Known } from '../known.ts';
import { defineRule } from '../rule.ts';

/** A complaint or statement withdrawn while nobody holds him: a sign of pressure as much as of peace, never a lower risk. */
export const withdrawnAtLiberty = defineRule({
  id: 'withdrawn_at_liberty',
  cause: 'around_her',
  find(known) {
    const hits = withdrawalsOf(known);
    const newest = hits.at(-1);
    if (!newest || !isAtLiberty(known)) return null;
    return {
      entries: hits.map(({ entry }) => entry),
      hits: hits.filter(({ word }) => word !== ''),
      since: newest.entry.when,
      values: { count: hits.length },
    };
  },
});

const KINDS = ['withdrawal', 'note', 'court_step', 'report'] as const;
const THINGS: readonly string[] = ['statement', 'report'];

/** Withdrawals by name, and what only words tell of. */
function withdrawalsOf(known: Known): Hit[] {
  const told = new Map(
    known.hits('withdrawn', 'note', 'court_step', 'report').map((hit) => [hit.entry.record.id, hit]),
  );
  return known.of(...KINDS).flatMap((entry): Hit[] => {
    if (entry.by === 'threat_actor') return [];
    const { record } = entry;
    if (record.kind === 'withdrawal') return THINGS.includes(record.values.thing) ? [{ entry, word: '' }] : [];
    const hit = told.get(record.id);
    return hit ? [hit] : [];
  });
}
