import { describe, expect, it } from 'vitest';
import { newRecordId } from '#model/ids.ts';
import { AREAS, TONES } from '#model/kinds/define.ts';
import { firstLine } from '#model/kinds/fact.ts';
import {
  derive,
  fieldsOf,
  isKind,
  isWithheld,
  KIND_NAMES,
  KINDS,
  kindOf,
  searchTexts,
  valuesSchema,
  withNulls,
} from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { whenOf } from '#model/when.ts';
import { CASE_AREAS } from '#renderer/ui/navigation.ts';
import { ICON_LINES } from '#resources/icons/paths.ts';
import { arbitraryValues } from '#tests/helpers/arbitrary-values.ts';
import fc from '#tests/helpers/property.ts';

const OSLO = 'Europe/Oslo';
/** Most UTF-16 units of a title: the cut of a first line, with its dots. */
const LONGEST_TITLE = 160;
const when = whenOf('2026-03-28', '', 'day', OSLO);

/** The least a kind asks for. */
function leastValues(kind: (typeof KIND_NAMES)[number]): Record<string, unknown> {
  const least: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(kind)) {
    if (!field.required) continue;
    if (field.type === 'choice') least[name] = field.options[0];
    else if (field.type === 'ref') least[name] = newRecordId();
    else if (field.type === 'local') least[name] = '2026-03-28T21:00';
    else if (field.type === 'instant' || field.type === 'integer') least[name] = 1;
    else least[name] = field.type === 'when' ? when : 'x';
  }
  return least;
}

describe('the list of kinds', () => {
  // Would catch: a kind that lies in no area of the workspace and so is never seen, or has no icon or colour.
  it.each(KIND_NAMES)('%s has a name, an area, an icon, a tone', (kind) => {
    const decl = kindOf(kind);
    expect(decl.kind).toBe(kind);
    expect(AREAS).toContain(decl.area);
    expect(CASE_AREAS as readonly string[]).toContain(decl.area);
    expect(TONES).toContain(decl.tone);
    expect(Object.keys(ICON_LINES)).toContain(decl.icon);
    expect(['case', 'book']).toContain(decl.scope);
    expect(isKind(kind)).toBe(true);
  });

  it('has a table of its own for each', () => {
    const tables = KIND_NAMES.map((kind) => kindOf(kind).table);
    expect(new Set(tables).size).toBe(tables.length);
    expect(tables.filter((table) => !/^[a-z_]+$/.test(table))).toEqual([]);
    expect(['constructor', 'toString', '__proto__', '', null, 1].some(isKind)).toBe(false);
  });

  // Would catch: a book record on one case's timeline; a mention that can point to a link or to a part in a case.
  it('puts on lanes only what belongs to a case, and links only to what has a page', () => {
    for (const kind of KIND_NAMES) {
      const { lane, scope } = kindOf(kind);
      if (lane) expect(scope, kind).toBe('case');
    }
    const notLinked = KIND_NAMES.filter((kind) => !kindOf(kind).linkable);
    expect(notLinked.filter((kind) => kindOf(kind).listed !== false)).toEqual([
      'case_person',
      'contact_point',
      'child_interview',
    ]);
    // Parts of other records have no page; of the roster, who and what is on duty can be spoken of.
    const parts = KIND_NAMES.filter((kind) => kindOf(kind).listed === false);
    expect(parts.filter((kind) => kindOf(kind).linkable)).toEqual(['officer', 'vehicle']);
    // A code word or a protected number must not become a mention's label. A moment on the timeline is a link itself.
    for (const kind of KIND_NAMES.filter((name) => kindOf(name).lane && name !== 'link')) {
      expect(kindOf(kind).linkable, kind).toBe(true);
    }
  });

  it('gives each type of measure its own lane', () => {
    const lanes = KINDS.measure.fields.type.options.map((type) => KINDS.measure.lane?.({ type } as never));
    expect(new Set(lanes).size).toBe(lanes.length);
    expect(lanes.filter((lane) => !lane || !TONES.includes(lane))).toEqual([]);
  });
});

