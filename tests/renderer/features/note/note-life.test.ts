import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Block, type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { understoodDocument } from '#model/document/parse.ts';
import { documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import { frame, kept, press } from './harness/keys.ts';
import { type Browserful, NIGHT, type OpenNotes, type OpenOptions, openBrowser } from './harness/open.ts';

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

const LIND = '00000000000000000000000000000001' as RecordId;
const BREACH = '00000000000000000000000000000002' as RecordId;
const NOTE = '00000000000000000000000000000003' as RecordId;

const BLOCKS: readonly Block[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Snakket med ' },
      { type: 'mention', to: LIND, kind: 'person', label: 'Lind', link: 'mentions' },
      { type: 'text', text: ' etter ' },
      { type: 'mention', to: BREACH, kind: 'breach', label: 'Brudd 9', link: 'evidence_for' },
      { type: 'text', text: '. Hun er redd, men klar og konkret.' },
    ],
  },
  { type: 'paragraph', content: [{ type: 'text', text: 'Bilen skal ha vært grå.' }] },
  { type: 'quote', content: [{ type: 'text', text: '«At noen sier fra til meg først.»' }] },
];
const text = (words: string) => ({ type: 'text' as const, text: words });
const EVERYTHING: NoteDocument = {
  version: 1,
  blocks: [
    { type: 'heading', level: 2, content: [text('Samtalen')] },
    {
      type: 'paragraph',
      content: [
        text('Snakket med '),
        { type: 'mention', to: LIND, kind: 'person', label: 'Lind', link: 'mentions' },
        text(' '),
        { type: 'time', from: '2026-03-28T23:05', to: '2026-03-28T23:50' },
        text('. '),
        {
          type: 'span',
          to: BREACH,
          kind: 'breach',
          label: 'Brudd 9',
          link: 'evidence_for',
          date: '2026-03-28',
          content: [text('Han sto ved porten')],
        },
        text(' i en halv time. '),
        { type: 'grade', source: '1', information: 'A', handling: 'C', basis: 'fact' },
        text(' Hun tror han kommer igjen. '),
        { type: 'grade', source: '2', information: 'C', handling: 'P', basis: 'assessment' },
      ],
    },
    {
      type: 'list',
      style: 'check',
      content: [
        { type: 'item', checked: true, content: [text('Låsen er skiftet')] },
        { type: 'item', content: [text('Skolen er varslet')] },
      ],
    },
    { type: 'callout', tone: 'important', content: [text('Ring aldri det gamle nummeret.')] },
    { type: 'callout', tone: 'decision', content: [text('Fast vakthold til retten har avgjort.')] },
    {
      type: 'table',
      header: true,
      content: [
        ['Når', 'Hvor', 'Hvem'],
        ['23:05', 'Porten', 'Nabo'],
      ].map((row) => ({
        type: 'row',
        content: row.map((cell) => ({ type: 'cell', content: [text(cell)] })),
      })),
    },
    { type: 'quote', content: [text('«At noen sier fra til meg først.»')] },
    { type: 'image', attachment: LIND, alt: 'Porten sett fra gaten' },
  ],
};
const document_: NoteDocument = { version: 1, blocks: BLOCKS };

async function openNotes(options: OpenOptions = {}, note = document_): Promise<OpenNotes> {
  open = await browser.open({
    fill: async ({ book }, caseId) => {
      await book.command('test.fill', async (tx) => {
        await tx.insert('person', { name: 'Lind' }, { id: LIND });
        const happened = { fromAt: NIGHT, toAt: NIGHT + 60_000, precision: 'minute' as const, zone: 'Europe/Oslo' };
        await tx.insert('breach', { text: 'Brudd 9, oppmøte ved bolig', happened }, { id: BREACH, caseId });
        await tx.insert(
          'note',
          {
            heading: 'Samtale med Lind',
            document: serializeDocument(note),
            documentVersion: 1,
            text: documentText(note),
          },
          { id: NOTE, caseId },
        );
      });
    },
    ...options,
  });
  await open.page.waitForSelector('.note-text');
  await open.page.evaluate(async () => void (await document.fonts.ready));
  return open;
}

