/** The page of briefings in the whole application: real window, real core process, real print. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteName } from '#contract/route-names.ts';
import type { InputOf, OutputOf } from '#contract/routes.ts';
import { axeFindings } from '#tests/helpers/axe.ts';
import { openChromium, type TestChromium } from '#tests/helpers/chromium.ts';
import { SECRETS, when } from '#tests/main/briefing/lind.ts';
import { buildPages } from './print-page.ts';
import { readPdf } from './read-pdf.ts';

let chromium: TestChromium;
let page: Page;
let folder: string;
let exportsFolder: string;

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const paper = () => page.getByRole('article', { name: /Trusselutsatt|Person under threat/ });
const saved = async () => (await readdir(exportsFolder).catch(() => [])).sort();

async function call<N extends RouteName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = JSON.parse(await chromium.app.call(name, JSON.stringify(input)));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

/** A case with a wish, a blocked place and a planned measure, written over the routes the window uses. */
async function fill(): Promise<void> {
  await call('vault.create', { name: 'Fjære', passphrase: 'fire ukjente ord på rad', purpose: 'demo' });
  const persons = [{ name: 'Lind', role: 'protected' as const }];
  const { id: caseId } = await call('case.create', {
    name: 'Lind',
    number: '2026-0147',
    marking: 'fortrolig',
    persons,
  });
  const { persons: views } = await call('case.view', { id: caseId });
  const personId = views[0]?.person.id;
  const create = (kind: 'place' | 'wish' | 'measure', values: Record<string, unknown>) =>
    call('record.create', { kind, caseId: kind === 'place' ? null : caseId, values });
  const place = { label: 'bolig', type: 'home', personId, protection: 'strengt_fortrolig', address: SECRETS.address };
  await create('place', place);
  const words = `Jeg vil sove hjemme. Ikke skriv ${SECRETS.address} noe sted.`;
  await create('wish', { personId, type: 'wish', words, said: when('2026-03-28', '23:20') });
  await create('measure', {
    type: 'guarding',
    status: 'planned',
    text: 'Vakt',
    fromLocal: '2099-01-01T21:00',
    crew: 'Haug',
  });
}

beforeAll(async () => {
  folder = await buildPages(['index', 'print']);
  exportsFolder = join(await mkdtemp(join(tmpdir(), 'vernebok-export-')), 'out');
  chromium = await openChromium({ rendererDir: folder, exportsFolder, width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  // A colour on its way from one theme to the other has neither's contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await fill();
  await page.reload();
  // A book with cases opens on its day.
  await page.locator('.vb-rail').getByRole('button', { name: 'Saker', exact: true }).click();
  await button('Lind').first().click();
  await page.getByRole('navigation', { name: 'Saksområder' }).getByRole('button', { name: 'Orienteringer' }).click();
  await button(/Skriv ut eksemplar 1/).waitFor();
});
afterAll(async () => {
  await chromium?.finish();
  for (const path of [folder, join(exportsFolder, '..')]) await rm(path, { recursive: true, force: true });
});

describe('the page of briefings', () => {
  // Would catch: a preview that shows on the screen what is withheld on paper.
  it('shows the paper as it leaves and says what is withheld', async () => {
    expect(await paper().innerText()).toContain('«Jeg vil sove hjemme. skjermet»');
    const withheld = page.locator('.vb-briefing-withheld');
    expect(await withheld.innerText()).toMatch(/Adresser og numre under adressesperre\s+1/);
    expect(await page.content()).not.toContain(SECRETS.address);
    expect([...(await axeFindings(page, 'dark')), ...(await axeFindings(page, 'light'))]).toEqual([]);
    if (process.env.VERNEBOK_PICTURES) await page.screenshot({ path: `${process.env.VERNEBOK_PICTURES}/briefing.png` });
  });

  it('changes whom it is for and its language by keyboard alone', async () => {
    await page.getByRole('radio', { name: /Leder/ }).focus();
    await page.keyboard.press('ArrowDown');
    await paper().getByRole('heading', { name: 'Fare for tjenestepersoner' }).waitFor();
    expect(await paper().innerText()).not.toMatch(/Haug|2099/);
    await page.getByRole('radio', { name: 'Norsk' }).focus();
    await page.keyboard.press('ArrowRight');
    await paper().getByRole('heading', { name: 'Danger to officers' }).waitFor();
    expect(await page.locator('[lang="en"]').count()).toBe(1);
    expect([...(await axeFindings(page, 'dark')), ...(await axeFindings(page, 'light'))]).toEqual([]);
    if (process.env.VERNEBOK_PICTURES) await page.screenshot({ path: `${process.env.VERNEBOK_PICTURES}/card.png` });
    await page.keyboard.press('ArrowLeft');
    await paper().getByRole('heading', { name: 'Fare for tjenestepersoner' }).waitFor();
    await page.getByRole('radio', { name: /Patrulje/ }).focus();
    await page.keyboard.press('ArrowUp');
    await paper().getByRole('heading', { name: 'Saksgang' }).waitFor();
  });

  // Would catch: a copy that leaves without its number, its line in the use log, or the person being told where it is.
  it('prints by Ctrl+P, tells where it went and counts the copy', async () => {
    await page.keyboard.press('Control+p');
    await page.getByText('Eksemplar 1 er skrevet ut.').waitFor();
    await button(/Skriv ut eksemplar 2/).waitFor();
    expect(await saved()).toEqual(['vernebok-1.pdf']);
    const pdf = readPdf(await readFile(join(exportsFolder, 'vernebok-1.pdf')));
    expect(pdf.text()).toContain('Eksemplar 1');
    expect(pdf.text()).toContain('Jeg vil sove hjemme.');
    expect(pdf.text()).not.toContain('Solhøgda');
    await page.getByRole('complementary', { name: 'Eksemplarer' }).getByText('1 ute').waitFor();
    const uses = await call('log.uses', { limit: 20 });
    const detail = uses.find(({ action }) => action === 'export')?.detail;
    expect(detail).toMatch(new RegExp(`^leder 1 \\(${pdf.pages} p, \\d+ B\\)$`));
  });

  // Would catch: a failed export that looks like a done one, or that hides why.
  it('says so when it could not be saved, and the number is not lost', async () => {
    // A file where the folder should be refuses root as well.
    await rm(exportsFolder, { recursive: true });
    await writeFile(exportsFolder, '');
    await button(/Skriv ut eksemplar 2/).click();
    await page.getByRole('alert').getByText('Filen kunne ikke lagres (EEXIST).').waitFor();
    expect(await page.getByText(/er skrevet ut/).count()).toBe(0);
    await button(/Skriv ut eksemplar 2/).waitFor();
    await rm(exportsFolder);
    await button(/Skriv ut eksemplar 2/).click();
    await page.getByText('Eksemplar 2 er skrevet ut.').waitFor();
    expect(await saved()).toEqual(['vernebok-2.pdf']);
  });
});
