import { type Entry, type Hit, isAfter, type Known } from '../known.ts';
import { DANGER } from '../records.ts';
import { defineRule, type Finding } from '../rule.ts';
import { unansweredBreaches } from './breach-not-answered.ts';

/** Statements in the file that do not go together; which of them holds is for a human. */
export const statementsContradict = defineRule({
  id: 'statements_contradict',
  cause: 'picture',
  find: (known) => noDanger(known) ?? minimised(known) ?? linked(known),
});

/** "No danger" after breaches that nobody answered. */
function noDanger(known: Known): Finding | null {
  const breaches = unansweredBreaches(known);
  const said = known
    .hits('no_danger', 'note', 'court_step', 'assessment', 'contact', 'measure')
    .filter(({ entry }) => breaches.some((breach) => isAfter(entry, breach)));
  const [first] = said;
  if (!first) return null;
  const before = breaches.filter((breach) => isAfter(first.entry, breach));
  return { ...both(before, said), since: first.entry.when, variant: 'no_danger' };
}

const NEAR_MS = 60 * 86_400_000;

/** Made small, beside what a record of the weeks before calls dangerous to life. */
function minimised(known: Known): Finding | null {
  const grave = known.hits('life_threatening', ...DANGER);
  const said = known.hits('minimised', 'note', 'court_step', 'contact', 'report').flatMap((hit) => {
    const before = grave.findLast(
      ({ entry }) => isAfter(hit.entry, entry) && hit.entry.when.fromAt - entry.when.fromAt < NEAR_MS,
    );
    return before ? [{ hit, before }] : [];
  });
  const last = said.at(-1);
  if (!last) return null;
  const found = both([last.before.entry], [last.hit]);
  return { ...found, hits: [last.before, last.hit], since: last.hit.entry.when, variant: 'minimised' };
}

/** Records that a person has linked as contradicting each other. */
function linked(known: Known): Finding | null {
  const link = known.of('link').findLast(({ record }) => record.values.type === 'contradicts');
  if (!link) return null;
  const ids: readonly string[] = [link.record.values.fromId, link.record.values.toId];
  const entries = known.entries.filter(({ record }) => ids.includes(record.id));
  return entries.length === 2 ? { entries, since: link.when, variant: 'linked' } : null;
}

function both(before: readonly Entry[], said: readonly Hit[]) {
  return { entries: [...before, ...said.map(({ entry }) => entry)], hits: said, values: { count: before.length } };
}
