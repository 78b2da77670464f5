import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ShellError } from './shell.ts';

/**
 * The programs themselves come before their start scripts: Debian's script adds the keys of Google's services,
 * turns remote extensions on and may move shared memory from memory to the temp folder.
 */
const PROGRAMS = [
  '/usr/lib/chromium/chromium',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
];
const NAMES = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds Chromium: `VERNEBOK_CHROMIUM` where it is set, else the machine's own.
 * @returns an absolute path
 * @throws ShellError NO_BROWSER
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.VERNEBOK_CHROMIUM) return environment.VERNEBOK_CHROMIUM;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const scripts = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...PROGRAMS, ...MAC, ...scripts].find(isProgram);
  if (found === undefined) throw new ShellError('NO_BROWSER', 'install Chromium or name it in VERNEBOK_CHROMIUM');
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
