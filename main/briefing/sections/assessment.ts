import type { BriefingBlock, BriefingSection, KeyValue } from '#model/briefing.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { Material } from '../material.ts';
import { type Fact, inLanguage } from '../tell.ts';
import { factsOf, factTime, placeOf } from '../timeline.ts';
import type { Words } from '../words.ts';

type Assessment = BookRecord<'assessment'>;

/** Risk in the instrument's word, with its date and author; one that is older than newer facts says so. */
export function latestAssessment(m: Material, w: Words): BriefingSection {
  const section = { id: 'assessment', heading: w.t('assessment.heading') };
  const latest = newestAssessment(m);
  if (!latest) return { ...section, blocks: [{ type: 'empty', text: w.t('assessment.none') }] };
  const { values } = latest;
  const items: KeyValue[] = [{ key: w.t('assessment.level'), value: riskWord(values, w), strong: true }];
  if (values.statement) items.push({ key: w.t('kinds:field.statement'), value: values.statement });
  const text = inLanguage(values.text, values.textEn, w);
  if (text) items.push({ key: w.t('kinds:field.text'), value: text });
  if (values.personId)
    items.push({ key: w.t('assessment.of'), value: m.nameOf(values.personId) ?? w.t('assessment.noName') });
  items.push({ key: w.t('assessment.by'), value: authorship(latest, w) });
  const blocks: BriefingBlock[] = [{ type: 'facts', items }];
  const newer = overtakenBy(latest, m);
  if (newer) blocks.push({ type: 'text', text: overtaken(newer, w), strong: true });
  return { ...section, blocks };
}

/** The assessment that happened last. */
export function newestAssessment(m: Material): Assessment | null {
  return (factsOf(m, ['assessment']).at(-1) ?? null) as Assessment | null;
}

export function riskWord({ level, instrument }: Assessment['values'], w: Words): string {
  const word = level ? w.option('level', level) : w.t('assessment.noLevel');
  return instrument ? `${word} (${instrument})` : word;
}

export function authorship(assessment: Assessment, w: Words): string {
  return [assessment.values.assessedBy ?? w.t('assessment.noAuthor'), factTime(assessment, w)].join(', ');
}

/** The newest breach, threat, incident, arrest or remand that happened after the assessment, if any. */
export function overtakenBy(assessment: Assessment, m: Material): Fact | null {
  const made = placeOf(assessment);
  const facts = factsOf(m, ['breach', 'threat', 'incident', 'arrest', 'remand']).filter((fact) => placeOf(fact));
  if (!made) return facts.at(-1) ?? null;
  return facts.filter((fact) => (placeOf(fact)?.fromAt ?? 0) >= made.toAt).at(-1) ?? null;
}

/** "Made before the breach of Saturday 28 March": risk that is older than the facts says so wherever it appears. */
export function overtaken(fact: Fact, w: Words): string {
  return w.t('assessment.overtaken', { kind: w.kind(fact.kind).toLowerCase(), when: factTime(fact, w) });
}
