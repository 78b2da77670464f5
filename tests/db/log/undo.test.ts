import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStoreError } from '#db/store-error.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, TEST_NOW, type TestBook } from '#tests/helpers/book.ts';
import { snapshot } from '../snapshot.ts';

let test: TestBook;
beforeEach(async () => {
  test = await openTestBook();
});
afterEach(() => test.remove());

const CASE = { name: 'Sak', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;

async function failure(work: Promise<unknown>): Promise<{ code: string } & Record<string, unknown>> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isStoreError(error)) throw new Error(`no store error: ${String(error)}`);
  return { code: error.code, ...error.data };
}

async function makePerson(name: string): Promise<RecordId> {
  return (await test.book.command('person.create', (tx) => tx.insert('person', { name }))).value.id;
}

/** A second session of the same book: its commands are not in the first one's history. */
async function inAnotherSession(work: (book: TestBook['book']) => Promise<unknown>): Promise<void> {
  const { openBook } = await import('#db/connection/open-book.ts');
  const other = await openBook(test.path, test.keyHex, { person: 'Other' });
  await work(other).finally(() => other.close());
}

describe('undo', () => {
  it('takes back the newest command first, names it, and is a command of the log itself', async () => {
    const id = await makePerson('A');
    await test.book.command('person.update', (tx) => tx.update('person', id, { name: 'B' }));
    expect(test.book.history()).toEqual({ undo: { seq: 2, action: 'person.update' }, redo: null });
    expect(await test.book.undo()).toEqual({ seq: 2, action: 'person.update' });
    expect(await test.book.find(id)).toMatchObject({ title: 'A', version: 1 });
    expect(await test.book.undo()).toEqual({ seq: 1, action: 'person.create' });
    expect(await test.book.find(id)).toBeNull();
    expect(await test.book.log({ limit: 9 })).toMatchObject([
      { seq: 4, action: 'undo', reverts: 1, kind: 'person', records: 1 },
      { seq: 3, action: 'undo', reverts: 2, kind: 'person', records: 1 },
      { seq: 2, action: 'person.update', reverts: null },
      { seq: 1, action: 'person.create', reverts: null },
    ]);
    expect(await failure(test.book.undo())).toEqual({ code: 'NOTHING_TO_UNDO' });
  });

  it('is of this session only', async () => {
    await makePerson('A');
    await test.reopen();
    expect(test.book.history()).toEqual({ undo: null, redo: null });
    expect(await failure(test.book.undo())).toEqual({ code: 'NOTHING_TO_UNDO' });
  });

  it('asked for twice at once takes back two steps', async () => {
    await makePerson('A');
    await makePerson('B');
    await Promise.all([test.book.undo(), test.book.undo()]);
    expect(await test.book.list('person')).toEqual([]);
    await Promise.all([test.book.redo(), test.book.redo()]);
    expect((await test.book.list('person')).map((record) => record.title)).toEqual(['A', 'B']);
  });

  it('of a strike gives the record back as it was', async () => {
    const id = await makePerson('A');
    const before = await test.book.find(id);
    test.advance(1_000);
    await test.book.command('person.strike', (tx) => tx.remove(id, 'Feil'));
    await test.book.undo();
    expect(await test.book.find(id)).toEqual(before);
    await test.book.redo();
    expect(await test.book.find(id)).toMatchObject({ struckAt: TEST_NOW + 1_000, struckReason: 'Feil' });
  });
});

describe('redo', () => {
  it('does again what was undone, until something else is done', async () => {
    const id = await makePerson('A');
    await test.book.undo();
    expect(test.book.history().redo).toMatchObject({ action: 'person.create' });
    await test.book.redo();
    expect(await test.book.find(id)).toMatchObject({ id, title: 'A', createdAt: TEST_NOW });
    await test.book.undo();
    await makePerson('B');
    expect(test.book.history().redo).toBeNull();
    expect(await failure(test.book.redo())).toEqual({ code: 'NOTHING_TO_REDO' });
  });
});

