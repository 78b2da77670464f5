import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '#main/shell/chromium-program.ts';

/** A headless Chromium for a page that is tested by itself. Outside its sandbox for root alone, who has none. */
export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findChromium(), args: [...sandbox, ...args] });
}
