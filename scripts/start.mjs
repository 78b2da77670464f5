/**
 * `npm start`: the set-up, a build where it is needed, then the best shell this machine has.
 *
 * Electron where its program is; else the Chromium shell, for demonstration books; on a machine without a display the
 * walk through the demonstration book, which leaves screenshots and the briefing in `out/demo/`.
 */
import { build } from './build.mjs';
import { electronBinary } from './electron-binary.mjs';
import { node24Environment, root, run, runOnNode24 } from './node24.mjs';
import { setUp } from './setup.mjs';
import { chooseShell } from './shell-choice.mjs';

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

setUp();
const args = process.argv.slice(2);
const choice = chooseShell({ platform: process.platform, env: process.env, electron: electronBinary() });
if (choice.say !== undefined) say(choice.say);
try {
  await build(choice.shell === 'electron' ? 'all' : 'renderer', say);
  process.exitCode =
    choice.shell === 'electron'
      ? await run(choice.electron, [root, ...args], { env: node24Environment() })
      : await runOnNode24('main/browser.ts', [...choice.args, ...args]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