describe('a step that cannot be taken back', () => {
  it('says which value it left and which is there now, and changes nothing', async () => {
    const id = await makePerson('A');
    await test.book.command('person.update', (tx) => tx.update('person', id, { name: 'B', language: 'nb' }));
    await inAnotherSession((other) => other.command('x', (tx) => tx.update('person', id, { name: 'C' })));
    const before = await snapshot(test.book);
    expect(await failure(test.book.undo())).toEqual({
      code: 'UNDO_CONFLICT',
      id,
      kind: 'person',
      reason: 'CHANGED',
      field: 'name',
      left: 'B',
      found: 'C',
    });
    expect(await snapshot(test.book)).toEqual(before);
    expect(test.book.history().undo).toMatchObject({ action: 'person.update' });
    expect(await test.book.verify()).toMatchObject({ ok: true, changes: 3 });
  });

  it('is not one where another value has changed: that one stays', async () => {
    const id = await makePerson('A');
    await test.book.command('person.update', (tx) => tx.update('person', id, { name: 'B' }));
    await inAnotherSession((other) => other.command('x', (tx) => tx.update('person', id, { language: 'nb' })));
    await test.book.undo();
    const record = await test.book.find(id);
    expect(record).toMatchObject({ values: { name: 'A', language: 'nb' }, version: 4 });
    expect((await test.book.verify()).ok).toBe(true);
  });

  // Would catch: an address under protection or a code word shown in a refusal, past the use log.
  it('tells that a withheld value has changed, and not what it is', async () => {
    const place = await test.book.command('x', (tx) =>
      tx.insert('place', { label: 'bolig', address: 'A 1', protection: 'strengt_fortrolig' }),
    );
    const { id } = place.value;
    await test.book.command('x', (tx) => tx.update('place', id, { address: 'B 2' }));
    await inAnotherSession((other) => other.command('x', (tx) => tx.update('place', id, { address: 'C 3' })));
    expect(await failure(test.book.undo())).toMatchObject({ field: 'address', left: null, found: null });

    const open = await test.book.command('x', (tx) =>
      tx.insert('place', { label: 'bolig', address: 'D 4', protection: 'strengt_fortrolig' }),
    );
    await inAnotherSession((other) =>
      other.command('x', (tx) => tx.update('place', open.value.id, { address: 'E 5', protection: 'none' })),
    );
    expect(await failure(test.book.undo())).toMatchObject({ field: 'address', left: null, found: null });
  });

  it('made a record that has changed, was struck, or is in use since', async () => {
    const id = await makePerson('A');
    await inAnotherSession((other) => other.command('x', (tx) => tx.update('person', id, { language: 'nb' })));
    expect(await failure(test.book.undo())).toMatchObject({ code: 'UNDO_CONFLICT', field: 'language', found: 'nb' });

    const struck = await makePerson('B');
    await inAnotherSession((other) => other.command('x', (tx) => tx.remove(struck, 'Feil')));
    expect(await failure(test.book.undo())).toMatchObject({ code: 'UNDO_CONFLICT', id: struck, field: null });

    const used = await makePerson('C');
    await inAnotherSession((other) =>
      other.command('x', (tx) => tx.insert('place', { label: 'Hjem', protection: 'none', personId: used })),
    );
    const before = await snapshot(test.book);
    const [place] = await test.book.list('place');
    expect(await failure(test.book.undo())).toEqual({
      code: 'UNDO_CONFLICT',
      id: place?.id,
      kind: 'place',
      reason: 'REFERENCE',
      field: null,
      left: null,
      found: null,
    });
    expect(await snapshot(test.book)).toEqual(before);
  });

  it('was undone, and what it refers to has gone since', async () => {
    const { value } = await test.book.command('x', (tx) => tx.insert('person', { name: 'A' }), { group: 'g' });
    const place = { label: 'Hjem', protection: 'none', personId: value.id } as const;
    await test.book.command('place.create', (tx) => tx.insert('place', place));
    await test.book.undo();
    await inAnotherSession((other) => other.undoGroup('g'));
    expect(await failure(test.book.redo())).toMatchObject({
      code: 'UNDO_CONFLICT',
      kind: 'place',
      reason: 'REFERENCE',
    });
    expect(await test.book.list('place')).toEqual([]);
    // And the group itself is not there to be taken back again.
    expect(await failure(test.book.undo())).toMatchObject({ code: 'UNDO_CONFLICT', id: value.id, reason: 'GONE' });
  });

  it('would import a row again that has been imported since', async () => {
    const { value } = await test.book.command('case.create', (tx) => tx.insert('case', CASE));
    const row = { values: { text: 'x' }, header: { caseId: value.id, importKey: 'k' } };
    await test.book.command('import', (tx) => tx.insertMany('threat', [row]));
    await test.book.undo();
    await inAnotherSession((other) => other.command('import', (tx) => tx.insertMany('threat', [row])));
    expect(await failure(test.book.redo())).toMatchObject({ code: 'UNDO_CONFLICT', reason: 'EXISTS' });
    expect(await test.book.list('threat')).toHaveLength(1);
  });
});

