import { readCall, UsageError } from './args.ts';
import { COMMANDS } from './commands.ts';
import { failureOf } from './errors.ts';
import { type PassphraseSource, readPassphrase } from './passphrase.ts';
import { jsonText, textOf } from './text-output.ts';
import { USAGE, usageOf } from './usage.ts';

export interface CliSurroundings extends Omit<PassphraseSource, 'ask'> {
  readonly rendererDir: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Runs one call of the command line.
 * @returns the exit code: 0 done, 1 the work failed, 2 the call was wrong
 */
export async function runCli(argv: readonly string[], io: CliSurroundings): Promise<0 | 1 | 2> {
  const json = argv.includes('--json');
  const fail = (code: string, { message, data, help = '' }: { message?: string; data?: unknown; help?: string }) => {
    const told = { code, ...(message && { message }), ...(data === undefined ? {} : { data }) };
    if (json) io.out(`${jsonText({ error: told })}\n`);
    io.err(`vernebok: ${[code === 'USAGE' ? null : code, message].filter(Boolean).join(': ')}\n${help}`);
  };
  try {
    const call = readCall(argv);
    if (!call) {
      io.out(USAGE);
      return 0;
    }
    const passphrase = () => readPassphrase({ env: io.env, stdin: io.stdin, ask: io.err });
    const answer = await COMMANDS[call.command](call, { passphrase, rendererDir: io.rendererDir });
    io.out(json ? `${jsonText(answer)}\n` : textOf(answer));
    return isBad(answer) ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      fail('USAGE', { message: error.message, help: `\n${usageOf(argv[0])}` });
      return 2;
    }
    const { code, ...about } = failureOf(error);
    fail(code, about);
    return 1;
  }
}

/** A verification, or a copy's, that found something is failed work, though it has an answer. */
function isBad(answer: unknown): boolean {
  return answer !== null && typeof answer === 'object' && (isFalse(answer, 'ok') || isFalse(answer, 'verified'));
}

function isFalse(answer: object, name: string): boolean {
  return (answer as Record<string, unknown>)[name] === false;
}
