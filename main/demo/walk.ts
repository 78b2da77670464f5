import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** How long a step may take to show. */
const SHOWN_WITHIN_MS = 30_000;

/**
 * Walks through the demonstration as a person would: unlock, cases, the invented night, its timeline, a note, its
 * briefing; leaves a picture of each step and the briefing.
 * @param page the locked window of an application that offers the demonstration's passphrase
 * @param outFolder for the pictures; the application saves the briefing there too
 * @returns names of what lies in the folder now
 * @throws when a step does not show what it should
 */
export async function demoWalk(page: Page, outFolder: string): Promise<string[]> {
  await mkdir(outFolder, { recursive: true });
  page.setDefaultTimeout(SHOWN_WITHIN_MS);
  const picture = (name: string) => page.screenshot({ path: join(outFolder, `${name}.png`) });
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const area = (name: string) => page.getByRole('navigation', { name: 'Saksområder' }).getByRole('button', { name });

  await button('Fyll inn').click();
  await picture('1-unlock');
  await button('Lås opp').click();
  await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
  await picture('2-cases');
  await button(/Lind/).first().click();
  await area('Tidslinje').waitFor();
  await picture('3-overview');
  await area('Tidslinje').click();
  await page.locator('.vb-timeline-host').waitFor();
  await picture('4-timeline');
  await area('Notater').click();
  await picture('5-notes');
  await area('Orienteringer').click();
  await button(/Skriv ut eksemplar 1/).click();
  await button(/Skriv ut eksemplar 2/).waitFor();
  await picture('6-briefing');
  return (await readdir(outFolder)).sort();
}
