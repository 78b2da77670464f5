import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchOptions } from '#db/book.ts';
import { spellingsOf } from '#db/search/fold.ts';
import { EMPTY_DOCUMENT, type GradeMark, type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import { whenOf } from '#model/when.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';

let test: TestBook;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestBook();
  caseId = await newCase('Lind');
});
afterEach(() => test.remove());

const newCase = async (name: string) =>
  (
    await test.book.command('case.create', (tx) =>
      tx.insert('case', { name, marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' }),
    )
  ).value.id;
const add = async (text: string, more: Record<string, unknown> = {}, of = caseId) =>
  (await test.book.command('add', (tx) => tx.insert('incident', { text, ...more }, { caseId: of }))).value.id;
const change = (id: RecordId, text: string | null) =>
  test.book.command('change', (tx) => tx.update('incident', id, { text }));
const titles = async (query: string, options: SearchOptions = {}) =>
  (await test.book.search(query, options)).map(({ title }) => title);
const day = (date: string) => whenOf(date, '', 'day', 'Europe/Oslo');
const marked = async (query: string) =>
  (await test.book.search(query)).map(({ excerpt, marks }) => marks.map(({ from, to }) => excerpt.slice(from, to)));

describe('a word within a longer one', () => {
  // Would catch: a compound that is found by its beginning only, or marked as a whole.
  it('is found, after words that begin with it, and marked where it stands', async () => {
    await add('Besøksforbudet ble brutt');
    await add('Forbud forkynt');
    await add('forbudt område');
    expect(await titles('forbud')).toEqual(['Forbud forkynt', 'forbudt område', 'Besøksforbudet ble brutt']);
    expect(await marked('forbud')).toEqual([['Forbud'], ['forbud'], ['forbud']]);
    expect((await test.book.search('forbud')).map(({ exact }) => exact)).toEqual([true, true, false]);
  });

  // Would catch: a part looked for in one spelling only; a mark beside the letters it means.
  it.each([
    ['søksforbud', 'søksforbud'],
    ['soksforbud', 'søksforbud'],
    ['soeksforbud', 'søksforbud'],
    ['BUDET', 'budet'],
  ])('is found as %s', async (query, mark) => {
    await add('Besøksforbudet ble brutt');
    expect(await marked(query)).toEqual([[mark]]);
  });

  // Would catch: what was meant word for word, or two letters, found within everything.
  it('is not looked for in quotes, nor by two letters', async () => {
    await add('Besøksforbudet ble brutt');
    expect(await titles('"forbud"')).toEqual([]);
    expect(await titles('fo')).toEqual([]);
  });

  // Would catch: parts that loosen the other words of the search.
  it('is one of the words that must all be there', async () => {
    await add('Besøksforbudet ble brutt i Bergen');
    await add('Besøksforbudet gjelder i Oslo');
    expect(await titles('forbud bergen')).toEqual(['Besøksforbudet ble brutt i Bergen']);
    expect(await titles('forbud gjeld')).toEqual(['Besøksforbudet gjelder i Oslo']);
    expect(await titles('forbud stavanger')).toEqual([]);
  });

  // Would catch: a word list that gives away what the index itself keeps silent about.
  it('is never part of what is withheld, struck or undone', async () => {
    await test.book.command('add', async (tx) => {
      await tx.insert('place', { label: 'Tilflukt', address: 'Hemmeligveien 4', protection: 'strengt_fortrolig' });
    });
    const struck = await add('Nabovarselet kom');
    await test.book.command('strike', (tx) => tx.remove(struck, 'feil'));
    await add('Falskmeldingen kom');
    await test.book.undo();
    for (const query of ['ligveien', 'varsel', 'meldingen']) expect(await titles(query)).toEqual([]);
    const words = await test.book.all('SELECT word FROM search_word WHERE word GLOB ?', ['*ligveien*']);
    expect(words).toEqual([]);
  });

  // Would catch: any difference from looking at every word of every text.
  it('is found exactly where a look at every word finds it', async () => {
    const word = fc.constantFrom(
      'besøksforbud',
      'forbudet',
      'kontaktforbud',
      'døra',
      'bakdøra',
      'nabo',
      'naboens',
      'Åse',
    );
    const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    const query = fc.constantFrom(
      'forbud',
      'dør',
      'dor',
      'doer',
      'abo',
      'søk',
      'sok',
      'ase',
      'kontaktf',
      'budet',
      'ens',
    );
    await fc.assert(
      fc.asyncProperty(texts, query, async (many, sought) => {
        const own = await newCase('egen');
        const ids = [];
        for (const words of many) ids.push(await add(words.join(' '), {}, own));
        const holds = (one: string) =>
          [one.toLowerCase(), ...spellingsOf(one).map(({ text }) => text)].some((spelling) =>
            [sought, ...spellingsOf(sought).map(({ text }) => text)].some((part) => spelling.includes(part)),
          );
        const expected = ids.filter((_, index) => many[index]?.some(holds));
        const found = (await test.book.search(sought, { caseId: own })).map(({ id }) => id);
        expect([...found].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe('a search that is narrowed', () => {
  // Would catch: a filter that lets another case, kind or time through, or leaves out what has no time.
  it('keeps to case, kind, period and author', async () => {
    const other = await newCase('Rogn');
    await add('ringte i mars', { happened: day('2026-03-02') });
    await add('ringte i april', { happened: day('2026-04-02') });
    await add('ringte uten tid');
    await add('ringte i annen sak', {}, other);
    await test.book.command('add', (tx) => tx.insert('threat', { text: 'ringte og truet' }, { caseId }));
    await test.reopen({ person: 'Vik' });
    await add('ringte Vik');
    expect(await titles('ringte', { caseId: other })).toEqual(['ringte i annen sak']);
    expect(await titles('ringte', { kinds: ['threat'] })).toEqual(['ringte og truet']);
    expect(await titles('ringte', { author: 'Vik' })).toEqual(['ringte Vik']);
    const at = (date: string) => Date.parse(`${date}T00:00:00+02:00`);
    expect(await titles('ringte', { fromAt: at('2026-04-01'), toAt: at('2026-05-01') })).toEqual(['ringte i april']);
    // The test's clock stands in March: what says no time lies there, at its entry.
    expect((await titles('ringte', { caseId, kinds: ['incident'], toAt: at('2026-04-01') })).sort()).toEqual([
      'ringte Vik',
      'ringte i mars',
      'ringte uten tid',
    ]);
  });

  // Would catch: a reference or a link to a person that the filter does not know.
  it('keeps to a person: named in a field, linked to, or the record itself', async () => {
    const { value: ids } = await test.book.command('add', async (tx) => {
      const person = await tx.insert('person', { name: 'Møller ringte' });
      const linked = await tx.insert('note', { text: 'ringte, se notat' }, { caseId });
      await tx.insert('link', { fromId: linked.id, toId: person.id, type: 'describes' }, { caseId });
      return { person: person.id };
    });
    await add('ringte selv', { actorId: ids.person });
    await add('ringte, en annen');
    expect((await titles('ringte', { personId: ids.person })).sort()).toEqual([
      'Møller ringte',
      'ringte selv',
      'ringte, se notat',
    ]);
  });

  // Would catch: notes that spoke of her once, before the mention was taken out or struck, told as being about her.
  it('follows no link that was struck', async () => {
    const { value: ids } = await test.book.command('add', async (tx) => {
      const person = await tx.insert('person', { name: 'Møller' });
      const note = await tx.insert('note', { text: 'ringte, se notat' }, { caseId });
      const link = await tx.insert('link', { fromId: note.id, toId: person.id, type: 'mentions' }, { caseId });
      return { person: person.id, link: link.id };
    });
    expect(await titles('ringte', { personId: ids.person })).toEqual(['ringte, se notat']);
    await test.book.command('strike', (tx) => tx.remove(ids.link, 'tatt ut'));
    expect(await titles('ringte', { personId: ids.person })).toEqual([]);
    await test.book.undo();
    expect(await titles('ringte', { personId: ids.person })).toEqual(['ringte, se notat']);
  });

  // Would catch: a note found twice, by its own words and by those of each link in it; a name of a saved view.
  it('finds no record that has no page of its own to open', async () => {
    await test.book.command('add', async (tx) => {
      const note = await tx.insert('note', { text: 'sto ved bakdøra' }, { caseId });
      const threat = await tx.insert('threat', { text: 'truet' }, { caseId });
      const ends = { fromId: note.id, toId: threat.id, excerpt: 'ved bakdøra' };
      await tx.insert('link', { ...ends, type: 'describes' }, { caseId });
      await tx.insert('saved_view', { name: 'bakdøra', page: 'board', filter: 'a=b' });
    });
    expect(await titles('bakdøra', { old: true })).toEqual(['sto ved bakdøra']);
  });

  // Would catch: a grade read from words that were typed like one, or of a criminal case; an assessment told as a fact.
  it('keeps to notes with a statement graded so', async () => {
    await test.book.command('add', async (tx) => {
      const add = (heading: string, grade: GradeMark, more = {}) => {
        const content = [{ type: 'text', text: 'så bilen ' } as const, grade];
        const document: NoteDocument = { version: 1, blocks: [{ type: 'paragraph', content }] };
        const values = { heading, text: documentText(document), document: serializeDocument(document), ...more };
        return tx.insert('note', { ...values, documentVersion: 1 }, { caseId });
      };
      const first = { type: 'grade', source: '1', information: 'A', handling: 'C', basis: 'fact' } as const;
      await add('første', first);
      // As it was written before the text told it from a fact.
      const older = { text: 'så bilen [2-B-P]' };
      await add('andre', { ...first, source: '2', information: 'B', handling: 'P', basis: 'assessment' }, older);
      await add('straffesak', first, { criminalCase: true });
      const typed: NoteDocument = {
        version: 1,
        blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'så bilen [1-A-C]' }] }],
      };
      const values = { text: documentText(typed), document: serializeDocument(typed), documentVersion: 1 };
      await tx.insert('note', { heading: 'tredje', ...values }, { caseId });
      // Brought in as plain text: nobody graded it here. And one whose document is no whole document any more.
      await tx.insert('note', { heading: 'fjerde', text: 'så bilen [1-A-C]' }, { caseId });
      const cut = { text: 'så bilen [1-A-C]', document: '{"version":1,"blo', documentVersion: 1 };
      await tx.insert('note', { heading: 'femte', ...cut }, { caseId });
      // Written by a newer build: the grade that stands in a paragraph that is known is one all the same.
      const newer = {
        version: 2,
        blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'så bilen ' }, first] }],
      };
      const later = { text: 'så bilen [1-A-C]', document: JSON.stringify(newer), documentVersion: 2 };
      await tx.insert('note', { heading: 'sjette', ...later }, { caseId });
    });
    const grades = new Map((await test.book.search('bilen')).map(({ title, grade }) => [title, grade]));
    expect(Object.fromEntries(grades)).toEqual({
      første: '1-A-C',
      andre: '2-B-P vurdering',
      straffesak: null,
      tredje: null,
      fjerde: null,
      femte: null,
      sjette: '1-A-C',
    });
    expect(await titles('bilen', { grading: { basis: 'assessment' } })).toEqual(['andre']);
    expect(await titles('bilen', { grading: { source: '1', basis: 'assessment' } })).toEqual([]);
    expect((await titles('bilen', { grading: { source: '1', information: 'A', handling: 'C' } })).sort()).toEqual([
      'første',
      'sjette',
    ]);
    expect(await titles('bilen', { grading: { handling: 'P' } })).toEqual(['andre']);
    expect((await titles('bilen', { grading: {} })).sort()).toEqual(['andre', 'første', 'sjette']);
  });
});

describe('a grade', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  const grade = (handling: 'P' | 'C') =>
    ({ type: 'grade', source: '1', information: 'A', handling, basis: 'fact' }) as const;
  const note = async (blocks: readonly unknown[]) => {
    const document = { version: 1, blocks } as NoteDocument;
    const values = { document: serializeDocument(document), documentVersion: 1, text: documentText(document) };
    return (await test.book.command('add', (tx) => tx.insert('note', values, { caseId }))).value.id;
  };
  const grades = async (query: string, options: SearchOptions = {}) =>
    (await test.book.search(query, options)).map((hit) => hit.grade);

  // Would catch: a grade of the next cell, or of the block after; one that a soft break hides from its own statement.
  it('belongs to its own statement: over a soft break, not over a cell, a block or the grade before', async () => {
    const cell = (...content: unknown[]) => ({ type: 'cell', content });
    await note([
      { type: 'paragraph', content: [text('bilen sto der'), { type: 'break' }, text('hele natten '), grade('C')] },
      { type: 'paragraph', content: [text('naboen så ham '), grade('P'), text(' og ringte')] },
      {
        type: 'table',
        header: false,
        content: [{ type: 'row', content: [cell(text('kniven')), cell(text('funnet '), grade('P'))] }],
      },
    ]);
    expect(await grades('bilen')).toEqual(['1-A-C']);
    expect(await grades('naboen')).toEqual(['1-A-P']);
    expect(await grades('ringte')).toEqual([null]);
    expect(await grades('kniven')).toEqual([null]);
    expect(await grades('funnet')).toEqual(['1-A-P']);
  });

  // Would catch: a note that is found for its C statements by a word that stands in one graded P.
  it('that is asked for is the grade of what was found', async () => {
    const id = await note([
      { type: 'paragraph', content: [text('Vik solgte bilen '), grade('P'), text(' til en nabo '), grade('C')] },
    ]);
    const asked = { grading: { handling: 'C' } } as const;
    expect(await titles('bilen', asked)).toEqual([]);
    expect(await test.book.search('nabo', asked)).toMatchObject([{ id, grade: '1-A-C', excerpt: 'til en nabo' }]);
    expect(await test.book.search('', asked)).toMatchObject([{ id, grade: '1-A-C' }]);
  });

  // Would catch: a grade in what a note said once, told after the note was taken into a criminal case.
  it('of an older text is not told once the note belongs to a criminal case', async () => {
    const id = await note([{ type: 'paragraph', content: [text('Vik solgte bilen '), grade('P')] }]);
    const later = { document: serializeDocument(EMPTY_DOCUMENT), text: null };
    await test.book.command('later', (tx) => tx.update('note', id, later));
    expect(await grades('bilen', { old: true })).toEqual(['1-A-P']);
    await test.book.command('take', (tx) => tx.update('note', id, { criminalCase: true }));
    expect(await grades('bilen', { old: true })).toEqual([null]);
    expect(await grades('bilen', { old: true, grading: { handling: 'P' } })).toEqual([]);
  });
});

describe('filters without words', () => {
  // Would catch: a question without words that finds nothing, struck records or parts that nobody searches for.
  it('list what they leave, the newest first', async () => {
    await add('i mars', { happened: day('2026-03-02') });
    await add('i april', { happened: day('2026-04-02') });
    const struck = await add('feil', { happened: day('2026-04-03') });
    await test.book.command('strike', (tx) => tx.remove(struck, 'feil'));
    expect(await titles('', { kinds: ['incident'] })).toEqual(['i april', 'i mars']);
    expect(await titles(' ', { kinds: ['incident'], limit: 1 })).toEqual(['i april']);
    expect(await titles('', { old: true })).toEqual([]);
    expect(await titles('')).toEqual([]);
  });
});

describe('a plate and a number', () => {
  // Would catch: a car that is found only as the witness happened to space it.
  it.each([
    ['AB 12 345', 'ab12345'],
    ['AB12345', 'AB 12 345'],
    ['ABC 123', 'abc123'],
    ['ABC123', 'ABC 123'],
    ['912  34 567', '91234567'],
    ['91234567', '912 - 34 567'],
  ])('%s is found as %s', async (written, asked) => {
    await add(`Så ${written} ved porten`);
    expect(await titles(asked)).toEqual([`Så ${written} ved porten`]);
  });

  // Would catch: another car with the same figures.
  it('is not found by its figures with other letters', async () => {
    await add('Så CD 12 345 ved porten');
    expect(await titles('AB 12 345')).toEqual([]);
    expect(await titles('12345')).toEqual(['Så CD 12 345 ved porten']);
  });
});

describe('a search in what stands no more', () => {
  // Would catch: an old text told as one of now, or found without being asked for.
  it('finds the text that was replaced, with when and by whom, after what stands now', async () => {
    const id = await add('Han sto ved porten');
    test.advance(60_000);
    await change(id, 'Han sto ved skolen');
    await add('Porten var åpen');
    expect(await titles('porten')).toEqual(['Porten var åpen']);
    const hits = await test.book.search('porten', { old: true });
    expect(hits).toMatchObject([
      { title: 'Porten var åpen', replaced: null },
      { id, title: 'Han sto ved skolen', excerpt: 'Han sto ved porten', replaced: { person: 'Test Person' } },
    ]);
    expect(hits[1]?.marks).toEqual([{ from: 12, to: 18 }]);
  });

  // Would catch: one record several times; another spelling that is not found in old texts; filters that do not hold.
  it('finds a record once, in any spelling, within the filters', async () => {
    const id = await add('bakdøra sto åpen');
    for (const text of ['bakdøra var lukket', 'bakdøra igjen', 'ferdig']) await change(id, text);
    expect((await test.book.search('bakdora', { old: true })).map((hit) => hit.excerpt)).toEqual(['bakdøra igjen']);
    expect(await titles('bakdøra', { old: true, kinds: ['threat'] })).toEqual([]);
    expect(await titles('bakdøra', { old: true, caseId: await newCase('Rogn') })).toEqual([]);
  });

  // Would catch: a record that nobody finds again once it was struck; one that is told as if it still counted.
  it('finds struck records by their last text, and says when they were struck', async () => {
    const id = await add('Han sto ved porten');
    await change(id, 'Han sto ved bakdøra');
    test.advance(60_000);
    await test.book.command('strike', (tx) => tx.remove(id, 'feil sak'));
    expect(await titles('bakdøra')).toEqual([]);
    expect(await test.book.search('bakdora', { old: true })).toMatchObject([
      { id, excerpt: 'Han sto ved bakdøra', replaced: { person: 'Test Person', isStruck: true } },
    ]);
    expect(await test.book.search('porten', { old: true })).toMatchObject([{ id, replaced: { isStruck: false } }]);
    expect(await titles('bakdora', { old: true, kinds: ['threat'] })).toEqual([]);
  });

  // Would catch: words far apart in a long old text, each of which is there.
  it('finds words that stand far from each other', async () => {
    const id = await add(`bakdøra ${'og så videre '.repeat(40)} kniv`);
    await change(id, 'ferdig');
    expect((await test.book.search('bakdøra kniv', { old: true })).map((hit) => hit.id)).toEqual([id]);
  });

  // Would catch: an address found by a search in the past because it was not yet protected then.
  it('never looks at a field that can be withheld', async () => {
    const { value: place } = await test.book.command('add', (tx) =>
      tx.insert('place', { label: 'Hjem', address: 'Gamleveien 7', protection: 'none' }),
    );
    const update = (patch: Record<string, unknown>) =>
      test.book.command('change', (tx) => tx.update('place', place.id, patch));
    await update({ address: 'Nyveien 1' });
    await update({ protection: 'strengt_fortrolig' });
    expect(await titles('Gamleveien', { old: true })).toEqual([]);
    expect(await titles('Nyveien', { old: true })).toEqual([]);
    await test.book.command('strike', (tx) => tx.remove(place.id, 'feil'));
    expect(await titles('Nyveien', { old: true })).toEqual([]);
  });
});
