import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readAttachments, readCustody } from '#db/reads/attachments.ts';
import { understoodDocument } from '#model/document/parse.ts';
import type { RecordId } from '#model/ids.ts';
import { pngFile } from '#tests/helpers/sample-files.ts';
import { kept, press } from './harness/keys.ts';
import { type Browserful, type OpenNotes, openBrowser } from './harness/open.ts';

/** One red pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

let browser: Browserful;
let open: OpenNotes | null = null;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  const complaints = open?.complaints ?? [];
  await open?.close();
  open = null;
  expect(complaints).toEqual([]);
});

interface Given {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}
const PICTURE: Given = { name: 'porten.png', type: 'image/png', base64: PNG };

/** A new note with a sentence in it, and the caret at its end. */
async function begin(): Promise<OpenNotes> {
  open = await browser.open();
  const { page } = open;
  // The key is heard once the page is there.
  await page.waitForSelector('.note-list');
  await page.keyboard.press('Alt+n');
  await page.waitForSelector('.note-heading');
  await page.locator('.note-text').click();
  await page.keyboard.type('Ved porten.');
  await kept(page);
  return open;
}

/** Files as another window hands them over, by the clipboard or dropped at the end of the text. */
async function give(page: Page, how: 'paste' | 'drop', files: readonly Given[], html = ''): Promise<void> {
  await page.locator('.note-text').evaluate(
    (element, { how, files, html }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      if (html) data.setData('text/html', html);
      const common = { bubbles: true, cancelable: true };
      if (how === 'paste') {
        element.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }));
        return;
      }
      const { left, bottom } = (element.querySelector('p') ?? element).getBoundingClientRect();
      const at = { clientX: left + 5, clientY: bottom - 5 };
      element.dispatchEvent(new DragEvent('dragover', { ...common, ...at, dataTransfer: data }));
      element.dispatchEvent(new DragEvent('drop', { ...common, ...at, dataTransfer: data }));
    },
    { how, files, html },
  );
}

const pictures = (page: Page) => page.locator('.note-text img');
const attachments = ({ book, caseId }: OpenNotes) => readAttachments(book.book, caseId, false);
const documentOf = async ({ book }: OpenNotes) => {
  const [note] = await book.book.list('note');
  const draft = note && (await book.book.findDraft(note.id));
  return draft?.document ?? '';
};

// Would catch: a picture kept as bytes in the text, or as an address of the page that made it; one without its chain.
test.each(['paste', 'drop'] as const)(
  'a picture that comes by %s is a sealed attachment and stands in the text',
  async (how) => {
    const notes = await begin();
    await give(notes.page, how, [PICTURE]);
    await pictures(notes.page).waitFor();
    const [attachment] = await attachments(notes);
    expect(attachment).toMatchObject({ name: 'porten.png', mediaType: 'image/png' });
    expect(await readCustody(notes.book.book, attachment?.id as RecordId)).toMatchObject([
      { step: 'received', toWhom: 'Fjære' },
    ]);
    expect(await pictures(notes.page).getAttribute('alt')).toBe('porten');
    await kept(notes.page);
    await expect.poll(() => documentOf(notes)).toContain(`"attachment":"${attachment?.id}"`);
    expect(await documentOf(notes)).not.toMatch(/blob:|data:|base64/);
  },
);

// Would catch: an undo that takes the evidence away with the sentence it stood in.
test('undo takes it out of the text and leaves the attachment', async () => {
  const notes = await begin();
  await give(notes.page, 'paste', [PICTURE]);
  await pictures(notes.page).waitFor();
  await notes.page.keyboard.press('Control+z');
  await expect.poll(() => pictures(notes.page).count()).toBe(0);
  expect(await notes.page.locator('.note-text').innerText()).toContain('Ved porten.');
  expect(await attachments(notes)).toHaveLength(1);
});

// Would catch: a stop that still puts the picture in, or keeps half a file.
test('it can be stopped on its way, and nothing of it is kept', async () => {
  const notes = await begin();
  const release = holdIntake(notes);
  await give(notes.page, 'paste', [PICTURE]);
  await notes.page.getByRole('list', { name: 'Bilder på vei inn i teksten' }).waitFor();
  await notes.page.getByRole('button', { name: 'Stans porten.png' }).click();
  release();
  await expect.poll(() => notes.page.getByRole('button', { name: 'Stans porten.png' }).count()).toBe(0);
  await expect.poll(() => notes.calls.made).toContain('attachment.cancel');
  expect(await pictures(notes.page).count()).toBe(0);
  expect(await attachments(notes)).toEqual([]);
});

