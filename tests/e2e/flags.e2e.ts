/** The case reads itself, in the window: flags set aside and back by keyboard, as of an instant, and the pattern. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
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
  await openCase('Lind og to barn');
});

afterAll(() => demo?.finish());

async function openCase(name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await panel().waitFor();
}

const panel = (): Locator => page.getByRole('region', { name: 'Se på dette' });

async function look(name: string): Promise<void> {
  const found = await axeFindings(page, 'dark');
  await page.screenshot({ path: join(pictures, `${name}-dark.png`) });
  found.push(...(await axeFindings(page, 'light')));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  expect(found).toEqual([]);
}

/** Moves the focus with Tab until it is on the control; fails when it is never reached. */
async function tabTo(control: Locator): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await control.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by Tab');
}

describe('flags of a case', () => {
  // Would catch: more than a person reads at first sight, a row without its records or its question, colours too weak.
  it('are five at most at first sight, each with its question and its records', async () => {
    const rows = panel().locator('.vb-flag');
    await rows.first().waitFor();
    await expect.poll(() => rows.count()).toBeLessThanOrEqual(5);
    for (const row of await rows.all()) {
      expect(await row.getByRole('button', { name: /^Regel og kilde/ }).count()).toBe(1);
      expect(await row.locator('.vb-flag-ask').innerText()).toMatch(/\?$/);
      expect(await row.locator('.vb-flag-record').count()).toBeGreaterThan(0);
    }
    await look('flags');
  });

  // Would catch: a decision that cannot be made, or not be taken back, without a mouse.
  it('are set aside by keyboard alone, with a reason and a date, and come back by undo', async () => {
    const decide = panel()
      .getByRole('button', { name: /^Vurder: / })
      .first();
    const name = (await decide.getAttribute('aria-label'))?.replace('Vurder: ', '') ?? '';
    await tabTo(decide);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name });
    await dialog.waitFor();
    const confirm = dialog.getByRole('button', { name: 'Fulgt opp' });
    await expect.poll(() => confirm.isDisabled()).toBe(true);
    await page.keyboard.type('Jurist varslet');
    await look('flag-review');
    await tabTo(dialog.getByRole('radio', { name: 'Fulgt opp' }));
    await page.keyboard.press('ArrowRight');
    await tabTo(dialog.getByRole('button', { name: 'Legg til side' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => panel().locator('.vb-flag', { hasText: name }).count()).toBe(0);
    await tabTo(panel().getByRole('button', { name: /^Vis alle/ }));
    await page.keyboard.press('Enter');
    const away = panel().locator('.vb-flag-away');
    await away.getByText('Jurist varslet').waitFor();
    await look('flags-all');
    await page.keyboard.press('Control+z');
    await expect.poll(() => away.count()).toBe(0);
    await tabTo(panel().getByRole('button', { name: /^Vis alle/ }));
    await page.keyboard.press('Enter');
  });

  // Would catch: the past shown as if it were now, or decided about as if it were.
  it('are shown as they were known at an instant', async () => {
    await panel().getByRole('button', { name: 'Slik det var kjent …' }).click();
    await panel().getByLabel('Tidspunkt').fill('2026-03-01 12:00');
    await page.keyboard.press('Enter');
    await panel().getByText('Slik saken var kjent 2026-03-01 12:00').waitFor();
    expect(
      await panel()
        .getByRole('button', { name: /^Vurder: / })
        .count(),
    ).toBe(0);
    await panel().getByRole('button', { name: 'Tilbake til nå' }).click();
    await panel()
      .getByRole('button', { name: /^Vurder: / })
      .first()
      .waitFor();
  });
});

describe('the pattern of a case', () => {
  // Would catch: a page that cannot be reached or read by keyboard, or a figure that does not lead to its records.
  it('shows hours, weeks, channels and plain statements with their records', async () => {
    await page
      .locator('nav.vb-tabs')
      .getByRole('button', { name: /^Hendelser/ })
      .click();
    const list = page.getByRole('radio', { name: 'Liste' });
    await tabTo(list);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Mønster: alvorlig personforfølgelse' }).waitFor();
    await page.getByRole('table', { name: /^Episoder etter ukedag og time/ }).waitFor();
    await page.getByRole('list', { name: 'Steder' }).getByRole('button').first().waitFor();
    await look('pattern');
    const statements = page.getByRole('region', { name: 'Gjentatte ganger' });
    await tabTo(statements.getByRole('button'));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await tabTo(dialog.getByRole('listitem').first().getByRole('button'));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.vb-inspector, [class*="inspector"]').first().waitFor();
    await page.keyboard.press('Escape');
  });
});
