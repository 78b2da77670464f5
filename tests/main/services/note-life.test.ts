import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteHandlers } from '#main/services/note.ts';
import { recordHandlers } from '#main/services/record.ts';
import { type Addendum, type Inline, type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { understoodDocument } from '#model/document/parse.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test_: TestContext;
let caseId: RecordId;
let lind: RecordId;

beforeEach(async () => {
  test_ = await openTestContext();
  const { value } = await test_.book.command('test.begin', async (tx) => {
    const { id } = await tx.insert('case', {
      name: 'Lind',
      marking: 'fortrolig',
      status: 'open',
      zone: 'Europe/Oslo',
    });
    return { id, person: (await tx.insert('person', { name: 'Lind' })).id };
  });
  caseId = value.id;
  lind = value.person;
});
afterEach(() => test_.remove());

const words = (text: string): Inline => ({ type: 'text', text });
const documentOf = (...content: Inline[]): NoteDocument => ({
  version: 1,
  blocks: [{ type: 'paragraph', content }],
});
const struck = (text: string, reason = 'gjaldt en annen bil'): Inline => ({
  type: 'struck',
  by: 'somebody',
  at: 1,
  reason,
  content: [{ type: 'text', text }],
});
const commit = (id: RecordId, document: NoteDocument, heading = 'Samtale') =>
  noteHandlers['note.commit'](test_.context, { id, heading, document: serializeDocument(document) });
const strike = (id: RecordId, document: NoteDocument) =>
  noteHandlers['note.strike_text'](test_.context, { id, heading: '', document: serializeDocument(document) });
const record = async (id: RecordId) => (await noteHandlers['note.open'](test_.context, { id })).note;
const stored = async (id: RecordId) => understoodDocument(String((await record(id)).values.document));
const sign = async (id: RecordId) =>
  noteHandlers['note.sign'](test_.context, { id, version: (await record(id)).version });

async function signed(...content: Inline[]): Promise<RecordId> {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: '' });
  await commit(id, documentOf(...content));
  await sign(id);
  return id;
}

// Would catch: a signature without its signer or time, one that can be put twice, or one that undo takes away.
test('a signature says who and when, is put once, and neither it nor what was done before it can be undone', async () => {
  const id = await signed(words('Hun sa det.'));
  const note = await record(id);
  expect(note.values).toMatchObject({ signedBy: 'Fjære' });
  expect(note.values.signedAt).toBe(note.changedAt);
  await expect(sign(id)).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  expect(test_.book.history()).toEqual({ undo: null, redo: null });
  const [entry] = await test_.book.log({ limit: 1 });
  expect(entry?.action).toBe('note.sign');
});

// Would catch: signing a text that somebody changed after it was read, or nothing at all.
test('a signature goes under the version that was read, and never under an empty note', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'Tomt' });
  await expect(sign(id)).rejects.toMatchObject({ code: 'INVALID_VALUES' });
  await commit(id, documentOf(words('a')));
  await expect(noteHandlers['note.sign'](test_.context, { id, version: 1 })).rejects.toMatchObject({
    code: 'NOTE_CHANGED',
  });
  expect((await record(id)).values.signedAt).toBeNull();
});

// Would catch: any way round strike-only, by the note's own routes or by the general ones.
test('nothing of a signed note can be rewritten: not its text, heading or facts, and no old version restored', async () => {
  const id = await signed(words('Hun sa det.'));
  const before = (await record(id)).values;
  for (const document of [
    documentOf(words('Hun sa ikke det.')),
    documentOf(),
    documentOf({ type: 'text', text: 'Hun sa det.', marks: ['strike'] }),
    { version: 1, blocks: [{ type: 'quote', content: [words('Hun sa det.')] }] } as NoteDocument,
    {
      version: 1,
      blocks: [...documentOf(words('Hun sa det.')).blocks, ...documentOf(words('Mer.')).blocks],
    } as NoteDocument,
  ]) {
    await expect(commit(id, document)).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  }
  const update = (patch: Record<string, unknown>) => recordHandlers['record.update'](test_.context, { id, patch });
  await expect(update({ heading: 'Annen' })).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  await expect(update({ placeText: 'Annet sted' })).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  await expect(update({ signedAt: null })).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  await expect(noteHandlers['note.restore_version'](test_.context, { id, version: 1 })).rejects.toMatchObject({
    code: 'NOTE_SIGNED',
  });
  // A heading that comes along with the same text changes nothing.
  await commit(id, documentOf(words('Hun sa det.')), 'Annen');
  expect((await record(id)).values).toEqual(before);
});

// Would catch: a note that is signed through the general route, which signs nothing.
test('no route but signing signs', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'a' });
  await expect(
    recordHandlers['record.update'](test_.context, { id, patch: { signedAt: 1, signedBy: 'Myr' } }),
  ).rejects.toMatchObject({ code: 'INVALID_VALUES' });
});

