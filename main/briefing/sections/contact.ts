import type { BriefingBlock, BriefingSection, KeyValue, Row } from '#model/briefing.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { CasePerson, Material } from '../material.ts';
import { noteOf } from '../tell.ts';
import type { Words } from '../words.ts';

type Point = BookRecord<'contact_point'>;

/**
 * How to reach each protected person: the ordinary rule and the danger rule, always both and always together. One that
 * is not recorded is said to be missing in its place.
 */
export function contactRules(m: Material, w: Words): BriefingSection {
  const reached = m.persons.filter(({ role, person }) => {
    return role === 'protected' || (role === 'child' && pointsOf(person.id, m).length > 0);
  });
  const blocks = reached.flatMap((one): BriefingBlock[] => [
    ...(reached.length > 1 ? [{ type: 'subheading', text: one.person.values.name } as const] : []),
    ...ofPerson(one, m, w),
  ]);
  if (blocks.length === 0) blocks.push({ type: 'empty', text: w.t('contact.nobody') });
  return { id: 'contact', heading: w.t('contact.heading'), blocks };
}

/** Both rules of one person, with language and interpreter beside them. */
export function ofPerson({ person }: CasePerson, m: Material, w: Words): BriefingBlock[] {
  const points = pointsOf(person.id, m);
  const rules = ['ordinary', 'danger', 'never'] as const;
  const rows = rules.flatMap((rule): Row[] => {
    const own = points.filter(({ values }) => values.rule === rule);
    if (own.length > 0) return own.map((point) => row(point, m, w));
    if (rule === 'never') return [];
    return [
      { cells: [{ text: w.option('rule', rule) }, { text: w.t('contact.missing') }, { text: '' }], strong: true },
    ];
  });
  const blocks: BriefingBlock[] = [
    {
      type: 'table',
      columns: [
        { heading: w.t('contact.rule'), width: 'short' },
        { heading: w.t('contact.how'), width: 'rest' },
        { heading: w.t('contact.trust'), width: 'short' },
      ],
      rows,
    },
  ];
  const speech = speechOf(person, w);
  if (speech.length > 0) blocks.push({ type: 'facts', items: speech });
  return blocks;
}

function pointsOf(id: Point['values']['personId'], m: Material): Point[] {
  return m.contactPoints
    .filter(({ values }) => values.personId === id)
    .sort((a, b) => (a.values.rank ?? 99) - (b.values.rank ?? 99) || a.createdAt - b.createdAt);
}

function row(point: Point, m: Material, w: Words): Row {
  const { rule, channel, value, hours, instruction, listeners, codeWord, confirmedAt, compromisedAt } = point.values;
  const how = [w.option('channel', channel), value].filter(Boolean).join(' ');
  const note: (string | null | false)[] = [
    hours,
    instruction,
    listeners && w.t('contact.listeners', { who: listeners }),
    // A card carries no code word, not even that there is one.
    m.profile === 'leder' && codeWord && w.t('contact.codeWord', { word: codeWord }),
  ];
  const trust =
    confirmedAt === null ? w.t('contact.notConfirmed') : w.t('contact.confirmed', { at: w.at(confirmedAt) });
  if (compromisedAt === null)
    return { cells: [{ text: w.option('rule', rule) }, { text: how, ...noteOf(note) }, { text: trust }] };
  const broken = w.t('contact.compromised', { at: w.at(compromisedAt) });
  return {
    cells: [{ text: w.option('rule', rule) }, { text: how, ...noteOf(note) }, { text: broken, note: trust }],
    strong: true,
  };
}

function speechOf({ values }: BookRecord<'person'>, w: Words): KeyValue[] {
  const items: KeyValue[] = [];
  if (values.language) items.push({ key: w.t('kinds:field.language'), value: values.language });
  if (values.interpreter) items.push({ key: w.t('kinds:field.interpreter'), value: values.interpreter });
  return items;
}
