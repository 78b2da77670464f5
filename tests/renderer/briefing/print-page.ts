import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { printToPdf } from '#main/shell/chromium-print.ts';
import type { BriefingDocument } from '#model/briefing.ts';

const top = join(import.meta.dirname, '../../..');

/** Builds pages of the window as the product does, into a new folder of their own. */
export async function buildPages(names: readonly ('index' | 'print')[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vernebok-pages-'));
  await build({
    configFile: false,
    root: join(top, 'renderer'),
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome146',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 10_000,
      minify: false,
      rollupOptions: { input: Object.fromEntries(names.map((name) => [name, join(top, `renderer/${name}.html`)])) },
    },
  });
  return folder;
}

export interface PrintPage {
  /** The PDF of a briefing, printed by the shell itself. */
  print(document: BriefingDocument): Promise<Uint8Array>;
  remove(): Promise<void>;
}

/** The page that is printed, without the window. */
export async function buildPrintPage(): Promise<PrintPage> {
  const folder = await buildPages(['print']);
  // The shell serves only folders that hold the window's page; it is never asked for here.
  await copyFile(join(folder, 'print.html'), join(folder, 'index.html'));
  return {
    print: (document) => printToPdf({ rendererDir: folder, documentJson: JSON.stringify(document) }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
