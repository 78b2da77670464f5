/** The page of notes in the whole application: pictures, mentions, the timeline, spelling, versions, other sizes and words. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { axeFindings } from '#tests/helpers/axe.ts';
import { openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { openCases, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';
import { pngFile } from '#tests/helpers/sample-files.ts';

const pictures = join(import.meta.dirname, '../../out/e2e');
const AT = Date.UTC(2026, 2, 28, 22, 5);
const LONG = 'Samtale med naboen i andre etasje om den mørke varebilen som sto med motoren i gang utenfor bakdøra';
let chromium: TestChromium;
let page: Page;
let booksFolder = '';
let caseId: RecordId;

async function call<T>(name: string, input: unknown): Promise<T> {
  const answer = JSON.parse(await chromium.app.call(name, JSON.stringify(input)));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
const tab = (name: string) => page.getByRole('navigation', { name: 'Saksområder' }).getByRole('button', { name });
const text = () => page.getByRole('textbox', { name: 'Notatets tekst' });

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  const books = await openBooksFolder();
  booksFolder = books.path;
  const session = await books.create({ purpose: 'demo' });
  await session.context.book.command('test.fill', async (tx) => {
    const given = { number: '2026-0147', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    caseId = (await tx.insert('case', { name: 'Lind', ...given })).id;
    const { id: personId } = await tx.insert('person', { name: 'Lind' });
    await tx.insert('case_person', { personId, role: 'protected' }, { caseId });
    await tx.insert('person', { name: 'Patricia Øvre-Lie' });
    await tx.insert('officer', { name: 'Patrulje 31' });
    const happened = { fromAt: AT, toAt: AT + 60_000, precision: 'minute', zone: 'Europe/Oslo' } as const;
    await tx.insert('breach', { text: 'Patruljen så ham ved porten', happened }, { caseId });
    await tx.insert('note', { heading: 'Samtale på telefon', text: 'Hun er trygg.', happened }, { caseId });
    for (const heading of [LONG, 'Rapport fra patrulje 31', 'Møte i barnehagen']) {
      await tx.insert('note', { heading, text: 'Se over.' }, { caseId });
    }
  });
  await session.close();
  chromium = await openChromium({ booksFolder, width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await openCases(page);
  await page.getByRole('button', { name: 'Lind' }).click();
});
afterAll(async () => {
  await chromium?.finish();
  await rm(booksFolder, { recursive: true, force: true });
});

async function open(heading: string): Promise<void> {
  await tab('Notater').click();
  await page.locator('.note-line', { hasText: heading }).click();
  await expect.poll(() => page.locator('.note-heading').inputValue()).toBe(heading);
}
async function look(name: string): Promise<void> {
  const found = await axeFindings(page, 'dark');
  await page.screenshot({ path: join(pictures, `note-${name}-dark.png`) });
  found.push(...(await axeFindings(page, 'light')));
  await page.screenshot({ path: join(pictures, `note-${name}.png`) });
  expect(found).toEqual([]);
}

// Would catch: a picture of the clipboard that stays outside the book; one in the text that the window does not show.
it('takes in a picture that is pasted, and shows it in the text', async () => {
  await open('Samtale på telefon');
  await text().click();
  await page.keyboard.press('Control+End');
  // What the key hands over: the window may read no clipboard of itself, and write none.
  await text().evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'porten.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pngFile(640, 240).toString('base64'));
  const picture = text().getByRole('img');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  expect(await call<unknown[]>('attachment.list', { caseId })).toHaveLength(1);
  await look('picture');
});

// Would catch: a file dropped beside the text that the browser opens in the place of the window.
it('opens no file that is dropped where nothing takes it', async () => {
  const isLeft = await page.locator('.note-side').evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.html', { type: 'text/html' }));
    const events = ['dragover', 'drop'].map(
      (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
    );
    return events.map((event) => element.dispatchEvent(event));
  });
  // False: the browser's own way of taking it was stopped.
  expect(isLeft).toEqual([false, false]);
});

// Would catch: a picture that only the mouse puts in, or without the words for those who do not see it.
it('puts a picture of the attachments in by the keyboard, with what is seen on it', async () => {
  await page.keyboard.press('Alt+F10');
  const insert = page.getByRole('button', { name: 'Sett inn bilde fra vedleggene' });
  for (let step = 0; step < 30; step += 1) {
    if (await insert.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Bilde' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => dialog.getByRole('combobox', { name: 'Bilde' }).inputValue()).not.toBe('');
  await dialog.getByRole('textbox', { name: 'Hva som ses på bildet' }).focus();
  await page.keyboard.type('Porten sett fra gata');
  await look('image-dialog');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await text().getByRole('img', { name: 'Porten sett fra gata' }).waitFor();
});

// Would catch: a list that is narrowed for the eye alone; words cut off under it.
it('narrows what can be mentioned to persons by Tab', async () => {
  await text().focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Sjekkes av @pat');
  const list = page.getByRole('listbox', { name: /^Oppføringer som kan nevnes/ });
  await expect.poll(() => list.getByRole('option').count()).toBe(4);
  await look('mentions');
  await page.keyboard.press('Tab');
  await expect.poll(() => list.getAttribute('aria-label')).toBe('Oppføringer som kan nevnes: bare personer');
  await expect.poll(() => list.getByRole('option').count()).toBe(2);
  await look('mentions-persons');
  const inView = async () => {
    const [box, scroller] = [
      await page.locator('.note-mentions').boundingBox(),
      await page.locator('.note-scroll').boundingBox(),
    ];
    return box && scroller && box.y >= scroller.y && box.y + box.height <= scroller.y + scroller.height;
  };
  // Near the end of the window it stands above the line, whole, however many lines it gets.
  await expect.poll(inView).toBe(true);
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
});

// Would catch: a note whose bar cannot be found from it, or that opens as bare fields from there.
it('leads to its bar on the timeline and back, by keys', async () => {
  await page.getByRole('button', { name: 'Vis på tidslinjen', exact: true }).last().focus();
  await page.keyboard.press('Enter');
  await page.locator('.timeline-plot').waitFor();
  const bar = page.locator('[role="gridcell"][aria-selected="true"]');
  await expect.poll(() => bar.first().getAttribute('aria-label')).toContain('Samtale på telefon');
  await look('on-timeline');
  await page.locator('.timeline-plot').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.note-heading').inputValue()).toBe('Samtale på telefon');
});

// Would catch: a wrong word that is not seen, a menu the keys do not reach, a word of one's own that is asked about again.
it.each([
  ['Bokmål', 'Naboen snkket fort om hybelhuset.', 'snkket', 'snakket'],
  ['Nynorsk', 'Naboen snkka fort om hybelhuset.', 'snkka', 'snakka'],
  ['Engelsk', 'The neighbuor spoke of the door.', 'neighbuor', 'neighbour'],
])(
  'spells in %s, offline',
  async (language, sentence, wrong, right) => {
    await page.evaluate(() => undefined);
    await call('spelling.set', { language: { Bokmål: 'nb', Nynorsk: 'nn', Engelsk: 'en' }[language] });
    await open('Rapport fra patrulje 31');
    await page.reload();
    await openCases(page);
    await page.getByRole('button', { name: 'Lind' }).click();
    await open('Rapport fra patrulje 31');
    await text().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(sentence);
    const marked = () =>
      page.evaluate(() =>
        [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => (range as Range).toString())),
      );
    await expect.poll(marked).toContain(wrong);
    await page.keyboard.press('Control+Home');
    for (let at = sentence.indexOf(wrong) + 1; at > 0; at -= 1) await page.keyboard.press('ArrowRight');
    const menu = page.getByRole('menu', { name: new RegExp(wrong) });
    await expect
      .poll(async () => {
        if ((await menu.count()) === 0) await page.keyboard.press('Control+.');
        return menu.getByRole('menuitem').allInnerTexts();
      })
      .toContain(right);
    await look(`spelling-${language === 'Engelsk' ? 'en' : language === 'Nynorsk' ? 'nn' : 'nb'}`);
    await menu.getByRole('menuitem', { name: right, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => text().innerText()).toContain(right);
  },
  120_000,
);

// Would catch: a tool out of reach or words over each other when the window is enlarged; English that is half Norwegian.
it('holds at 200 % with long names, and in English', async () => {
  await call('spelling.set', { language: 'nb' });
  await open(LONG);
  await page.setViewportSize({ width: 720, height: 450 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
  await page.locator('.note-desk').scrollIntoViewIfNeeded();
  await page.locator('.note-heading').scrollIntoViewIfNeeded();
  await look('zoomed');
  const heading = await page.locator('.note-heading').boundingBox();
  expect(heading?.width).toBeGreaterThan(150);
  await page.setViewportSize({ width: 1440, height: 900 });
  await call('app.set_language', { language: 'en' });
  await page.reload();
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('button', { name: 'Cases' }).click();
  await page.getByRole('button', { name: 'Lind' }).first().click();
  await page.getByRole('navigation', { name: 'Areas of the case' }).getByRole('button', { name: 'Notes' }).click();
  await page.locator('.note-line', { hasText: LONG }).click();
  await page.getByText('not in case papers').first().waitFor();
  await look('english');
});

// Would catch: a comparison that shows one side, or tells added and taken words apart by colour alone.
it('shows two versions side by side', async () => {
  await page.locator('.note-line', { hasText: 'Rapport fra patrulje 31' }).click();
  await expect.poll(() => page.locator('.note-heading').inputValue()).toBe('Rapport fra patrulje 31');
  await page.getByRole('button', { name: 'Compare versions' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await expect.poll(() => page.getByRole('dialog').locator('ins, del').count()).toBeGreaterThan(0);
  await look('compare');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
