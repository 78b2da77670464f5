/** The resources page: officers, vehicles, qualifications and places, made and found by keyboard and role. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '#tests/helpers/axe.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

const pictures = join(import.meta.dirname, '../../out/e2e');

let chromium: TestChromium;
let page: Page;
let books: BooksFolder;

beforeAll(async () => {
  books = await openBooksFolder();
  await (await books.create({ name: 'Vik' })).close();
  chromium = await openChromium({ booksFolder: books.path, width: 1440, height: 900 });
  page = chromium.page;
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ressurser' }).click();
});

afterAll(async () => {
  await chromium?.finish();
  await books?.remove();
});

describe('resources', () => {
  // Would catch: a kind of the book that no page lets one enter, so that nobody can be assigned to a duty.
  it('takes a new officer by keyboard, with what they are qualified for', async () => {
    await page.getByText('Ingenting her ennå').waitFor();
    await page.getByRole('radio', { name: 'Kompetanser' }).click();
    await page.keyboard.press('n');
    await page.getByLabel('Betegnelse').waitFor();
    await page.keyboard.type('Personbeskyttelse');
    await page.keyboard.press('Tab');
    await page.keyboard.type('PB');
    await page.keyboard.press('Tab');
    await page.getByRole('table').getByRole('button', { name: 'Personbeskyttelse' }).waitFor();
    expect(await axeFindings(page, 'light')).toEqual([]);
  });

  it('shows no finding of axe and keeps within the window in both themes', async () => {
    expect(await axeFindings(page, 'dark')).toEqual([]);
    await page.screenshot({ path: join(pictures, 'resources-dark.png') });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
