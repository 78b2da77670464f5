import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoteExportInput } from '#contract/app.ts';
import { renderNote } from '#main/note-export/render.ts';
import { attachmentHandlers } from '#main/services/attachment.ts';
import { briefingHandlers } from '#main/services/briefing.ts';
import { noteHandlers } from '#main/services/note.ts';
import { FILES_FOLDER } from '#main/vault/casebook-folder.ts';
import { type Image, serializeDocument } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { gifFile, pngChunk, pngFile, webpFile } from '#tests/helpers/sample-files.ts';
import { unzip } from '#tests/helpers/zip.ts';

const SECRET = 'Solhøgda 14 B';
const FILE = pngFile(1200, 300, [pngChunk('tEXt', Buffer.from(`GPS\0${SECRET}`))]);

let book: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  book = await openTestContext();
  const { value } = await book.book.command('add', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' }),
  );
  caseId = value.id;
});
afterEach(() => book.remove());

async function takeIn(name: string, bytes: Buffer): Promise<RecordId> {
  const begun = { caseId, name, sizeBytes: bytes.length, modifiedAt: null };
  const { intakeId } = await attachmentHandlers['attachment.begin'](book.context, begun);
  await attachmentHandlers['attachment.append'](book.context, { intakeId, offset: 0, bytes });
  return (await attachmentHandlers['attachment.finish'](book.context, { intakeId, source: null })).id;
}

async function noteWith(image: Omit<Image, 'type'>, more: Record<string, unknown> = {}): Promise<RecordId> {
  const words = { type: 'paragraph', content: [{ type: 'text', text: 'Hun sover godt.' }] } as const;
  const document = serializeDocument({ version: 1, blocks: [words, { type: 'image', ...image }] });
  const values = { heading: 'Samtale', document, documentVersion: 1, text: 'x', ...more };
  return (await book.book.command('add', (tx) => tx.insert('note', values, { caseId }))).value.id;
}

async function exported(id: RecordId, more: Partial<NoteExportInput> = {}) {
  const input: NoteExportInput = { id, format: 'docx', purpose: 'internal', language: 'nb', ...more };
  const { base64, withheld } = await renderNote(book.context, input);
  const bytes = Buffer.from(base64, 'base64');
  if (input.format === 'md') return { text: bytes.toString(), media: [], withheld };
  const files = unzip(bytes);
  const media = [...files].filter(([name]) => name.startsWith('word/media/')).map(([, file]) => file);
  return { text: files.get('word/document.xml')?.toString() ?? '', media, withheld };
}

// Would catch: a picture that stays behind without a word; one wider than the page; one that takes its place and camera along.
test('a picture stands in the Word document: its pixels, no wider than the page, with its words for who does not see it', async () => {
  const id = await noteWith({ attachment: await takeIn('porten.png', FILE), alt: 'porten sett fra gaten' });
  const { text, media } = await exported(id);
  expect(media).toEqual([pngFile(1200, 300)]);
  expect(text).toContain('descr="porten sett fra gaten"');
  // English Metric Units: 914,400 an inch, 96 pixels an inch.
  expect(text).toContain(`<wp:extent cx="${600 * 9525}" cy="${150 * 9525}"/>`);
  expect(text).not.toContain('porten.png');
  const lines = await book.book.useLog({ limit: 10 });
  expect(lines.some(({ action, recordId }) => action === 'open' && recordId !== id)).toBe(true);
});

// Would catch: a struck picture that leaves all the same.
test('a struck picture stays in the book: its words stand there as struck, with the reason', async () => {
  const struck = { by: 'Vik', at: Date.UTC(2026, 3, 2, 10), reason: 'viser naboens hus' };
  const id = await noteWith({ attachment: await takeIn('porten.png', FILE), alt: 'porten', struck });
  const { text, media } = await exported(id);
  expect(media).toEqual([]);
  expect(text).toMatch(/<w:strike\/>.*\[Bilde i boken: porten\]/);
  expect(text).toContain('[strøket 2026-04-02 12:00 av Vik: viser naboens hus]');
  const plain = (await exported(id, { format: 'md' })).text;
  expect(plain).toContain('~~*\\[Bilde i boken: porten\\]*~~ \\[strøket 2026-04-02 12:00 av Vik: viser naboens hus\\]');
});

