import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  document,
  flag,
  instant,
  integer,
  local,
  long,
  ref,
  required,
  suggest,
  text,
  when,
} from '#model/field.ts';
import { newRecordId } from '#model/ids.ts';
import { fieldsOf, KIND_NAMES, KINDS } from '#model/kinds.ts';

const takes = (field: { schema: { safeParse(value: unknown): { success: boolean } } }, value: unknown): boolean =>
  field.schema.safeParse(value).success;

describe('a field', () => {
  // Would catch: a type that takes another type's values, or a limit that is off by one.
  it.each([
    ['text', text(5), ['', 'x', 'fem b', 'æøåéü'], ['seks b', 5, true, {}]],
    ['long', long(5), ['', 'a\nb'], ['123456', ['a']]],
    ['suggest', suggest(['known'], 6), ['known', 'other', ''], ['too long']],
    ['choice', choice(['a', 'b']), ['a', 'b'], ['', 'c', 'A', ['a']]],
    ['flag', flag(), [true, false], [0, 1, 'true', '']],
    ['integer', integer(1, 3), [1, 3], [0, 4, 1.5, '1', Number.NaN, Number.POSITIVE_INFINITY]],
    [
      'instant',
      instant(),
      [0, -62_135_596_800_000, 253_402_300_799_999],
      [0.5, -62_135_596_800_001, 253_402_300_800_000],
    ],
    ['local', local(), ['2026-03-29T02:30', '2024-02-29T00:00'], ['2026-02-29T12:00', '2026-03-29', '02:30', '']],
    [
      'when',
      when(),
      [{ fromAt: 0, toAt: 1, precision: 'day', zone: 'UTC' }],
      [{ fromAt: 0, toAt: 0, precision: 'day', zone: 'UTC' }, 0, '2026'],
    ],
    ['ref', ref('person'), [newRecordId()], ['', 'x', newRecordId().toUpperCase(), newRecordId().slice(1), 1]],
    ['document', document(4), ['{}', ''], ['{...}', {}]],
  ] as const)('%s takes its own values and nothing else', (type, field, good, bad) => {
    expect(field.type).toBe(type);
    expect(good.filter((value) => !takes(field, value))).toEqual([]);
    expect(bad.filter((value) => takes(field, value))).toEqual([]);
    // Null is "not known", always allowed until the field is required; missing is not the same.
    expect([takes(field, null), takes(field, undefined)]).toEqual([true, false]);
  });

  // Would catch: the same set kept in two orders, so that a record seems changed; a choice counted twice.
  it('keeps choices in the order of the list, each once', () => {
    const field = choices(['a', 'b', 'c']);
    expect(field.schema.parse(['c', 'a'])).toEqual(['a', 'c']);
    expect(field.schema.parse(['b', 'b', 'a'])).toEqual(['a', 'b']);
    expect(field.schema.parse([])).toEqual([]);
    expect(takes(field, ['a', 'd'])).toBe(false);
    expect(takes(field, ['a', 'a', 'a', 'a'])).toBe(false);
    expect(takes(field, 'a')).toBe(false);
  });

  // Would catch: a case, a person or a place whose name is nothing, or looks like nothing.
  it('that is required is never null or blank', () => {
    const name = required(text(10));
    expect(name.required).toBe(true);
    expect(['', ' ', '\t\n', '\u00A0', null].filter((value) => takes(name, value))).toEqual([]);
    expect(takes(name, ' x ')).toBe(true);
    expect(name.schema.safeParse(' ').error?.issues[0]?.message).toBe('REQUIRED');
    expect(takes(required(flag()), false)).toBe(true);
    expect(takes(required(integer(0, 9)), 0)).toBe(true);
    expect(takes(required(choice(['a'])), null)).toBe(false);
    expect(takes(required(ref('person')), null)).toBe(false);
    expect(takes(required(when()), null)).toBe(false);
  });

  it('keeps what it was declared with when it is required', () => {
    const made = required(text(7, { protectable: 'always', hidden: true }));
    expect(made).toMatchObject({ type: 'text', maxLength: 7, protectable: 'always', hidden: true });
    expect(required(choice(['a', 'b'])).options).toEqual(['a', 'b']);
    expect(required(ref('place')).ref).toBe('place');
  });
});

describe('the declared fields', () => {
  const all = KIND_NAMES.flatMap((kind) => fieldsOf(kind).map(([name, field]) => ({ at: `${kind}.${name}`, field })));

  // Would catch: a reference to a kind that is not there, which no record could ever satisfy.
  it('refer to kinds that are there', () => {
    const targets = all.flatMap(({ at, field }) =>
      field.ref === null || field.ref === '*' ? [] : [{ at, to: field.ref }],
    );
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter(({ to }) => !Object.hasOwn(KINDS, to))).toEqual([]);
  });

  // Would catch: a choice listed twice (two equal lines in a menu), a word the database's own check refuses.
  it('have options that are distinct codes', () => {
    for (const { at, field } of all) {
      expect(new Set(field.options).size, at).toBe(field.options.length);
      if (field.type === 'choice' || field.type === 'choices') {
        expect(field.options.length, at).toBeGreaterThan(0);
        expect(
          field.options.filter((option) => !/^[a-z][a-z0-9_]*$/.test(option)),
          at,
        ).toEqual([]);
      }
    }
  });

  // Would catch: a text without a limit, on which one paste could fill the book.
  it('have a limit on every text', () => {
    const texts = all.filter(({ field }) => ['text', 'long', 'suggest', 'document'].includes(field.type));
    expect(texts.filter(({ field }) => field.maxLength === 0).map(({ at }) => at)).toEqual([]);
    for (const { at, field } of texts) {
      // A rule of recurrence has a form of its own.
      const allowed = at.endsWith('.recurrence') ? 'FREQ=DAILY' : 'x'.repeat(field.maxLength);
      expect(takes(field, allowed), at).toBe(true);
      expect(takes(field, 'x'.repeat(field.maxLength + 1)), at).toBe(false);
    }
  });

  // Would catch: a value that follows the record's protection in a kind that has none, and so is never withheld.
  it('are protected by a record that says how', () => {
    for (const kind of KIND_NAMES) {
      const fields = new Map(fieldsOf(kind));
      const follows = [...fields].some(([, field]) => field.protectable === 'record');
      expect(follows, kind).toBe(fields.has('protection'));
      if (follows) expect(fields.get('protection'), kind).toMatchObject({ type: 'choice', required: true });
    }
    const words = all.filter(({ at }) => /word$/i.test(at));
    expect(words.map(({ at }) => at)).toEqual(expect.arrayContaining(['contact_point.codeWord', 'alarm.duressWord']));
    expect(words.filter(({ field }) => field.protectable !== 'always')).toEqual([]);
  });
});
