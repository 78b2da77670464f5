import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildBriefing } from '#main/briefing/build.ts';
import { issueBriefing, printedJson } from '#main/briefing/issue.ts';
import { attachmentHandlers } from '#main/services/attachment.ts';
import { briefingHandlers } from '#main/services/briefing.ts';
import { type BriefingBlock, type BriefingDocument, type BriefingPicture, WITHHELD } from '#model/briefing.ts';
import { type Image, serializeDocument } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { exifOf, gifFile, jpegFile, jpegSegment, pngFile, webpFile } from '#tests/helpers/sample-files.ts';

const SECRET = 'Solhøgda 14 B';
const PHOTO = jpegFile([jpegSegment(0xe1, exifOf(6, SECRET))]);
const STRUCK = { by: 'Vik', at: Date.UTC(2026, 3, 2, 10), reason: 'feil sted' };

let book: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  book = await openTestContext();
  const { value } = await book.book.command('add', async (tx) => {
    await tx.insert('place', { label: 'Ny', address: SECRET, protection: 'strengt_fortrolig' });
    return tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' });
  });
  caseId = value.id;
});
afterEach(() => book.remove());

async function takeIn(name: string, bytes: Buffer): Promise<RecordId> {
  const begun = { caseId, name, sizeBytes: bytes.length, modifiedAt: null };
  const { intakeId } = await attachmentHandlers['attachment.begin'](book.context, begun);
  await attachmentHandlers['attachment.append'](book.context, { intakeId, offset: 0, bytes });
  return (await attachmentHandlers['attachment.finish'](book.context, { intakeId, source: null })).id;
}

async function inputOf(...images: readonly Omit<Image, 'type'>[]) {
  const document = serializeDocument({ version: 1, blocks: images.map((image) => ({ type: 'image', ...image })) });
  const values = { heading: 'Døren', document, documentVersion: 1, text: 'x' };
  const { value } = await book.book.command('add', (tx) => tx.insert('note', values, { caseId }));
  return { caseId, profile: 'leder' as const, language: 'nb' as const, aboutId: null, notes: [{ id: value.id }] };
}

const blocksOf = ({ sections }: BriefingDocument): readonly BriefingBlock[] =>
  sections.find(({ id }) => id === 'note-1')?.blocks ?? [];

async function printed(...images: readonly Omit<Image, 'type'>[]) {
  const issued = await issueBriefing(book.context, await inputOf(...images));
  return JSON.parse(await printedJson(book.context, issued)) as BriefingDocument;
}

// Would catch: a photograph that stays behind; one that takes place and camera along; one that lies on its side on paper.
test('a picture of a chosen note is printed by its pixels alone, with how it is turned and by which sum it is found', async () => {
  const attachment = await takeIn('dor.jpg', PHOTO);
  const [block] = blocksOf(await printed({ attachment, alt: 'Den ødelagte døren' })) as BriefingPicture[];
  const [record] = await book.book.list('attachment', { ids: [attachment] });
  expect(block).toMatchObject({
    type: 'picture',
    alt: 'Den ødelagte døren',
    caption: `Bilde: Den ødelagte døren · SHA-256 ${record?.values.sha256.slice(0, 16)} …`,
    drawn: { width: 24, height: 16, turn: 90, mirrored: false, mediaType: 'image/jpeg' },
  });
  expect(Buffer.from(block?.drawn?.base64 ?? '', 'base64')).toEqual(jpegFile());
  const opened = (await book.book.useLog({ limit: 9 })).filter(({ action }) => action === 'open');
  expect(opened.map(({ recordId }) => recordId)).toEqual([attachment]);
});

// Would catch: a preview that carries every pixel over the bridge each time a record changes, or shows less than leaves.
test('the preview tells how each picture will be drawn, without its pixels', async () => {
  const image = { attachment: await takeIn('dor.jpg', PHOTO), alt: 'Døren' };
  const preview = await briefingHandlers['briefing.preview'](book.context, await inputOf(image));
  const [shown] = blocksOf(preview) as BriefingPicture[];
  const [left] = blocksOf(await printed(image)) as BriefingPicture[];
  expect(shown).toEqual({ ...left, drawn: { ...left?.drawn, base64: null } });
});

// Would catch: a picture that is missing on paper without a word of why; a struck one that leaves; a picture of a door under a
// bar over its address.
test('what stays in the book is told by its words and why, and a struck picture not at all', async () => {
  const attachment = await takeIn('dor.png', pngFile(4, 3));
  const document = await printed(
    { attachment: await takeIn('a.txt', Buffer.from('tekst')), alt: 'ett' },
    { attachment: 'a'.repeat(32) as RecordId, alt: '' },
    { attachment: await takeIn('b.png', pngFile(5, 3)), alt: 'strøket', struck: STRUCK },
    { attachment: await takeIn('c.png', pngFile(6, 3)), alt: `Døren i ${SECRET}` },
    { attachment, alt: 'fem' },
  );
  const told = blocksOf(document).map((block) => (block.type === 'text' ? block.text : block.type));
  expect(told).toEqual([
    expect.stringMatching(/^\[Bilde i boken: ett \(ikke tatt med: filtypen kan ikke settes inn\), SHA-256 \w{16} …\]$/),
    '[Bilde i boken: uten beskrivelse (ikke tatt med: bildet er ikke lenger blant vedleggene)]',
    expect.stringContaining(`${WITHHELD} (ikke tatt med: beskrivelsen nevner noe som er skjermet)`),
    'picture',
  ]);
  expect(JSON.stringify(document)).not.toContain('Solhøgda');
});

// Would catch: a sort that the window shows and the paper does not.
test('GIF and WebP are printed too', async () => {
  const document = await printed(
    { attachment: await takeIn('a.gif', gifFile('x', 2)), alt: 'a' },
    { attachment: await takeIn('b.webp', webpFile()), alt: 'b' },
  );
  const sorts = (blocksOf(document) as BriefingPicture[]).map(({ drawn }) => drawn?.mediaType);
  expect(sorts).toEqual(['image/gif', 'image/webp']);
});

// Would catch: a copy number that is lost because a picture could not be read.
test('the number of a copy whose pictures cannot be read goes to the next one', async () => {
  const issued = await issueBriefing(
    book.context,
    await inputOf({ attachment: await takeIn('a.gif', gifFile('x')), alt: 'a' }),
  );
  const broken = { ...book.context, vault: { ...book.context.vault, keys: null } };
  await expect(printedJson(broken as never, issued)).rejects.toThrow(TypeError);
  const next = await buildBriefing(book.context, { caseId, profile: 'leder', language: 'nb' });
  expect(next.copy).toBe(issued.document.copy);
});