// Would catch: SVG, which can hold script, or a document drawn into the text.
test('what is no picture is not put in, and that is said', async () => {
  const notes = await begin();
  await give(notes.page, 'paste', [{ name: 'x.svg', type: 'image/svg+xml', base64: btoa('<svg/>') }]);
  await notes.page.getByText('Bare bilder settes inn i teksten').waitFor();
  expect(await attachments(notes)).toEqual([]);
});

// Would catch: the picture that a word processor puts beside its text taken in the place of the text.
test('words come before a picture of them', async () => {
  const notes = await begin();
  await give(notes.page, 'paste', [PICTURE], '<p>Fra et skriv</p>');
  await expect.poll(() => notes.page.locator('.note-text').innerText()).toContain('Fra et skriv');
  expect(notes.calls.made).not.toContain('attachment.begin');
});

// Would catch: a picture lost, or put in, without a word when it could not be sealed.
test('one that cannot be taken in is told, and the text stays', async () => {
  const notes = await begin();
  notes.calls.failing.set('attachment.begin', 'DISK_FULL');
  await give(notes.page, 'paste', [PICTURE]);
  await notes.page.locator('.vb-notice').first().waitFor();
  expect(await notes.page.locator('.note-text').innerText()).toContain('Ved porten.');
  expect(await pictures(notes.page).count()).toBe(0);
});

/** Holds intakes back until the answer is called. */
function holdIntake({ calls }: OpenNotes): () => void {
  let release = () => {};
  const hold = new Promise<void>((done) => {
    release = done;
  });
  calls.held.set('attachment.append', hold);
  return release;
}

const blockNames = (page: Page) =>
  page
    .locator('.note-text')
    .evaluate((text) =>
      [...text.children].map((block) =>
        block.querySelector('img') ? 'bilde' : (block as HTMLElement).innerText.trim(),
      ),
    );

// Would catch: a picture that lands in the sentence that is being written when it happens to be there; two in the wrong order.
test('they stand where they were put, in order, whatever is written meanwhile', async () => {
  const notes = await begin();
  const { page } = notes;
  const release = holdIntake(notes);
  await give(page, 'paste', [PICTURE, { ...PICTURE, name: 'image.png' }]);
  await page.getByRole('list', { name: 'Bilder på vei inn i teksten' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Skrevet imens');
  release();
  await expect.poll(() => pictures(page).count()).toBe(2);
  expect(await blockNames(page)).toEqual(['Ved porten.', 'bilde', 'bilde', 'Skrevet imens']);
  // What a clipboard calls every picture says nothing of what is seen.
  expect(await pictures(page).first().getAttribute('alt')).toBe('porten');
  await page.keyboard.type(', og mer.');
  expect((await blockNames(page)).at(-1)).toBe('Skrevet imens, og mer.');
});

// Would catch: evidence thrown away, or kept without a word, because the person went on to another note.
test('one that is there after its note was left stays among the attachments, and that is said', async () => {
  const notes = await begin();
  const release = holdIntake(notes);
  await give(notes.page, 'paste', [PICTURE]);
  await notes.page.getByRole('button', { name: 'Stans porten.png' }).waitFor();
  await notes.page.keyboard.press('Alt+n');
  await expect.poll(() => notes.page.locator('.note-text').innerText()).not.toContain('Ved porten.');
  release();
  await notes.page.getByText('porten.png ble ikke satt inn i teksten.').waitFor();
  expect(await attachments(notes)).toHaveLength(1);
  expect(await pictures(notes.page).count()).toBe(0);
});

// Would catch: a pasted page that tells its owner that the police read it; pictures gone without a word.
test('pictures of a web page are not fetched, and it is said how many were left out', async () => {
  const notes = await begin();
  const html = `<p>Se annonsen</p><img src="https://elsewhere.invalid/a.png" srcset="https://elsewhere.invalid/b.png 2x">
    <picture><source srcset="https://elsewhere.invalid/c.webp"><img src="https://elsewhere.invalid/d.png"></picture>
    <img src="https://elsewhere.invalid/open.gif" width="1" height="1"><video src="https://elsewhere.invalid/e.mp4"></video>`;
  await give(notes.page, 'paste', [], html);
  await notes.page.getByText('Ikke tatt med: 2 bilder, ett innebygd innhold.').waitFor();
  expect(await notes.page.locator('.note-text').innerText()).toContain('Se annonsen');
  // Nothing was asked for: afterEach looks at every request.
  expect(await pictures(notes.page).count()).toBe(0);
});

// Would catch: a picture copied alone in a browser, which gives its address beside its bytes, taken for a page of words.
test('a picture copied from a web page comes by its bytes, not by its address', async () => {
  const notes = await begin();
  await give(notes.page, 'paste', [{ ...PICTURE, name: 'image.png' }], '<img src="https://elsewhere.invalid/a.png">');
  await pictures(notes.page).waitFor();
  expect(await pictures(notes.page).getAttribute('src')).toMatch(/^blob:/);
  expect(await notes.page.getByText('Ikke tatt med').count()).toBe(0);
});

// Would catch: a clipboard that is not what a script makes of it: the browser's own, by the key.
test('the clipboard of the system is pasted by its key', async () => {
  const notes = await begin();
  const { page, context } = notes;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
  }, PNG);
  await page.keyboard.press('Control+v');
  await pictures(page).waitFor();
  expect(await attachments(notes)).toMatchObject([{ mediaType: 'image/png' }]);
});

