import type { ReadStream } from 'node:tty';
import { UsageError } from './args.ts';

/** Name of the environment variable that can carry the passphrase. */
const PASSPHRASE_VARIABLE = 'VERNEBOK_PASSPHRASE';

export interface PassphraseSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string> & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>;
  /** Where the question is asked when a person sits there. */
  readonly ask: (question: string) => void;
}

/**
 * The passphrase, from the environment or the first line of standard input; typed at a terminal it is not shown.
 * Its line end is no part of it, anything else is.
 * @throws UsageError when there is none
 */
export async function readPassphrase({ env, stdin, ask }: PassphraseSource): Promise<string> {
  const given = env[PASSPHRASE_VARIABLE];
  if (given !== undefined && given !== '') return given;
  const typed = stdin.isTTY === true;
  if (typed) {
    ask('Passphrase: ');
    stdin.setRawMode?.(true);
  }
  try {
    const line = await firstLine(stdin, typed);
    if (line === '') throw new UsageError(`no passphrase: set ${PASSPHRASE_VARIABLE} or give it on standard input`);
    return line;
  } finally {
    if (typed) {
      stdin.setRawMode?.(false);
      ask('\n');
    }
  }
}

const MOST_CHARACTERS = 4_096;
const INTERRUPT = '\u0003';
const BACKSPACES = ['\u007f', '\b'];

async function firstLine(stdin: PassphraseSource['stdin'], typed: boolean): Promise<string> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const piece of stdin) {
    for (const character of typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })) {
      if (character === '\n' || character === '\r') return line;
      if (typed && character === INTERRUPT) throw new UsageError('interrupted');
      if (typed && BACKSPACES.includes(character)) line = [...line].slice(0, -1).join('');
      else line += character;
      if (line.length > MOST_CHARACTERS) throw new UsageError('passphrase too long');
    }
  }
  return line;
}
