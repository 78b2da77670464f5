import type { Page } from 'playwright-core';

/** What has the keys: the words of its label, or its own. */
export function focusedWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.labels?.[0]?.innerText.trim() || element?.getAttribute('aria-label') || element?.innerText || '';
  });
}

/** Presses Tab until something of this name has the keys. Throws where none comes. */
export async function tabTo(page: Page, name: RegExp, keys: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (name.test(await focusedWords(page))) return;
    await page.keyboard.press(keys);
  }
  throw new Error(`Tab never came to ${name}, but to ${await focusedWords(page)}`);
}

/** Lets the list of the timeline hold three months around now, by keys; what has to be fetched for it is there then. */
export async function showQuarter(page: Page): Promise<void> {
  await page.getByRole('button', { name: '13 uker', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.vb-timeline-period', { hasText: /rader\.$/ }).waitFor();
}
