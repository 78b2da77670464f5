import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteHandlers } from '#main/services/note.ts';
import { recordHandlers } from '#main/services/record.ts';
import { type Mention, type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test_: TestContext;
let caseId: RecordId;
let lind: RecordId;
let breach: RecordId;

beforeEach(async () => {
  test_ = await openTestContext();
  const { value } = await test_.book.command('test.begin', async (tx) => {
    const { id } = await tx.insert('case', {
      name: 'Lind',
      marking: 'fortrolig',
      status: 'open',
      zone: 'Europe/Oslo',
    });
    const person = await tx.insert('person', { name: 'Lind' });
    const record = await tx.insert('breach', { text: 'Brudd 9, oppmøte ved bolig' }, { caseId: id });
    return { id, person: person.id, breach: record.id };
  });
  caseId = value.id;
  lind = value.person;
  breach = value.breach;
});
afterEach(() => test_.remove());

const mention = (to: RecordId, link: Mention['link'] = 'mentions', label = 'Lind'): Mention => ({
  type: 'mention',
  to,
  kind: to === lind ? 'person' : 'breach',
  label,
  link,
});

function documentOf(...content: (string | Mention)[]): NoteDocument {
  return {
    version: 1,
    blocks: [
      {
        type: 'paragraph',
        content: content.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
      },
    ],
  };
}

function commit(id: RecordId, document: NoteDocument, heading = 'Samtale') {
  return noteHandlers['note.commit'](test_.context, {
    id,
    heading,
    document: serializeDocument(document),
  });
}

const create = async () => (await noteHandlers['note.create'](test_.context, { caseId, heading: '' })).id;
const open = (id: RecordId) => noteHandlers['note.open'](test_.context, { id });
const logLength = async () => (await test_.book.log({ limit: 500 })).length;
const backlinks = (id: RecordId) => recordHandlers['record.backlinks'](test_.context, { id, offset: 0, limit: 50 });

test('a version holds heading, document, plain text and links, and takes the draft away in the same step', async () => {
  const id = await create();
  const document = documentOf('Snakket med ', mention(lind), ' etter ', mention(breach, 'evidence_for', 'brudd 9'));
  const json = serializeDocument(document);
  await noteHandlers['note.save_draft'](test_.context, { id, heading: 'S', document: json, text: 'Snakket' });
  expect((await open(id)).draft).toMatchObject({ heading: 'S', document: json, text: 'Snakket' });

  expect(await commit(id, document)).toEqual({ version: 2 });
  const { note, draft } = await open(id);
  expect(draft).toBeNull();
  expect(note.title).toBe('Samtale');
  expect(note.values).toMatchObject({
    heading: 'Samtale',
    document: json,
    documentVersion: 1,
    text: 'Snakket med @Lind etter @brudd 9',
  });
  expect((await backlinks(lind)).links).toMatchObject([{ type: 'mentions', from: { id, title: 'Samtale' } }]);
  expect((await backlinks(breach)).links).toMatchObject([
    { type: 'evidence_for', excerpt: 'Snakket med Lind etter brudd 9' },
  ]);
});

test('a draft is kept without a line in the log and without an event, and is found after the book was closed', async () => {
  const id = await create();
  const before = await logLength();
  const seen: unknown[] = [];
  test_.book.onChange((event) => seen.push(event));
  const document = serializeDocument(documentOf('Halvveis'));
  const { at } = await noteHandlers['note.save_draft'](test_.context, { id, heading: '', document, text: 'Halvveis' });
  await noteHandlers['note.save_draft'](test_.context, { id, heading: 'H', document, text: 'Halvveis' });
  expect(await logLength()).toBe(before);
  expect(seen).toEqual([]);
  const book = await test_.reopen();
  const draft = await book.findDraft(id);
  expect(draft).toMatchObject({ heading: 'H', document, person: 'Fjære' });
  expect(draft?.at).toBeGreaterThanOrEqual(at);
});

test('committing what is there already makes no version and no line in the log', async () => {
  const id = await create();
  const document = documentOf('Samme');
  await commit(id, document);
  const before = await logLength();
  expect(await commit(id, document)).toEqual({ version: 2 });
  expect(await logLength()).toBe(before);
});

test('a mention that stays keeps its link, one that is gone is struck, one that comes back is the same link again', async () => {
  const id = await create();
  await commit(id, documentOf(mention(lind), ' og ', mention(breach)));
  const [first] = (await backlinks(lind)).links;
  await commit(id, documentOf(mention(lind), ' og'));
  expect((await backlinks(lind)).links[0]).toMatchObject({ linkId: first?.linkId, excerpt: 'Lind og' });
  expect((await backlinks(breach)).total).toBe(0);
  const struck = await test_.book.list('link', { caseId, struck: true });
  expect(struck.filter((link) => link.struckAt !== null)).toHaveLength(1);

  await commit(id, documentOf(mention(lind), ' og ', mention(breach)));
  const [again] = (await backlinks(breach)).links;
  expect(again?.linkId).toBe(struck.find((link) => link.struckAt !== null)?.id);
  expect(await test_.book.list('link', { caseId, struck: true })).toHaveLength(2);
});

test('another type of link to the same record is another link', async () => {
  const id = await create();
  await commit(id, documentOf(mention(breach)));
  await commit(id, documentOf(mention(breach, 'contradicts')));
  expect((await backlinks(breach)).links.map((link) => link.type)).toEqual(['contradicts']);
});

test('links hold the record, not its name: they stay right when it is renamed, struck and restored', async () => {
  const id = await create();
  const document = documentOf('Se ', mention(breach, 'describes', 'brudd 9'));
  await commit(id, document);
  await recordHandlers['record.update'](test_.context, { id: breach, patch: { text: 'Brudd 9, omgjort' } });
  await recordHandlers['record.strike'](test_.context, { id: breach, reason: 'Gjaldt en annen sak' });
  expect((await backlinks(breach)).links).toMatchObject([{ type: 'describes', from: { id } }]);
  // Writing on in a note that mentions a struck record leaves the link alone.
  await commit(id, documentOf('Se også ', mention(breach, 'describes', 'brudd 9')));
  expect((await backlinks(breach)).total).toBe(1);
  await recordHandlers['record.restore'](test_.context, { id: breach });
  expect((await backlinks(breach)).links).toMatchObject([{ excerpt: 'Se også brudd 9' }]);
});

test('a mention of what the book does not have, or of the note itself, makes no link and hinders no version', async () => {
  const id = await create();
  const nowhere = 'f'.repeat(32) as RecordId;
  expect(await commit(id, documentOf(mention(nowhere), mention(id), mention(lind)))).toEqual({ version: 2 });
  expect((await backlinks(lind)).total).toBe(1);
  expect((await backlinks(id)).total).toBe(0);
  expect(await test_.book.list('link', { caseId, struck: true })).toHaveLength(1);
});

test('undo takes text and links of a version back together, and what was typed since is still a draft', async () => {
  const id = await create();
  const first = documentOf('Først ', mention(lind));
  await commit(id, first);
  await commit(id, documentOf('Så ', mention(breach)));
  await noteHandlers['note.save_draft'](test_.context, { id, heading: 'x', document: '{}', text: '' });
  await test_.book.undo();
  const { note, draft } = await open(id);
  expect(note.values.document).toBe(serializeDocument(first));
  expect((await backlinks(lind)).total).toBe(1);
  expect((await backlinks(breach)).total).toBe(0);
  expect(draft?.heading).toBe('x');
});

// Would catch: a version that undo takes off the list, whose number the next one takes; a mark that redo leaves standing.
test('every version stays in the list, an undone one marked, and no number is used twice', async () => {
  const id = await create();
  await commit(id, documentOf('en'));
  await commit(id, documentOf('to'));
  await test_.book.undo();
  const versions = async () =>
    (await noteHandlers['note.versions'](test_.context, { id })).map(({ version, action, undone }) =>
      [version, action, ...(undone ? ['undone'] : [])].join(' '),
    );
  expect(await versions()).toEqual(['1 note.create', '2 note.commit', '3 note.commit undone', '4 undo']);
  await test_.book.redo();
  const redone = ['1 note.create', '2 note.commit', '3 note.commit', '4 undo undone', '5 redo'];
  expect(await versions()).toEqual(redone);
  expect(await commit(id, documentOf('tre'))).toEqual({ version: 6 });
  expect(await versions()).toEqual([...redone, '6 note.commit']);
  const said = async (version: number) => (await noteHandlers['note.version'](test_.context, { id, version })).text;
  expect(await Promise.all([2, 3, 4, 5, 6].map(said))).toEqual(['en', 'to', 'en', 'to', 'tre']);
  // Undone to before its creation and done again it has its versions still.
  for (let step = 0; step < 3; step += 1) await test_.book.undo();
  await expect(versions()).resolves.toHaveLength(9);
  await test_.book.undo();
  for (let step = 0; step < 4; step += 1) await test_.book.redo();
  const numbers = (await noteHandlers['note.versions'](test_.context, { id })).map(({ version }) => version);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(await said(numbers.at(-1) ?? 0)).toBe('tre');
});

test('a stored document this build does not understand is refused whatever asks, and not a byte of it changes', async () => {
  const strange = [
    '{"version":1,"blocks":[{"type":"table","rows":[["a"]]}]}',
    '{"version":2,"blocks":[]}',
    '{"version":1,"blocks":[{"type":"par',
  ];
  for (const document of strange) {
    const { value } = await test_.book.command('test.note', (tx) =>
      tx.insert('note', { heading: 'Fra nyere versjon', document, documentVersion: 2, text: 'a' }, { caseId }),
    );
    await expect(commit(value.id, documentOf('ny tekst'))).rejects.toMatchObject({ code: 'NOTE_NOT_UNDERSTOOD' });
    const rows = await test_.book.all<{ document: string; bytes: number }>(
      'SELECT document, length(CAST(document AS BLOB)) AS bytes FROM note WHERE id = ?',
      [value.id],
    );
    expect(rows).toEqual([{ document, bytes: Buffer.byteLength(document) }]);
    expect((await open(value.id)).note.version).toBe(1);
  }
});

test('a document that is not one of ours, or of another version, is not written', async () => {
  const id = await create();
  for (const document of [
    '{"version":1,"blocks":[{"type":"script"}]}',
    'not json',
    '{"version":2,"blocks":[]}',
    '{"version":1,"blocks":[],"addenda":[{"type":"addendum","by":"Fjære","at":1,"content":[]}]}',
  ]) {
    await expect(noteHandlers['note.commit'](test_.context, { id, heading: '', document })).rejects.toMatchObject({
      code: 'INVALID_VALUES',
    });
  }
  expect((await open(id)).note.version).toBe(1);
});

test('a struck note takes no version, and its draft stays', async () => {
  const id = await create();
  await noteHandlers['note.save_draft'](test_.context, { id, heading: 'd', document: '{}', text: '' });
  await recordHandlers['record.strike'](test_.context, { id, reason: 'Feil sak' });
  await expect(commit(id, documentOf('mer'))).rejects.toMatchObject({ code: 'STRUCK' });
  expect((await open(id)).draft?.heading).toBe('d');
});

test('what was typed in a note whose creation was undone meanwhile is kept and comes back with redo', async () => {
  const id = await create();
  await test_.book.undo();
  const document = serializeDocument(documentOf('skrevet'));
  await noteHandlers['note.save_draft'](test_.context, { id, heading: '', document, text: 'skrevet' });
  await expect(open(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await test_.book.redo();
  expect((await open(id)).draft?.document).toBe(document);
});

test('only notes are opened, committed and drafted through these routes', async () => {
  await expect(open(breach)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(commit(breach, documentOf('x'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(
    noteHandlers['note.save_draft'](test_.context, { id: breach, heading: '', document: '{}', text: '' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the list has drafts marked, finds capitals with æ, ø and å, leaves struck notes out, and is paged', async () => {
  const ids: RecordId[] = [];
  for (const heading of ['Åpning av saken', 'Samtale med søster', 'ØRSTA, møte']) {
    ids.push((await noteHandlers['note.create'](test_.context, { caseId, heading })).id);
  }
  const [first, second, third] = ids;
  if (!first || !second || !third) throw new Error('three notes');
  await noteHandlers['note.save_draft'](test_.context, { id: second, heading: '', document: '{}', text: '' });
  const list = (text: string, offset = 0, limit = 200, struck = false) =>
    noteHandlers['note.list'](test_.context, { caseId, text, struck, offset, limit });
  expect((await list('')).notes.map(({ id, hasDraft }) => [id, hasDraft])).toEqual([
    [third, false],
    [second, true],
    [first, false],
  ]);
  expect((await list('åpning')).notes.map((note) => note.id)).toEqual([first]);
  expect((await list('MØTE ørsta')).notes.map((note) => note.id)).toEqual([third]);
  // Would catch: a field that says it searches the notes, and looks at their headings alone.
  await commit(first, documentOf('Hun sto ved bakdøra'));
  expect((await list('bakdora')).notes.map((note) => note.id)).toEqual([first]);
  expect((await test_.book.useLog({ limit: 9 })).some(({ action }) => action === 'search')).toBe(true);
  expect(await list('', 1, 1)).toMatchObject({ all: 3, total: 3, notes: [{ id: second }] });
  await recordHandlers['record.strike'](test_.context, { id: third, reason: 'Feil' });
  expect(await list('')).toMatchObject({ all: 2, total: 2 });
  expect((await list('', 0, 200, true)).notes[0]).toMatchObject({ id: third, struckAt: expect.any(Number) });
});

test('a note of half a megabyte is a version like any other', async () => {
  const id = await create();
  const document: NoteDocument = {
    version: 1,
    blocks: Array.from({ length: 1_000 }, () => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'ord '.repeat(120) }, mention(lind)],
    })),
  };
  expect(await commit(id, document)).toEqual({ version: 2 });
  expect((await open(id)).note.values.text).toBe(documentText(document));
});

/** Another person at the same book. */
const vik = () => ({ ...test_.context, person: { ...test_.context.person, name: 'Vik' } });
const uses = async () => (await test_.book.useLog({ limit: 5 })).filter(({ action }) => action === 'draft');

// Would catch: what one person typed becoming another's version, or being written over, without anybody being asked.
test('a draft of another person is named, never written over, and a version only when somebody takes it over', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'Samtale' });
  const typed = serializeDocument(documentOf('Vik skrev dette'));
  const { at } = await noteHandlers['note.save_draft'](vik(), { id, heading: 'Viks', document: typed, text: 'Vik' });
  expect((await open(id)).draft).toMatchObject({ person: 'Vik' });
  const refused = { code: 'NOTE_DRAFT_OTHER', data: { person: 'Vik' } };
  const mine = { id, heading: '', document: serializeDocument(documentOf('Mitt')), text: 'Mitt' };
  await expect(noteHandlers['note.save_draft'](test_.context, mine)).rejects.toMatchObject(refused);
  await expect(commit(id, documentOf('Mitt'))).rejects.toMatchObject(refused);
  expect((await open(id)).draft?.document).toBe(typed);
  await expect(noteHandlers['note.take_draft'](test_.context, { id, at: at - 1 })).rejects.toMatchObject({
    code: 'NOTE_CHANGED',
  });
  expect(await uses()).toEqual([]);
  const { version } = await noteHandlers['note.take_draft'](test_.context, { id, at });
  const { note, draft } = await open(id);
  expect(note.values).toMatchObject({ heading: 'Viks', document: typed });
  expect(draft).toBeNull();
  const versions = await noteHandlers['note.versions'](test_.context, { id });
  expect(versions.at(-1)).toMatchObject({ version, action: 'note.take_draft' });
  expect(await uses()).toMatchObject([{ recordId: id, detail: 'taken Vik' }]);
  await commit(id, documentOf('Mitt'));
});

// Would catch: an addendum that changes hands when somebody else makes a version of it.
test('an addendum that another person was writing becomes a version as his, still unsigned', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'Samtale' });
  const document = documentOf('Hun ringte');
  const { version } = await commit(id, document);
  await noteHandlers['note.sign'](test_.context, { id, version });
  const content = documentOf('Halvveis').blocks;
  const addenda = [{ type: 'addendum' as const, by: 'Vik', at: 5, content }];
  const typed = serializeDocument({ ...document, addenda });
  const { at } = await noteHandlers['note.save_draft'](vik(), { id, heading: '', document: typed, text: '' });
  await noteHandlers['note.take_draft'](test_.context, { id, at });
  const { note } = await open(id);
  const [addendum] = JSON.parse(String(note.values.document)).addenda;
  expect(addendum).toMatchObject({ by: 'Vik', content });
  expect(addendum.signedAt).toBeUndefined();
});

