/** A page looked at: without a finding of axe, and as a picture for eyes, in both themes. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';

const pictures = join(import.meta.dirname, '../../out/e2e');

/**
 * Fails with what axe finds wrong, the dark theme first, and leaves `out/e2e/<name>-dark.png` and `<name>-light.png`.
 * The page is left light.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  for (const theme of ['dark', 'light'] as const) {
    expect(await axeFindings(page, theme), `${name} ${theme}`).toEqual([]);
    await page.screenshot({ path: join(pictures, `${name}-${theme}.png`) });
  }
}
