/**
 * One line on standard error for a fault of ours: where it happened and what class it was. An error's message may
 * quote what a person wrote, so it never leaves the process: the frames of the stack hold names and places in the code.
 */
export function reportFault(where: string, error: unknown): void {
  process.stderr.write(`${faultText(where, error)}\n`);
}

/** The line without its end. `where` is a name of ours, as a route. */
export function faultText(where: string, error: unknown): string {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  const code =
    error instanceof Error && 'code' in error && /^[A-Z][A-Z0-9_]*$/.test(String(error.code)) ? error.code : '';
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^ {4}at .*[:(]\S*:\d+:\d+\)?$/.test(line));
  return [`fault in ${where}: ${name} ${code}`.trimEnd(), ...frames.slice(0, 12)].join('\n');
}
