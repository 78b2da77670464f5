import { isAfter } from '../known.ts';
import { defineRule } from '../rule.ts';

/** He is wanted, and neither found nor arrested since. */
export const wantedNotFound = defineRule({
  id: 'wanted_not_found',
  cause: 'danger_now',
  find(known) {
    const [stay] = known.of('whereabouts').slice(-1);
    const hits = known.hits('wanted', 'measure', 'note', 'court_step', 'report');
    const told = stay?.record.values.state === 'wanted' ? [{ entry: stay, word: '' }] : hits.slice(-1);
    const [wanted] = told;
    if (!wanted) return null;
    const found = known.of('arrest', 'remand', 'whereabouts').some((one) => isAfter(one, wanted.entry));
    if (found) return null;
    return { entries: [wanted.entry], since: wanted.entry.when, hits: told.filter(({ word }) => word !== '') };
  },
});
