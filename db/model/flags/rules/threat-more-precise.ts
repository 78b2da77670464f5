import type { Hit } from '../known.ts';
import { TOLD } from '../records.ts';
import { defineRule, sinceFirstHit } from '../rule.ts';
import { findWords } from '../words.ts';

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
      const { level, word } = precisionOf(entry.texts, entry.record.kind === 'threat');
      const grows = findWords('threat_grows', entry.texts);
      if (grows !== null) hits.push({ entry, word: grows });
      else if (level > most && most > 0) hits.push({ entry, word });
      most = Math.max(most, level);
    }
    return sinceFirstHit(hits);
  },
});

function precisionOf(texts: readonly string[], isThreat: boolean): { level: number; word: string } {
  const life = findWords('threat_to_life', texts);
  const threat = findWords('threat', texts);
  if (life !== null) {
    const means = findWords('threat_means', texts);
    return means === null ? { level: 2, word: life } : { level: 3, word: means };
  }
  return threat !== null || isThreat ? { level: 1, word: threat ?? '' } : { level: 0, word: '' };
}
