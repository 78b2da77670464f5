import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStoreError } from '#db/store-error.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { fieldsOf, KIND_NAMES, type Kind, kindOf, type NewValues } from '#model/kinds.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';
import { arbitraryValues } from '../arbitrary.ts';
import { tamper } from '../snapshot.ts';

let test: TestBook;
let caseId: RecordId;
/** A case of its own for transfers: one that was taken over is written in no more. */
let givenAway: RecordId;
const ids = new Map<string, RecordId[]>();

beforeAll(async () => {
  test = await openTestBook();
  await test.book.command('first', async (tx) => {
    const zone = 'Europe/Oslo';
    caseId = (await tx.insert('case', { name: 'A', marking: 'fortrolig', status: 'open', zone })).id;
    givenAway = (await tx.insert('case', { name: 'B', marking: 'fortrolig', status: 'open', zone })).id;
    ids.set('person', await tx.insertMany('person', [{ values: { name: 'A' } }, { values: { name: 'B' } }]));
    ids.set('place', [(await tx.insert('place', { label: 'Hjem', protection: 'none' })).id]);
    const header = { caseId };
    ids.set('order', [(await tx.insert('order', { text: 'o' }, header)).id]);
    ids.set('breach', [(await tx.insert('breach', { text: 'b' }, header)).id]);
    ids.set('wish', [(await tx.insert('wish', { words: 'w', type: 'wish' }, header)).id]);
    ids.set('case', [caseId]);
    ids.set('measure', [(await tx.insert('measure', { type: 'guarding', status: 'planned' }, header)).id]);
    ids.set('alarm', [(await tx.insert('alarm', { unit: 'V-118' }, header)).id]);
    ids.set('officer', [(await tx.insert('officer', { name: 'Myr' })).id]);
    ids.set('vehicle', [(await tx.insert('vehicle', { label: 'Bil 3' })).id]);
    ids.set('qualification', [(await tx.insert('qualification', { label: 'Livvakt', code: 'L' })).id]);
    ids.set('decision', [(await tx.insert('decision', { type: 'measure', text: 'd' }, header)).id]);
    ids.set('calendar_risk', [(await tx.insert('calendar_risk', { type: 'release' }, header)).id]);
    ids.set('arrest', [(await tx.insert('arrest', { text: 'a' }, header)).id]);
    ids.set('case_reference', [(await tx.insert('case_reference', { type: 'other', number: '1' }, header)).id]);
    ids.set('notification', [(await tx.insert('notification', { about: 'other', openedAt: 1 }, header)).id]);
    const file = { name: 'f', originalName: 'f', mediaType: 'text/plain', sizeBytes: 1, sha256: 'f' };
    ids.set('attachment', [(await tx.insert('attachment', file, header)).id]);
    ids.set('transfer', [(await tx.insert('transfer', { toDistrict: 't' }, { caseId: givenAway })).id]);
    ids.set('*', [...ids.values()].flat());
  });
});
afterAll(() => test.remove());

const refs = (target: string) => ids.get(target) ?? [];
function header(kind: Kind): { caseId?: RecordId } {
  if (kindOf(kind).scope !== 'case') return {};
  return { caseId: kind === 'transfer' || kind === 'transfer_item' ? givenAway : caseId };
}

describe.each(KIND_NAMES)('%s', (kind) => {
  // Would catch a column in the wrong place, a lost null, a text that changes on its way, an unknown coded as a no.
  it('comes back exactly as it was written, one by one and many at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryValues(kind, refs), { minLength: 1, maxLength: 6 }), async (many) => {
        const rows = many.map((values) => ({ values: values as NewValues<Kind>, header: header(kind) }));
        const { value } = await test.book.command('write', async (tx) => {
          const [first, ...rest] = rows;
          const one = first ? await tx.insert(kind, first.values, first.header) : null;
          return [...(one ? [one.id] : []), ...(await tx.insertMany(kind, rest))];
        });
        const read = await test.book.list(kind, { ids: value });
        const byId = new Map(read.map((record) => [record.id, record.values]));
        expect(value.map((id) => byId.get(id))).toEqual(many);
        expect(await test.book.find(value[0] as RecordId)).toMatchObject({ kind, values: many[0] });
      }),
      { numRuns: 12 },
    );
  });

  it('keeps the values it was given when another field changes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryValues(kind, refs), fc.nat(), async (values, pick) => {
        const { value } = await test.book.command('write', (tx) =>
          tx.insert(kind, values as NewValues<Kind>, header(kind)),
        );
        const isAllowed = (name: string) => !kindOf(kind).check?.({ ...values, [name]: 'ny' } as never, 'Europe/Oslo');
        const free = fieldsOf(kind).filter(
          ([name, field]) =>
            field.type === 'text' && !field.required && !['value', 'recurrence'].includes(name) && isAllowed(name),
        );
        const [name] = free[pick % Math.max(1, free.length)] ?? [];
        if (name === undefined) return;
        await test.book.command('update', (tx) => tx.update(kind, value.id, { [name]: 'ny' } as NewValues<Kind>));
        expect((await test.book.find(value.id))?.values).toEqual({ ...values, [name]: 'ny' });
      }),
      { numRuns: 6 },
    );
  });
});

