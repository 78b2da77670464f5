import { FACTS } from '../records.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';

/** Children who saw or heard, by the field or in words. */
export const childrenSaw = defineRule({
  id: 'children_saw',
  cause: 'around_her',
  find: (known) =>
    sinceFirstHit(
      known.of(...FACTS).flatMap((entry) => {
        const { values } = entry.record;
        const word = entry.words.get('children_saw') ?? (values.childrenPresent === true ? '' : null);
        return word === null ? [] : [{ entry, word }];
      }),
    ),
});
