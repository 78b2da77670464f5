import type { BriefingSection } from '#model/briefing.ts';
import type { Material } from '../material.ts';
import { newestFirst } from '../sections/her-words.ts';
import { sentencesOf } from '../sentences.ts';
import { inLanguage } from '../tell.ts';
import type { Words } from '../words.ts';

/** Her newest wish or need in one sentence, hers; nothing more of what she has said leaves on a card. */
export function oneWish(m: Material, w: Words): BriefingSection {
  const section = { id: 'wish', heading: w.t('patrol.wish') };
  const isHers = new Set(m.persons.filter(({ role }) => role === 'protected').map(({ person }) => person.id));
  const wish = newestFirst(m.wish).find(({ values }) => {
    return (values.type === 'wish' || values.type === 'need') && (!values.personId || isHers.has(values.personId));
  });
  if (!wish) return { ...section, blocks: [{ type: 'empty', text: w.t('patrol.noWish') }] };
  const { personId, said } = wish.values;
  const name = (personId && m.nameOf(personId)) ?? w.t('words.unnamed');
  const by = [name, said ? w.when(said) : w.t('words.noTime')].join(', ');
  const [sentence = ''] = sentencesOf(inLanguage(wish.values.words, wish.values.wordsEn, w).trim());
  return { ...section, blocks: [{ type: 'quote', text: w.quoted(sentence), by }] };
}
