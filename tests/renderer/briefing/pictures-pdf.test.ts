import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueBriefing, printedJson } from '#main/briefing/issue.ts';
import { attachmentHandlers } from '#main/services/attachment.ts';
import { type Block, serializeDocument } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { exifOf, gifFile, jpegFile, jpegSegment, pngChunk, pngFile, webpFile } from '#tests/helpers/sample-files.ts';
import { buildPrintPage, type PrintPage } from './print-page.ts';
import { readPdf } from './read-pdf.ts';

const SECRET = 'Solhogda 14 B';
/** It holds together as a file and says its size; what should be pixels is none. */
const BROKEN = webpFile();
BROKEN.fill(0, 23, 26);

let book: TestContext;
let page: PrintPage;
let pdf: Uint8Array;

beforeAll(async () => {
  page = await buildPrintPage();
  book = await openTestContext();
  const { value: own } = await book.book.command('add', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' }),
  );
  const blocks: Block[] = [];
  for (const [name, bytes, alt] of [
    ['bred.png', pngFile(2_400, 600, [pngChunk('tEXt', Buffer.from(SECRET))]), 'En bred port'],
    ['dor.jpg', jpegFile([jpegSegment(0xe1, exifOf(6, SECRET))]), 'Døren på høykant'],
    ['vink.gif', gifFile(SECRET, 2), 'Han vinker'],
    ['svar.webp', webpFile(), 'Et svar'],
    ['rest.webp', BROKEN, 'En rest'],
  ] as const) {
    blocks.push({ type: 'image', attachment: await takeIn(own.id, name, bytes), alt });
  }
  const values = {
    heading: 'Døren',
    document: serializeDocument({ version: 1, blocks }),
    documentVersion: 1,
    text: 'x',
  };
  const { value: note } = await book.book.command('add', (tx) => tx.insert('note', values, { caseId: own.id }));
  const input = { caseId: own.id, profile: 'leder', language: 'nb', notes: [{ id: note.id }] } as const;
  const issued = await issueBriefing(book.context, input);
  pdf = await page.print(JSON.parse(await printedJson(book.context, issued)));
});
afterAll(async () => {
  await book.remove();
  await page.remove();
});

async function takeIn(caseId: RecordId, name: string, bytes: Buffer): Promise<RecordId> {
  const begun = { caseId, name, sizeBytes: bytes.length, modifiedAt: null };
  const { intakeId } = await attachmentHandlers['attachment.begin'](book.context, begun);
  await attachmentHandlers['attachment.append'](book.context, { intakeId, offset: 0, bytes });
  return (await attachmentHandlers['attachment.finish'](book.context, { intakeId, source: null })).id;
}

// Would catch: a frame with nothing in it; a picture that is not in the file, or is redrawn in the size of the screen.
it('holds the pictures of a note, each in its own pixels', () => {
  const sizes = listed().map(({ words }) => words);
  expect(sizes).toEqual(['2400 600 image', '24 16 jpeg', '2 1 image', '24 16 image']);
});

// Would catch: pictures that a screen reader passes over, or whose words are not on the paper; one that is missing in silence.
it('says what is seen on each, in its tags and under it, and names what cannot be drawn', () => {
  const read = readPdf(pdf);
  const raw = Buffer.from(pdf);
  for (const alt of ['En bred port', 'Døren på høykant', 'Han vinker', 'Et svar']) {
    expect(altForms(alt).some((form) => raw.includes(form))).toBe(true);
    expect(read.text()).toContain(`Bilde: ${alt} · SHA-256 `);
  }
  expect(read.text()).toContain('[Bilde i boken: En rest (ikke tatt med: filtypen kan ikke settes inn), SHA-256');
});

// Would catch: what a camera or a program wrote beside the pixels.
it('holds nothing that the files told beside their pixels', () => {
  expect(Buffer.from(pdf).includes(Buffer.from(SECRET))).toBe(false);
});

// Would catch: a picture wider than the page, a small one drawn large, a photograph that lies on its side.
it('draws each upright, within the margins, never enlarged', () => {
  const [wide, ...small] = listed().map(({ perInch }) => perInch);
  // 184 mm between the margins; 96 pixels an inch where there is room.
  expect((2_400 / (wide ?? 0)) * 25.4).toBeCloseTo(184, 0);
  expect(small).toEqual([96, 96, 96]);
  // The photograph's blue quarter was at the upper left, before it was turned to the right.
  expect(firstRowWith('blue')).toMatch(/^(red)+(blue)+$/);
});

/** Pictures of the file in their order. */
function listed() {
  const list = execFileSync('pdfimages', ['-list', '-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString();
  return list
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , type]) => type === 'image')
    .map(([, , , width, height, , , , encoding, , , , perInch]) => ({
      words: `${width} ${height} ${encoding}`,
      perInch: Number(perInch),
    }));
}

/** As PDF writes text: in its own letters, or in UTF-16 as hexadecimal digits (ISO 32000-2, 7.9.2). */
function altForms(alt: string): string[] {
  return [`/Alt (${alt})`, `/Alt <FEFF${Buffer.from(alt, 'utf16le').swap16().toString('hex').toUpperCase()}>`];
}

/** The red and blue of the first row of dots, on the page with the pictures, that has the colour. */
function firstRowWith(colour: 'red' | 'blue'): string {
  const page = String(readPdf(pdf).pages);
  const drawn = execFileSync('pdftoppm', ['-r', '96', '-f', page, '-l', page, '-'], {
    input: pdf,
    maxBuffer: 64 * 1024 * 1024,
  });
  const [head = '', width = '0'] = /^P6\s(\d+)\s\d+\s255\s/.exec(drawn.toString('latin1', 0, 40)) ?? [];
  const rows = drawn.subarray(head.length);
  for (let from = 0; from < rows.length; from += Number(width) * 3) {
    let row = '';
    for (let at = from; at < from + Number(width) * 3; at += 3) {
      const [red = 0, green = 0, blue = 0] = rows.subarray(at, at + 3);
      if (red > 180 && green < 60 && blue < 60) row += 'red';
      if (red < 60 && green < 170 && blue > 220) row += 'blue';
    }
    if (row.includes(colour)) return row;
  }
  return '';
}
