import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { ShellError } from './shell.ts';

/** How long a process may take to be gone after it was killed. */
const GONE_WITHIN_MS = 5_000;

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

/**
 * Kills renderers that have no page any more and waits until they are gone. Left alone they would last about a second.
 * @throws ShellError PAGE_FAILED when one is still there after five seconds
 */
export async function endProcesses(pids: readonly number[]): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGKILL');
  const until = performance.now() + GONE_WITHIN_MS;
  while (pids.some((pid) => signal(pid, 0))) {
    if (performance.now() > until) throw new ShellError('PAGE_FAILED', 'the old page is still there');
    await wait(5);
  }
}

function signal(pid: number, name: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function browserOf(context: BrowserContext): Browser {
  const browser = context.browser();
  if (browser === null) throw new ShellError('PAGE_FAILED', 'the browser is gone');
  return browser;
}
