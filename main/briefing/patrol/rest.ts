import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';
import { orderState } from '#model/order-state.ts';
import type { Material } from '../material.ts';
import { authorship, newestAssessment, overtaken, overtakenBy, riskWord } from '../sections/assessment.ts';
import { orderInShort } from '../sections/orders.ts';
import type { Words } from '../words.ts';

/** Orders that bind him now or are decided: what they forbid, in their own words. */
export function orderTerms(m: Material, w: Words): BriefingSection {
  const live = m.order
    .map((order) => ({ order, state: orderState(order.values, m.now, m.case.values.zone) }))
    .filter(({ state }) => state === 'in_force' || state === 'not_served' || state === 'not_begun');
  const blocks: BriefingBlock[] = live.map(({ order, state }) => ({
    type: 'facts',
    items: orderInShort(order, state, w),
  }));
  if (live.length === 0) blocks.push({ type: 'text', text: w.t('orders.noneInForce') });
  return { id: 'orders', heading: w.t('patrol.orders'), blocks };
}

/** Risk in a word, with its date and author. */
export function riskInAWord(m: Material, w: Words): BriefingSection {
  const section = { id: 'assessment', heading: w.t('assessment.heading') };
  const latest = newestAssessment(m);
  if (!latest) return { ...section, blocks: [{ type: 'empty', text: w.t('assessment.none') }] };
  const newer = overtakenBy(latest, m, w);
  const items = [
    { key: w.t('assessment.level'), value: riskWord(latest.values, w), strong: true },
    { key: w.t('assessment.by'), value: authorship(latest, w) },
  ];
  const blocks: BriefingBlock[] = [{ type: 'facts', items }];
  if (newer) blocks.push({ type: 'text', text: overtaken(newer, w), strong: true });
  return { ...section, blocks };
}

/** Room for the one who takes the card to say in their own words what matters. */
export function readBack(_m: Material, w: Words): BriefingSection {
  const labels = [w.t('patrol.readBack.words'), w.t('patrol.readBack.name')];
  return { id: 'read-back', heading: w.t('patrol.readBack.heading'), blocks: [{ type: 'fill', labels }] };
}
