/**
 * Builds the application into `out/`, unless what lies there is already the build of these sources.
 *
 * `--renderer` builds the window's part alone: the Chromium shell runs `main/` from its TypeScript sources.
 */
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildUnlessFresh } from './fresh.mjs';
import { capture, node24, node24Environment, root } from './node24.mjs';
import { setUp } from './setup.mjs';

/** What any part is built from besides its own folders. */
const shared = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** @type {Record<'renderer' | 'all', {sources: string[], outputs: string[], holds: ('renderer' | 'all')[]}>} */
const parts = {
  renderer: {
    sources: ['renderer', 'preload/contract', 'db/model', 'resources', ...shared],
    outputs: ['out/renderer/index.html'],
    holds: [],
  },
  all: {
    sources: ['renderer', 'preload', 'main', 'db', 'resources', ...shared],
    outputs: ['out/renderer/index.html', 'out/main/index.js', 'out/preload/electron.cjs'],
    holds: ['renderer'],
  },
};

/**
 * Builds what is out of date.
 *
 * @param {'renderer' | 'all'} part
 * @param {(line: string) => void} say
 * @throws when the build fails, with what it printed
 */
export async function build(part, say) {
  await buildUnlessFresh({ top: root, note: 'out/.built.json', parts, part, build: () => electronVite(part, say) });
}

/**
 * @param {'renderer' | 'all'} part
 * @param {(line: string) => void} say
 */
async function electronVite(part, say) {
  const from = performance.now();
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const env = { ...node24Environment(), VERNEBOK_BUILD: part };
  const { code, stdout, stderr } = await capture(node24(), [tool, 'build', '--ignoreConfigWarning'], {
    cwd: root,
    env,
  });
  if (code !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(`Built ${part === 'all' ? 'the application' : 'the window'} in ${seconds} s`);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  await build(argv.includes('--renderer') ? 'renderer' : 'all', (line) => process.stdout.write(`${line}\n`));
}