const values = async ({ book }: OpenNotes) => (await book.book.find(NOTE))?.values ?? {};
const stored = async (opened: OpenNotes) => understoodDocument(String((await values(opened)).document));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Puts the focus into the note's text with the caret at its end. */
async function atEnd(page: Page): Promise<void> {
  await page.locator('.note-text').last().click();
  await press(page, 'Control+End');
}

/** Selects from the caret with the keyboard, in a text that is only shown too. */
async function selectLine(page: Page, line: string): Promise<void> {
  await page.getByText(line).click();
  await press(page, 'Home');
  await press(page, 'Shift+End');
}

// Would catch: any broken step in the life of a note; words that can be changed after signing; a strike without reason.
test('a note is signed, struck in and added to with the keyboard, and its text cannot be changed any more', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await button(page, 'Signer').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Signer' }).click();
  await page.getByText('Signert av Fjære').waitFor();
  expect((await values(opened)).signedBy).toBe('Fjære');
  const before = (await values(opened)).document;

  // Everything a person might try to change it with.
  const text = page.getByRole('textbox', { name: 'Notatets tekst' });
  // The note is drawn anew, and the keys are in it still.
  const hasKeys = () => text.evaluate((element) => element === document.activeElement);
  await expect.poll(hasKeys).toBe(true);
  expect(await text.getAttribute('aria-readonly')).toBe('true');
  await text.click();
  for (const key of ['x', 'Enter', 'Backspace', 'Delete', 'Control+b', 'Control+x', 'Control+z'])
    await press(page, key);
  expect(await text.innerText()).toContain('Hun er redd, men klar og konkret.');
  expect((await values(opened)).document).toBe(before);
  expect(await page.getByRole('textbox', { name: 'Overskrift' }).getAttribute('readonly')).not.toBeNull();

  await button(page, 'Stryk ord eller bilde').click();
  await page.getByText('Merk først ordene eller bildet som skal strykes.').waitFor();
  await selectLine(page, 'Bilen skal ha vært grå.');
  await press(page, 'Alt+F10');
  await page.keyboard.press('Enter');
  const reason = page.getByRole('textbox', { name: 'Hvorfor strykes dette?' });
  await reason.waitFor();
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Stryk' }).isDisabled()).toBe(true);
  await reason.fill('gjaldt en annen bil');
  await reason.press('Enter');
  await page.getByText('strøket 2026-03-29 05:12 Fjære: gjaldt en annen bil').waitFor();
  await expect.poll(hasKeys).toBe(true);
  expect((await stored(opened))?.blocks[1]).toMatchObject({
    content: [{ type: 'struck', by: 'Fjære', content: [{ text: 'Bilen skal ha vært grå.' }] }],
  });

  await button(page, 'Tillegg').click();
  const added = page.getByRole('textbox', { name: 'Tilleggets tekst' });
  await added.click();
  await page.keyboard.type('Nabo så en mørk varebil.');
  await kept(page);
  await button(page, 'Signer tillegget').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Signer' }).click();
  await page.getByText(/Tillegg, Fjære .*, signert/).waitFor();
  expect((await stored(opened))?.addenda).toMatchObject([
    { by: 'Fjære', content: [{ content: [{ text: 'Nabo så en mørk varebil.' }] }] },
  ]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

// Would catch: an addendum that is lost by a crash before it is signed.
test('an addendum that is being written is kept as a draft and comes back', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await opened.book.book.command('test.sign', (tx) => tx.update('note', NOTE, { signedAt: NIGHT, signedBy: 'Fjære' }));
  await button(page, 'Tillegg').click();
  await page.getByRole('textbox', { name: 'Tilleggets tekst' }).click();
  await page.keyboard.type('Halvveis');
  await kept(page);
  expect((await opened.book.book.findDraft(NOTE))?.text).toContain('Halvveis');
  await page.reload();
  await page.getByRole('textbox', { name: 'Tilleggets tekst' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Tilleggets tekst' }).innerText()).toBe('Halvveis');
});

// Would catch: a link from words that loses them, its type or its date; one that cannot be made with the keyboard.
test('marked words become a link with a type and a date, and the record shows them', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await selectLine(page, 'Bilen skal ha vært grå.');
  await press(page, 'Control+Shift+k');
  await page.getByRole('combobox', { name: 'Til oppføring' }).waitFor();
  await page.keyboard.type('brudd 9');
  await page.getByRole('option', { name: /Brudd 9/ }).waitFor();
  await press(page, 'ArrowDown');
  await page.getByLabel('Lenketype').last().selectOption('contradicts');
  await page.getByRole('textbox', { name: 'Gjelder' }).fill('28.3.2026 23:05');
  await page.keyboard.press('Enter');
  await page.locator('.note-span').waitFor();
  await kept(page);
  await press(page, 'Alt+u');
  await page.waitForSelector('.note-page', { state: 'detached' });
  await expect.poll(async () => (await opened.book.book.find(NOTE))?.version).toBe(2);
  expect((await stored(opened))?.blocks[1]).toMatchObject({
    content: [{ type: 'span', to: BREACH, link: 'contradicts', date: '2026-03-28T23:05', content: [{}] }],
  });
  const links = await opened.book.book.list('link', { caseId: opened.caseId });
  expect(links.find(({ values: each }) => each.type === 'contradicts')?.values).toMatchObject({
    toId: BREACH,
    excerpt: 'Bilen skal ha vært grå.',
    holds: { precision: 'minute' },
  });
});

// Would catch: a date that is not offered, is read as month-day, or leads nowhere.
test('a date after an @ becomes a date of the calendar, or a moment on the timeline', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await atEnd(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Avtalt @2.4.2026 10:00');
  await page.getByRole('option', { name: /dato i teksten/ }).waitFor();
  await page.keyboard.press('Enter');
  const time = page.locator('.note-time');
  await time.waitFor();
  expect(await time.innerText()).toContain('2. april 2026 kl. 10:00');
  await page.keyboard.type('og @29.3.2026 05:12');
  await page.getByRole('option', { name: /tidspunkt på tidslinjen/ }).waitFor();
  await press(page, 'ArrowDown');
  await page.keyboard.press('Enter');
  await kept(page);
  await time.click();
  await page.locator('.note-mention').last().click();
  const asked = await page.evaluate(() => window.noteAsked);
  expect(asked.shown).toEqual([{ at: Date.UTC(2026, 3, 2, 8) }, { at: NIGHT }]);
});

// Would catch: a grade that cannot be put by Ctrl+G, is asked for her own words, or stands in a criminal case.
test('Ctrl+G grades a statement, not her own words, and nothing in a criminal-case note', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await page.getByText('Bilen skal ha vært grå.').click();
  await press(page, 'End');
  await press(page, 'Control+g');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kilde').selectOption('1');
  await dialog.getByLabel('Opplysning').selectOption('A');
  await dialog.getByRole('button', { name: 'Grader' }).click();
  const grade = page.getByRole('img', {
    name: 'Kilde 1 pålitelig, opplysning A kjent direkte, deling C på vilkår, faktum',
  });
  await grade.waitFor();
  await page.getByText('«At noen sier fra').click();
  await frame(page);
  await press(page, 'Control+g');
  expect(await dialog.count()).toBe(0);
  await grade.click();
  await dialog.getByRole('button', { name: 'Fjern graderingen' }).click();
  await grade.waitFor({ state: 'detached' });

  await opened.book.book.command('test.criminal', (tx) => tx.update('note', NOTE, { criminalCase: true }));
  await button(page, 'Grader utsagn Ctrl G').waitFor({ state: 'detached' });
  await page.getByText('Bilen skal ha vært grå.').click();
  await press(page, 'Control+g');
  await frame(page);
  expect(await dialog.count()).toBe(0);
  // Taken out of the case again, the key works without opening the note anew.
  await opened.book.book.command('test.criminal', (tx) => tx.update('note', NOTE, { criminalCase: null }));
  await button(page, 'Grader utsagn Ctrl G').waitFor();
  await page.getByText('Bilen skal ha vært grå.').click();
  await press(page, 'Control+g');
  await dialog.waitFor();
  await dialog.getByLabel('Kilde').selectOption('2');
  await dialog.getByLabel('Faktum eller vurdering').selectOption('assessment');
  await dialog.getByRole('button', { name: 'Grader' }).click();
  await expect.poll(() => page.locator('.note-grade').innerText()).toContain('vurdering');
  // Turned into her own words, it is graded no more.
  await press(page, 'Control+Shift+Digit9');
  await page.locator('.note-grade').waitFor({ state: 'detached' });
});

// Would catch: a grade that comes into a criminal-case note, or into somebody's own words, over the clipboard.
test('what is pasted brings its grades only where statements are graded', async () => {
  const opened = await openNotes({}, EVERYTHING);
  const { page } = opened;
  const paste = () =>
    page.evaluate(
      (json) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('application/x-vernebok-note', json);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.querySelector('.note-text')?.dispatchEvent(event);
      },
      serializeDocument({ version: 1, blocks: EVERYTHING.blocks.slice(1, 2) }),
    );
  const grades = page.locator('.note-grade');
  expect(await grades.count()).toBe(2);
  await page.getByText('«At noen sier fra').click();
  await press(page, 'End');
  await paste();
  await frame(page);
  expect(await grades.count()).toBe(2);
  await page.getByText('Fast vakthold til retten').click();
  await press(page, 'End');
  await paste();
  await expect.poll(() => grades.count()).toBe(4);
  await opened.book.book.command('test.criminal', (tx) => tx.update('note', NOTE, { criminalCase: true }));
  await button(page, 'Grader utsagn Ctrl G').waitFor({ state: 'detached' });
  await paste();
  await frame(page);
  expect(await grades.count()).toBe(4);
});

