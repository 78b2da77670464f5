/** What the set-up needs from the machine: a Node that can run it, Debian packages, a Chromium that is not a snap. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './setup-error.mjs';

/** The oldest Node that runs these scripts, npm and the tools that start on the system's Node. */
const oldestNode = [20, 19];

/** Compiler and headers for SQLCipher; Chromium and a virtual screen for shell and tests; `pdftotext` for the tests. */
export const debianPackages = [
  'build-essential',
  'python3',
  'libssl-dev',
  'chromium',
  'xvfb',
  'xauth',
  'poppler-utils',
];

/**
 * Refuses a Node that is too old.
 *
 * @param {string} [version] as in `process.versions.node`
 * @throws {SetupError} with what was found and what is needed
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = oldestNode;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  throw new SetupError(
    `Vernebok needs Node ${oldestNode.join('.')} or newer to start; this is Node ${version}.\n` +
      'Debian 13 has it as the package "nodejs"; for Debian 12 see https://nodejs.org/en/download',
  );
}

/**
 * Which family of systems this is.
 *
 * @param {string} [osRelease] the text of /etc/os-release
 * @returns {'debian' | 'ubuntu' | 'other'} `ubuntu` where apt's chromium may be a stub that installs a snap
 */
export function systemFamily(osRelease = readOsRelease()) {
  const words = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap(([, value = '']) =>
    value.replaceAll(/["']/g, '').split(/\s+/),
  );
  if (words.includes('ubuntu')) return 'ubuntu';
  return words.includes('debian') ? 'debian' : 'other';
}

/**
 * What is to be done about the machine's packages.
 *
 * @param {{family: 'debian' | 'ubuntu' | 'other', isRoot: boolean, missing: string[], chromium: string | undefined}} found
 * @returns {{install: string[], stop: string | undefined}} packages to install now, and the words to stop with after that
 */
export function planPackages({ family, isRoot, missing, chromium }) {
  const packages = family === 'ubuntu' ? missing.filter((name) => name !== 'chromium') : missing;
  /** @type {string[]} */
  const words = [];
  if (packages.length > 0 && !isRoot) {
    words.push(
      `Vernebok needs ${packages.length === 1 ? 'this package' : 'these packages'} of the system: ${packages.join(', ')}.`,
      'Run this, then start again:',
      '',
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    );
  }
  if (family === 'ubuntu' && chromium === undefined) {
    if (words.length > 0) words.push('');
    words.push(
      'Vernebok needs a Chromium that is not a snap: the "chromium" of Ubuntu\'s own archive installs a snap, which',
      'may not be driven over a pipe and cannot read the project. Either of these gives one:',
      '',
      '  sudo add-apt-repository -y ppa:xtradeb/apps && sudo apt-get install -y chromium',
      '  or Google Chrome as a .deb file from https://www.google.com/chrome/',
      '',
      'Another build is used when VERNEBOK_CHROMIUM holds its path.',
    );
  }
  return { install: isRoot ? packages : [], stop: words.length === 0 ? undefined : words.join('\n') };
}

/**
 * Sees that the machine has what we need, and as root on Debian and Ubuntu installs what is missing.
 *
 * @param {(line: string) => void} say where each installed package is named
 * @param {number} outFd the file descriptor that gets what apt-get prints
 * @throws {SetupError} with the one thing to do
 */
export function checkSystem(say, outFd) {
  if (process.platform === 'win32') throw new SetupError('Vernebok does not run on Windows yet: use Debian 12 or 13.');
  const family = process.platform === 'linux' ? systemFamily() : 'other';
  if (family === 'other') {
    checkCommands();
    return;
  }
  const isRoot = process.getuid?.() === 0;
  const plan = planPackages({ family, isRoot, missing: missingPackages(), chromium: findChromium() });
  if (plan.install.length > 0) installPackages(plan.install, say, outFd);
  if (plan.stop !== undefined) throw new SetupError(plan.stop);
}

/**
 * Whether there is a Chromium that can be driven over a pipe. The application finds its own; this is only about whether
 * something must be installed.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string | undefined} an absolute path, or undefined where there is none but a snap
 */
export function findChromium(environment = process.env) {
  if (environment.VERNEBOK_CHROMIUM) return environment.VERNEBOK_CHROMIUM;
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'];
  const places = (environment.PATH ?? '').split(delimiter).filter((place) => place !== '');
  const files = names.flatMap((name) => places.map((place) => join(place, name)));
  if (process.platform === 'darwin') {
    files.push(
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  }
  return files.find((file) => isExecutable(file) && !isSnap(file));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A snap's command is a link to /usr/bin/snap; Ubuntu's stub is a short script that starts it.
 *
 * @param {string} file
 */
function isSnap(file) {
  const real = realpathSync(file);
  if (real === '/usr/bin/snap' || real.startsWith('/snap/')) return true;
  const head = readFileSync(real).subarray(0, 4096).toString('latin1');
  return head.startsWith('#!') && head.includes('/snap/bin/');
}

function missingPackages() {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '-f=${Package} ${db:Status-Abbrev}\n';
  const query = spawnSync('dpkg-query', ['-W', format, ...debianPackages], { encoding: 'utf8' });
  if (query.error) throw new SetupError('dpkg-query could not be run, so the packages of the system are not known.');
  const installed = new Set([...query.stdout.matchAll(/^(\S+) .i/gm)].map(([, name]) => name));
  return debianPackages.filter((name) => !installed.has(name));
}

/**
 * @param {string[]} packages
 * @param {(line: string) => void} say
 * @param {number} outFd
 */
function installPackages(packages, say, outFd) {
  for (const name of packages) say(`Set-up: installing the Debian package ${name}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = ['-q', '-o', 'DPkg::Lock::Timeout=120'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const done = spawnSync('apt-get', [...apt, ...args], { env, stdio: ['ignore', outFd, 2] });
    // A mirror that does not answer is told by the install itself, if it matters.
    if (done.status !== 0 && args[0] === 'install') {
      throw new SetupError(`apt-get could not install: ${packages.join(', ')}.`);
    }
  }
}

/** On other systems we do not know the packages' names: we say which commands are missing. */
function checkCommands() {
  const commands = ['c++', 'make', 'python3', 'pdftotext'];
  const places = (process.env.PATH ?? '').split(delimiter);
  const missing = commands.filter((name) => !places.some((place) => isExecutable(join(place, name))));
  if (missing.length === 0) return;
  throw new SetupError(
    `Vernebok needs these commands: ${missing.join(', ')}. It is made and tested on Debian 12 and 13; on another\n` +
      'system install a C++ compiler, make, Python 3, the headers of OpenSSL, Chromium and poppler yourself.',
  );
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
