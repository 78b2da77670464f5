import type { BriefingBlock, BriefingSection, Cell, KeyValue, Row } from '#model/briefing.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { CasePerson, Material } from '../material.ts';
import { noteOf } from '../tell.ts';
import type { Words } from '../words.ts';

type Point = BookRecord<'contact_point'>;

const RULES = ['ordinary', 'danger', 'never'] as const;

/**
 * How to reach each protected person: the ordinary rule and the danger rule, always both and always together, with
 * language and interpreter beside them. A rule that is not recorded is said to be missing in its place.
 */
export function contactRules(m: Material, w: Words): BriefingSection {
  const section = { id: 'contact', heading: w.t('contact.heading') };
  const reached = m.persons.filter(({ role, person }) => {
    return role === 'protected' || (role === 'child' && pointsOf(person.id, m).length > 0);
  });
  if (reached.length === 0) return { ...section, blocks: [{ type: 'empty', text: w.t('contact.nobody') }] };
  const isOne = reached.length === 1;
  const blocks: BriefingBlock[] = [
    {
      type: 'table',
      columns: [
        { heading: w.t('contact.rule'), width: 'short' },
        { heading: w.t('contact.how'), width: 'rest' },
        { heading: w.t('contact.trust'), width: 'short' },
      ],
      rows: reached.flatMap((one) => rulesOf(one, isOne, m, w)),
    },
  ];
  const speech = reached.flatMap(({ person }) => speechOf(person, isOne, w));
  if (speech.length > 0) blocks.push({ type: 'facts', items: speech });
  return { ...section, blocks };
}

function rulesOf({ person }: CasePerson, isOne: boolean, m: Material, w: Words): Row[] {
  const points = pointsOf(person.id, m);
  const named = (text: string): Cell => ({ text, ...noteOf([isOne ? null : person.values.name]) });
  const missing = (text: string): Row => ({
    cells: [named(text), { text: w.t('contact.missing') }, { text: '' }],
    strong: true,
  });
  // Neither is there: one row says so of both.
  if (points.length === 0) {
    return [missing(w.list([w.option('rule', 'ordinary'), w.option('rule', 'danger').toLowerCase()]))];
  }
  return RULES.flatMap((rule): Row[] => {
    const name = named(w.option('rule', rule));
    const own = points.filter(({ values }) => values.rule === rule);
    if (own.length > 0) return own.map((point) => row(name, point, m, w));
    if (rule === 'never') return [];
    return [missing(name.text)];
  });
}

function pointsOf(id: Point['values']['personId'], m: Material): Point[] {
  return m.contactPoints
    .filter(({ values }) => values.personId === id)
    .sort((a, b) => (a.values.rank ?? 99) - (b.values.rank ?? 99) || a.createdAt - b.createdAt);
}

function row(name: Cell, point: Point, m: Material, w: Words): Row {
  const { channel, value, hours, instruction, listeners, codeWord, confirmedAt, compromisedAt } = point.values;
  const note: (string | null | false)[] = [
    hours,
    instruction,
    listeners && w.t('contact.listeners', { who: listeners }),
    // A card carries no code word, not even that there is one.
    m.profile === 'leder' && codeWord && w.t('contact.codeWord', { word: codeWord }),
  ];
  const how: Cell = { text: [w.option('channel', channel), value].filter(Boolean).join(' '), ...noteOf(note) };
  if (compromisedAt !== null) {
    const broken = { text: w.t('contact.compromised'), note: w.t('contact.since', { day: w.day(compromisedAt) }) };
    return { cells: [name, how, broken], strong: true };
  }
  return { cells: [name, how, { text: confirmedAt === null ? w.t('contact.notConfirmed') : w.day(confirmedAt) }] };
}

function speechOf({ values }: BookRecord<'person'>, isOne: boolean, w: Words): KeyValue[] {
  const told = [values.language, values.interpreter].filter(Boolean).join(' · ');
  if (told === '') return [];
  return [{ key: w.t('contact.speech'), value: isOne ? told : `${values.name}: ${told}` }];
}