// Would catch: an empty change of somebody's that shuts the note for all others; a draft thrown away without a line.
test('a draft that says what the version says stands in nobody\u2019s way, and one that is thrown away leaves a line', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'Samtale' });
  await commit(id, documentOf('Likt'));
  const same = { id, heading: 'Samtale', document: serializeDocument(documentOf('Likt')), text: 'Likt' };
  await noteHandlers['note.save_draft'](vik(), same);
  await noteHandlers['note.discard_draft'](test_.context, { id });
  await noteHandlers['note.save_draft'](vik(), same);
  await commit(id, documentOf('Mitt'));
  expect(await uses()).toEqual([]);
  await noteHandlers['note.save_draft'](vik(), same);
  await noteHandlers['note.discard_draft'](test_.context, { id });
  expect(await uses()).toMatchObject([{ detail: 'discarded Vik' }]);
});

// Would catch: text that was refused as a version and goes when an old one is taken up.
test('taking an old version up leaves a draft that was typed since', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'Samtale' });
  const { version } = await commit(id, documentOf('Først'));
  await commit(id, documentOf('Så'));
  const document = serializeDocument(documentOf('Typet'));
  await noteHandlers['note.save_draft'](test_.context, { id, heading: '', document, text: 'Typet' });
  await noteHandlers['note.restore_version'](test_.context, { id, version });
  const { note, draft } = await open(id);
  expect(note.values.text).toBe('Først');
  expect(draft?.document).toBe(document);
});

// Would catch: a comparison of versions that does not know what the note said of itself.
test('a version tells the details it had, also those that were changed before it', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'Samtale' });
  await recordHandlers['record.update'](test_.context, { id, patch: { placeText: 'Porten', criminalCase: true } });
  const { version } = await commit(id, documentOf('Tekst'));
  await recordHandlers['record.update'](test_.context, { id, patch: { placeText: 'Skolen' } });
  const at = (number: number) => noteHandlers['note.version'](test_.context, { id, version: number });
  const { facts } = await at(version);
  expect(facts).toMatchObject({ placeText: 'Porten', criminalCase: true });
  expect(Object.keys(facts)).not.toContain('document');
  expect((await at(version + 1)).facts).toMatchObject({ placeText: 'Skolen', criminalCase: true });
});
