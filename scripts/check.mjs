/** `npm run check`: types, format and lint, imports, nothing unused. Exit code 1 when a gate is shut. */
import { gates, runGates } from './gates.mjs';
import { root } from './node24.mjs';
import { setUp } from './setup.mjs';
import { tellGate } from './tell.mjs';

setUp();
const { failed } = await runGates(gates, root, tellGate);
process.exitCode = failed === 0 ? 0 : 1;
