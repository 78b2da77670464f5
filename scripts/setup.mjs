/**
 * The one set-up that `npm start`, `npm test`, `npm run cli`, `bench` and `check` share. It can be run a second time at
 * no cost: a stamp with the lock file's hash makes it touch neither network nor packages.
 *
 * Plain Node without dependencies, and nothing newer than Node 16 in its syntax, so that an old Node can read the line
 * that tells it it is too old.
 */
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installPackages, isInstalled } from './packages.mjs';
import { SetupError } from './setup-error.mjs';
import { checkNode, checkSystem } from './system.mjs';

/**
 * Sees that machine and packages are what we need. When something is missing that it may not install, it says what to do
 * and ends the process with exit code 1.
 *
 * @param {{quiet?: boolean}} [options] `quiet`: our output belongs to the command, so all words go to standard error
 */
export function setUp({ quiet = false } = {}) {
  const outFd = quiet ? 2 : 1;
  /** @param {string} line */
  const say = (line) => (quiet ? process.stderr : process.stdout).write(`${line}\n`);
  try {
    checkNode();
    checkSystem(say, outFd);
    if (!isInstalled()) installPackages(say, outFd);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) setUp();
