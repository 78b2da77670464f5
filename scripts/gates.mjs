/** The gates of `npm run check`: each looks at the whole tree without running the application. */
import { join } from 'node:path';
import { cruise, faults, filesOfGit } from './imports.mjs';
import { capture, node24, node24Environment, root } from './node24.mjs';

/** The folders that are type-checked, each with the types its own code may know. */
const typedFolders = ['db', 'preload', 'main', 'renderer', 'tests', 'scripts'];

/**
 * @typedef {object} Gate
 * @property {string} name
 * @property {(top: string) => Promise<{ok: boolean, words: string}>} look `words`: what to show when it is not ok
 */

/** @type {Gate[]} */
export const gates = [
  ...typedFolders.map((folder) =>
    tool(`types of ${folder}`, 'typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', folder]),
  ),
  tool('format and lint', '@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings', '.']),
  { name: 'imports', look: imports },
  tool('nothing unused', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
];

/**
 * Runs one gate.
 *
 * @param {string} name
 * @param {string} top the tree to look at
 */
export function look(name, top) {
  const gate = gates.find((each) => each.name === name);
  if (gate === undefined) throw new Error(`There is no gate "${name}".`);
  return gate.look(top);
}

/**
 * Runs gates, two at a time.
 *
 * @param {Gate[]} chosen
 * @param {string} top the tree to look at
 * @param {(result: {name: string, ok: boolean, words: string, seconds: number}) => void} tell called once per gate
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runGates(chosen, top, tell) {
  const waiting = [...chosen];
  let failed = 0;
  const work = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const from = performance.now();
      const { ok, words } = await gate.look(top).catch((error) => ({ ok: false, words: String(error) }));
      if (!ok) failed += 1;
      tell({ name: gate.name, ok, words, seconds: (performance.now() - from) / 1000 });
    }
  };
  await Promise.all([work(), work()]);
  return { passed: chosen.length - failed, failed };
}

/**
 * A gate that is a tool of ours: green when it ends with 0.
 *
 * @param {string} name
 * @param {string} bin below node_modules
 * @param {string[]} args
 * @returns {Gate}
 */
function tool(name, bin, args) {
  return {
    name,
    async look(top) {
      const options = { cwd: top, env: node24Environment() };
      const { code, stdout, stderr } = await capture(node24(), [join(root, 'node_modules', bin), ...args], options);
      return { ok: code === 0, words: `${stdout}${stderr}`.trim() };
    },
  };
}

/** @param {string} top */
async function imports(top) {
  const lines = faults(await cruise(top), await filesOfGit(top));
  return { ok: lines.length === 0, words: lines.join('\n') };
}
