import type { BookRecord } from '#model/kinds.ts';

/** Words of sentences that tell how she is protected: no paper that the charged person reads has them. */
const WORDS = [
  'alarm',
  'alarmen',
  'alarmer',
  'voldsalarm',
  'voldsalarmen',
  'krisesenter',
  'krisesenteret',
  'vakthold',
  'vaktholdet',
  'livvakt',
  'personbeskyttelse',
  'responstid',
  'the alarm',
  'shelter',
  'guarding',
  'close protection',
  'response time',
];

/** Where she or the children are to be found; his order names what he must keep away from. */
const HERS: readonly (string | null)[] = ['work', 'school', 'kindergarten', 'shelter'];

/**
 * Texts of which no sentence may stand in the papers of the case: words of protection, and the names of places of hers
 * that no order names. What an order forbids him to go near he knows already.
 */
export function tellingOfHer(
  places: readonly BookRecord<'place'>[],
  orders: readonly BookRecord<'order' | 'order_term'>[],
): string[] {
  const named = orders.map(orderWords).join('\n').toLocaleLowerCase('nb');
  const placeIds = new Set(orders.map(({ values }) => values.placeId));
  const secret = places.filter(
    ({ id, values }) =>
      HERS.includes(values.type) && !placeIds.has(id) && !named.includes(values.label.toLocaleLowerCase('nb')),
  );
  return [...WORDS, ...secret.map(({ values }) => values.label)];
}

function orderWords({ values }: BookRecord<'order' | 'order_term'>): string {
  return ['terms' in values ? values.terms : null, values.text].filter(Boolean).join('\n');
}
