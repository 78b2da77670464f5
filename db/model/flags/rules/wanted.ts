import { type Entry, type Hit, isAfter, type Known } from '../known.ts';
import { defineRule } from '../rule.ts';

/** He is wanted, and neither found nor arrested since. */
export const wantedNotFound = defineRule({
  id: 'wanted_not_found',
  cause: 'danger_now',
  find(known) {
    const stays = wantedStays(known);
    const hits = known.hits('wanted', 'measure', 'note', 'court_step', 'report');
    const told: Hit[] = stays.length > 0 ? stays.map((entry) => ({ entry, word: '' })) : hits.slice(-1);
    const open = told.filter(({ entry }) => !isFound(entry, known));
    const [wanted] = open;
    if (!wanted) return null;
    return {
      entries: open.map(({ entry }) => entry),
      since: wanted.entry.when,
      hits: open.filter(({ word }) => word !== ''),
    };
  },
});

/** The entry by which each person is wanted now; that nobody knows where he is does not end it. */
function wantedStays(known: Known): Entry<'whereabouts'>[] {
  const told = known.of('whereabouts').filter(({ record }) => record.values.state !== 'unknown');
  const newest = new Map(told.map((entry) => [entry.record.values.personId, entry]));
  return [...newest.values()].filter(({ record }) => record.values.state === 'wanted');
}

/** Arrested, remanded or somewhere known after it: the same person, as far as the records name one. */
function isFound(wanted: Entry, known: Known): boolean {
  const personId = wanted.record.kind === 'whereabouts' ? wanted.record.values.personId : null;
  return known.of('arrest', 'remand', 'whereabouts').some((one) => {
    const { record } = one;
    if (record.kind === 'whereabouts' && record.values.state === 'unknown') return false;
    const found =
      record.kind === 'whereabouts' ? record.values.personId : (record.values.personId ?? record.values.actorId);
    return (personId === null || found === null || personId === found) && isAfter(one, wanted);
  });
}
