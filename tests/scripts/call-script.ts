import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The top of the repository. */
export const top = join(import.meta.dirname, '..', '..');

/** What a call gave back (`null` for nothing), or what it threw. */
export type Answer = { value: unknown } | { error: { code?: string; message: string } };

const program = `
  const [url, name, args] = process.argv.slice(1);
  let answer;
  try {
    const script = await import(url);
    answer = { value: (await script[name](...JSON.parse(args))) ?? null };
  } catch (error) {
    answer = { error: { code: error.code, message: error.message } };
  }
  process.stdout.write(JSON.stringify(answer));
`;

/**
 * Calls an exported function of a script in a process of its own, as plain Node: that is how the scripts run, with no
 * compiler and no test runner around them.
 *
 * @param script name of the file in `scripts/`
 * @param environment replaces the process's own when given
 */
export function callScript(
  script: string,
  name: string,
  args: readonly unknown[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): Answer {
  const url = pathToFileURL(join(top, 'scripts', script)).href;
  const node = ['--input-type=module', '-e', program, url, name, JSON.stringify(args)];
  return JSON.parse(execFileSync(process.execPath, node, { env: environment, encoding: 'utf8' })) as Answer;
}
