import { isAtLiberty } from '../custody.ts';
import { defineRule } from '../rule.ts';

/** A complaint or statement withdrawn while nobody holds him: a sign of pressure as much as of peace, never a lower risk. */
export const withdrawnAtLiberty = defineRule({
  id: 'withdrawn_at_liberty',
  cause: 'around_her',
  find(known) {
    const hits = known
      .hits('withdrawn', 'note', 'court_step', 'report')
      .filter(({ entry }) => entry.by !== 'threat_actor');
    const newest = hits.at(-1);
    if (!newest || !isAtLiberty(known)) return null;
    return {
      entries: hits.map(({ entry }) => entry),
      hits,
      since: newest.entry.when,
      values: { count: hits.length },
    };
  },
});
