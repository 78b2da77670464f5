import { namedWeapon } from '../../weapon.ts';
import type { Entry, Hit, Known } from '../known.ts';
import { TOLD } from '../records.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';
import type { WordList } from '../words.ts';

/** What only words tell: each of these rules names the records and the words in them. */

export const violenceToNeck = defineRule({
  id: 'violence_to_neck',
  cause: 'signs',
  find: (known) => sinceFirstHit(known.hits('violence_to_neck', ...TOLD)),
});

/** A weapon got, shown or used; a field for it counts as its words, unless it says that there was none. */
export const weapon = defineRule({
  id: 'weapon',
  cause: 'signs',
  find: (known) =>
    sinceFirstHit(
      told(known, 'weapon', ({ record: { values } }) => ('weapon' in values ? namedWeapon(values.weapon) : null)),
    ),
});

export const threatToLife = defineRule({
  id: 'threat_to_life',
  cause: 'signs',
  find: (known) => sinceFirstHit(known.hits('threat_to_life', ...TOLD)),
});

export const threatTiedToComplaint = defineRule({
  id: 'threat_tied_to_complaint',
  cause: 'signs',
  find: (known) => sinceFirstHit(known.hits('tied_to_complaint', ...TOLD)),
});

export const intrusion = defineRule({
  id: 'intrusion',
  cause: 'signs',
  find: (known) => sinceFirstHit(known.hits('intrusion', ...TOLD)),
});

const WATCHING = ['tracker', 'watching', 'following'] as const;

/** Being followed or watched, in words or as the form of the contact. */
export const surveillance = defineRule({
  id: 'surveillance',
  cause: 'signs',
  find: (known) => sinceFirstHit(told(known, 'surveillance', watchedBy)),
});

function watchedBy({ record: { values } }: Entry): string | null {
  const channels = ('channels' in values && values.channels) || [];
  return WATCHING.find((channel) => channels.includes(channel)) ?? null;
}

/** Records of these in which a list finds words, or a field says the same. */
function told(known: Known, list: WordList, byField: (entry: Entry) => string | null): Hit[] {
  const found = new Map(known.hits(list, ...TOLD).map((hit) => [hit.entry.record.id, hit]));
  return known.of(...TOLD).flatMap((entry): Hit[] => {
    const word = found.get(entry.record.id)?.word ?? byField(entry);
    return word === null ? [] : [{ entry, word }];
  });
}
