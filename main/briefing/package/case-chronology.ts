import type { BriefingSection } from '#model/briefing.ts';
import type { Material } from '../material.ts';
import { factTable } from '../sections/threats.ts';
import { factsOf } from '../timeline.ts';
import type { Words } from '../words.ts';

const KINDS = ['threat', 'incident', 'contact', 'report', 'order', 'breach', 'arrest', 'remand', 'court_step'] as const;

/** What was done against her and what the police and the court did, in time order; nothing of how she is protected. */
export function caseChronology(m: Material, w: Words): BriefingSection {
  const facts = factsOf(m, KINDS);
  const since =
    m.scope && m.scope.sinceAt > 0 ? { aside: w.t('package:chronology.since', { day: w.day(m.scope.sinceAt) }) } : {};
  const table = factTable(facts, m, w);
  return {
    id: 'chronology',
    heading: w.t('package:chronology.heading'),
    ...since,
    blocks: facts.length === 0 ? [{ type: 'empty', text: w.t('chronology.none') }] : [table],
  };
}
