/** What the terminal is told about gates and suites. */

/** @param {{name: string, ok: boolean, words: string, seconds: number}} result */
export function tellGate({ name, ok, words, seconds }) {
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'}  ${name} (${seconds.toFixed(1)} s)\n`);
  if (!ok) process.stdout.write(`${words.replace(/^/gm, '      ')}\n`);
}
