/** Who has which part in a case, what persons withdraw and are, a call list, and a release: each by keys alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';
import { focusedWords, tabTo } from '#tests/helpers/keys.ts';
import { lookAt } from '#tests/helpers/look.ts';

let demo: OpenDemo;
let page: Page;

beforeAll(async () => {
  demo = await openDemo();
  page = demo.page;
  await openDemoCase(page);
});

afterAll(() => demo?.finish());

const press = (keys: string) => page.keyboard.press(keys);
const type = (text: string) => page.keyboard.type(text);
const focused = () => focusedWords(page);

const look = (name: string) => lookAt(page, name);

/** Chooses from the menu that the focused button opens. */
async function choose(item: string): Promise<void> {
  await press('Enter');
  await page.getByRole('menuitem', { name: item, exact: true }).waitFor();
  await page.locator('[role="menu"]:focus-within').waitFor();
  for (let step = 0; step < 14 && (await focused()) !== item; step += 1) await press('ArrowDown');
  expect(await focused()).toBe(item);
  await press('Enter');
}

// Would catch: a part that only the mouse can give on, a former holder who is gone from sight.
it('gives a part on to somebody else', async () => {
  await tabTo(page, /^Personer/, 'Tab', 120);
  await press('Enter');
  const panel = page.getByRole('region', { name: 'Ansvarlige i saken' });
  await panel.getByText('Sund').waitFor();
  await look('people');
  await tabTo(page, /^Bytt: Påtaleansvarlig$/, 'Tab', 120);
  await press('Enter');
  await expect.poll(focused).toMatch(/^Navn/);
  await type('Dahl');
  await tabTo(page, /^Telefon/);
  await type('000 00 021');
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await panel.getByText('Dahl').waitFor();
  await panel.getByText('2 tidligere eller senere').waitFor();
});

// Would catch: a withdrawal that is one word for everything, a child's interview whose date stands on the page, a status
// without its history.
it('shows what each is in the criminal case, and takes in a withdrawal thing by thing', async () => {
  await page.getByText('Siktet').first().waitFor();
  await page.getByText('Mistenkt').first().waitFor();
  const panel = page.getByRole('region', { name: 'Lind', exact: true });
  await panel.getByRole('button', { name: 'Ny', exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Ny', exact: true }).focus();
  await choose('Tilbaketrekking');
  await expect.poll(focused).toMatch(/^Hva hun trekker tilbake/);
  await type('Samtykke til');
  await tabTo(page, /^Neste trygge kontakt/);
  await type('2026-03-30 10:00');
  await press('Tab');
  await panel.getByText(/neste trygge kontakt 2026-03-30 10:00/).waitFor();
  await panel.getByText(/Delt med: .*Statens barnehus/).waitFor();
  await press('Escape');
  const child = page.getByRole('region', { name: 'Barn B', exact: true });
  await child.getByText(/tid og sted vises bare i oppføringen/).waitFor();
  expect(await child.innerText()).not.toMatch(/2026-03-31|09:00/);
  await look('people-standing');
});

// Would catch: a pasted list that is counted by hand, or lost behind the number.
it('takes in a pasted call list as one entry with its calls', async () => {
  await press('b');
  const quick = page.getByRole('dialog', { name: 'Nytt brudd' });
  await expect.poll(focused).toMatch(/^Hva skjedde/);
  await type('Anrop fra skjult nummer.');
  await tabTo(page, /^Når fikk politiet vite det/);
  await type('N');
  await tabTo(page, /^Lim inn anropsliste/);
  await page.keyboard.insertText('27.03.2026 02:40 skjult\n27.03.2026 02:55 skjult\nslutt\n27.03.2026 03:10 skjult');
  await quick.getByText('3 anrop fra 2026-03-27 02:40 til 2026-03-27 03:10.').waitFor();
  await quick.getByText('1 linje er uten tid og teller ikke.').waitFor();
  await quick.getByRole('button', { name: 'Anrop', pressed: true }).waitFor();
  await look('breach-call-list');
  await tabTo(page, /^Lagre brudd$/);
  await press('Enter');
  await quick.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 2, name: /Anrop fra skjult nummer/ }).waitFor();
  expect(await page.getByLabel('Antall kontakter').inputValue()).toBe('3');
  expect(
    await page.getByLabel('Sluttet', { exact: true }).or(page.getByLabel('Varte til')).first().inputValue(),
  ).toContain('03:10');
  await page.getByLabel('Avsender').waitFor();
});

// Would catch: a release whose consequences only the mouse can start, or that says nothing of who is to be told.
it('reports a release and lists what somebody must see to', async () => {
  await press('Escape');
  await page.getByRole('heading', { level: 2, name: 'Forbud' }).waitFor();
  await tabTo(page, /^Løslatt, rømt eller permisjon$/, 'Shift+Tab', 160);
  await press('Enter');
  await expect.poll(focused).toMatch(/^Hvem sa det/);
  await type('Arresten ringte');
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/sak er oppdatert|saker er oppdatert/).waitFor();
  await dialog.getByText('Si fra til Påtaleansvarlig: Dahl, 000 00 021').waitFor();
  await page.getByText('Før han kom ut').first().waitFor();
  await dialog
    .getByText(/Prøv den med operasjonssentralen/)
    .first()
    .waitFor();
  await look('release-done');
});

// Would catch: a time that is the click's, an attempt nobody can read, a confirmed notice that no list holds any more.
it('enters an attempt and her confirmation with the times they had, and keeps both to read and correct', async () => {
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await tabTo(page, /^Oversikt/, 'Shift+Tab', 160);
  await press('Enter');
  const panel = page.getByRole('region', { name: 'Varsle henne' });
  await panel.getByText('Ingen forsøk er ført').first().waitFor();
  await tabTo(page, /^Nytt forsøk$/, 'Tab', 160);
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await expect.poll(focused).toMatch(/^Av hvem/);
  await type('Moen');
  await tabTo(page, /^Forsøkt/, 'Shift+Tab');
  await press('Control+A');
  await type('2026-03-29 04:40');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: /^Forsøkt .*03-29 04:40: .*Moen/ }).waitFor();
  await tabTo(page, /^Bekreftet av henne$/, 'Tab', 40);
  await press('Enter');
  await expect.poll(focused).toMatch(/^Bekreftet hvordan/);
  await type('Ringte tilbake selv');
  await tabTo(page, /^Bekreftet av henne/, 'Shift+Tab');
  await press('Control+A');
  await type('2026-03-29 04:55');
  await look('notice-confirm');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await tabTo(page, /^1 bekreftet varsel$/, 'Tab', 160);
  await press('Enter');
  await panel.getByRole('button', { name: /bekreftet av henne .*03-29 04:55, Ringte tilbake selv/ }).waitFor();
  await look('notices');
  await tabTo(page, /^Forsøkt .*04:40/, 'Tab');
  await press('Enter');
  const inspector = page.locator('aside.vb-inspector');
  await expect.poll(() => inspector.getByLabel('Av hvem').inputValue()).toBe('Moen');
});