// Would catch: hits that are not counted, not reached with the keyboard, or lost across marks and links.
test('words are found in the note, across links too, and Esc leaves the caret at the hit', async () => {
  const { page } = await openNotes();
  await page.locator('.note-text').click();
  await press(page, 'Control+f');
  await page.keyboard.type('er');
  await page.getByText('1 av 3 treff').waitFor();
  await press(page, 'Enter');
  await page.getByText('2 av 3 treff').waitFor();
  await press(page, 'Shift+Enter');
  await press(page, 'Escape');
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('er');
  expect(await page.evaluate(() => CSS.highlights.has('note-found'))).toBe(false);
});

// Would catch: versions that cannot be read beside each other, or an old one that is not taken up as a new one.
test('two versions are compared side by side, and an old one is taken up as a new one', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await atEnd(page);
  await page.keyboard.type(' Og så ringte hun.');
  await kept(page);
  await press(page, 'Alt+u');
  await page.waitForSelector('.note-page', { state: 'detached' });
  await press(page, 'Alt+u');
  await page.waitForSelector('.note-text');
  await button(page, 'Sammenlign versjoner').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('ins').waitFor();
  expect(await dialog.locator('ins').innerText()).toContain('Og så ringte hun.');
  await dialog.getByRole('button', { name: 'Ta opp igjen v1' }).click();
  await expect.poll(async () => (await opened.book.book.find(NOTE))?.version).toBe(3);
  expect((await values(opened)).text).toBe(documentText(document_));
});

