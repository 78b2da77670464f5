import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type StartedChromium, type StartOptions, startChromium } from '#main/app/start-chromium.ts';
import { WAIT_MS } from './waiting.ts';

/** A page of a few lines that speaks over the bridge, for tests of the shell itself. */
export const FIXTURE_PAGE = join(import.meta.dirname, '../fixtures/renderer');

export interface TestChromium extends StartedChromium {
  readonly booksFolder: string;
  /** What the page complained of: policy violations, errors, failed requests. */
  readonly complaints: string[];
  /**
   * Stops, removes the books and fails when the page violated its policy, threw, or asked for anything that is not its
   * own. `allow`: complaints that the test provoked itself.
   */
  finish(allow?: { readonly complaints?: RegExp; readonly refused?: RegExp }): Promise<void>;
}

/** The application in a headless Chromium with an own, empty folder of books. */
export async function openChromium(options: Partial<StartOptions> = {}): Promise<TestChromium> {
  const booksFolder = options.booksFolder ?? (await mkdtemp(join(tmpdir(), 'vernebok-books-')));
  const started = await startChromium({ headless: true, ...options, booksFolder });
  const complaints: string[] = [];
  const { page } = started;
  page.setDefaultTimeout(WAIT_MS);
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser reports each violation of the policy on the console, also from before the page's own scripts ran.
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  // What happened while the page first loaded came before these listeners: once more, with them.
  await page.reload();
  return {
    ...started,
    booksFolder,
    complaints,
    async finish(allow = {}) {
      await started.stop();
      if (options.booksFolder === undefined) await rm(booksFolder, { recursive: true, force: true });
      expect(complaints.filter((text) => !allow.complaints?.test(text))).toEqual([]);
      expect(started.refused.filter((url) => !allow.refused?.test(url))).toEqual([]);
    },
  };
}

/** From wherever an open book stands to the list of its cases. */
export async function openCases(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('button', { name: 'Saker' }).click();
  await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
}
