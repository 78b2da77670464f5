/** The board of the day by keyboard alone: what stands first, from row to row, into the case and back. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '#tests/helpers/axe.ts';
import { type OpenDemo, openDemo } from '#tests/helpers/demo.ts';

const top = join(import.meta.dirname, '../..');
const pictures = join(top, 'out/e2e');

let demo: OpenDemo;
let page: Page;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  demo = await openDemo();
  page = demo.page;
});

afterAll(() => demo?.finish());

const press = (keys: string) => page.keyboard.press(keys);
/** Titles of the rows of a group, in order. */
const titlesIn = (group: string) =>
  page.getByRole('region', { name: group, exact: true }).locator('.vb-today-open').allTextContents();

async function openToday(): Promise<void> {
  await press('Control+k');
  await page.keyboard.type('I dag');
  await page
    .getByRole('option', { name: /^I dag/ })
    .first()
    .waitFor();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'I dag' }).waitFor();
  await page.locator('.vb-today-row').first().waitFor();
}

describe('the board of the day', () => {
  // Would catch: a target of the unit above a deadline of the law, one cause on two rows, an order that is not in force
  // told as one that ends.
  it('is ordered by consequence, one cause a row', async () => {
    await openToday();
    const dangers = await titlesIn('Fare nå');
    expect(dangers).toEqual(expect.arrayContaining(['Forbudet er ikke forkynt', 'Voldsalarmen er ikke prøvd']));
    const groups = await page.locator('.vb-today-group').allTextContents();
    expect(groups.map((text) => text.replace(/ \d+$/, ''))).toEqual([
      'Fare nå',
      'Lovens frister',
      'Utløper',
      'Egne regler',
    ]);
    const law = await titlesIn('Lovens frister');
    expect(law.filter((title) => title.startsWith('Fremstilling')).length).toBeLessThanOrEqual(2);
    expect(law).toContain('Elektronisk kontroll til retten');
    await expect.poll(() => titlesIn('Egne regler')).toContain('Ny risikovurdering, høy risiko');
  });

  // Would catch: a badge that counts own rules, or one that a screen reader does not hear.
  it('is counted in the rail', async () => {
    const solid = await page.locator('.vb-today-row .vb-urgency-over').count();
    const entry = page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('button', { name: /^I dag/ });
    await expect.poll(() => entry.getAttribute('aria-label')).toBe(`I dag, ${solid} haster nå`);
  });

  // Would catch: a row that only the mouse reaches, and a way back that forgets the board.
  it('is walked with J and K and opened with Enter', async () => {
    await press('j');
    const first = await page.evaluate(() => document.activeElement?.textContent);
    await press('j');
    const second = await page.evaluate(() => document.activeElement?.textContent);
    expect(second).not.toBe(first);
    await press('k');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(first);
    await press('Enter');
    await page.locator('nav.vb-tabs').waitFor();
    await press('Alt+ArrowLeft');
    await page.getByRole('heading', { level: 1, name: 'I dag' }).waitFor();
  });

  // Would catch: a result of the law without its section, or a reading shown as the text itself.
  it('opens the source of a deadline and closes it with Esc', async () => {
    const row = page.locator('.vb-today-row', { hasText: 'Elektronisk kontroll til retten' });
    const source = row.getByRole('button', { name: /strpl\. § 222 g/ });
    expect(await source.textContent()).toMatch(/tolkning/);
    await source.focus();
    await press('Enter');
    const card = page.locator('.vb-law-card');
    await card.waitFor();
    expect(await card.textContent()).toMatch(/dl\.\s§\s149/);
    // At once, before the card has taken the keys, and once it has.
    await press('Escape');
    await card.waitFor({ state: 'detached' });
    await press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.vb-law-card'));
    await press('Escape');
    await card.waitFor({ state: 'detached' });
    await expect.poll(() => source.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  // Would catch: what a case asks about danger now that is not on the board, above what is known, or that leads nowhere.
  it('asks in one row a case what the case asks about danger now', async () => {
    const rows = page.getByRole('region', { name: 'Fare nå', exact: true }).locator('.vb-today-row');
    const asking = rows
      .filter({ hasText: 'Et spørsmål og ikke et funn' })
      .or(rows.filter({ hasText: 'et spørsmål og ikke et funn' }));
    await asking.first().waitFor();
    const titles = await titlesIn('Fare nå');
    const first = titles.findIndex((title) => title.startsWith('Se på saken: '));
    expect(titles.slice(first).every((title) => title.startsWith('Se på saken: '))).toBe(true);
    expect(await asking.locator('.vb-urgency-over').count()).toBe(0);
    await page.screenshot({ path: join(pictures, 'today-flags.png') });
    await asking.first().locator('.vb-today-open').focus();
    await press('Enter');
    await page.getByRole('region', { name: 'Se på dette' }).locator('.vb-flag-asked').waitFor();
    await openToday();
  });

  // Would catch: a counter that shows something else than it counts.
  it('shows by its counters what they count', async () => {
    const tile = page.getByRole('button', { name: /Fare og oversittede frister/ });
    const count = Number(await tile.locator('.vb-tile-count').textContent());
    await tile.press('Enter');
    await expect.poll(() => page.locator('.vb-today-row').count()).toBe(count);
    await tile.press('Enter');
    await expect.poll(() => page.locator('.vb-today-row').count()).toBeGreaterThan(count);
  });

  // Would catch: a rule of the unit that is switched off and still warns, or that is told as law.
  it('leaves out a rule of the unit that was switched off in Settings', async () => {
    const name = 'Ny risikovurdering, høy risiko';
    const rail = page.getByRole('navigation', { name: 'Hovedmeny' });
    await rail.getByRole('button', { name: 'Innstillinger' }).press('Enter');
    const rule = page.getByRole('checkbox', { name });
    await rule.press('Space');
    await page.getByRole('checkbox', { name, checked: false }).waitFor();
    expect(await axeFindings(page, 'light')).toEqual([]);
    await rule.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, 'today-settings.png') });
    await press('Alt+ArrowLeft');
    await page.locator('.vb-today-row').first().waitFor();
    await expect.poll(() => titlesIn('Egne regler')).not.toContain(name);
    await press('Alt+ArrowRight');
    await rule.press('Space');
    await page.getByRole('checkbox', { name, checked: true }).waitFor();
    await press('Alt+ArrowLeft');
    await page.locator('.vb-today-row').first().waitFor();
    await expect.poll(() => titlesIn('Egne regler')).toContain(name);
  });

  // Would catch: a target of the unit in the head of a case, or a deadline there without its section.
  it('tells the head of a case of the law alone', async () => {
    const row = page.locator('.vb-today-row', { hasText: 'Fremstilling dagen etter pågripelsen' });
    await row.locator('.vb-today-open').press('Enter');
    const head = page.locator('.vb-case-head');
    await head
      .getByRole('button', { name: /strpl\. §/ })
      .first()
      .waitFor();
    expect(await head.textContent()).not.toMatch(/egen regel/);
    await page.screenshot({ path: join(pictures, 'today-case-head.png') });
    await press('Alt+ArrowLeft');
    await page.locator('.vb-today-row').first().waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds wrong, %s',
    async (theme) => {
      expect(await axeFindings(page, theme)).toEqual([]);
      await page.screenshot({ path: join(pictures, `today-${theme}.png`) });
    },
    40_000,
  );

  // Would catch: at 200 % zoom, a row or panel that cannot be reached.
  it('keeps everything within reach at 200 % zoom', async () => {
    await page.setViewportSize({ width: 720, height: 450 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(pictures, 'today-zoomed.png') });
    expect(await axeFindings(page, 'light')).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
