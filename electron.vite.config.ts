import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const top = import.meta.dirname;

/** Set by scripts/build.mjs: the Chromium shell needs the window's part alone. */
const windowOnly = process.env.VERNEBOK_BUILD === 'renderer';

/** Packages with a compiled part, found at run time; `electron` is external in every build. */
const native = ['@journeyapps/sqlcipher', '@node-rs/argon2'];

const main = {
  build: {
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    // Only what is compiled stays outside: the rest is bundled, so that the package carries no node_modules it can do without.
    externalizeDeps: { include: native, exclude: ['canonicalize', 'csv-parse', 'temporal-polyfill', 'zod'] },
    lib: {
      // The thread of the dictionaries is started by its file.
      entry: {
        index: resolve(top, 'main/index.ts'),
        core: resolve(top, 'main/core/index.ts'),
        spelling: resolve(top, 'main/spelling/worker.ts'),
      },
      formats: ['es' as const],
    },
  },
};

const preload = {
  build: {
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'node24',
    // A sandboxed preload cannot load a second file: everything it uses is in this one, as CommonJS.
    externalizeDeps: false,
    lib: {
      entry: { electron: resolve(top, 'preload/electron.ts') },
      formats: ['cjs' as const],
      fileName: () => 'electron.cjs',
    },
    rollupOptions: { output: { format: 'cjs' as const, entryFileNames: 'electron.cjs', codeSplitting: false } },
  },
};

const renderer = {
  root: resolve(top, 'renderer'),
  plugins: [react()],
  build: {
    outDir: resolve(top, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome146',
    // The policy of the page allows no inline script and no data: address, so nothing is folded into the page.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // No source map: it would carry the sources with it. Not minified: what runs can be read by whoever audits it.
    sourcemap: false,
    minify: false,
    rollupOptions: {
      input: { index: resolve(top, 'renderer/index.html'), print: resolve(top, 'renderer/print.html') },
    },
  },
};

export default defineConfig(windowOnly ? { renderer } : { main, preload, renderer });
