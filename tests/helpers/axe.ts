import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong on the page as it stands, in one theme: rule and where. WCAG 2.2 A and AA, and best practice. */
export async function axeFindings(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  // A colour that is still changing from one theme to the other is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
  // The other mode opens a page of its own, which the shell refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${theme} ${id}: ${node.target.join(' ')}`));
}
