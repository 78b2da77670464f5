/**
 * The gate on imports: dependency-cruiser with our rules, and the proof that it read every file.
 *
 * The proof is there because a cruiser that cannot read TypeScript reports "0 modules, no violations" and is green.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture, node24, node24Environment, root } from './node24.mjs';

/** The folders whose imports are held to the rules. */
export const ruledFolders = ['main', 'renderer', 'preload', 'db'];

/**
 * @typedef {object} Cruise what the cruiser found
 * @property {string[]} refused one line per import that no rule allows
 * @property {string[]} seen the files it read
 */

/**
 * Reads all imports below the ruled folders.
 *
 * @param {string} [top] the tree to read, with `.dependency-cruiser.mjs` at its top
 * @returns {Promise<Cruise>}
 * @throws when the cruiser itself fails
 */
export async function cruise(top = root) {
  const tool = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [tool, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...ruledFolders];
  const { stdout, stderr } = await capture(node24(), args, { cwd: top, env: node24Environment() });
  // Its exit code is the number of violations, so the document tells whether it worked.
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run.\n${stdout}${stderr}`);
  const { modules, summary } = JSON.parse(stdout);
  // An import that leads nowhere is not allowed either: it is told once.
  const lost = new Set(summary.violations.filter(isLost).map(edgeOf));
  const told = summary.violations.filter((/** @type {Violation} */ each) => isLost(each) || !lost.has(edgeOf(each)));
  return {
    refused: told.map(wordsOf),
    seen: modules.map((/** @type {{source: string}} */ module) => module.source),
  };
}

/**
 * The TypeScript files git knows or would know in the ruled folders.
 *
 * @param {string} [top]
 * @returns {Promise<string[]>} paths relative to `top`
 * @throws outside a git work tree
 */
export async function filesOfGit(top = root) {
  const globs = ruledFolders.flatMap((folder) => [`${folder}/**/*.ts`, `${folder}/**/*.tsx`]);
  const list = [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '-z',
    '--',
    ...globs.map((glob) => `:(glob)${glob}`),
  ];
  const { code, stdout, stderr } = await capture('git', list, { cwd: top });
  if (code !== 0) throw new Error(`git could not list the files.\n${stderr}`);
  return stdout.split('\0').filter((file) => file !== '' && existsSync(join(top, file)));
}

/**
 * What the gate says: empty when every import is allowed and every file was read.
 *
 * @param {Cruise} found
 * @param {string[]} files as git lists them
 * @returns {string[]} one line per fault
 */
export function faults({ refused, seen }, files) {
  const read = new Set(seen);
  const unread = files.filter((file) => !read.has(file));
  const lines = [...refused, ...unread.map((file) => `not read by dependency-cruiser: ${file}`)];
  if (files.length === 0) lines.push('git lists no TypeScript file: the rules were held to nothing');
  return lines;
}

/** @typedef {{from: string, to: string, rule: {name: string}, cycle?: {name: string}[]}} Violation */

/** @param {Violation} violation */
const isLost = ({ rule }) => rule.name === 'not-found';

/** @param {Violation} violation */
const edgeOf = ({ from, to }) => `${from} → ${to}`;

/** @param {Violation} violation */
function wordsOf({ from, to, rule, cycle }) {
  if (cycle) return `${rule.name}: ${[from, ...cycle.map(({ name }) => name)].join(' → ')}`;
  return `${rule.name}: ${edgeOf({ from, to, rule })}`;
}
