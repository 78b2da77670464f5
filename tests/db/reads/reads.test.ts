import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBriefs } from '#db/reads/brief.ts';
import { countByKind, newestOf, readCaseSummaries } from '#db/reads/cases.ts';
import { readNotes } from '#db/reads/note.ts';
import { readVersions } from '#db/reads/note-versions.ts';
import { readPage } from '#db/reads/page.ts';
import { suggesterOf } from '#db/reads/suggest.ts';
import { readProtectedPersons } from '#db/reads/today.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { whenAtMinute } from '#model/when.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';

const ZONE = 'Europe/Oslo';
const MINUTE_MS = 60_000;
let test: TestBook;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestBook();
  const given = { name: 'Lind', marking: 'fortrolig', status: 'open', zone: ZONE } as const;
  caseId = (await test.book.command('test', (tx) => tx.insert('case', given))).value.id;
});
afterEach(() => test.remove());

const threat = async (text: string, minute: number | null = null, storyOrder = 0) =>
  (
    await test.book.command('test', (tx) =>
      tx.insert(
        'threat',
        { text, happened: minute === null ? null : whenAtMinute(minute * MINUTE_MS, ZONE) },
        { caseId, storyOrder },
      ),
    )
  ).value.id;
const strike = (id: RecordId) => test.book.command('test', (tx) => tx.remove(id, 'x'));

describe('the newest of a case', () => {
  // Would catch: of two of one minute the one that the source tells first; one that began before the bound, or not at it.
  it('is by time, story and entry, from a bound that counts', async () => {
    expect(await newestOf(test.book, caseId, ['threat'])).toBeNull();
    await threat('uten tid');
    expect(await newestOf(test.book, caseId, ['threat'])).toBeNull();
    const second = await threat('andre', 5, 2);
    const first = await threat('første', 5, 1);
    expect(await newestOf(test.book, caseId, ['threat'])).toEqual({ id: second, kind: 'threat' });
    const third = await threat('tredje', 5, 2);
    expect((await newestOf(test.book, caseId, ['threat']))?.id).toBe(third);
    expect((await newestOf(test.book, caseId, ['threat'], 5 * MINUTE_MS))?.id).toBe(third);
    expect(await newestOf(test.book, caseId, ['threat'], 5 * MINUTE_MS + 1)).toBeNull();
    expect(await newestOf(test.book, caseId, ['incident'])).toBeNull();
    expect(await newestOf(test.book, newRecordId(), ['threat'])).toBeNull();
    for (const id of [third, second]) await strike(id);
    expect((await newestOf(test.book, caseId, ['threat']))?.id).toBe(first);
  });
});

describe('counts', () => {
  // Would catch: struck records counted; a case without records left out.
  it('are of what is not struck', async () => {
    expect(await countByKind(test.book)).toEqual({ case: 1 });
    expect((await readCaseSummaries(test.book)).get(caseId)).toMatchObject({ records: {}, protectedPersons: [] });
    const id = await threat('a');
    await threat('b');
    await strike(id);
    expect(await countByKind(test.book)).toEqual({ case: 1, threat: 1 });
    await strike(caseId);
    expect((await readCaseSummaries(test.book)).size).toBe(0);
  });
});

describe('records by id', () => {
  // Would catch: an order that is the table's own, a struck record that a link still points to and nobody can read.
  it('come in the order asked for, struck ones too, missing ones left out', async () => {
    const [a, b] = [await threat('a'), await threat('b')];
    await strike(b);
    const ids = [b, newRecordId(), caseId, a];
    expect((await readBriefs(test.book, ids)).map(({ title }) => title)).toEqual(['b', 'Lind', 'a']);
    expect(await readBriefs(test.book, [])).toEqual([]);
  });

  // Would catch: a parameter that the statement does not use, which SQLite refuses; a total that follows the limit.
  it('are paged with and without a case', async () => {
    for (const text of ['a', 'b', 'c']) await threat(text);
    const filter = { kinds: ['threat'], struck: false, order: 'entered', offset: 1, limit: 1 } as const;
    for (const page of [await readPage(test.book, filter), await readPage(test.book, { ...filter, caseId })]) {
      expect(page).toMatchObject({ total: 3, records: [{ title: 'b' }] });
    }
    expect(await readPage(test.book, { ...filter, kinds: [] })).toEqual({ total: 0, records: [] });
  });
});

