/** By keyboard alone: a day far from what is shown is printed with its plan, which has to be fetched first. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { DEMO_CASE, type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';
import { letters, pdfPages } from '#tests/helpers/pdf.ts';

const TEXT = 'Vakt i september';

let demo: OpenDemo;
let page: Page;

const press = (keys: string) => page.keyboard.press(keys);

/** Writes over what the field that has the keys holds, and leaves it. */
async function fill(text: string): Promise<void> {
  await press('Control+a');
  await page.keyboard.type(text);
  await press('Tab');
}

beforeAll(async () => {
  demo = await openDemo();
  page = demo.page;
  const cases = await demo.call<{ id: RecordId; name: string }[]>('case.list', {});
  const caseId = cases.find(({ name }) => name === DEMO_CASE)?.id;
  const times = { startLocal: '2026-09-10T10:00', endLocal: '2026-09-10T18:00' };
  await demo.call('plan.create_measure', { caseId, type: 'guarding', text: TEXT, ...times });
  await openDemoCase(page);
  await page.locator('nav.vb-tabs .vb-tab').nth(1).focus();
  await press('Enter');
  await page.locator('.timeline-plot').waitFor();
  await page.locator('.vb-matters li').first().waitFor();
});

afterAll(() => demo?.finish());

// Would catch: a button that can be pressed before the plan of the range has come, and a paper on which nothing is planned.
it('prints a day of another half of the year with what is planned in it', async () => {
  await press('Control+p');
  const dialog = page.getByRole('dialog', { name: 'Skriv ut tidslinjen' });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-autofocus'));
  await fill('2026-09-10 00:00');
  await fill('2026-09-11 00:00');
  const confirm = dialog.locator('[type="submit"]:not(:disabled)');
  await dialog.getByText(/^1 del, /).waitFor();
  await confirm.waitFor();
  await confirm.focus();
  await press('Enter');
  const told = page.getByText(/^Eksemplar \d+/);
  await told.waitFor();
  const name = /lagret som (.+\.pdf)/.exec(await told.innerText())?.[1] ?? '';
  const file = join(demo.exportsFolder, name.split('/').at(-1) ?? '');
  expect(letters(pdfPages(file).join(' '))).toContain(letters(TEXT));
});
