/** The product itself. Runs only where Electron's program is: `npm test` names it in VERNEBOK_ELECTRON. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#contract/envelope.ts';
import { DEMO_PASSPHRASE } from '#main/demo/passphrase.ts';
import { memoryFolder } from '#main/shell/memory-folder.ts';
import { isAlive } from '#tests/helpers/app.ts';

const TOP = join(import.meta.dirname, '..', '..');

let books: string;
let electron: ElectronApplication;
let page: Page;

beforeEach(async () => {
  books = await mkdtemp(join(tmpdir(), 'vernebok-electron-'));
  electron = await _electron.launch({
    ...(process.env.VERNEBOK_ELECTRON && { executablePath: process.env.VERNEBOK_ELECTRON }),
    args: [TOP, '--demo', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, VERNEBOK_BOOKS: books } as Record<string, string>,
  });
  page = await electron.firstWindow();
});
afterEach(async () => {
  await electron.close();
  await rm(books, { recursive: true, force: true });
});

const call = (name: string, input: unknown = {}): Promise<Envelope<unknown>> =>
  page.evaluate(
    async ([route, json]) => {
      const { vernebok } = window as unknown as { vernebok: { invoke(name: string, json: string): Promise<string> } };
      return JSON.parse(await vernebok.invoke(route, json)) as Envelope<unknown>;
    },
    [name, JSON.stringify(input)] as const,
  );

async function unlock(): Promise<void> {
  const listed = (await call('vault.list')) as { value: { ref: string }[] };
  const answer = await call('vault.unlock', { ref: listed.value[0]?.ref, passphrase: DEMO_PASSPHRASE });
  expect(answer).toMatchObject({ ok: true });
}

/** Process ids of the core: a utility process that runs Node. */
const corePids = () =>
  electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'Vernebok core')
      .map(({ pid }) => pid),
  );

describe('the window', () => {
  test('is sandboxed, isolated, without Node, at our own address and under our policy', async () => {
    const isProtected = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().every((window) => window.isContentProtected()),
    );
    expect(isProtected).toBe(process.platform !== 'linux');
    const renderer = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    if (process.platform === 'linux' && process.getuid?.() !== 0) {
      expect(readFileSync(`/proc/${renderer}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    }
    expect(new URL(page.url()).protocol).toBe('app:');
    const inside = await page.evaluate(async () => {
      const blocked = (work: () => Promise<unknown>) =>
        work().then(
          () => 'passed',
          () => 'refused',
        );
      return {
        require: typeof (window as unknown as { require?: unknown }).require,
        process: typeof (window as unknown as { process?: unknown }).process,
        fetch: await blocked(() => fetch('https://example.com/')),
        open: window.open('https://example.com/'),
        location: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      };
    });
    expect(inside).toEqual({
      require: 'undefined',
      process: 'undefined',
      fetch: 'refused',
      open: null,
      location: 'denied',
    });
  });

  // Would catch: a profile on a disk; a book for real work opened while a debugger's port is open, as it is in this test.
  test('writes its own files into memory, and opens no real book while somebody can read along', async () => {
    const [session = '', temp = ''] = await electron.evaluate(({ app }) =>
      (['sessionData', 'temp'] as const).map((name) => app.getPath(name)),
    );
    for (const path of [session, temp]) expect(path.startsWith(memoryFolder() ?? tmpdir())).toBe(true);
    expect(await call('app.info')).toMatchObject({ value: { capabilities: { realBooks: false } } });
  });

  test('stays where it is', async () => {
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await call('app.info');
    expect(page.url()).toBe(before);
    expect(electron.windows()).toHaveLength(1);
  });
});

describe('lock', () => {
  test('ends the core process and the process of the page', async () => {
    await unlock();
    const [core = 0] = await corePids();
    const renderer = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    expect(isAlive(core)).toBe(true);
    const next = electron.waitForEvent('window');
    void call('vault.lock').catch(() => undefined);
    page = await next;
    await expect.poll(() => [core, renderer ?? 0].filter(isAlive)).toEqual([]);
    expect(await call('session.get')).toMatchObject({ ok: false, code: 'LOCKED' });
  });

  test('follows the system going to sleep', async () => {
    await unlock();
    const next = electron.waitForEvent('window');
    await electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    page = await next;
    expect(await call('app.info')).toMatchObject({ value: { locked: true, lockedBy: 'system' } });
    expect(await corePids()).toEqual([]);
  });
});

test('a briefing is printed in memory, tagged and titled by the program alone', async () => {
  await unlock();
  const saved = join(books, 'saved.pdf');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, saved);
  const cases = (await call('case.list')) as { value: { id: string }[] };
  const input = { caseId: cases.value[0]?.id, profile: 'leder', language: 'nb' };
  expect(await call('briefing.export', input)).toMatchObject({ ok: true, value: { savedAs: 'saved.pdf' } });
  const info = execFileSync('pdfinfo', [saved], { encoding: 'utf8' });
  expect(info).toMatch(/^Title:\s+Vernebok$/m);
  expect(info).toMatch(/^Tagged:\s+yes$/m);
});
