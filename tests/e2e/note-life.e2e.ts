/** The life of a note in the whole application: from a form about a breach to a signed note, a strike, an addendum, a lock. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteView } from '#contract/note.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { axeFindings } from '#tests/helpers/axe.ts';
import { openCases, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

const PASSPHRASE = 'fire ukjente ord på rad';
const pictures = join(import.meta.dirname, '../../out/e2e');
/** Half past eleven in the evening before clocks go forward. */
const AT = Date.UTC(2026, 2, 28, 22, 5);

let chromium: TestChromium;
let page: Page;
let caseId: RecordId;
let noteId: RecordId;

async function call<T>(name: string, input: unknown): Promise<T> {
  const answer = JSON.parse(await chromium.app.call(name, JSON.stringify(input)));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
const note = async () => (await call<NoteView>('note.open', { id: noteId })).note;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const tab = (name: string) => page.getByRole('navigation', { name: 'Saksområder' }).getByRole('button', { name });

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  chromium = await openChromium({ width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel('Navnet ditt').fill('Fjære');
  await page.getByLabel('Passfrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passfrasen en gang til').fill(PASSPHRASE);
  await page.getByLabel('Jeg vet at boken er tapt om passfrasen mistes').check();
  await button('Opprett saksbok').click();
  await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
  const made = await call<{ id: RecordId }>('case.create', {
    name: 'Lind',
    number: '2026-0147',
    marking: 'fortrolig',
    persons: [{ name: 'Lind', role: 'protected' }],
  });
  caseId = made.id;
  await call('record.create', {
    kind: 'breach',
    caseId,
    values: {
      text: 'Sto ved porten',
      happened: { fromAt: AT, toAt: AT + 60_000, precision: 'minute', zone: 'Europe/Oslo' },
    },
  });
  await page.getByRole('button', { name: 'Lind' }).first().click();
});
afterAll(() => chromium?.finish());

describe('the life of a note', () => {
  // Would catch: a form that is not filled in from the record, or does not link back to it.
  it('begins from a breach with its form filled in', async () => {
    await tab('Forbud').click();
    await page.getByText('Sto ved porten').first().click();
    await button('Skriv notat om dette').click();
    await page.locator('.note-heading').waitFor();
    await expect.poll(() => page.locator('.note-heading').inputValue()).toBe('Melding om brudd 2026-03-28 23:05');
    const { notes } = await call<{ notes: { id: RecordId }[] }>('note.list', { caseId });
    noteId = notes[0]?.id as RecordId;
    expect((await note()).values).toMatchObject({ noteForm: 'breach_report', criminalCase: true });
    // Statements of a criminal case are not graded.
    expect(await page.getByText('Grader utsagn').count()).toBe(0);
    await page.screenshot({ path: join(pictures, 'note-form.png') });
    expect(await axeFindings(page, 'light')).toEqual([]);
  });

  // Would catch: words that are not kept within a second of silence, or lost by a lock.
  it('is kept while it is written, and a lock makes a version of it', async () => {
    await page.locator('.note-text').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Naboen hørte ropene.');
    await expect
      .poll(async () => (await call<NoteView>('note.open', { id: noteId })).draft?.text)
      .toContain('Naboen hørte ropene.');
    const { version } = await note();
    await page.keyboard.press('Control+l');
    await page.getByLabel('Passfrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await openCases(page);
    const after = await note();
    expect(after.version).toBe(version + 1);
    expect(after.values.text).toContain('Naboen hørte ropene.');
    await page.getByRole('button', { name: 'Lind' }).first().click();
    await tab('Notater').click();
    await page.locator('.note-text').waitFor();
  });

  // Would catch: a signature that does not hold, in the window or behind it.
  it('is signed, and then neither changed nor unsigned', async () => {
    await button('Signer').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Signer' }).click();
    await page.getByText('Signert av Fjære').waitFor();
    const { values, version } = await note();
    await page.locator('.note-text').click();
    await page.keyboard.type('Endret');
    await page.locator('body').press('Control+z');
    await expect(call('record.update', { id: noteId, patch: { heading: 'Annen' } })).rejects.toThrow('NOTE_SIGNED');
    await expect.poll(() => note()).toMatchObject({ values, version });
    await page.screenshot({ path: join(pictures, 'note-signed.png') });
    expect([...(await axeFindings(page, 'dark')), ...(await axeFindings(page, 'light'))]).toEqual([]);
  });

  // Would catch: a strike or an addendum that cannot be made, or that changes what was signed.
  it('is struck in with a reason and added to', async () => {
    await page.getByText('Naboen hørte ropene.').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    // By the palette, whose field takes the selection away.
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').fill('Stryk ord eller bilde');
    await page.getByRole('option', { name: /^Stryk ord eller bilde/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Hvorfor strykes dette?' }).fill('gjaldt en annen natt');
    await page.keyboard.press('Enter');
    await page.getByText(/strøket .* Fjære: gjaldt en annen natt/).waitFor();
    await button('Tillegg').click();
    await page.getByRole('textbox', { name: 'Tilleggets tekst' }).click();
    await page.keyboard.type('Naboen er avhørt på nytt.');
    await button('Signer tillegget').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Signer' }).click();
    await page.getByText(/Tillegg, Fjære .*, signert/).waitFor();
    const { values } = await note();
    expect(values.text).toContain('[[');
    expect(values.text).toContain('Naboen er avhørt på nytt.');
    await page.screenshot({ path: join(pictures, 'note-added.png') });
    expect(await axeFindings(page, 'dark')).toEqual([]);
  });

  // Would catch: a link that is seen from the note only.
  it('is seen from the breach it is about', async () => {
    const { records } = await call<{ records: ShownRecord[] }>('record.list', { caseId, kinds: ['breach'] });
    const { links } = await call<{ links: { type: string; from: { id: RecordId } }[] }>('record.backlinks', {
      id: records[0]?.id,
    });
    expect(links).toMatchObject([{ type: 'describes', from: { id: noteId } }]);
  });
});
