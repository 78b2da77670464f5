import { fileURLToPath } from 'node:url';
import { runCli } from './cli/run.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  rendererDir: fileURLToPath(new URL('../out/renderer/', import.meta.url)),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
// A pipe that is still open would keep the process although its work is done.
process.stdin.destroy();
