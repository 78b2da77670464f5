import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { Material } from '../material.ts';
import { inLanguage } from '../tell.ts';
import type { Words } from '../words.ts';

/** What she needs and wishes, in her words, newest first; everyone who is protected has a part, also an empty one. */
export function herWords(m: Material, w: Words): BriefingSection {
  const speakers = m.persons.filter(({ person, role }) => {
    return role === 'protected' || (role === 'child' && m.wish.some((wish) => wish.values.personId === person.id));
  });
  const known = new Set(speakers.map(({ person }) => person.id));
  const blocks: BriefingBlock[] = [];
  for (const { person } of speakers) {
    const { name } = person.values;
    if (speakers.length > 1) blocks.push({ type: 'subheading', text: name });
    const own = newestFirst(m.wish.filter((wish) => wish.values.personId === person.id));
    if (own.length === 0) blocks.push({ type: 'empty', text: w.t('words.none', { name }) });
    for (const wish of own) blocks.push(quote(wish, name, w));
  }
  const others = newestFirst(m.wish.filter(({ values }) => values.personId === null || !known.has(values.personId)));
  if (others.length > 0 && speakers.length > 1) blocks.push({ type: 'subheading', text: w.t('words.others') });
  for (const wish of others) blocks.push(quote(wish, wish.values.personId && m.nameOf(wish.values.personId), w));
  if (blocks.length === 0) blocks.push({ type: 'empty', text: w.t('words.nobody') });
  return { id: 'her-words', heading: w.t('words.heading'), blocks };
}

/** Newest first by when it was said, what has no time last. */
export function newestFirst(wishes: readonly BookRecord<'wish'>[]): BookRecord<'wish'>[] {
  return [...wishes].sort((a, b) => {
    const [first, second] = [a.values.said?.fromAt ?? -Infinity, b.values.said?.fromAt ?? -Infinity];
    return first === second ? b.storyOrder - a.storyOrder : second - first;
  });
}

function quote(wish: BookRecord<'wish'>, name: string | null, w: Words): BriefingBlock {
  const { words, wordsEn, said, toldTo, type, consent, owner } = wish.values;
  const by = [
    [name ?? w.t('words.unnamed'), said ? w.when(said) : w.t('words.noTime')].join(', '),
    w.option('type', type) + (type === 'consent' && consent ? `: ${w.option('consent', consent).toLowerCase()}` : ''),
    toldTo && w.t('words.toldTo', { person: toldTo }),
    owner && w.t('words.owner', { person: owner }),
  ];
  return { type: 'quote', text: w.quoted(inLanguage(words, wordsEn, w)), by: by.filter(Boolean).join(' · ') };
}
