import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';
import type { Material } from '../material.ts';
import { factsOf } from '../timeline.ts';
import type { Words } from '../words.ts';
import { factTable } from './threats.ts';

/** The whole case in time order: every event, step, order, measure and note once. */
export function chronology(m: Material, w: Words): BriefingSection {
  const facts = factsOf(m);
  const blocks: BriefingBlock[] = [];
  if (m.leftOut > 0) blocks.push({ type: 'text', text: w.t('chronology.leftOut', { count: m.leftOut }), strong: true });
  blocks.push(facts.length === 0 ? { type: 'empty', text: w.t('chronology.none') } : factTable(facts, m, w));
  return { id: 'chronology', heading: w.t('chronology.heading'), aside: w.t('chronology.aside'), blocks };
}
