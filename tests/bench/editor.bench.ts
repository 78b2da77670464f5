import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '#tests/helpers/launch.ts';
import { type Bench, quantile, round, row } from './bench.ts';

const ORIGIN = 'https://editor.invalid';
/** Keys of a round in each editor, and rounds: the two take turns, so that what else the machine does meets both. */
const KEYS = 25;
const ROUNDS = 8;
const WARM_UP = 10;
const GOAL = 1.2;
const PASTE_GOAL_MS = 2_000;
const PASTED = 500_000;

/**
 * From a key to the frame that shows it, in a note of 500 kB with 1,000 mentions, against a bare Lexical editor with the
 * same text; the 95th percentile.
 */
export const typing: Bench = {
  name: 'typing',
  run: () =>
    inBrowser(async (open) => {
      const ours = await open();
      const bare = await open();
      const opened = await ours.evaluate(() => window.editorBench.open('ours'));
      const openedBare = await bare.evaluate(() => window.editorBench.open('bare'));
      await type(ours, WARM_UP);
      await type(bare, WARM_UP);
      const times = { ours: [] as number[], bare: [] as number[] };
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        times.ours.push(...(await type(ours, KEYS)));
        times.bare.push(...(await type(bare, KEYS)));
      }
      return row('typing', quantile(times.ours, 0.95), quantile(times.bare, 0.95), GOAL, {
        'median, ms': round(quantile(times.ours, 0.5)),
        'median of the bare editor, ms': round(quantile(times.bare, 0.5)),
        'opened in, ms': round(opened),
        'bare editor opened in, ms': round(openedBare),
        keys: times.ours.length,
      });
    }),
};

/** Pasting 500 kB of HTML from a word processor into a note, until it is drawn, against two seconds. */
export const paste: Bench = {
  name: 'paste',
  run: () =>
    inBrowser(async (open) => {
      const page = await open();
      await page.evaluate(() => window.editorBench.open('ours'));
      const html = pastedHtml();
      await page.keyboard.press('Control+End');
      const ms = await page.evaluate((given) => window.editorBench.paste(given), html);
      return row('paste', ms, PASTE_GOAL_MS, 1, { 'pasted, kB': Math.round(html.length / 1_000) });
    }),
};

/** What a word processor hands over: at least PASTED characters. */
function pastedHtml(): string {
  let html = '';
  for (let number = 0; html.length < PASTED; number += 1) {
    html += `<p class="MsoNormal" style="margin:0"><b>${number}.</b> <span style="color:red">Hun ringte om natten og sa at han sto ved porten,
           at barna sov, og at hun ikke turte å gå ut.</span> <i>Hun var redd</i>, og naboen så det. <a href="https://x.invalid">lenke</a></p>`;
  }
  return html;
}

/** Types letters one at a time, each when the one before is drawn; the times the page measured, ms. */
async function type(page: Page, keys: number): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(() => window.editorBench.times());
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('a');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  return page.evaluate(() => window.editorBench.times());
}

async function inBrowser<T>(work: (open: () => Promise<Page>) => Promise<T>): Promise<T> {
  const files = await bundle();
  const browser = await launchChromium();
  try {
    return await work(() => openPage(browser, files));
  } finally {
    await browser.close();
  }
}

async function openPage(browser: Browser, files: ReadonlyMap<string, string | Uint8Array>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const name = pathname === '/' ? '/index.html' : pathname;
    const body = origin === ORIGIN ? files.get(name) : undefined;
    if (body === undefined) await route.abort();
    else await route.fulfill({ body: Buffer.from(body), contentType: types[name.split('.').at(-1) ?? ''] ?? '' });
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}

/** The page, bundled in memory as the application's own is. */
async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const result = await build({
    root: `${import.meta.dirname}/editor`,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: { write: false, target: 'chrome146', modulePreload: false },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const output of [result].flat()) {
    if (!('output' in output)) continue;
    for (const file of output.output) files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
  }
  return files;
}
