import { parseArgs } from 'node:util';
import type { Command } from './usage.ts';

/** A call that asks for something the command line does not know. Exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Call {
  readonly command: Command;
  /** What stands after the command: the book's folder first. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly json: boolean;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

/** Operands and options of each command; whatever is not here is refused. */
const COMMANDS: Record<
  Command,
  { operands: number; options: Record<string, typeof TEXT | typeof FLAG>; needs: string[] }
> = {
  create: { operands: 1, options: { person: TEXT, purpose: TEXT, zone: TEXT }, needs: ['person'] },
  backup: { operands: 2, options: {}, needs: [] },
  import: { operands: 2, options: { case: TEXT, zone: TEXT, 'dry-run': FLAG }, needs: ['case'] },
  cases: { operands: 1, options: {}, needs: [] },
  stats: { operands: 1, options: {}, needs: [] },
  brief: {
    operands: 1,
    options: { case: TEXT, profile: TEXT, about: TEXT, notes: TEXT, language: TEXT, out: TEXT },
    needs: ['case', 'out'],
  },
  verify: { operands: 1, options: {}, needs: [] },
  log: { operands: 1, options: { limit: TEXT }, needs: [] },
  clocks: { operands: 1, options: { case: TEXT, at: TEXT, language: TEXT }, needs: ['case'] },
  flags: { operands: 1, options: { case: TEXT, at: TEXT, language: TEXT }, needs: ['case'] },
  pattern: { operands: 1, options: { case: TEXT, at: TEXT, language: TEXT }, needs: ['case'] },
  coverage: {
    operands: 1,
    options: { case: TEXT, from: TEXT, to: TEXT, language: TEXT },
    needs: ['case', 'from', 'to'],
  },
  conflicts: { operands: 1, options: { case: TEXT, from: TEXT, to: TEXT, language: TEXT }, needs: ['from', 'to'] },
  search: {
    operands: 2,
    options: {
      case: TEXT,
      kind: TEXT,
      person: TEXT,
      from: TEXT,
      to: TEXT,
      author: TEXT,
      grading: TEXT,
      old: FLAG,
      limit: TEXT,
    },
    needs: [],
  },
  orders: { operands: 1, options: { case: TEXT, at: TEXT }, needs: ['case'] },
  breaches: { operands: 1, options: { case: TEXT, at: TEXT }, needs: ['case'] },
};

/**
 * Reads a call.
 * @returns null when help is asked for
 * @throws UsageError
 */
export function readCall(argv: readonly string[]): Call | null {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') return null;
  if (name === undefined) throw new UsageError('no command');
  if (!isCommand(name)) throw new UsageError(`unknown command ${name}`);
  const declared = COMMANDS[name];
  const { values, positionals } = parse(rest, { ...declared.options, json: FLAG, help: FLAG });
  if (values.help) return null;
  if (positionals.length !== declared.operands) {
    throw new UsageError(`${name} takes ${declared.operands} operand(s), ${positionals.length} given`);
  }
  for (const option of declared.needs) {
    if (typeof values[option] !== 'string' || values[option].trim() === '') {
      throw new UsageError(`${name} needs --${option}`);
    }
  }
  return { command: name, operands: positionals, options: values, json: values.json === true };
}

/** Value of an option that takes one of a few words. Throws UsageError. */
export function oneOf<const T extends readonly string[]>(
  call: Call,
  option: string,
  allowed: T,
  otherwise: T[number],
): T[number] {
  const given = call.options[option];
  if (given === undefined) return otherwise;
  const found = allowed.find((word) => word === given);
  if (found === undefined) throw new UsageError(`--${option} is one of ${allowed.join(', ')}`);
  return found;
}

/** Value of an option that takes a whole number from 1 to `most`. Throws UsageError. */
export function wholeNumber(call: Call, option: string, otherwise: number, most: number): number {
  const given = call.options[option];
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new UsageError(`--${option} is 1 to ${most}`);
  return number;
}

/** A text option that is there. */
export function text(call: Call, option: string): string {
  return String(call.options[option]).trim();
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(COMMANDS, name);
}

function parse(args: string[], options: Record<string, typeof TEXT | typeof FLAG>) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's message names the option, never a value of ours.
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? 'wrong call') : 'wrong call');
  }
}
