/**
 * Entry of the Chromium shell: `npm start` where Electron's program is not there. Opens demonstration books only, and
 * makes the demonstration where there is none yet. `--demo-walk` walks through it without a window.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultBooksFolder } from './app/books-folder.ts';
import { ensureDemoBook } from './app/demo-book.ts';
import { forkCore } from './app/fork-core.ts';
import { type StartOptions, startChromium, TOP } from './app/start-chromium.ts';
import { faultText } from './core/diagnostics.ts';
import { DEMO_PASSPHRASE } from './demo/passphrase.ts';
import { ShellError } from './shell/shell.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Prepares the demonstration and starts; a signal stops it in order. */
async function start(options: StartOptions) {
  const chronologies = join(TOP, 'resources', 'demo');
  const { booksFolder } = options;
  await ensureDemoBook({ booksFolder, chronologies, passphrase: DEMO_PASSPHRASE, startCore: forkCore, say });
  const started = await startChromium({ ...options, demo: { passphrase: DEMO_PASSPHRASE } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void started.stop());
  return started;
}

async function openWindow(booksFolder: string): Promise<void> {
  const started = await start({ headless: false, booksFolder });
  await started.app.stopped;
}

async function walk(): Promise<void> {
  const { demoWalk } = await import('./demo/walk.ts');
  const outFolder = join(TOP, 'out', 'demo');
  const booksFolder = await mkdtemp(join(tmpdir(), 'vernebok-demo-'));
  try {
    await rm(outFolder, { recursive: true, force: true });
    const started = await start({ headless: true, booksFolder, exportsFolder: outFolder });
    try {
      const left = await demoWalk(started.page, outFolder);
      say(`Left in ${outFolder}: ${left.join(', ')}`);
    } finally {
      await started.stop();
    }
  } finally {
    await rm(booksFolder, { recursive: true, force: true });
  }
}

try {
  const { values } = parseArgs({
    options: {
      // The demonstration is always there in this shell; Electron takes the same word.
      demo: { type: 'boolean', default: false },
      'demo-walk': { type: 'boolean', default: false },
      books: { type: 'string' },
    },
  });
  await (values['demo-walk'] ? walk() : openWindow(values.books ?? defaultBooksFolder()));
} catch (error) {
  const text = error instanceof ShellError ? error.message : faultText('start', error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