// Would catch: text that was refused as a version and is thrown away with its draft when an old version is taken up.
test('an old version is not taken up while what was typed cannot become a version', async () => {
  const opened = await openNotes();
  const { page, book, calls } = opened;
  await book.book.command('test.second', (tx) => tx.update('note', NOTE, { heading: 'Andre' }));
  await page.getByText('v2').first().waitFor();
  await atEnd(page);
  await page.keyboard.type(' Ny setning.');
  await kept(page);
  calls.failing.set('note.commit', 'DISK_FULL');
  await button(page, 'Sammenlign versjoner').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ta opp igjen v1' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(calls.made).not.toContain('note.restore_version');
  expect((await book.book.findDraft(NOTE))?.text).toContain('Ny setning.');
  calls.failing.clear();
});

// Would catch: what another person typed, shown as one's own and made a version under one's own name by looking at it.
test('a draft of another person is named and only read until it is taken over', async () => {
  const typed = { ...document_, blocks: [...BLOCKS, { type: 'paragraph', content: [text('Vik skrev dette.')] }] };
  const json = serializeDocument(typed as NoteDocument);
  const opened = await openNotes();
  const { page, book } = opened;
  await book.book.saveDraft({
    noteId: NOTE,
    heading: 'Samtale med Lind',
    document: json,
    text: 'Vik skrev dette.',
    at: NIGHT,
    person: 'Vik',
  });
  await page.reload();
  await page.getByText(/^Utkast av Vik fra /).waitFor();
  const note = page.getByRole('textbox', { name: 'Notatets tekst' });
  expect(await note.innerText()).toContain('Vik skrev dette.');
  expect(await note.getAttribute('aria-readonly')).toBe('true');
  await press(page, 'Alt+u');
  await page.waitForSelector('.note-page', { state: 'detached' });
  expect((await book.book.find(NOTE))?.version).toBe(1);
  await press(page, 'Alt+u');
  await button(page, 'Overta utkastet').focus();
  await press(page, 'Enter');
  await page.getByText('Utkast overtatt').waitFor();
  await expect.poll(() => note.getAttribute('aria-readonly')).not.toBe('true');
  expect((await values(opened)).document).toBe(json);
  expect(await book.book.findDraft(NOTE)).toBeNull();
});

