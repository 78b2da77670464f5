/** Entry of the Electron shell: the product. */
import { join } from 'node:path';
import { app } from 'electron';
import { defaultBooksFolder } from './app/books-folder.ts';
import { ensureDemoBook } from './app/demo-book.ts';
import { startUtilityCore } from './app/electron-core.ts';
import { createApp } from './app.ts';
import { faultText } from './core/diagnostics.ts';
import { DEMO_PASSPHRASE } from './demo/passphrase.ts';
import { createElectronShell } from './shell/electron.ts';
import { keepSessionInMemory, prepareElectron } from './shell/electron-before-ready.ts';
import { ORIGIN } from './shell/electron-origin.ts';

prepareElectron();

async function start(): Promise<void> {
  await app.whenReady();
  const out = join(app.getAppPath(), 'out');
  const startCore = () => startUtilityCore(join(out, 'main', 'core.js'));
  const booksFolder = defaultBooksFolder();
  const isDemo = process.argv.includes('--demo');
  if (isDemo) {
    const chronologies = join(app.getAppPath(), 'resources', 'demo');
    await ensureDemoBook({ booksFolder, chronologies, passphrase: DEMO_PASSPHRASE, startCore, say: () => undefined });
  }
  const shell = createElectronShell({
    rendererDir: join(out, 'renderer'),
    preload: join(out, 'preload', 'electron.cjs'),
  });
  await createApp({
    shell,
    origin: ORIGIN,
    startCore,
    booksFolder,
    version: app.getVersion(),
    ...(isDemo && { demo: { passphrase: DEMO_PASSPHRASE } }),
  }).start();
}

// A second start shows the window of the first and ends.
if (!app.requestSingleInstanceLock()) app.exit(0);
else {
  keepSessionInMemory();
  start().catch((error: unknown) => {
    process.stderr.write(`${faultText('start', error)}\n`);
    app.exit(1);
  });
}