describe('a group', () => {
  const people = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({ values: { name: `P${from + n}` } }));
  const part = (group: string, from: number, count = 3) =>
    test.book.command('import', (tx) => tx.insertMany('person', people(from, count)), { group });

  it('is one step for undo and redo, and one line of the log', async () => {
    const first = await snapshot(test.book, ['P']);
    await part('g', 0);
    await part('g', 3);
    await makePerson('B');
    await test.book.undo();
    const whole = await snapshot(test.book, ['P']);
    expect(await test.book.log({ limit: 9 })).toMatchObject([
      { seq: 4, action: 'undo', records: 1 },
      { seq: 3, action: 'person.create' },
      { seq: 2, action: 'import', group: 'g', kind: 'person', records: 6 },
    ]);
    expect(await test.book.log({ limit: 1, before: 3 })).toMatchObject([{ seq: 2, records: 6 }]);
    expect(await test.book.undo()).toEqual({ seq: 2, action: 'import' });
    expect(await snapshot(test.book, ['P'])).toEqual(first);
    await test.book.redo();
    expect(await snapshot(test.book, ['P'])).toEqual(whole);
    expect((await test.book.verify()).ok).toBe(true);
  });

  it('is open from its first command until it is closed, and then takes no more', async () => {
    expect(await test.book.unfinishedGroups()).toEqual([]);
    await part('g', 0);
    test.advance(60_000);
    await part('g', 3);
    const open = { group: 'g', action: 'import', firstSeq: 1, commands: 2, lastAt: TEST_NOW + 60_000 };
    expect(await test.book.unfinishedGroups()).toEqual([open]);
    await test.book.closeGroup('g');
    expect(await test.book.unfinishedGroups()).toEqual([]);
    expect(await failure(part('g', 6))).toEqual({ code: 'GROUP_CLOSED' });
    expect(await test.book.list('person')).toHaveLength(6);
  });

  it('that was undone while it was running takes no more', async () => {
    await part('g', 0);
    await test.book.undo();
    expect(await failure(part('g', 3))).toEqual({ code: 'GROUP_CLOSED' });
    expect(await test.book.unfinishedGroups()).toEqual([]);
  });

  it('is not begun by a command that failed or did nothing', async () => {
    await test.book.command('import', async () => undefined, { group: 'g' });
    await expect(test.book.command('import', () => Promise.reject(new Error('stop')), { group: 'g' })).rejects.toThrow(
      'stop',
    );
    expect(await test.book.unfinishedGroups()).toEqual([]);
    await part('g', 0);
    expect(await test.book.list('person')).toHaveLength(3);
  });

  it('that was interrupted can be finished or undone by the next session', async () => {
    await makePerson('A');
    const before = await snapshot(test.book, ['P', 'A']);
    await part('g', 0);
    await part('h', 6);
    await test.reopen();
    expect((await test.book.unfinishedGroups()).map((open) => open.group)).toEqual(['g', 'h']);
    await part('h', 9);
    await test.book.closeGroup('h');
    await test.book.undoGroup('g');
    expect((await test.book.list('person')).map((record) => record.title)).toEqual([
      'A',
      ...people(6, 6).map((row) => row.values.name),
    ]);
    expect(await test.book.unfinishedGroups()).toEqual([]);
    await test.book.undoGroup('h');
    expect(await snapshot(test.book, ['P', 'A'])).toEqual(before);
    // Nothing is left for undo of what was undone by name.
    expect(test.book.history().undo).toBeNull();
    expect((await test.book.verify()).ok).toBe(true);
  });

  it('that is unknown has nothing to undo', async () => {
    await test.book.undoGroup('never');
    expect(await test.book.checkpoint()).toMatchObject({ seq: 0 });
  });

  it('of many thousand records is taken back and brought again in pages, in the same order', async () => {
    await part('big', 0, 4_500);
    await part('big', 4_500, 1_700);
    const whole = await snapshot(test.book, ['P61']);
    await test.book.undo();
    expect(await test.book.first('SELECT count(*) AS n FROM record')).toEqual({ n: 0 });
    expect(await test.book.search('P61')).toEqual([]);
    await test.book.redo();
    expect(await snapshot(test.book, ['P61'])).toEqual(whole);
    expect((await test.book.verify()).ok).toBe(true);
  });
});
