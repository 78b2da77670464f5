/** A case from nothing by keyboard alone: no call here touches the mouse, and every step is what a person would press. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRow } from '#contract/case.ts';
import { openChromium, type TestChromium } from '#tests/helpers/chromium.ts';
import { focusedWords, tabTo as pressTabTo } from '#tests/helpers/keys.ts';

const PASSPHRASE = 'fire ukjente ord på rad';
const pictures = join(import.meta.dirname, '../../out/e2e');

let chromium: TestChromium;
let page: Page;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  chromium = await openChromium({ width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
});
afterAll(() => chromium?.finish());

const press = (keys: string) => page.keyboard.press(keys);
const type = (text: string) => page.keyboard.type(text);

const focused = () => focusedWords(page);
const tabTo = (name: RegExp, keys: 'Tab' | 'Shift+Tab' = 'Tab') => pressTabTo(page, name, keys);

async function counts(): Promise<CaseRow['records']> {
  const answer = JSON.parse(await chromium.app.call('case.list', '{}')) as { value: CaseRow[] };
  return answer.value[0]?.records ?? {};
}

/** Opens an area of the case by its tab. */
async function goTo(area: string): Promise<void> {
  await tabTo(new RegExp(`^${area}`), 'Tab');
  await press('Enter');
  await page.locator('nav.vb-tabs [aria-current]').filter({ hasText: area }).waitFor();
}

// Would catch: anything on the way from an empty book to a planned measure that only the mouse reaches.
describe('by keyboard alone', () => {
  it('creates a book', async () => {
    await tabTo(/^Navnet ditt/);
    await type('Fjære');
    await tabTo(/^Passfrase$/);
    await type(PASSPHRASE);
    await tabTo(/^Passfrasen en gang til/);
    await type(PASSPHRASE);
    await tabTo(/^Jeg vet at boken/);
    await press('Space');
    await tabTo(/^Opprett saksbok/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
  });

  it('creates a case', async () => {
    await tabTo(/^Ny sak/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await type('Lind');
    await press('Enter');
    await page.locator('nav.vb-tabs').waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('adds a person under threat', async () => {
    await goTo('Personer');
    await press('n');
    await page.getByRole('dialog').waitFor();
    await expect.poll(focused).toMatch(/^Navn/);
    await type('Lind');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: /Trusselutsatt: Lind/ }).waitFor();
  });

  it('records a breach in the quick entry, and comes back to it from the list', async () => {
    await goTo('Forbud');
    await press('b');
    await expect.poll(focused).toMatch(/^Hva skjedde/);
    await type('Oppmøte ved bolig.');
    // One stop for all forms of contact: a letter goes to the one that begins with it.
    await tabTo(/^Anrop$/);
    await press('o');
    await expect.poll(focused).toMatch(/^Oppmøte$/);
    await press('Space');
    await page.getByRole('dialog').getByRole('button', { name: 'Oppmøte', pressed: true }).waitFor();
    await tabTo(/^Når/);
    await press('Control+A');
    await type('2026-03-28 21:31');
    await tabTo(/^Når fikk politiet vite det/);
    await type('N');
    await tabTo(/^Loggnummer/);
    await type('4471');
    await press('Enter');
    await page.getByRole('heading', { level: 2, name: /Brudd 1: Oppmøte ved bolig/ }).waitFor();
    await expect.poll(async () => (await counts()).breach).toBe(1);
    await press('Escape');
    await page.getByRole('heading', { level: 2, name: 'Forbud' }).waitFor();
    await tabTo(/2026-03-28 21:31/);
    await press('Enter');
    await page.getByRole('heading', { level: 2, name: /Brudd 1/ }).waitFor();
    await press('Escape');
  });

  // Would catch: a half-filled record that is gone after a look at another page.
  it('keeps what was begun and left, and takes it up again', async () => {
    await goTo('Vurderinger');
    await goTo('Tiltak');
    await tabTo(/^Ny$/);
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Tiltak' }).waitFor();
    // The menu takes the keys a moment after it is drawn; other kinds may stand before the one that is wanted.
    await page.locator('[role="menu"]:focus-within').waitFor();
    for (let step = 0; step < 12 && (await focused()) !== 'Tiltak'; step += 1) await press('ArrowDown');
    expect(await focused()).toBe('Tiltak');
    await press('Enter');
    await expect.poll(focused).toMatch(/^Type/);
    await press('Tab');
    await type('Vakt som mangler type');
    await press('Tab');
    await press('Escape');
    await page.locator('.vb-inspector').waitFor({ state: 'detached' });
    await page.getByText('Mangler: Type').waitFor();
    // Where no list is there to take the keys, the area's first button has them.
    await expect.poll(focused).not.toBe(await page.evaluate(() => document.body.innerText));
    expect((await counts()).measure ?? 0).toBe(0);
    await tabTo(/^Fortsett/, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('textbox', { name: 'Hva', exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Hva', exact: true }).inputValue()).toBe('Vakt som mangler type');
    await expect.poll(focused).toMatch(/^Type/);
    await press('ArrowDown');
    await expect.poll(async () => (await counts()).measure).toBe(1);
    await press('Escape');
  });

  it('plans a measure on the timeline and finds it in the list beside it', async () => {
    await goTo('Tidslinje');
    await page.locator('.timeline-plot').waitFor();
    await press('n');
    await expect.poll(focused).toMatch(/^Hva$/);
    await type('Fast vakthold, natt');
    await press('Enter');
    await expect.poll(async () => (await counts()).measure).toBe(2);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('l');
    await page.getByRole('grid', { name: 'Tidslinjen som liste' }).waitFor();
    await page.screenshot({ path: join(pictures, 'keyboard-timeline-list.png') });
    // Planned far from what was shown: its time was brought into view, on the drawing and so in the list.
    await page.locator('.vb-timeline-row').filter({ hasText: 'Fast vakthold, natt' }).waitFor();
    await press('Control+z');
    await expect.poll(async () => (await counts()).measure).toBe(1);
  });
});