// Would catch: a strike that loses the words, its reason or who struck; one that lies about either; one taken back.
test('struck words stay readable with reason, who and when, and cannot be unstruck or struck anew', async () => {
  const id = await signed(words('Hun kom kl. 10. Bilen var grå.'));
  await strike(id, documentOf(words('Hun kom kl. 10. '), struck('Bilen var grå.')));
  const [block] = (await stored(id))?.blocks ?? [];
  const now = (await record(id)).changedAt;
  expect(block).toMatchObject({
    content: [
      { text: 'Hun kom kl. 10. ' },
      { type: 'struck', by: 'Fjære', at: now, reason: 'gjaldt en annen bil', content: [{ text: 'Bilen var grå.' }] },
    ],
  });
  expect((await record(id)).values.text).toBe('Hun kom kl. 10. [[Bilen var grå.]]');
  await expect(commit(id, documentOf(words('Hun kom kl. 10. Bilen var grå.')))).rejects.toMatchObject({
    code: 'NOTE_SIGNED',
  });
  // The strike that was sent is not the one that is stored: a second one over the same words is refused.
  await expect(
    strike(id, documentOf(words('Hun kom kl. 10. '), struck('Bilen var grå.', 'annen grunn'))),
  ).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  const [entry] = await test_.book.log({ limit: 1 });
  expect(entry?.action).toBe('note.strike_text');
});

// Would catch: a struck sentence that goes on being evidence.
test('a mention in struck words links to nothing any more', async () => {
  const mention: Inline = { type: 'mention', to: lind, kind: 'person', label: 'Lind', link: 'evidence_for' };
  const id = await signed(words('Så '), mention);
  const links = () => recordHandlers['record.backlinks'](test_.context, { id: lind, offset: 0, limit: 10 });
  expect((await links()).total).toBe(1);
  await strike(
    id,
    documentOf(words('Så '), { type: 'struck', by: 'x', at: 1, reason: 'feil person', content: [mention] }),
  );
  expect((await links()).total).toBe(0);
});

const addendum = (text: string, by = 'Fjære', at = 5): Addendum => ({
  type: 'addendum',
  by,
  at,
  content: [{ type: 'paragraph', content: [words(text)] }],
});
const withAddenda = (...addenda: Addendum[]): NoteDocument => ({ ...documentOf(words('Hun sa det.')), addenda });

// Would catch: an addendum under another's name, two open ones, one that changes after it is signed.
test('an addendum is written by one person, signed apart, and then stands as the note does', async () => {
  const id = await signed(words('Hun sa det.'));
  await expect(commit(id, withAddenda(addendum('a', 'Myr')))).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  await expect(commit(id, withAddenda(addendum('a'), addendum('b')))).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  await commit(id, withAddenda(addendum('Nabo så en varebil')));
  await commit(id, withAddenda(addendum('Nabo så en mørk varebil')));
  await sign(id);
  const [first] = (await stored(id))?.addenda ?? [];
  expect(first).toMatchObject({ by: 'Fjære', signedAt: (await record(id)).changedAt });
  if (!first) throw new Error('the addendum is there');
  await expect(commit(id, withAddenda(addendum('Nabo så ingenting')))).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  await expect(commit(id, documentOf(words('Hun sa det.')))).rejects.toMatchObject({ code: 'NOTE_SIGNED' });
  await commit(id, withAddenda(first, addendum('Enda mer', 'Fjære', 9)));
  expect((await record(id)).values.text).toBe('Hun sa det.\nNabo så en mørk varebil\nEnda mer');
});

