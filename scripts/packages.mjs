/**
 * Brings `node_modules` to what the lock file says, and compiles SQLCipher against the headers of the pinned Node 24.
 *
 * Install scripts are off: nothing that a package brings runs here except the one build we ask for by name.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { node24, node24Folder, root } from './node24.mjs';
import { SetupError } from './setup-error.mjs';

const nativePackage = '@journeyapps/sqlcipher';
const stampFile = join('node_modules', '.vernebok-set-up');

/** Raised when these steps change, so that older stamps no longer hold. */
const stepsVersion = 1;

/**
 * What the stamp must say for the installed packages to be the right ones.
 *
 * @param {string} [top] the folder that holds package-lock.json
 * @returns {string} the lock's SHA-256 and the platform, one line
 */
export function expectedStamp(top = root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(top, 'package-lock.json')))
    .digest('hex');
  return `${stepsVersion} ${process.platform}-${process.arch} ${lock}\n`;
}

/**
 * Whether the set-up has already been done for this lock file on this platform. Touches no network.
 *
 * @param {string} [top] the folder that holds `node_modules`
 */
export function isInstalled(top = root) {
  const folder = node24Folder(top);
  if (folder === undefined || !existsSync(join(folder, 'bin', 'node'))) return false;
  const stamp = join(top, stampFile);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === expectedStamp(top);
}

/**
 * Writes the stamp: from now on the set-up takes the packages as they lie.
 *
 * @param {string} [top] the folder that holds `node_modules`
 */
export function writeStamp(top = root) {
  writeFileSync(join(top, stampFile), expectedStamp(top));
}

/**
 * Installs from the lock file and compiles SQLCipher; some minutes the first time.
 *
 * @param {(line: string) => void} say one line before each long step
 * @param {number} outFd the file descriptor that gets what npm prints
 * @param {string} [top] the folder that holds package.json
 * @throws {SetupError} naming the step that failed; npm's own words are on the screen by then
 */
export function installPackages(say, outFd, top = root) {
  if (node24Folder(top) === undefined) {
    throw new SetupError(`Vernebok has no Node 24 pinned for ${process.platform} on ${process.arch}.`);
  }
  rmSync(join(top, stampFile), { force: true });
  say('Set-up: installing the packages of the lock file (once, about a minute)');
  const install = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  if (npm(install, process.env, outFd, top) !== 0) {
    throw new SetupError('npm could not install the packages of the lock file: see its words above.');
  }
  say('Set-up: compiling SQLCipher (once, one to two minutes)');
  compileNative(outFd, top);
  proveNative(top);
  writeStamp(top);
  say('Set-up: done');
}

/**
 * Compiles SQLCipher. The headers come from the folder of the pinned Node, so nothing is fetched.
 *
 * @param {number} outFd the file descriptor that gets what npm prints
 * @param {string} [top] the folder that holds `node_modules`
 * @throws {SetupError} when it does not compile
 */
export function compileNative(outFd, top = root) {
  const headers = node24Folder(top) ?? '';
  const env = {
    ...process.env,
    PATH: [join(headers, 'bin'), process.env.PATH ?? ''].join(delimiter),
    npm_config_nodedir: headers,
    // The name newer node-gyp reads, and the only one that a coming npm will leave in place.
    npm_package_config_node_gyp_nodedir: headers,
  };
  if (npm(['rebuild', nativePackage, '--ignore-scripts=false'], env, outFd, top) !== 0)
    throw new SetupError('SQLCipher did not compile: see the words above.');
}

/**
 * A build that was skipped without a word would be noticed only when a book is opened: open one in memory now.
 *
 * @param {string} top
 */
function proveNative(top) {
  const code = `const { Database } = require('${nativePackage}');
    new Database(':memory:').get('PRAGMA cipher_version', (error, row) => {
      if (error || !row?.cipher_version) process.exit(1);
    });`;
  const proof = spawnSync(node24(top), ['-e', code], { cwd: top, stdio: ['ignore', 'ignore', 'inherit'] });
  if (proof.status !== 0) throw new SetupError('SQLCipher was compiled but does not load in Node 24.');
}

/**
 * Runs npm on the system's Node: the same npm that started us where there is one.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {number} outFd
 * @param {string} cwd
 * @returns {number | null} its exit code
 */
function npm(args, env, outFd, cwd) {
  const own = process.env.npm_execpath;
  const isNpm = own !== undefined && /npm-cli\.c?js$/.test(own);
  const [file, first] = isNpm ? [process.execPath, [own]] : ['npm', []];
  // Warnings are off because npm, on the system's Node, warns of every package that asks for a newer one; the update
  // notifier is off because it asks the registry for something nobody asked for.
  const quiet = ['--loglevel=error', '--update-notifier=false'];
  const done = spawnSync(file, [...first, ...args, ...quiet], { cwd, env, stdio: ['ignore', outFd, 2] });
  if (done.error) throw new SetupError('npm could not be started: is it installed?');
  return done.status;
}
