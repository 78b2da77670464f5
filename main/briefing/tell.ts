import type { Cell } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { Material } from './material.ts';
import type { Words } from './words.ts';

/** Kinds whose records tell that something happened. */
export const FACT_KINDS = [
  'threat',
  'incident',
  'contact',
  'report',
  'order',
  'breach',
  'assessment',
  'measure',
  'referral',
  'arrest',
  'remand',
  'court_step',
  'note',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];
export type Fact = { readonly [K in FactKind]: BookRecord<K> }[FactKind];

/** What a person wrote, in the language of the briefing where it was written in both. */
export function inLanguage(text: string | null, textEn: string | null, w: Words): string {
  return (w.lang === 'en' ? (textEn ?? text) : (text ?? textEn)) ?? '';
}

/** What happened, and in a second line who, where, what is particular to its kind and from where it is known. */
export function tellFact(fact: Fact, m: Material, w: Words): Cell {
  const { values } = fact;
  const heading = fact.kind === 'note' ? fact.values.heading : null;
  const text = [heading, inLanguage(values.text, values.textEn, w)].filter(Boolean).join('\n');
  const note = [
    who(values.actorId, values.actorText, m),
    place(values.placeId, values.placeText, m),
    ...particulars(fact, w),
    values.childrenPresent === true ? w.t('fact.childrenPresent') : null,
    policeKnew(values, w),
    values.source && w.t('fact.source', { source: values.source }),
    confidence(values.confidence, w),
  ];
  return { text: text || w.kind(fact.kind), ...noteOf(note) };
}

/** When the police knew, told only where that is another time than when it happened. */
function policeKnew({ happened, policeKnew: known }: Fact['values'], w: Words): string | null {
  if (!known || (happened && w.when(happened) === w.when(known))) return null;
  return w.t('fact.policeKnew', { when: w.when(known) });
}

/** Parts of a second line, empty ones left out. */
export function noteOf(parts: readonly (string | null | undefined | false)[]): { note?: string } {
  const note = parts.filter(Boolean).join(' · ');
  return note === '' ? {} : { note };
}

export function who(id: RecordId | null, text: string | null, m: Material): string | null {
  return (id && m.nameOf(id)) ?? text;
}

export function place(id: RecordId | null, text: string | null, m: Material): string | null {
  return (id && m.places.get(id)?.values.label) ?? text;
}

/** What a source is worth, in every case. */
export function confidenceWord(value: string | null, w: Words): string | null {
  return value === 'verified' ? w.option('confidence', value).toLowerCase() : confidence(value, w);
}

/** What a source is worth, told only where it is less than confirmed: silence would read as certainty. */
function confidence(value: string | null, w: Words): string | null {
  switch (value) {
    case null:
    case '':
    case 'verified':
      return null;
    case 'unconfirmed':
      return w.t('fact.unconfirmed');
    case 'general knowledge':
      return w.t('fact.generalKnowledge');
    case 'reported':
      return w.t('fact.told');
    default:
      return value;
  }
}

function particulars(fact: Fact, w: Words): (string | null)[] {
  switch (fact.kind) {
    case 'threat':
    case 'incident':
      return [...forms(fact.values, w), fact.values.weapon && w.t('fact.weapon', { weapon: fact.values.weapon })];
    case 'contact':
      return [...forms(fact.values, w), contacts(fact.values.contacts, w)];
    case 'breach':
      return [...forms(fact.values, w), contacts(fact.values.contacts, w), status(fact.values.status, w)];
    case 'report':
      return [fact.values.number, status(fact.values.status, w)];
    case 'order':
      return [fact.values.variant && w.option('variant', fact.values.variant), fact.values.terms];
    case 'assessment':
      return [
        fact.values.instrument,
        fact.values.level && w.option('level', fact.values.level),
        fact.values.statement,
        fact.values.assessedBy,
      ];
    case 'measure':
      return [w.option('type', fact.values.type), w.option('status', fact.values.status), fact.values.statusReason];
    case 'referral':
      return [
        fact.values.service,
        fact.values.consent && w.t('fact.consent', { answer: w.option('consent', fact.values.consent).toLowerCase() }),
        status(fact.values.status, w),
      ];
    case 'arrest':
      return [fact.values.releasedAt === null ? null : w.t('fact.released', { at: w.at(fact.values.releasedAt) })];
    case 'remand':
      return [fact.values.untilAt === null ? null : w.t('fact.until', { at: w.at(fact.values.untilAt) })];
    case 'court_step':
      return [fact.values.step && w.option('step', fact.values.step), fact.values.court];
    case 'note':
      return [];
  }
}

function forms({ channels, sender }: BookRecord<'threat'>['values'] | BookRecord<'contact'>['values'], w: Words) {
  const told = channels?.map((channel) => w.option('channels', channel)).join(', ');
  const isSure = sender === null || sender === 'confirmed';
  return [told ?? null, isSure ? null : w.t('fact.sender', { sender: w.option('sender', sender).toLowerCase() })];
}

function contacts(count: number | null, w: Words): string | null {
  return count === null || count === 1 ? null : w.t('fact.contacts', { count });
}

function status(value: string | null, w: Words): string | null {
  return value && w.option('status', value);
}
