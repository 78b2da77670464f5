import type { BriefingSection } from '#model/briefing.ts';
import { CHAIN_STEPS, type ChainStep } from '#model/chain/steps.ts';
import { contradictionsOf } from '#model/contradictions.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';
import { chainFacts, stepWord } from './chain-facts.ts';

/** What in the case cannot all be true; for the lawyer alone. */
export function contradictions(m: Material, w: Words): BriefingSection {
  const word = (what: string) => {
    if ((CHAIN_STEPS as readonly string[]).includes(what)) return stepWord(what as ChainStep, w);
    return what === 'maximum' ? w.t('orders:side.maximum') : w.t(`kinds:field.${what}`);
  };
  const items = contradictionsOf(chainFacts(m), m.case.values.zone)
    .filter(({ settled }) => !settled)
    .map(({ code, sides }) => {
      const [first, second] = sides.map(({ what }) => word(what));
      const title = w.t(`orders:code.${code}`, { what: first, first, second });
      const times = sides.flatMap(({ at, what }) => (at ? [`${word(what)} ${w.when(at)}`] : []));
      return `${title}: ${times.join('; ')}`;
    });
  return {
    id: 'contradictions',
    heading: w.t('orders:contradictions'),
    blocks:
      items.length === 0 ? [{ type: 'empty', text: w.t('orders:contradictionsNone') }] : [{ type: 'list', items }],
  };
}