const blocksOf = async (notes: OpenNotes) => {
  const [note] = await notes.book.book.list('note');
  return understoodDocument(String(note?.values.document))?.blocks ?? [];
};

// Would catch: a picture that cannot be made to bear on a record, or struck: by the mouse, by keys, alone or with its passage; one
// that is gone from the page when it is struck; a link that outlives it.
test('a picture links to a record and, signed, is struck where it stays to be seen', async () => {
  const notes = await begin();
  const { page, book, caseId } = notes;
  const { value: breach } = await book.book.command('test.breach', (tx) =>
    tx.insert('breach', { text: 'Brudd 9, oppmøte ved bolig' }, { caseId }),
  );
  await give(page, 'paste', [{ ...PICTURE, base64: pngFile(480, 300).toString('base64') }]);
  await pictures(page).waitFor();
  // What follows the picture is an empty line, in which the caret stands: back from there is the picture.
  await press(page, 'Control+End');
  await press(page, 'ArrowLeft');
  await page.locator('.note-image[data-marked]').waitFor();
  await page.getByText('Bilde: porten. Enter beskriver det').waitFor({ state: 'attached' });
  await press(page, 'Control+Shift+k');
  await page.getByRole('combobox', { name: 'Til oppføring' }).waitFor();
  await page.keyboard.type('brudd 9');
  await page.getByRole('option', { name: /Brudd 9/ }).waitFor();
  await press(page, 'ArrowDown');
  await page.keyboard.press('Enter');
  const plate = page.locator('.note-image').getByRole('link', { name: /Brudd 9/ });
  await plate.waitFor();

  await press(page, 'Alt+ArrowDown');
  await page.getByRole('menuitemradio', { name: 'Bevis for' }).click();
  await plate.and(page.getByRole('link', { name: /bevis for/ })).waitFor();
  await press(page, 'Enter');
  await page.getByRole('textbox', { name: 'Hva som ses på bildet' }).fill('porten med bilen');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'porten med bilen' }).waitFor();
  await kept(page);

  await page.getByRole('button', { name: 'Signer', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Signer' }).click();
  await page.getByText('Signert av Fjære').waitFor();
  const links = () => book.book.list('link', { caseId });
  expect((await links()).map(({ values }) => [values.toId, values.type, values.excerpt])).toEqual([
    [breach.id, 'evidence_for', 'porten med bilen'],
  ]);

  const reason = page.getByRole('textbox', { name: 'Hvorfor strykes dette?' });
  await page.getByRole('img', { name: 'porten med bilen' }).click();
  await press(page, 'Alt+F10');
  await page.keyboard.press('Enter');
  await reason.fill('viser naboens hus');
  await reason.press('Enter');
  await page.getByText('strøket 2026-03-29 05:12 Fjære: viser naboens hus').waitFor();
  const struck = { by: 'Fjære', reason: 'viser naboens hus' };
  expect(await blocksOf(notes)).toMatchObject([
    { type: 'paragraph', content: [{ type: 'text', text: 'Ved porten.' }] },
    { type: 'image', alt: 'porten med bilen', struck, link: { to: breach.id } },
    { type: 'paragraph', content: [] },
  ]);
  expect(await links()).toEqual([]);
  await page.locator('s').getByRole('img', { name: 'porten med bilen' }).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
