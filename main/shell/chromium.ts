import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { Capabilities } from '#contract/app.ts';
import { bridgeScript, CALL_BINDING, DELIVER } from '#preload/chromium.ts';
import { launchChromium, ORIGIN, serve } from './chromium-launch.ts';
import { printToPdf } from './chromium-print.ts';
import { rendererPids } from './chromium-processes.ts';
import { createProfile } from './chromium-profile.ts';
import { createPageFiles } from './page-files.ts';
import { endProcesses } from './processes.ts';
import { saveInFolder } from './save-folder.ts';
import { type Shell, ShellError, type ShellOwner } from './shell.ts';

const CAPABILITIES: Capabilities = {
  name: 'chromium',
  realBooks: false,
  suspendSignal: false,
  contentProtection: false,
  saveDialog: false,
};

export interface ChromiumOptions {
  readonly headless: boolean;
  /** The built page: folder with `index.html` and `print.html`. */
  readonly rendererDir: string;
  /** Where exports go. */
  readonly exportsFolder: string;
  readonly width?: number;
  readonly height?: number;
  /** By default off only as root, where it cannot work. */
  readonly sandbox?: boolean;
}

export interface ChromiumShell extends Shell {
  /** The window's page, the same for the shell's whole life. */
  page(): Page;
  /** Addresses that were asked for and refused, oldest first. */
  readonly refused: readonly string[];
}

/**
 * The shell for development, demonstration and tests: Chromium over a pipe. It lacks Electron's signals and content
 * protection, and its driver carries what is shown through three processes instead of two; so it opens no real book.
 */
export function createChromiumShell(options: ChromiumOptions): ChromiumShell {
  const files = createPageFiles(options.rendererDir, ORIGIN);
  const refused: string[] = [];
  let running: { context: BrowserContext; page: Page; end: () => Promise<void> } | null = null;
  let resetting = false;

  const live = () => {
    if (running === null) throw new ShellError('PAGE_FAILED', 'the window is not open');
    return running;
  };

  async function open(owner: ShellOwner): Promise<void> {
    const profile = await createProfile();
    try {
      const { context, page } = await launchChromium({ ...options, profile });
      running = { context, page, end: () => context.close() };
      await expose(context, page, owner);
      await serve(context, page, files, (url) => refused.push(url));
      watch(context, page, owner);
      context.once('close', () => void profile.remove());
      running.end = async () => {
        await context.close();
        await profile.remove();
      };
      await load(page);
    } catch (error) {
      await running?.end();
      running = null;
      await profile.remove();
      throw error;
    }
  }

  function watch(context: BrowserContext, page: Page, owner: ShellOwner): void {
    context.on('page', (other) => void (other !== page && other.close().catch(() => undefined)));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && !resetting && !isOurs(frame)) owner.lock('strayed');
    });
    const gone = () => {
      if (running?.page !== page) return;
      running = null;
      void context.close().catch(() => undefined);
      owner.closed(false);
    };
    page.on('close', gone);
    page.on('crash', gone);
  }

  return {
    capabilities: CAPABILITIES,
    refused,
    open,
    page: () => live().page,
    send(event, payloadJson) {
      // A page that is being left hears nothing; it would have nothing to do with it either.
      void running?.page.evaluate(deliver, { name: DELIVER, event, payloadJson }).catch(() => undefined);
    },
    async resetPage() {
      const { context, page } = live();
      resetting = true;
      try {
        const before = await rendererPids(context);
        await leaveProcess(context, page, before);
        await endProcesses(before);
        await load(page);
      } finally {
        resetting = false;
      }
    },
    printToPdf: (documentJson, signal) =>
      printToPdf({ rendererDir: options.rendererDir, documentJson, ...(signal && { signal }) }),
    saveAs: (suggestedName) => saveInFolder(options.exportsFolder, suggestedName),
    async close() {
      const closing = running;
      running = null;
      await closing?.end();
    },
  };
}

/** Lets frames call the owner, each with what we see of it ourselves. */
async function expose(context: BrowserContext, page: Page, owner: ShellOwner): Promise<void> {
  await context.exposeBinding(CALL_BINDING, (source, name: unknown, inputJson: unknown, base64: unknown) =>
    owner.invoke(
      {
        isOwnPage: source.page === page,
        isMainFrame: source.frame === page.mainFrame(),
        url: source.frame.url(),
      },
      name,
      inputJson,
      typeof base64 === 'string' ? Buffer.from(base64, 'base64') : base64,
    ),
  );
  await context.addInitScript({ content: bridgeScript(ORIGIN) });
}

/**
 * Takes the page to another process, so that the old one can be ended. An empty page is one, except where the page went
 * to an empty page by itself and took its process along; no page of ours shares one with a page of the browser's own.
 */
async function leaveProcess(context: BrowserContext, page: Page, before: readonly number[]): Promise<void> {
  for (const address of ['about:blank', 'chrome://version/']) {
    await page.goto(address);
    const now = await rendererPids(context);
    if (now.some((pid) => !before.includes(pid))) return;
  }
  throw new ShellError('PAGE_FAILED', 'the page kept its process');
}

async function load(page: Page): Promise<void> {
  const answer = await page.goto(`${ORIGIN}/`);
  if (answer?.status() !== 200) throw new ShellError('PAGE_FAILED');
}

function isOurs(frame: Frame): boolean {
  return URL.canParse(frame.url()) && new URL(frame.url()).origin === ORIGIN;
}

/** Runs in the page. */
function deliver({ name, event, payloadJson }: { name: string; event: string; payloadJson: string }): void {
  const hear = (globalThis as unknown as Record<string, unknown>)[name];
  if (typeof hear === 'function') hear(event, payloadJson);
}
