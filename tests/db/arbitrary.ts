import type { Field } from '#model/field.ts';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf, type Kind, kindOf } from '#model/kinds.ts';
import { PRECISIONS, QUALIFIERS, qualified, type When } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';

type Values = Record<string, unknown>;

/** Words with the letters, numbers and signs that search must cope with. */
const WORDS = [
  'besøksforbud',
  'Åse',
  'Hætta',
  'José',
  'Jose\u0301',
  '912 34 567',
  'AB 12345',
  'døra',
  'politi',
  'L’Å',
  '🚓',
];
const LOCALS = ['2026-03-14T21:00', '2026-03-15T07:00', '2026-03-29T01:30', '2026-03-29T04:00', '2026-10-25T02:30'];

const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(' '));

const when: fc.Arbitrary<When> = fc
  .record({
    fromAt: fc.integer({ min: 0, max: 1_900_000_000_000 }),
    length: fc.integer({ min: 1, max: 40_000_000_000 }),
    precision: fc.constantFrom(...PRECISIONS),
    zone: fc.constantFrom('Europe/Oslo', 'UTC'),
    qualifier: fc.option(fc.constantFrom(...QUALIFIERS)),
  })
  .map(({ fromAt, length, precision, zone, qualifier }) =>
    qualified({ fromAt, toAt: fromAt + length, precision, zone }, qualifier),
  );

/**
 * Valid values of a kind, every field filled in or null.
 * @param refs ids that a field referring to `target` ('*' is any kind) may hold; where there are none, it stays null
 */
export function arbitraryValues(kind: Kind, refs: (target: string) => readonly RecordId[]): fc.Arbitrary<Values> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, field] of fieldsOf(kind)) {
    const value = fieldValue(name, field, refs);
    model[name] = field.required ? value : fc.option(value, { nil: null });
  }
  return fc.record(model).filter((values) => !kindOf(kind).check?.(values as never, 'Europe/Oslo'));
}

function fieldValue(
  name: string,
  field: Field<unknown>,
  refs: (target: string) => readonly RecordId[],
): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'choices':
      return fc.subarray([...field.options]);
    case 'flag':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: 1, max: 99 }).map((value) => (name === 'birthYear' ? 1900 + value : value));
    case 'instant':
      return fc.integer({ min: 0, max: 1_900_000_000_000 });
    case 'local':
      return fc.constantFrom(...LOCALS);
    case 'when':
      return when;
    case 'ref': {
      const ids = refs(field.ref ?? '');
      return ids.length === 0 ? fc.constant(null) : fc.constantFrom(...ids);
    }
    case 'document':
      return words.map((text) => JSON.stringify({ text }));
    default:
      return text(name, field);
  }
}

function text(name: string, field: Field<unknown>): fc.Arbitrary<string> {
  if (name === 'zone') return fc.constantFrom('Europe/Oslo', 'Atlantic/Reykjavik', 'America/New_York');
  if (name === 'recurrence') return fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TU;COUNT=9');
  return words.map((value) => {
    // What a lone half of a pair becomes is the store's own business and has its own test.
    const fitting = value.slice(0, field.maxLength).toWellFormed();
    return field.required && fitting.trim() === '' ? 'x' : fitting;
  });
}
