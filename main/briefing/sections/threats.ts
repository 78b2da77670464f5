import type { BriefingBlock, BriefingSection, KeyValue, Row } from '#model/briefing.ts';
import { kindOf } from '#model/kinds.ts';
import { namedWeapon } from '#model/weapon.ts';
import type { Material } from '../material.ts';
import { type Fact, tellFact } from '../tell.ts';
import { factsOf, factTime } from '../timeline.ts';
import type { Words } from '../words.ts';

const THREAT_KINDS = ['threat', 'incident', 'contact', 'report', 'breach'] as const;
/** So many of the newest are told at the front; the whole line stands in the chronology at the end. */
const NEWEST = 10;

/** What threatens whom: what is known in figures, and the newest events in time order. */
export function threatPicture(m: Material, w: Words): BriefingSection {
  const facts = factsOf(m, THREAT_KINDS);
  const section = { id: 'threats', heading: w.t('threats.heading') };
  if (facts.length === 0) return { ...section, blocks: [{ type: 'empty', text: w.t('threats.none') }] };
  const blocks: BriefingBlock[] = [{ type: 'facts', items: summary(facts, m, w) }];
  if (m.leftOut > 0) blocks.push({ type: 'text', text: w.t('threats.leftOut', { count: m.leftOut }), strong: true });
  const newest = facts.slice(-NEWEST);
  if (newest.length < facts.length) {
    blocks.push({ type: 'text', text: w.t('threats.newest', { shown: newest.length, count: facts.length }) });
  }
  blocks.push(factTable(newest, m, w));
  return { ...section, blocks };
}

/** Facts as rows: when, what kind, what happened. Kinds keep their mark; a possible breach stands out. */
export function factTable(facts: readonly Fact[], m: Material, w: Words): BriefingBlock {
  return {
    type: 'table',
    columns: [
      { heading: w.t('fact.time'), width: 'time' },
      { heading: w.t('fact.kind'), width: 'short' },
      { heading: w.t('fact.what'), width: 'rest' },
    ],
    rows: facts.map(
      (fact): Row => ({
        cells: [{ text: factTime(fact, w) }, { text: w.kind(fact.kind) }, tellFact(fact, m, w)],
        tone: toneOf(fact),
      }),
    ),
  };
}

function toneOf(fact: Fact) {
  const decl = kindOf(fact.kind);
  return decl.lane?.(fact.values as never) ?? decl.tone;
}

function summary(facts: readonly Fact[], m: Material, w: Words): KeyValue[] {
  const first = facts[0];
  const last = facts.at(-1);
  const items: KeyValue[] = [];
  if (first && last) items.push({ key: w.t('threats.period'), value: `${factTime(first, w)} – ${factTime(last, w)}` });
  items.push({ key: w.t('threats.counts'), value: counts(m, w) });
  const weapons = weaponsOf(m, w);
  if (weapons[0]) items.push({ key: w.t('threats.weapon'), value: weapons[0] });
  const present = facts.filter(({ values }) => values.childrenPresent === true).length;
  const unsaid = facts.filter(({ values }) => values.childrenPresent === null).length;
  items.push({
    key: w.t('threats.children'),
    value: w.t('threats.childrenCount', { present, unsaid, count: facts.length }),
  });
  return items;
}

/** Episodes by kind; where entries hold several contacts both figures are told. Breaches by the status they have. */
function counts(m: Material, w: Words): string {
  const told = (['threat', 'incident', 'contact', 'report'] as const)
    .filter((kind) => m[kind].length > 0)
    .map((kind) => w.t(`threats.count.${kind}`, { count: m[kind].length }));
  const contacts = m.contact.reduce((sum, { values }) => sum + (values.contacts ?? 1), 0);
  if (contacts > m.contact.length) told.push(w.t('fact.contacts', { count: contacts }));
  const byStatus = Map.groupBy(m.breach, ({ values }) => values.status ?? 'none');
  for (const [status, breaches] of byStatus) {
    const word = status === 'none' ? w.t('threats.noStatus') : w.option('status', status).toLowerCase();
    told.push(w.t('threats.count.breach', { count: breaches.length, status: word }));
  }
  return told.join(' · ');
}

/** Weapons that facts tell of, newest first: which, when, and how sure. */
export function weaponsOf(m: Material, w: Words): string[] {
  return factsOf(m, ['threat', 'incident', 'breach'])
    .reverse()
    .flatMap((fact) => {
      const weapon = 'weapon' in fact.values ? namedWeapon(fact.values.weapon) : null;
      if (weapon === null) return [];
      const isSure = fact.values.confidence === 'verified';
      return [[weapon, factTime(fact, w), isSure ? null : w.t('fact.unconfirmed')].filter(Boolean).join(', ')];
    });
}
