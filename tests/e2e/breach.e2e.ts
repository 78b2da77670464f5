/** An analyst's way by keys alone: a new breach during the call, the arrest, presented too late, the reason. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSession } from '#main/core/session.ts';
import { buildDemoBook, DEMO_STORY_AT } from '#main/demo/build.ts';
import { LEAST_COST } from '#main/vault/kdf.ts';
import { axeFindings } from '#tests/helpers/axe.ts';
import { PASSPHRASE } from '#tests/helpers/casebook.ts';
import { openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

const top = join(import.meta.dirname, '../..');
const pictures = join(top, 'out/e2e');

let chromium: TestChromium;
let page: Page;
let booksFolder: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  booksFolder = await mkdtemp(join(tmpdir(), 'vernebok-books-'));
  const session = await createSession({
    folder: join(booksFolder, 'demo'),
    passphrase: PASSPHRASE,
    name: 'Fjære',
    purpose: 'demo',
    cost: { cost: LEAST_COST },
    storyAt: DEMO_STORY_AT,
  });
  await buildDemoBook(session.context, pathToFileURL(`${join(top, 'resources/demo')}/`));
  await session.close();
  chromium = await openChromium({ booksFolder, width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lind og to barn' }).click();
  await page.getByRole('heading', { level: 1, name: /Lind/ }).waitFor();
}, 120_000);

afterAll(async () => {
  await chromium?.finish();
  await rm(booksFolder, { recursive: true, force: true });
}, 120_000);

const look = async (name: string) => {
  for (const theme of ['dark', 'light'] as const) {
    expect(await axeFindings(page, theme), `${name} ${theme}`).toEqual([]);
    await page.screenshot({ path: join(pictures, `${name}-${theme}.png`) });
  }
};

/** Enters one step of the chain by keys: its button, the time over what stands there, who, Enter. */
async function enterStep(step: RegExp, time: string, who: string): Promise<void> {
  const button = page.getByRole('button', { name: step });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  // The dialog puts the focus where typing begins; only then is it moved.
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-autofocus'));
  await dialog.getByLabel('Tid').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(time);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

// Would catch: a step of the entry that needs the mouse, a clock that does not start, a reason that is not kept.
it('goes from the call to the reason in the court book', async () => {
  await page.keyboard.press('b');
  const quick = page.getByRole('dialog', { name: 'Nytt brudd' });
  await quick.waitFor();
  await look('breach-quick');
  await page.keyboard.type('M. sto i bakgården og ropte.');
  await quick.getByRole('button', { name: 'Oppmøte' }).focus();
  await page.keyboard.press('Space');
  await quick.getByLabel('Når').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2026-03-28 23:31');
  await quick.getByLabel('Loggnummer').focus();
  await page.keyboard.type('4471');
  await page.keyboard.press('Enter');
  await quick.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 2, name: /Brudd \d+: M\. sto i bakgården/ }).waitFor();
  await page.getByText('Ingen pågripelse er ført inn').waitFor();
  await look('breach-new');

  await enterStep(/Registrer: Patrulje på stedet/, '2026-03-28 23:47', 'patrulje 31');
  await enterStep(/Registrer: Pågrepet/, '2026-03-29 00:14', 'patrulje 31');
  const custody = page.getByRole('region', { name: 'Frist for fremstilling' });
  await custody.getByRole('button', { name: 'Skriv grunn' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tingretten har ikke rett på søndag; fengslingsmøte mandag 12:00.');
  await page.getByRole('dialog').getByRole('button', { name: 'Skriv grunn' }).focus();
  await page.keyboard.press('Enter');
  await custody.getByText('Grunn i rettsboken').waitFor();
  await enterStep(/Registrer: Tilbudt å forklare seg/, '2026-03-29 00:10', 'patrulje 31');
  await page.getByText('«Tilbudt å forklare seg» er ført før «Pågrepet»').waitFor();
  await look('breach-chain');

  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 2, name: 'Forbud' }).waitFor();
  await look('orders');
}, 120_000);
