import type { Entry, Hit } from '../known.ts';
import { TOLD } from '../records.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';

/**
 * A threat that says more than any before it: a threat, a threat to life, one that also names a means, a place or a time.
 * Or one whose source itself says that the threats grow.
 */
export const threatMorePrecise = defineRule({
  id: 'threat_more_precise',
  cause: 'signs',
  find(known) {
    const hits: Hit[] = [];
    let most = 0;
    for (const entry of known.of(...TOLD)) {
      const { level, word } = precisionOf(entry.words, entry.record.kind === 'threat');
      const grows = entry.words.get('threat_grows');
      if (grows !== undefined) hits.push({ entry, word: grows });
      else if (level > most && most > 0) hits.push({ entry, word });
      most = Math.max(most, level);
    }
    return sinceFirstHit(hits);
  },
});

function precisionOf(words: Entry['words'], isThreat: boolean): { level: number; word: string } {
  const life = words.get('threat_to_life');
  const threat = words.get('threat');
  if (life !== undefined) {
    const means = words.get('threat_means');
    return means === undefined ? { level: 2, word: life } : { level: 3, word: means };
  }
  return threat !== undefined || isThreat ? { level: 1, word: threat ?? '' } : { level: 0, word: '' };
}
