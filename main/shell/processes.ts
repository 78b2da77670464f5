import { setTimeout as wait } from 'node:timers/promises';
import { ShellError } from './shell.ts';

/** How long a process may take to be gone after it was killed. */
const GONE_WITHIN_MS = 5_000;

/**
 * Kills processes that drew a page and waits until they are gone; left alone they would last about a second more.
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