// Would catch: a passage struck from the first word to the last with its picture left standing in the middle.
test('a passage of a signed note is struck with the picture in it', async () => {
  const picture: Block = { type: 'image', attachment: LIND, alt: 'Porten' };
  const around: NoteDocument = { version: 1, blocks: [...BLOCKS.slice(1, 2), picture, ...BLOCKS.slice(2)] };
  const opened = await openNotes({}, around);
  const { page, book } = opened;
  await book.book.command('test.sign', (tx) => tx.update('note', NOTE, { signedAt: NIGHT, signedBy: 'Fjære' }));
  await page.getByText('Signert av Fjære').waitFor();
  await page.getByText('Bilen skal ha vært grå.').click();
  await press(page, 'Control+Home');
  await press(page, 'Control+Shift+End');
  await button(page, 'Stryk ord eller bilde').click();
  const reason = page.getByRole('textbox', { name: 'Hvorfor strykes dette?' });
  await reason.fill('feil sak');
  await reason.press('Enter');
  await expect.poll(() => page.locator('.note-struck').count()).toBe(2);
  const blocks = (await stored(opened))?.blocks;
  expect(blocks?.map(({ type }) => type)).toEqual(['paragraph', 'image', 'quote']);
  const struck = { by: 'Fjære', at: expect.any(Number), reason: 'feil sak' };
  expect(blocks?.[1]).toEqual({ ...picture, struck });
});

// Would catch: words of a picture that nobody can change once it stands in the text.
test('Enter on a picture changes what is said of it', async () => {
  const opened = await openNotes({}, EVERYTHING);
  const { page, book } = opened;
  await page.locator('.note-image').click();
  await press(page, 'Enter');
  const words = page.getByRole('dialog').getByRole('textbox', { name: 'Hva som ses på bildet' });
  await words.waitFor();
  expect(await words.inputValue()).toBe('Porten sett fra gaten');
  await words.fill('Porten, natt til søndag');
  await words.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await kept(page);
  expect((await book.book.findDraft(NOTE))?.document).toContain('"alt":"Porten, natt til søndag"');
});

// Looked at by people: both themes, with everything a note can hold.
test.each(['light', 'dark'] as const)('a note with everything in it passes axe in the %s theme', async (theme) => {
  const { page } = await openNotes({ theme }, EVERYTHING);
  await page.locator('.note-table').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  if (process.env.VERNEBOK_PICTURES)
    await page.screenshot({ path: `${process.env.VERNEBOK_PICTURES}/note-${theme}.png` });
});

// Would catch: a wrong word that is not marked, cannot be mended with the keyboard, or is not learnt.
test('a word that is spelled wrong is marked, mended with Ctrl and the full stop, or learnt', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await atEnd(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('polititet kom');
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('note-spelling') ?? [])].map((range) => (range as Range).toString()));
  await expect.poll(marked).toContain('polititet');
  await press(page, 'Home');
  await press(page, 'Control+Period');
  await page.getByRole('menuitem', { name: 'politiet', exact: true }).waitFor();
  await press(page, 'Enter');
  await expect.poll(() => page.locator('.note-text').innerText()).toContain('politiet kom');
  await expect.poll(marked).not.toContain('polititet');
  await press(page, 'End');
  await page.keyboard.type(' til fjærevik');
  await expect.poll(marked).toContain('fjærevik');
  await press(page, 'Control+Period');
  await page.getByRole('menuitem', { name: /Legg «fjærevik» til/ }).click();
  await expect.poll(marked).not.toContain('fjærevik');
  expect(await opened.book.book.setting('spelling.words')).toBe('["fjærevik"]');
});