describe.each(KIND_NAMES)('values of %s', (kind) => {
  // Would catch: a kind that cannot be written with what it requires alone, or that takes fields nobody declared.
  it('are whole with what is required, and hold nothing unknown', () => {
    const least = leastValues(kind);
    const values = withNulls(kind, least);
    expect(valuesSchema(kind).safeParse(values).error).toBeUndefined();
    expect(Object.keys(values).sort()).toEqual(
      fieldsOf(kind)
        .map(([name]) => name)
        .sort(),
    );
    expect(valuesSchema(kind).safeParse({ ...values, unknown: 1 }).success).toBe(false);
    expect(valuesSchema(kind).safeParse(withNulls(kind, { ...least, id: 'x' })).success).toBe(false);
    for (const name of Object.keys(least)) {
      expect(valuesSchema(kind).safeParse({ ...values, [name]: null }).success, name).toBe(false);
      const { [name]: _, ...rest } = values;
      expect(valuesSchema(kind).safeParse(rest).success, name).toBe(false);
    }
    // What was given is not touched.
    expect(withNulls(kind, Object.freeze({ ...least }))).toEqual(values);
  });

  // Would catch: a title or a span that throws, a title of several lines or half a sign, a time that cannot be kept.
  it('give titles and a span, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryValues(kind), fc.constantFrom(OSLO, 'UTC', 'Pacific/Apia'), (values, zone) => {
        expect(valuesSchema(kind).safeParse(values).error).toBeUndefined();
        const { title, titleEn, span } = derive(kind, values, zone);
        for (const one of titleEn === null ? [title] : [title, titleEn]) {
          expect(one.length).toBeLessThanOrEqual(LONGEST_TITLE);
        }
        expect(titleEn).not.toBe('');
        if (span) {
          expect(Number.isSafeInteger(span.startsAt)).toBe(true);
          expect(span.endsAt === null || Number.isSafeInteger(span.endsAt)).toBe(true);
        }
        kindOf(kind).check?.(values as never, zone);
        if (kindOf(kind).lane) expect(TONES).toContain(kindOf(kind).lane?.(values as never));
      }),
    );
  });

  // Would catch: a code word or a protected address in the search index, from where it cannot be called back.
  it('give search no text that is withheld, and every text that is not', () => {
    const isText = (type: string) => type === 'text' || type === 'long' || type === 'suggest';
    fc.assert(
      fc.property(arbitraryValues(kind), (values) => {
        const marked: Record<string, unknown> = { ...values };
        const expected: string[] = [];
        fieldsOf(kind).forEach(([name, field], index) => {
          if (!isText(field.type) || values[name] === null || values[name] === '') return;
          marked[name] = `${index}${String(values[name])}`;
          const isSecret =
            field.protectable === 'always' ||
            (field.protectable === 'record' && values.protection === 'strengt_fortrolig');
          expect(isWithheld(field, values)).toBe(isSecret);
          if (!isSecret && !field.coded && kindOf(kind).searched !== false) expected.push(String(marked[name]));
        });
        expect(searchTexts(kind, marked)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('titles', () => {
  // Would catch: a title cut in the middle of a sign or word, one of many lines, one that is blank though there is text.
  it.each([
    ['', ''],
    ['  \n\n ', ''],
    ['\n\n  Første linje  \nandre', 'Første linje'],
    ['Første\r\nandre', 'Første'],
    ['x'.repeat(160), 'x'.repeat(160)],
    ['x'.repeat(161), `${'x'.repeat(159)}…`],
    [`${'ord '.repeat(39)}langtord`, `${'ord '.repeat(39).trimEnd()}…`],
    [`kort ${'x'.repeat(200)}`, `kort ${'x'.repeat(154)}…`],
    ['🚓'.repeat(81), `${'🚓'.repeat(79)}…`],
  ])('%j is %j', (text, title) => {
    expect(firstLine(text)).toBe(title);
    expect(firstLine(text).isWellFormed()).toBe(true);
  });

  const fact = (given: Record<string, unknown>) => derive('threat', withNulls('threat', given), OSLO);

  // Would catch: an English reader shown a blank where the English text was emptied, or the same text told twice.
  it('of a fact are its own text, and the English one beside it', () => {
    expect(fact({ text: 'Trusler', textEn: 'Threats' })).toMatchObject({ title: 'Trusler', titleEn: 'Threats' });
    expect(fact({ text: 'Trusler', textEn: '' })).toMatchObject({ title: 'Trusler', titleEn: null });
    expect(fact({ text: 'Trusler', textEn: ' \n' })).toMatchObject({ title: 'Trusler', titleEn: null });
    expect(fact({ textEn: 'Threats' })).toMatchObject({ title: 'Threats', titleEn: null });
    expect(fact({ text: '', textEn: 'Threats' })).toMatchObject({ title: 'Threats' });
    expect(fact({})).toMatchObject({ title: '', titleEn: null });
  });

  it('of a note are its heading, else its first line', () => {
    const note = (given: Record<string, unknown>) => derive('note', withNulls('note', given), OSLO).title;
    expect(note({ heading: 'Samtale', text: 'Hei' })).toBe('Samtale');
    expect(note({ heading: ' ', text: 'Hei\nhade' })).toBe('Hei');
    expect(note({ heading: null, text: null })).toBe('');
  });

  // Would catch: a protected address, number or code word that stands in a title, which is shown everywhere.
  it('never hold a value that may be withheld', () => {
    for (const kind of KIND_NAMES) {
      const values: Record<string, unknown> = { ...withNulls(kind, leastValues(kind)) };
      for (const [name, field] of fieldsOf(kind)) if (field.protectable) values[name] = `hemmelig ${name}`;
      const { title, titleEn } = derive(kind, values, OSLO);
      expect(`${title} ${titleEn}`, kind).not.toContain('hemmelig');
    }
  });
});

describe('places in time', () => {
  const at = (local: string) => instantOfLocal(local, OSLO) ?? Number.NaN;
  const span = (kind: (typeof KIND_NAMES)[number], given: Record<string, unknown>) =>
    derive(kind, withNulls(kind, { ...leastValues(kind), ...given }), OSLO).span;

  // Would catch: a plan drawn where its fact was, an order drawn from its decision though its term is known.
  it('are the plan or term where there is one, else the fact', () => {
    const happened = when;
    expect(span('measure', { happened })).toMatchObject({ startsAt: happened?.fromAt, precision: 'day' });
    expect(span('measure', { happened, fromLocal: '2026-03-28T21:00', toLocal: '2026-03-29T07:00' })).toEqual({
      startsAt: at('2026-03-28T21:00'),
      endsAt: at('2026-03-29T07:00'),
      precision: 'minute',
    });
    expect(span('measure', { fromLocal: '2026-03-29T02:30' })).toBeNull();
    expect(span('order', { happened, decidedAt: 5, servedAt: 6, fromAt: 7, toAt: 9, liftedAt: 8 })).toMatchObject({
      startsAt: 7,
      endsAt: 8,
    });
    expect(span('order', { happened, decidedAt: 5, servedAt: 6 })).toMatchObject({ startsAt: 6, endsAt: null });
    expect(span('order', { happened })).toMatchObject({ startsAt: happened?.fromAt });
    expect(span('remand', { fromAt: 1, untilAt: 3, happened })).toMatchObject({ startsAt: 1, endsAt: 3 });
    expect(span('court_step', { scheduledAt: 60_000 })).toMatchObject({ startsAt: 60_000, endsAt: 120_000 });
    expect(span('alarm', { handedOutAt: 1, grantedUntilAt: 9, returnedAt: 4 })).toMatchObject({ endsAt: 4 });
    expect(span('alarm', {})).toBeNull();
    expect(span('threat', {})).toBeNull();
  });

  // Would catch: a night that ends before it begins, or at an hour the clock leaves out, taken into the plan.
  it.each([
    [{ fromLocal: '2026-03-28T21:00', toLocal: '2026-03-29T07:00' }, null],
    [{ fromLocal: '2026-03-28T21:00', toLocal: null }, null],
    [{ fromLocal: null, toLocal: null }, null],
    [
      { fromLocal: null, toLocal: '2026-03-29T07:00' },
      { field: 'fromLocal', code: 'REQUIRED' },
    ],
    [
      { fromLocal: '2026-03-29T02:30', toLocal: null },
      { field: 'fromLocal', code: 'TIME_MISSING' },
    ],
    [
      { fromLocal: '2026-03-29T01:30', toLocal: '2026-03-29T02:30' },
      { field: 'toLocal', code: 'TIME_MISSING' },
    ],
    [
      { fromLocal: '2026-03-29T07:00', toLocal: '2026-03-29T07:00' },
      { field: 'toLocal', code: 'END_BEFORE_START' },
    ],
    [
      { fromLocal: '2026-03-29T07:00', toLocal: '2026-03-28T21:00' },
      { field: 'toLocal', code: 'END_BEFORE_START' },
    ],
  ])('of a plan are checked: %j', (given, wrong) => {
    const values = withNulls('measure', { ...leastValues('measure'), ...given });
    expect(kindOf('measure').check?.(values as never, OSLO)).toEqual(wrong);
  });
});
