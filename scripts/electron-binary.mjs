/**
 * Electron's program, where it has been fetched. Asking the `electron` package itself would start a download, so its
 * own notes are read instead.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.mjs';

/**
 * @param {string} [top] the folder that holds `node_modules`
 * @returns {string | undefined} an absolute path, or undefined where the program is not there
 */
export function electronBinary(top = root) {
  const folder = join(top, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron';
  const file = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(file) ? file : undefined;
}
