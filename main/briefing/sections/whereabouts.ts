import type { BriefingBlock, BriefingSection, KeyValue } from '#model/briefing.ts';
import { HELD_STATES } from '#model/kinds/whereabouts.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { CasePerson, Material } from '../material.ts';
import type { Words } from '../words.ts';

type Stay = BookRecord<'whereabouts'>;

/** Where each threat actor is: newest entry, since when, who said so, last checked. Nothing recorded counts as at large. */
export function whereHeIs(m: Material, w: Words): BriefingSection {
  const actors = threatActors(m);
  const blocks = actors.flatMap((actor): BriefingBlock[] => [
    ...(actors.length > 1 ? [{ type: 'subheading', text: actor.person.values.name } as const] : []),
    { type: 'facts', items: whereaboutsFacts(actor, m, w) },
  ]);
  if (blocks.length === 0) blocks.push({ type: 'empty', text: w.t('where.nobody') });
  return { id: 'whereabouts', heading: w.t('where.heading'), blocks };
}

export function threatActors(m: Material): CasePerson[] {
  return m.persons.filter(({ role }) => role === 'threat_actor');
}

export function whereaboutsFacts({ person, relation }: CasePerson, m: Material, w: Words): KeyValue[] {
  const items: KeyValue[] = [
    { key: w.t('where.who'), value: [person.values.name, relation].filter(Boolean).join(', ') },
  ];
  const stay = newestStay(m, person.id);
  const next = m.whereabouts
    .filter(({ values }) => values.personId === person.id && values.since.fromAt > m.now)
    .sort((a, b) => a.values.since.fromAt - b.values.since.fromAt)[0];
  items.push({ key: w.t('where.where'), value: stateWord(stay, w), strong: true });
  if (stay) {
    const { since, source, checkedAt, conditions } = stay.values;
    const from = source ? w.t('fact.source', { source }) : w.t('where.noSource');
    items.push({ key: w.t('where.since'), value: `${w.when(since)} · ${from}` });
    if (conditions) items.push({ key: w.t('where.conditions'), value: conditions });
    items.push({ key: w.t('where.checked'), value: checkedAt === null ? w.t('where.notChecked') : w.at(checkedAt) });
  }
  if (next) {
    items.push({
      key: w.t('where.next', { at: w.when(next.values.since) }),
      value: w.option('state', next.values.state),
    });
  }
  return items;
}

/** The newest entry that has begun; of two that began together the one entered last. */
export function newestStay(m: Material, personId: Stay['values']['personId']): Stay | null {
  const begun = m.whereabouts.filter(({ values }) => values.personId === personId && values.since.fromAt <= m.now);
  return begun.reduce<Stay | null>((newest, stay) => {
    if (!newest) return stay;
    return (stay.values.since.fromAt - newest.values.since.fromAt || stay.createdAt - newest.createdAt) >= 0
      ? stay
      : newest;
  }, null);
}

export function stateWord(stay: Stay | null, w: Words): string {
  if (!stay) return w.t('where.notRecorded');
  return stay.values.state === 'unknown' ? w.t('where.unknown') : w.option('state', stay.values.state);
}

/** True if he must be taken to be free: at large, on leave, wanted, unknown, or nothing recorded. */
export function countsAsAtLarge(stay: Stay | null): boolean {
  return stay === null || !HELD_STATES.has(stay.values.state);
}
