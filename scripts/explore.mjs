/**
 * `npm run explore -- 20`: the property tests, as many rounds as asked for (5 unless said), each with a seed of its
 * own. The seed of a round that failed is told; `VERNEBOK_SEED=<seed> npx vitest run <file>` repeats it.
 */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { capture, node24, node24Environment, root, run } from './node24.mjs';
import { setUp } from './setup.mjs';

/** Of seeds: they are 31 bits wide, and 0 stands for none. */
const SEEDS = 2 ** 31;

const rounds = Number(process.argv[2] ?? 5);
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('How many rounds? Give a whole number, for example: npm run explore -- 20\n');
  process.exit(2);
}

setUp();
const { stdout } = await capture('git', ['grep', '-l', 'helpers/property.ts', '--', 'tests/**.test.ts'], { cwd: root });
const files = stdout.split('\n').filter((file) => file !== '');
const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--reporter=dot'];
const failed = [];
for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(1, SEEDS);
  process.stdout.write(`\nround ${round} of ${rounds}: seed ${seed}\n`);
  const env = { ...node24Environment(), VERNEBOK_SEED: String(seed) };
  const code = await run(node24(), [...vitest, ...files], { cwd: root, env });
  if (code !== 0) failed.push(seed);
}
process.stdout.write(failed.length === 0 ? '\nno seed failed\n' : `\nfailed with seeds: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
