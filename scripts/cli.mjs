/** `npm run -s cli -- …`: the set-up, silent on standard output, then the command line on Node 24. */
import { runOnNode24 } from './node24.mjs';
import { setUp } from './setup.mjs';

setUp({ quiet: true });
process.exitCode = await runOnNode24('main/cli.ts', process.argv.slice(2));
