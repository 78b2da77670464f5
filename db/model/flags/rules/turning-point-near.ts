import type { Entry, Hit } from '../known.ts';
import { defineRule } from '../rule.ts';

const NEAR_MS = 30 * 86_400_000;
const KINDS: readonly string[] = ['court_step', 'order', 'note', 'wish'];
const TURNS: readonly string[] = ['summons', 'hearing', 'remand_hearing', 'main_hearing', 'release', 'judgment'];

/** A summons, hearing, release, separation, move or decision on custody of children, near on either side of today. */
export const turningPointNear = defineRule({
  id: 'turning_point_near',
  cause: 'around_her',
  find(known) {
    const past = known.entries.filter(({ bounds }) => bounds.toAt > known.at - NEAR_MS).flatMap(turnOf);
    const ahead = known.ahead.filter(({ when }) => when.fromAt <= known.at + NEAR_MS).flatMap(turnOf);
    const hits = [...past, ...ahead].filter(
      ({ entry }, index, all) => all.findIndex((other) => other.entry.record.id === entry.record.id) === index,
    );
    const [first] = hits;
    if (!first) return null;
    return {
      entries: hits.map(({ entry }) => entry),
      hits: hits.filter(({ word }) => word !== ''),
      since: first.entry.when,
      countsDays: first.entry.when.fromAt <= known.at,
      values: { count: hits.length },
      variant: first.entry.when.fromAt <= known.at ? 'past' : 'ahead',
    };
  },
});

function turnOf(entry: Entry): Hit[] {
  const { record, words } = entry;
  if (record.kind === 'whereabouts')
    return ['at_large', 'leave'].includes(record.values.state) ? [{ entry, word: '' }] : [];
  if (record.kind === 'court_step' && TURNS.includes(record.values.step ?? '')) {
    return [{ entry, word: '' }];
  }
  if (record.kind === 'response_step') return record.values.step === 'release' ? [{ entry, word: '' }] : [];
  if (record.kind === 'withdrawal' && record.values.thing === 'relationship_resumed') return [{ entry, word: '' }];
  const word = (KINDS.includes(record.kind) && words.get('turning_point')) || null;
  return word === null ? [] : [{ entry, word }];
}
