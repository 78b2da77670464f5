import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { printToPdf } from '#main/shell/chromium-print.ts';
import type { BriefingDocument } from '#model/briefing.ts';

export interface PrintPage {
  /** The PDF of a briefing, printed by the shell itself. */
  print(document: BriefingDocument): Promise<Uint8Array>;
  remove(): Promise<void>;
}

/** Builds the window's pages as the product does, into a folder of its own. */
export async function buildPrintPage(): Promise<PrintPage> {
  const top = join(import.meta.dirname, '../../..');
  const folder = await mkdtemp(join(tmpdir(), 'vernebok-print-'));
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
      minify: false,
      rollupOptions: { input: { print: join(top, 'renderer/print.html') } },
    },
  });
  // The shell serves only folders that hold the window's page; it is never asked for here.
  await copyFile(join(folder, 'print.html'), join(folder, 'index.html'));
  return {
    print: (document) => printToPdf({ rendererDir: folder, documentJson: JSON.stringify(document) }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