// Would catch: a version that cannot be read any more, or a restore that writes over history.
test('every version can be read as it was, and restoring an old one makes a new one', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: 'Først' });
  await commit(id, documentOf(words('en')), 'Først');
  await commit(id, documentOf(words('to')), 'Siden');
  const version = (number: number) => noteHandlers['note.version'](test_.context, { id, version: number });
  expect(await version(1)).toMatchObject({ heading: 'Først', document: null, text: null });
  expect(await version(2)).toMatchObject({ heading: 'Først', text: 'en', person: test_.book.person });
  expect(await version(3)).toMatchObject({ heading: 'Siden', text: 'to' });
  expect(await noteHandlers['note.restore_version'](test_.context, { id, version: 2 })).toEqual({ version: 4 });
  expect((await record(id)).values).toMatchObject({ heading: 'Først', text: 'en' });
  expect(await version(3)).toMatchObject({ text: 'to' });
  const versions = await noteHandlers['note.versions'](test_.context, { id });
  expect(versions.map(({ version: number, action }) => [number, action])).toEqual([
    [1, 'note.create'],
    [2, 'note.commit'],
    [3, 'note.commit'],
    [4, 'note.restore_version'],
  ]);
  for (const { hash } of versions) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await expect(version(9)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

// Would catch: a strike, or an addendum, that the application's undo takes out of a signed note without a trace.
test('what was struck in a signed note, or added to it, is not undone', async () => {
  const id = await signed(words('Hun kom kl. 10.'));
  await recordHandlers['record.update'](test_.context, { id: lind, patch: { name: 'Lind Berg' } });
  await strike(id, documentOf(struck('Hun kom kl. 10.')));
  const after = (await record(id)).values.document;
  expect(test_.book.history()).toEqual({ undo: null, redo: null });
  await expect(test_.book.undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  expect((await record(id)).values.document).toBe(after);
  const addendum: Addendum = { type: 'addendum', by: 'Fjære', at: 1, content: documentOf(words('Mer.')).blocks };
  await commit(id, { ...((await stored(id)) as NoteDocument), addenda: [addendum] });
  await expect(test_.book.undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  expect((await stored(id))?.addenda).toHaveLength(1);
  // The undo of other work goes on from here.
  await recordHandlers['record.update'](test_.context, { id: lind, patch: { name: 'Lind' } });
  expect((await test_.book.undo()).action).toBe('person.update');
});

// Would catch: an addendum that says it was written before the note was signed; one that the page, which still has its own
// time for it, cannot write on.
test('an addendum is begun when it comes to the book, whatever the page says', async () => {
  const id = await signed(words('Hun kom kl. 10.'));
  const added = (text: string): Addendum => ({
    type: 'addendum',
    by: 'Fjære',
    at: Date.UTC(2020, 0, 1),
    content: documentOf(words(text)).blocks,
  });
  const base = (await stored(id)) as NoteDocument;
  await commit(id, { ...base, addenda: [added('Bilen')] });
  const begunAt = (await record(id)).changedAt;
  expect((await stored(id))?.addenda).toMatchObject([{ at: begunAt }]);
  await commit(id, { ...base, addenda: [added('Bilen var blå.')] });
  expect((await stored(id))?.addenda).toMatchObject([{ at: begunAt, content: added('Bilen var blå.').content }]);
  await sign(id);
  // Once it is signed its time is a part of it.
  const signedOne = (await stored(id))?.addenda?.[0] as Addendum;
  await expect(commit(id, { ...base, addenda: [{ ...signedOne, at: 1 }] })).rejects.toMatchObject({
    code: 'NOTE_SIGNED',
  });
});

// Would catch: a link that loses its date or its type, a moment that is not on the timeline, links that pile up.
test('a link holds its type and date, and one to the case with a date is a moment on its timeline', async () => {
  const { id } = await noteHandlers['note.create'](test_.context, { caseId, heading: '' });
  const document = documentOf(
    words('Hun så '),
    {
      type: 'span',
      to: lind,
      kind: 'person',
      label: 'Lind',
      link: 'describes',
      date: '2026-03-28',
      content: [{ type: 'text', text: 'ham ved døren' }],
    },
    words(' kl. '),
    { type: 'mention', to: caseId, kind: 'case', label: 'x', link: 'mentions', date: '2026-03-29T05:12' },
    // Clocks go forward over it: it is no time there, and the link holds without it.
    { type: 'mention', to: lind, kind: 'person', label: 'Lind', link: 'follows_up', date: '2026-03-29T02:30' },
  );
  await commit(id, document);
  await commit(id, { ...document, blocks: [...document.blocks, { type: 'paragraph', content: [words('mer')] }] });
  const links = await test_.book.list('link', { caseId, struck: true });
  expect(links.map(({ values }) => [values.type, values.holds?.precision ?? null, values.moment])).toEqual([
    // What lies on the timeline comes first.
    ['mentions', 'minute', true],
    ['describes', 'day', null],
    ['follows_up', null, null],
  ]);
  // Would catch: a date that is seen from the note alone.
  const { links: here } = await recordHandlers['record.backlinks'](test_.context, { id: lind, offset: 0, limit: 9 });
  expect(here.map(({ type, holds }) => [type, holds])).toEqual([
    ['follows_up', null],
    ['describes', { at: Date.UTC(2026, 2, 27, 23), precision: 'day' }],
  ]);
  const [moment, described] = links;
  expect(moment).toMatchObject({ startsAt: Date.UTC(2026, 2, 29, 3, 12), struckAt: null });
  expect(described?.startsAt).toBeNull();
});

// Would catch: a grading setting that is forgotten or takes any word.
test('a book grades by 3x5x2 until it says otherwise', async () => {
  expect(await noteHandlers['note.settings'](test_.context, {})).toMatchObject({ grading: '3x5x2' });
  await noteHandlers['note.set_grading'](test_.context, { grading: 'off' });
  expect(await noteHandlers['note.settings'](test_.context, {})).toMatchObject({ grading: 'off' });
});
