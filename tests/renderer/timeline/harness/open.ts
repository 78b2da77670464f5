import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '#tests/helpers/launch.ts';
import { WAIT_MS } from '#tests/helpers/waiting.ts';

const ORIGIN = 'http://timeline.invalid';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

export interface OpenHarness {
  readonly browser: Browser;
  /** A page of 1064 x 800 with the harness on `window`. */
  newPage(scale?: number, size?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Bundles a page in memory and opens a Chromium that is served from there: no port, no network, no files.
 * @param root folder of the page; the harness of the timeline's tests if left out
 */
export async function openHarness(root = import.meta.dirname): Promise<OpenHarness> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'chrome120' },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const output of [result].flat()) {
    if (!('output' in output)) continue;
    for (const file of output.output) files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
  }
  const browser = await launchChromium(['--font-render-hinting=none']);
  return {
    browser,
    async newPage(scale = 1, size = { width: 1064, height: 800 }) {
      const context = await browser.newContext({ viewport: size, deviceScaleFactor: scale, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT_MS);
      await page.route(`${ORIGIN}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        const name = pathname === '/' ? '/index.html' : pathname;
        const body = files.get(name);
        if (body === undefined) await route.fulfill({ status: 404 });
        else await route.fulfill({ body: Buffer.from(body), contentType: TYPES[name.split('.').at(-1) ?? ''] ?? '' });
      });
      await page.goto(`${ORIGIN}/`);
      await page.evaluate(() => document.fonts.load('500 11px "Inter Variable"'));
      return page;
    },
    close: () => browser.close(),
  };
}