// Would catch: a date that can only be deleted and typed anew, or that who does not see its mark never hears of.
test('a date in the text is told, changed with Alt and the down arrow, and taken back', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await atEnd(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Avtalt @2.4.2026 10:00');
  await page.getByRole('option', { name: /dato i teksten/ }).waitFor();
  await page.keyboard.press('Enter');
  const time = page.locator('.note-time');
  await time.waitFor();
  await press(page, 'ArrowLeft', 2);
  await page.getByRole('status').filter({ hasText: 'Dato: to. 2. april 2026 kl. 10:00' }).waitFor();
  await press(page, 'Alt+ArrowDown');
  const field = page.getByRole('dialog').getByLabel('Dato eller klokkeslett', { exact: true });
  await field.waitFor();
  expect(await field.inputValue()).toBe('2026-04-02 10:00');
  await field.fill('i overmorgen en gang');
  await page.keyboard.press('Enter');
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  await field.fill('3.4.2026');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => time.innerText()).toBe('fr. 3. april 2026');
  // The text has the keys again, and what was changed can be taken back.
  await press(page, 'Control+z');
  await expect.poll(() => time.innerText()).toBe('to. 2. april 2026 kl. 10:00');
});

// Would catch: an empty frame that is left behind by who pressed Enter to come out of it.
test.each([
  ['Control+Shift+5', '.note-callout'],
  ['Control+Shift+9', 'blockquote'],
  ['Control+Shift+2', 'h2'],
] as const)('Enter in an empty block begun by %s comes out of it, and undo goes back into it', async (chord, block) => {
  const { page } = await openNotes();
  await atEnd(page);
  await press(page, 'Enter');
  const blocks = page.locator(`.note-text ${block}`);
  const before = await blocks.count();
  await press(page, chord);
  await expect.poll(() => blocks.count()).toBe(before + 1);
  await press(page, 'Enter');
  await expect.poll(() => blocks.count()).toBe(before);
  await press(page, 'Control+z');
  await expect.poll(() => blocks.count()).toBe(before + 1);
});

// Would catch: a mark that is there for the eye alone; a suggestion that throws the caret back into the word it mends.
test('a wrong word is told where the caret rests, and mended from behind it', async () => {
  const opened = await openNotes();
  const { page } = opened;
  await atEnd(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Naboen snkket. ');
  await page.getByRole('status').filter({ hasText: '«snkket» står ikke i ordlisten' }).waitFor();
  await press(page, 'Control+Period');
  await page.getByRole('menuitem', { name: 'snakket', exact: true }).waitFor();
  await press(page, 'Enter');
  await page.keyboard.type('Fort.');
  await expect.poll(() => page.locator('.note-text').innerText()).toContain('Naboen snakket. Fort.');
  await page.getByRole('status').filter({ hasText: 'ordlisten' }).waitFor({ state: 'detached' });
});

// Would catch: words out of view that are not found, not come to, or not written in: a long note is painted in part only.
test('in a long note words far out of view are found, come to and written after', async () => {
  const paragraphs = Array.from({ length: 400 }, (_, index): Block => {
    return { type: 'paragraph', content: [text(`${index}. Hun ringte om natten. ${index === 390 ? 'Nålen.' : ''}`)] };
  });
  const opened = await openNotes({}, { version: 1, blocks: paragraphs });
  const { page } = opened;
  await page.locator('.note-text').click();
  await press(page, 'Control+f');
  await page.keyboard.type('nålen');
  await page.getByText('1 av 1 treff').waitFor();
  await press(page, 'Escape');
  const paragraph = page.getByText('390. Hun ringte');
  await expect.poll(() => paragraph.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
  await press(page, 'ArrowRight');
  await page.keyboard.type('!');
  await kept(page);
  expect((await opened.book.book.findDraft(NOTE))?.text).toContain('390. Hun ringte om natten. Nålen!.');
});
