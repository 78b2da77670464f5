import type { BriefingBlock, BriefingSection, KeyValue } from '#model/briefing.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { Material } from '../material.ts';
import { type Fact, inLanguage } from '../tell.ts';
import { factsOf, factTime, placeOf } from '../timeline.ts';
import type { Words } from '../words.ts';
import { countsAsAtLarge } from './whereabouts.ts';

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
  const newer = overtakenBy(latest, m, w);
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

/** What happened after an assessment and makes it old. */
export interface Newer {
  readonly what: 'breach' | 'threat' | 'incident' | 'release' | 'move';
  readonly fromAt: number;
  readonly when: string;
}

/** The newest breach, threat, incident, release or move of his to freedom that came after the assessment, if any. */
export function overtakenBy(assessment: Assessment, m: Material, w: Words): Newer | null {
  const madeAt = placeOf(assessment)?.toAt ?? Number.NEGATIVE_INFINITY;
  const newer: Newer[] = [];
  for (const fact of factsOf(m, ['breach', 'threat', 'incident', 'court_step'])) {
    const what = whatOf(fact);
    const fromAt = placeOf(fact)?.fromAt;
    if (what && fromAt !== undefined) newer.push({ what, fromAt, when: factTime(fact, w) });
  }
  for (const stay of m.whereabouts) {
    const { since } = stay.values;
    if (countsAsAtLarge(stay) && since.fromAt <= m.now) {
      newer.push({ what: 'move', fromAt: since.fromAt, when: w.when(since) });
    }
  }
  return newer
    .filter(({ fromAt }) => fromAt >= madeAt)
    .reduce<Newer | null>((last, one) => (last && last.fromAt > one.fromAt ? last : one), null);
}

function whatOf(fact: Fact): Newer['what'] | null {
  if (fact.kind === 'court_step') return fact.values.step === 'release' ? 'release' : null;
  return fact.kind === 'breach' || fact.kind === 'threat' || fact.kind === 'incident' ? fact.kind : null;
}

/** "Made before the breach of Saturday 28 March": risk that is older than the facts says so wherever it appears. */
export function overtaken({ what, when }: Newer, w: Words): string {
  return w.t(`assessment.before.${what}`, { when });
}