describe('texts', () => {
  it('with half a surrogate pair are written with the sign for a broken letter, everywhere the same', async () => {
    const { value } = await test.book.command('write', (tx) => tx.insert('person', { name: 'A\ud83d' }));
    expect(value).toMatchObject({ title: 'A\ufffd', values: { name: 'A\ufffd' } });
    expect(await test.book.find(value.id)).toEqual(value);
    expect((await test.book.verify()).ok).toBe(true);
  });

  it('empty and unknown are two things', async () => {
    const { value } = await test.book.command('write', (tx) =>
      tx.insert('threat', { text: '', channels: [], childrenPresent: false }, { caseId }),
    );
    const values = (await test.book.find(value.id))?.values;
    expect(values).toMatchObject({ text: '', source: null, channels: [], childrenPresent: false, sender: null });
  });
});

describe('lists', () => {
  it('are in the order of time, then of the story, then as entered; what has no time comes last', async () => {
    const at = (day: number) => ({
      fromAt: Date.UTC(2026, 0, day),
      toAt: Date.UTC(2026, 0, day + 1),
      precision: 'day' as const,
      zone: 'UTC',
    });
    const { value } = await test.book.command('write', async (tx) => {
      const made = await tx.insert('case', { name: 'B', marking: 'fortrolig', status: 'open', zone: 'UTC' });
      const rows = [
        { text: 'none', order: 0 },
        { text: 'day 2, second', happened: at(2), order: 2 },
        { text: 'day 2, first', happened: at(2), order: 1 },
        { text: 'day 1', happened: at(1), order: 9 },
        { text: 'day 2, second, later', happened: at(2), order: 2 },
      ];
      await tx.insertMany(
        'threat',
        rows.map(({ order, ...values }) => ({ values, header: { caseId: made.id, storyOrder: order } })),
      );
      return made.id;
    });
    const titles = async (filter: object) => (await test.book.list('threat', filter)).map((record) => record.title);
    const all = ['day 1', 'day 2, first', 'day 2, second', 'day 2, second, later', 'none'];
    expect(await titles({ caseId: value })).toEqual(all);
    expect(await titles({ caseId: value, limit: 2, offset: 1 })).toEqual(all.slice(1, 3));
    expect(await titles({ caseId: newRecordId() })).toEqual([]);
    expect(await titles({ ids: [] })).toEqual([]);
  });
});

describe('import keys', () => {
  it('stand once in a case, and may come again in another', async () => {
    const row = { values: { text: 'x' }, header: { caseId, importKey: 'k1' } };
    await test.book.command('import', (tx) => tx.insertMany('threat', [row]));
    const again = await test.book
      .command('import', (tx) => tx.insertMany('incident', [row]))
      .catch((error: unknown) => error);
    expect(isStoreError(again, 'CONSTRAINT')).toBe(true);
    await test.book.command('import', async (tx) => {
      const other = await tx.insert('case', { name: 'C', marking: 'fortrolig', status: 'open', zone: 'UTC' });
      await tx.insertMany('threat', [{ ...row, header: { ...row.header, caseId: other.id } }]);
    });
  });
});

describe('a row that this program did not write', () => {
  it.each([
    ['a list of codes', "UPDATE threat SET channels = 'call  hat' WHERE id ="],
    ['a reference', "UPDATE threat SET actor_text = 'x', actor_id = 'y' WHERE id ="],
  ])('is refused by name when it is read: %s', async (_, sql) => {
    const { value } = await test.book.command('write', (tx) => tx.insert('threat', { text: 'x' }, { caseId }));
    await tamper(test, `${sql} '${value.id}'`);
    const error = await test.book.find(value.id).catch((thrown: unknown) => thrown);
    expect(isStoreError(error, 'CORRUPT') && error.data).toMatchObject({ kind: 'threat' });
    expect(await test.book.verify()).toMatchObject({ ok: false });
    await tamper(
      test,
      `UPDATE threat SET channels = NULL, actor_id = NULL, actor_text = NULL WHERE id = '${value.id}'`,
    );
    expect(await test.book.verify()).toMatchObject({ ok: true });
  });
});
