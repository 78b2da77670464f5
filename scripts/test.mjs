/**
 * `npm test`: the set-up, the gates, the build, then every suite of tests. The last line counts them all; exit code 1
 * when one failed, or when a suite that should run found nothing to run.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { addCounts, countReport, failures, lastLine, noCounts } from './counts.mjs';
import { electronBinary } from './electron-binary.mjs';
import { gates, runGates } from './gates.mjs';
import { node24, node24Environment, root, run } from './node24.mjs';
import { setUp } from './setup.mjs';
import { tellGate } from './tell.mjs';

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** What failed, of gates and suites: told once more at the end. @type {string[]} */
const told = [];

/** @param {{name: string, ok: boolean, words: string, seconds: number}} result */
function tell(result) {
  if (!result.ok) told.push(`gate: ${result.name}`);
  tellGate(result);
}

/** The build is a gate of its own: it proves that Electron's main process and preload still bundle. */
const buildGate = {
  name: 'build',
  look: async () => {
    await build('all', say);
    return { ok: true, words: '' };
  },
};

/**
 * Runs one suite with Vitest and counts its report.
 *
 * @param {string} name the project in vitest.config.ts
 * @param {NodeJS.ProcessEnv} [environment] added to what the tests see
 */
async function suite(name, environment = {}) {
  say(`\n${name}`);
  const report = join(root, 'out', 'test', `${name}.json`);
  mkdirSync(join(root, 'out', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--project', name, '--allowOnly=false', '--reporter=default', '--reporter=json'];
  const env = { ...node24Environment(), ...environment };
  const code = await run(node24(), [vitest, ...args, `--outputFile.json=${report}`], { cwd: root, env });
  const counted = countReport(report, code);
  const named = failures(report, root);
  if (counted.failed > 0 && named.length === 0) named.push(`the suite ${name} ended with ${code} and named no test`);
  told.push(...named);
  return counted;
}

setUp();
const counts = noCounts();
addCounts(counts, await runGates(gates, root, tell));
const built = await runGates([buildGate], root, tell);
addCounts(counts, built);
addCounts(counts, await suite('unit'));
if (built.failed === 0) addCounts(counts, await suite('e2e'));
else say('\ne2e: not run, because the build failed');
const electron = electronBinary();
if (electron === undefined) say("\nelectron: not run here, because Electron's program is not on this machine");
else if (built.failed === 0) addCounts(counts, await suite('electron', { VERNEBOK_ELECTRON: electron }));

if (told.length > 0) say(`\nfailed:\n${told.join('\n')}`);
say(`\n${lastLine(counts)}`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
