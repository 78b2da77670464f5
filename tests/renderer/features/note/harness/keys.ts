import type { Page } from 'playwright-core';

/** Waits until the page has drawn what was done last. */
export async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Presses a key so often, each time when the page has drawn the one before: as fast as a person, not faster. */
export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(key);
    await frame(page);
  }
}

/** Waits until the status line says that what was typed is kept. */
export async function kept(page: Page): Promise<void> {
  await frame(page);
  await page.waitForSelector('.note-kept .vb-icon');
}
