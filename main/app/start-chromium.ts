import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type App, createApp } from '#main/app.ts';
import { createChromiumShell } from '#main/shell/chromium.ts';
import { ORIGIN } from '#main/shell/chromium-launch.ts';
import { forkCore } from './fork-core.ts';

/** The top of the project, where `out/` lies. */
export const TOP = join(import.meta.dirname, '..', '..');

export interface StartOptions {
  readonly headless: boolean;
  /** Folder with one folder for each casebook. */
  readonly booksFolder: string;
  /** Where exports go; by default a folder beside the books. */
  readonly exportsFolder?: string;
  /** The built page; by default what the build leaves. */
  readonly rendererDir?: string;
  readonly idleLockMs?: number;
  /** The demonstration book's own passphrase, to be offered. */
  readonly demo?: { readonly passphrase: string };
  readonly width?: number;
  readonly height?: number;
  readonly sandbox?: boolean;
}

export interface StartedChromium {
  /** The window's page: the same one for the whole life, locked or not. */
  readonly page: Page;
  readonly app: App;
  /** Addresses that were asked for and refused: none in a run that is right. */
  readonly refused: readonly string[];
  /** Locks and closes everything; a second call waits for the first. */
  stop(): Promise<void>;
}

/** Starts the application in the Chromium shell. Throws ShellError NO_BROWSER, PAGE_NOT_BUILT, PAGE_FAILED. */
export async function startChromium(options: StartOptions): Promise<StartedChromium> {
  const { booksFolder, headless, idleLockMs, demo, width, height, sandbox } = options;
  const shell = createChromiumShell({
    headless,
    rendererDir: options.rendererDir ?? join(TOP, 'out', 'renderer'),
    exportsFolder: options.exportsFolder ?? join(booksFolder, 'export'),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(sandbox !== undefined && { sandbox }),
  });
  const app = createApp({
    shell,
    origin: ORIGIN,
    startCore: forkCore,
    booksFolder,
    version: versionOfPackage(),
    ...(idleLockMs !== undefined && { idleLockMs }),
    ...(demo && { demo }),
  });
  await app.start();
  return { page: shell.page(), app, refused: shell.refused, stop: app.stop };
}

function versionOfPackage(): string {
  const found: unknown = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '';
}
