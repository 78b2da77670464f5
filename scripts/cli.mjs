/** `npm run -s cli -- …`: the set-up, silent on standard output, then the command line on Node 24. */
import { build } from './build.mjs';
import { runOnNode24 } from './node24.mjs';
import { setUp } from './setup.mjs';

setUp({ quiet: true });
const args = process.argv.slice(2);
// A briefing is printed from the same page as on the screen.
if (args[0] === 'brief') await build('renderer', (line) => process.stderr.write(`${line}\n`));
process.exitCode = await runOnNode24('main/cli.ts', args);
