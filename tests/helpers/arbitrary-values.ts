import type { Field } from '#model/field.ts';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf, type Kind } from '#model/kinds.ts';
import { PRECISIONS, QUALIFIERS, qualified, type When } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';

/** First and last instant a record can hold, ms UTC: years 1 to 9999. */
const FIRST_AT = -62_135_596_800_000;
const LAST_AT = 253_402_300_799_999;
const ZONES = ['Europe/Oslo', 'UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe'];

const id: fc.Arbitrary<RecordId> = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
  .map((hex) => hex as RecordId);

const when: fc.Arbitrary<When> = fc
  .record({
    fromAt: fc.integer({ min: FIRST_AT, max: LAST_AT - 1 }),
    length: fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 40_000_000_000 })),
    precision: fc.constantFrom(...PRECISIONS),
    zone: fc.constantFrom(...ZONES),
    qualifier: fc.option(fc.constantFrom(...QUALIFIERS)),
  })
  .map(({ fromAt, length, precision, zone, qualifier }) =>
    qualified({ fromAt, toAt: Math.min(LAST_AT, fromAt + length), precision, zone }, qualifier),
  );

/** Wall-clock times anywhere, and in the hours that some zone leaves out or has twice. */
const local: fc.Arbitrary<string> = fc.oneof(
  fc
    .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16)),
  fc.constantFrom('2026-03-29T02:30', '2026-10-25T02:30', '0001-01-01T00:00', '9999-12-31T23:59'),
);

/** Signs of one, two and four bytes, halves of a pair, blanks, line ends: whatever a text can be made of. */
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abc æøå\nÉ ') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom('🚓', '\uD83D', '\r\n', '\u0000', '\u2028', '\uFB01') },
);

/** A text of at most `longest` UTF-16 units, often as long as a title's cut or the field's own limit. */
function text(longest: number): fc.Arbitrary<string> {
  const long = fc
    .tuple(fc.string({ unit, minLength: 1, maxLength: 8 }), fc.constantFrom(159, 160, 161, 162, longest))
    .map(([part, length]) => part.repeat(Math.ceil(length / part.length)).slice(0, length));
  return fc
    .oneof({ weight: 4, arbitrary: fc.string({ unit, maxLength: 40 }) }, { weight: 1, arbitrary: long })
    .map((value) => value.slice(0, Math.min(longest, 25_000)));
}

/** Valid values of a field that is filled in. */
function valueOfField(name: string, field: Field<unknown>): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'choices':
      return fc.subarray([...field.options]);
    case 'flag':
      return fc.boolean();
    case 'integer':
      return fc
        .oneof(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1850, max: 2200 }))
        .filter((value) => field.schema.safeParse(value).success);
    case 'instant':
      return fc.integer({ min: FIRST_AT, max: LAST_AT });
    case 'local':
      return local;
    case 'when':
      return when;
    case 'ref':
      return id;
    case 'document':
      return text(1_000).map((value) => JSON.stringify({ value }));
    case 'suggest':
      return fc.oneof(fc.constantFrom(...field.options), text(field.maxLength));
    default:
      if (name === 'zone') return fc.constantFrom(...ZONES);
      if (name === 'recurrence') return fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TU;COUNT=9');
      return field.required
        ? text(field.maxLength).map((value) => (value.trim() === '' ? 'x' : value))
        : text(field.maxLength);
  }
}

/**
 * Whole values of a kind that its schema takes, made from its declaration: every field filled in or, where it may be,
 * null. Rules across fields (`check`) are not kept.
 */
export function arbitraryValues(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, field] of fieldsOf(kind)) {
    const value = valueOfField(name, field);
    model[name] = field.required ? value : fc.option(value, { nil: null });
  }
  return fc.record(model);
}
