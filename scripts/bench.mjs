/** `npm run bench -- …`: the set-up, silent on standard output, then the measurements on Node 24. */
import { runOnNode24 } from './node24.mjs';
import { setUp } from './setup.mjs';

setUp({ quiet: true });
process.exitCode = await runOnNode24('tests/bench/run.ts', process.argv.slice(2));