// Would catch: a clear picture beside a Markdown file, or a reference by which nobody finds the picture again.
test('in Markdown a picture is named by its words and the sum of its file', async () => {
  const attachment = await takeIn('porten.png', FILE);
  const [record] = await book.book.list('attachment', { ids: [attachment] });
  const { text } = await exported(await noteWith({ attachment, alt: '' }), { format: 'md' });
  const sum = record?.values.sha256.slice(0, 16);
  expect(text).toContain(`*\\[Bilde i boken: uten beskrivelse, SHA-256 ${sum} …\\]*`);
  expect(text).not.toContain('porten.png');
});

// Would catch: an export that fails, a file put in as it is, or a reader who does not learn that a picture is missing, and why.
test('a picture that cannot be put in is told by its words, and why it stays', async () => {
  const gone = await takeIn('porten.png', FILE);
  await rm(join(book.folder, FILES_FOLDER, gone));
  const struck = await takeIn('porten.png', FILE);
  await book.book.command('strike', (tx) => tx.remove(struck, 'feil sak'));
  for (const [attachment, why] of [
    [gone, 'filen mangler eller er skadet'],
    [await takeIn('porten.webp', webpFile()), 'filtypen kan ikke settes inn'],
    [await takeIn('porten.txt', Buffer.from('porten')), 'filtypen kan ikke settes inn'],
    [struck, 'bildet er ikke lenger blant vedleggene'],
    ['a'.repeat(32) as RecordId, 'bildet er ikke lenger blant vedleggene'],
  ] as const) {
    const { text, media } = await exported(await noteWith({ attachment, alt: 'porten' }));
    expect(media).toEqual([]);
    expect(text).toContain(`[Bilde i boken: porten (ikke tatt med: ${why})`);
  }
});

// Would catch: a moving picture that keeps what its program wrote into it, or stays behind without need.
test('of a GIF its first picture stands in the Word document', async () => {
  const id = await noteWith({ attachment: await takeIn('vink.gif', gifFile(SECRET, 3)), alt: 'han vinker' });
  const { media } = await exported(id);
  expect(media.map((one) => one.subarray(0, 6).toString())).toEqual(['GIF89a']);
  expect(media[0]?.includes(Buffer.from(SECRET))).toBe(false);
});

// Would catch: a bar over the address of her door, and under it a picture of the door.
test('a picture whose words name something withheld stays in the book with it', async () => {
  await book.book.command('add', (tx) =>
    tx.insert('place', { label: 'Ny', address: SECRET, protection: 'strengt_fortrolig' }),
  );
  const attachment = await takeIn('porten.png', FILE);
  const { text, media } = await exported(await noteWith({ attachment, alt: `Døren i ${SECRET}` }));
  expect(media).toEqual([]);
  expect(text).not.toContain('Solhøgda');
  expect(text).toContain('(ikke tatt med: beskrivelsen nevner noe som er skjermet)');
  expect((await book.book.useLog({ limit: 5 })).filter(({ action }) => action === 'open')).toEqual([]);
});

// Would catch: a picture of her door in the papers he reads, because no rule sees what a picture shows.
test('into a case document a picture goes only when a person has looked at it and said so', async () => {
  const image = { attachment: await takeIn('porten.png', FILE), alt: 'porten' };
  const id = await noteWith(image, { criminalCase: true });
  const asked = () => noteHandlers['note.review'](book.context, { id, find: null });
  const [item, ...more] = await asked();
  expect(more).toEqual([]);
  expect(item).toMatchObject({ why: 'picture', text: 'porten', decision: null });
  await expect(exported(id, { purpose: 'case_document' })).rejects.toMatchObject({ code: 'REVIEW_OPEN' });
  const decide = (decision: 'tell' | 'withhold') =>
    briefingHandlers['briefing.decide'](book.context, { caseId, keys: [item?.key ?? ''], decision });

  await decide('withhold');
  const without = await exported(id, { purpose: 'case_document' });
  expect(without).toMatchObject({ media: [], withheld: 1 });
  expect(without.text).toContain('▇▇▇▇▇');
  expect(without.text).not.toContain('porten');

  await decide('tell');
  expect(await asked()).toMatchObject([{ why: 'picture', decision: 'tell' }]);
  expect((await exported(id, { purpose: 'case_document' })).media).toEqual([pngFile(1200, 300)]);
});
