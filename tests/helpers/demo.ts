import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { createSession } from '#main/core/session.ts';
import { buildDemoBook, DEMO_STORY_AT } from '#main/demo/build.ts';
import { LEAST_COST } from '#main/vault/kdf.ts';
import { PASSPHRASE } from './casebook.ts';
import { openCases, openChromium, type TestChromium } from './chromium.ts';

const chronologies = pathToFileURL(`${join(import.meta.dirname, '../../resources/demo')}/`);
const WINDOW = { width: 1440, height: 900 };
/** The case of the demonstration that is planned in. */
export const DEMO_CASE = 'Lind og to barn';

export interface OpenDemo extends Omit<TestChromium, 'finish'> {
  /** Where what leaves the book is saved. */
  readonly exportsFolder: string;
  /** Calls a route as the page does; throws what it answers where it fails. */
  call<T>(name: string, input: unknown): Promise<T>;
  /** Stops, removes the book, and fails when the page complained. */
  finish(): Promise<void>;
}

/** The book for demonstration in a folder of its own, opened in a headless Chromium: the list of cases is shown. */
export async function openDemo(): Promise<OpenDemo> {
  const booksFolder = await mkdtemp(join(tmpdir(), 'vernebok-books-'));
  const exportsFolder = await mkdtemp(join(tmpdir(), 'vernebok-exports-'));
  const session = await createSession({
    folder: join(booksFolder, 'demo'),
    passphrase: PASSPHRASE,
    name: 'Fjære',
    purpose: 'demo',
    cost: { cost: LEAST_COST },
    storyAt: DEMO_STORY_AT,
  });
  await buildDemoBook(session.context, chronologies);
  await session.close();
  const chromium = await openChromium({ booksFolder, exportsFolder, ...WINDOW });
  const { page, app } = chromium;
  await page.setViewportSize(WINDOW);
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await openCases(page);
  return {
    ...chromium,
    exportsFolder,
    async call<T>(name: string, input: unknown) {
      const answer = JSON.parse(await app.call(name, JSON.stringify(input)));
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.value as T;
    },
    async finish() {
      await chromium.finish();
      for (const folder of [booksFolder, exportsFolder]) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** From the list of cases into the one that is planned in. */
export async function openDemoCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: DEMO_CASE }).click();
  await page.getByRole('heading', { level: 1, name: /Lind/ }).waitFor();
}
