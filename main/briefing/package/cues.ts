import type { BookRecord } from '#model/kinds.ts';
import { type Hidden, parts, patternOf } from '../redact.ts';

/**
 * How words begin that may tell how or where she is protected. They decide nothing: a person is asked about each
 * sentence that has one. Norwegian, then English.
 */
const STEMS = [
  'alarm',
  'voldsalarm',
  'krisesent',
  'vakthold',
  'livvakt',
  'personbeskytt',
  'responstid',
  'adresse',
  'flytt',
  'bosatt',
  'skole',
  'barnehage',
  'barnehus',
  'tilrettelagt',
  'psykolog',
  'telefonnummer',
  'risikovurder',
  'kodeord',
  'sikkerhetsplan',
  'shelter',
  'guard',
  'close protection',
  'response time',
  'address',
  'school',
  'kindergarten',
  'facilitated',
  'risk assessment',
  'code word',
];
/** Whole words of the same sort, which begin too many others. */
const WORDS = ['bor', 'bodde', 'vakt', 'vakten', 'vakta', 'skjermet', 'skjerming', 'lege', 'legen', 'lives', 'moved'];

/** Finds in a sentence what may tell of her: the words as they stand there; none where it tells nothing known. */
export type Cues = (sentence: string) => readonly string[];

/**
 * Looks for words of protection, for names of places of hers that no order names, and for what kinds keep from the
 * charged person. What an order forbids him to go near he knows already, and so the patrol that arrested him.
 * @param actors who took steps that are told
 */
export function createCues(
  kept: readonly Hidden[],
  places: readonly BookRecord<'place'>[],
  orders: readonly BookRecord<'order' | 'order_term'>[],
  actors: readonly (string | null)[],
): Cues {
  const stems = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${STEMS.join('|')})\\p{L}*|(?:${WORDS.join('|')})(?!\\p{L}))`,
    'giu',
  );
  const known = new Set(actors.map((actor) => actor?.toLocaleLowerCase('nb')));
  const told = kept
    .filter(({ reason }) => reason === 'kept' || reason === 'staffing')
    .flatMap(({ text, reason }) => (reason === 'staffing' ? [text, ...parts(text)] : [text]))
    // A short value is a word of every sentence.
    .filter((text) => text.length >= 4 && !known.has(text.toLocaleLowerCase('nb')));
  const own = patternOf([...told, ...secretPlaces(places, orders).map(({ values }) => values.label)], 'giu');
  return (sentence) => [...new Set([...(sentence.match(stems) ?? []), ...(own ? (sentence.match(own) ?? []) : [])])];
}

/** Places that no order names. */
export function secretPlaces(
  places: readonly BookRecord<'place'>[],
  orders: readonly BookRecord<'order' | 'order_term'>[],
): BookRecord<'place'>[] {
  const named = orders.map(orderWords).join('\n').toLocaleLowerCase('nb');
  const placeIds = new Set(orders.map(({ values }) => values.placeId));
  return places.filter(
    ({ id, values }) =>
      values.personId !== null && !placeIds.has(id) && !named.includes(values.label.toLocaleLowerCase('nb')),
  );
}

function orderWords({ values }: BookRecord<'order' | 'order_term'>): string {
  return ['terms' in values ? values.terms : null, values.text].filter(Boolean).join('\n');
}
