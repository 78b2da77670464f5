import { type BriefingBlock, type BriefingSection, type KeyValue, WITHHELD } from '#model/briefing.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { CasePerson, Material } from '../material.ts';
import { threatActors, whereaboutsFacts } from '../sections/whereabouts.ts';
import type { Words } from '../words.ts';

/** Who he is and where, whom to look after, and the places of theirs that may be told. */
export function whoAndWhere(m: Material, w: Words): BriefingSection {
  const actors = threatActors(m);
  const blocks: BriefingBlock[] = actors.map((actor) => ({
    type: 'facts',
    items: [...whereaboutsFacts(actor, m, w), ...looks(actor, w)],
  }));
  if (actors.length === 0) blocks.push({ type: 'empty', text: w.t('where.nobody') });
  const cared = m.persons.filter(({ role }) => role === 'protected' || role === 'child');
  const items = cared.map((one): KeyValue => ({ key: w.option('role', one.role), value: called(one, w) }));
  const ids = new Set(cared.map(({ person }) => person.id));
  for (const place of m.places.values()) {
    if (place.values.personId && ids.has(place.values.personId)) items.push(...placeFacts(place, w));
  }
  if (items.length > 0) blocks.push({ type: 'facts', items });
  return { id: 'who', heading: w.t('patrol.who'), blocks };
}

function looks({ person }: CasePerson, w: Words): KeyValue[] {
  const { birthYear, description } = person.values;
  const told = [birthYear === null ? null : w.t('patrol.bornIn', { year: birthYear }), description].filter(Boolean);
  return told.length === 0 ? [] : [{ key: w.t('patrol.looks'), value: told.join('. ') }];
}

function called({ person, role }: CasePerson, w: Words): string {
  const { name, birthYear } = person.values;
  return role === 'child' && birthYear !== null ? w.t('patrol.born', { name, year: birthYear }) : name;
}

function placeFacts({ values }: BookRecord<'place'>, w: Words): KeyValue[] {
  const key = values.type ? w.option('type', values.type) : w.kind('place');
  const isWithheld = values.address === WITHHELD || values.access === WITHHELD;
  const told = isWithheld ? w.t('patrol.addressWithheld') : [values.address, values.access].filter(Boolean).join('. ');
  return [{ key, value: [values.label, told].filter(Boolean).join(': ') }];
}
