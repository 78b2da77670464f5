/** Search as a person uses it: one box, a page with filters, saved searches; by keys alone, in both themes. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from '#tests/helpers/axe.ts';
import { openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { openCases, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

const pictures = join(import.meta.dirname, '../../out/e2e');
let chromium: TestChromium;
let page: Page;
let booksFolder: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  const books = await openBooksFolder();
  booksFolder = books.path;
  const session = await books.create({ purpose: 'demo' });
  const { book } = session.context;
  await book.command('case.create', async (tx) => {
    const given = { marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    const lind = { caseId: (await tx.insert('case', { name: 'Lind', ...given })).id };
    const rogn = { caseId: (await tx.insert('case', { name: 'Rogn', ...given })).id };
    await tx.insert('threat', { text: 'Truet henne ved porten med kniv' }, lind);
    await tx.insert('breach', { text: 'Brøt besøksforbudet: sto ved bakdøra' }, lind);
    await tx.insert('note', { heading: 'Samtale', text: 'Naboen så ham [1-A-C] ved bakdøra, tlf. 912 34 567' }, lind);
    await tx.insert('incident', { text: 'Forbud forkynt i retten' }, rogn);
    const hidden = { label: 'Tilflukt', address: 'Skjulveien 12', protection: 'strengt_fortrolig' } as const;
    await tx.insert('place', hidden);
  });
  const [threat] = await book.list('threat');
  await book.command('threat.update', (tx) =>
    tx.update('threat', threat?.id as NonNullable<typeof threat>['id'], { text: 'Truet henne ved skolen med kniv' }),
  );
  await session.close();
  chromium = await openChromium({ booksFolder, width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await openCases(page);
});
afterAll(async () => {
  await chromium?.finish();
  await rm(booksFolder, { recursive: true, force: true });
});

const field = () => page.getByRole('searchbox', { name: 'Søk i hele boken' });
const hits = () => page.getByRole('list', { name: 'Treff' }).getByRole('button');
const marks = () => hits().locator('mark').allTextContents();
async function look(name: string): Promise<void> {
  const found = await axeFindings(page, 'dark');
  await page.screenshot({ path: join(pictures, `search-${name}-dark.png`) });
  found.push(...(await axeFindings(page, 'light')));
  await page.screenshot({ path: join(pictures, `search-${name}.png`) });
  expect(found).toEqual([]);
}

// Would catch: a page that keys do not reach; a part of a compound that is not found, or not marked.
it('is reached by keys, and finds words within words', async () => {
  await page.keyboard.press('Control+Shift+K');
  await field().waitFor();
  await look('start');
  await page.keyboard.type('forbud');
  await expect.poll(() => hits().count()).toBe(2);
  await expect.poll(() => marks()).toEqual(['Forbud', 'forbud']);
  await page.getByRole('status').filter({ hasText: '2 treff' }).waitFor({ state: 'attached' });
  await look('hits');
});

// Would catch: a list that takes the keys and never gives them back, or opens another record than the one in force.
it('is walked through and opened by keys', async () => {
  await field().press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Brøt besøksforbudet');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true);
  await field().press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lind' }).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => field().inputValue()).toBe('forbud');
});

// Would catch: a filter that does not narrow, or cannot be taken off again.
it('is narrowed by case, kind and grading', async () => {
  await page.getByLabel('Sak', { exact: true }).selectOption('Rogn');
  await expect.poll(() => hits().count()).toBe(1);
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
  await expect.poll(() => hits().count()).toBe(2);
  await field().fill('bakdora');
  await expect.poll(() => hits().count()).toBe(2);
  await page.getByLabel('Kilde', { exact: true }).selectOption('1');
  await expect.poll(() => hits().count()).toBe(1);
  await expect.poll(() => marks()).toEqual(['bakdøra']);
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
});

// Would catch: an old text told as one of now; a protected address that is found after all.
it('looks in what was replaced when asked, and says so; never finds what is withheld', async () => {
  await field().fill('porten');
  await page.getByText('Ingen treff').first().waitFor();
  await page.getByLabel('Let også i tekst som er erstattet').check();
  await expect.poll(() => hits().count()).toBe(1);
  await page.getByText(/^Gammel tekst, erstattet/).waitFor();
  await look('old');
  await field().fill('skjulveien');
  await expect.poll(() => hits().count()).toBe(0);
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
});

// Would catch: a kept search that forgets its filters, or cannot be let go.
it('is kept under a name and asked again', async () => {
  await field().fill('91234567');
  await expect.poll(() => hits().count()).toBe(1);
  await page.getByLabel('Navn på søket').fill('Naboens telefon');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await field().fill('noe annet');
  await page.getByRole('button', { name: 'Naboens telefon', exact: true }).click();
  await expect.poll(() => field().inputValue()).toBe('91234567');
  await look('saved');
  await page.getByRole('button', { name: 'Fjern det lagrede søket Naboens telefon' }).click();
  await page.getByText('Et søk som er verdt å gjenta, kan lagres her.').waitFor();
});

// Would catch: a palette that leads nowhere but to records; a kind that can only be created where it is listed.
it('begins in the palette, which also creates any kind of record in the case', async () => {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('bakdør');
  await page.getByRole('option', { name: /Vis treffene med filtre/ }).click();
  await expect.poll(() => field().inputValue()).toBe('bakdør');
  await expect.poll(() => hits().count()).toBe(2);
  await hits().first().click();
  await page.getByRole('heading', { level: 1, name: 'Lind' }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('ny: henvisning');
  await page.getByRole('option', { name: /Ny: henvisning/ }).click();
  await page.locator('.vb-inspector').getByLabel('Hva', { exact: true }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('ny: trussel');
  await page
    .getByRole('option', { name: /Ny: trussel/ })
    .first()
    .click();
  await page.locator('.vb-inspector').getByLabel('Våpen').waitFor();
});
