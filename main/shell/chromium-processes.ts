import type { Browser, BrowserContext } from 'playwright-core';
import { ShellError } from './shell.ts';

/** Process ids of all renderers of the browser: what holds the text of a page. */
export async function rendererPids(context: BrowserContext): Promise<number[]> {
  const session = await browserOf(context).newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  } finally {
    await session.detach();
  }
}

function browserOf(context: BrowserContext): Browser {
  const browser = context.browser();
  if (browser === null) throw new ShellError('PAGE_FAILED', 'the browser is gone');
  return browser;
}