describe('suggestions', () => {
  // Would catch: a word typed last that is not sought; an apostrophe, quote or NUL that breaks the statement.
  it('hold every word, in either language, whatever signs it has', async () => {
    await threat("L'Åse sa «nei»");
    await threat('Åse');
    const suggest = async (text: string) =>
      (await suggesterOf(test.book).suggest({ caseId, text, kinds: ['threat'], limit: 9 })).map(({ title }) => title);
    expect(await suggest('åse nei')).toEqual(["L'Åse sa «nei»"]);
    expect(await suggest("l'å")).toEqual(["L'Åse sa «nei»"]);
    expect(await suggest('åse ja')).toEqual([]);
    for (const text of ['"', '%', '_', '\u0000', '$.x', '🚓']) expect(await suggest(text)).toEqual([]);
    expect(await suggest('   ')).toHaveLength(2);
  });

  // Would catch: titles kept from before a rename, a strike, an undo; a new record that is not found; another case's.
  it('follow every change, and begin with what begins so, then persons and places, then the newest', async () => {
    const suggest = async (text: string, limit = 9) =>
      (await suggesterOf(test.book).suggest({ caseId, text, kinds: ['threat', 'person', 'note'], limit })).map(
        ({ title }) => title,
      );
    expect(await suggest('lind')).toEqual([]);
    const old = await threat('Lind ble truet');
    test.advance(MINUTE_MS);
    await threat('Truet Lind igjen');
    await test.book.command('test', (tx) => tx.insert('person', { name: 'Per Lind' }));
    expect(await suggest('lind')).toEqual(['Lind ble truet', 'Per Lind', 'Truet Lind igjen']);
    expect(await suggest('lind', 1)).toEqual(['Lind ble truet']);
    await test.book.command('test', (tx) => tx.update('threat', old, { text: 'Rogn ble truet' }));
    expect(await suggest('lind')).toEqual(['Per Lind', 'Truet Lind igjen']);
    await test.book.undo();
    expect(await suggest('lind ble')).toEqual(['Lind ble truet']);
    await strike(old);
    expect(await suggest('lind ble')).toEqual([]);
    const other = await test.book.command('test', (tx) =>
      tx.insert('case', { name: 'Rogn', marking: 'fortrolig', status: 'open', zone: ZONE }),
    );
    const elsewhere = await suggesterOf(test.book).suggest({
      caseId: other.value.id,
      text: 'lind',
      kinds: ['threat', 'person'],
      limit: 9,
    });
    expect(elsewhere.map(({ title }) => title)).toEqual(['Per Lind']);
  });
});

describe('notes', () => {
  const note = async (heading: string, minute: number | null = null) =>
    (
      await test.book.command('test', (tx) =>
        tx.insert('note', { heading, happened: minute === null ? null : whenAtMinute(minute, ZONE) }, { caseId }),
      )
    ).value.id;

  // Would catch: a note under the heading it had before it was typed over; a struck note; the oldest first.
  it('are listed by what they are called now, newest first', async () => {
    const old = await note('Gammel', 1);
    test.advance(MINUTE_MS);
    const a = await note('A');
    test.advance(MINUTE_MS);
    await note('B');
    await strike(await note('Strøket'));
    await test.book.saveDraft({ noteId: a, heading: 'A skrevet om', document: '', text: '', at: 1, person: 'x' });
    await test.book.saveDraft({ noteId: old, heading: '', document: '', text: 'x', at: 1, person: 'x' });
    expect((await readNotes(test.book, caseId, false)).map(({ title, hasDraft }) => [title, hasDraft])).toEqual([
      ['B', 0],
      ['A skrevet om', 1],
      ['Gammel', 1],
    ]);
    expect((await readNotes(test.book, caseId, true)).map(({ title }) => title)).toContain('Strøket');
  });

  // Would catch: a version that was taken back and is gone from the list, or told as if it stood; a number used twice.
  it('have every version, and which of them were undone', async () => {
    const id = await note('1');
    const update = (heading: string) => test.book.command('test', (tx) => tx.update('note', id, { heading }));
    await update('2');
    await update('3');
    const versions = async () => (await readVersions(test.book, id)).map(({ version }) => version);
    expect(await versions()).toEqual([1, 2, 3]);
    await test.book.undo();
    expect(await versions()).toEqual([1, 2, 3, 4]);
    await update('3 igjen');
    expect(await versions()).toEqual([1, 2, 3, 4, 5]);
    expect((await readVersions(test.book, id)).map(({ undone }) => undone)).toEqual([false, false, true, false, false]);
    expect(await readVersions(test.book, newRecordId())).toEqual([]);
  });
});

// Would catch: a child or a threat actor named as whom the board protects, one who was struck, a case that is closed.
it('names the protected persons of open cases, in the order of their entry', async () => {
  const { value } = await test.book.command('test', async (tx) => {
    const closed = await tx.insert('case', { name: 'Berg', marking: 'fortrolig', status: 'closed', zone: ZONE });
    const part = async (name: string, role: 'protected' | 'child' | 'threat_actor', of: RecordId) => {
      const { id } = await tx.insert('person', { name });
      return (await tx.insert('case_person', { personId: id, role }, { caseId: of })).id;
    };
    await part('Siv', 'protected', caseId);
    await part('Anne', 'protected', caseId);
    await part('Barn', 'child', caseId);
    await part('Han', 'threat_actor', caseId);
    await part('Liv', 'protected', closed.id);
    return part('Borte', 'protected', caseId);
  });
  await strike(value);
  expect([...(await readProtectedPersons(test.book))]).toEqual([[caseId, ['Siv', 'Anne']]]);
});
