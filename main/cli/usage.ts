/** What the command line can do; also its answer to a wrong call. */
export const USAGE = `vernebok: a protection notebook from the command line

  create <book> --person "Name" [--purpose real|demo|test] [--zone Europe/Oslo]
  backup <book> <folder>
  import <book> <file.csv> --case "Name" [--zone Europe/Oslo] [--dry-run]
  cases  <book>
  stats  <book>
  brief  <book> --case "Name" [--profile leder|patrulje|saksdokumenter|jurist|kronologi]
         [--about <id of a breach or an order>] [--notes <id of a note>[#<heading>],…] [--language nb|en]
         --out <file.pdf>
  verify <book>
  log    <book> [--limit 100]
  clocks <book> --case "Name" [--at 2026-03-14T20:00Z] [--language nb|en]
  flags  <book> --case "Name" [--at 2026-03-14T20:00Z] [--language nb|en]
  pattern <book> --case "Name" [--at 2026-03-14T20:00Z] [--language nb|en]
  coverage <book> --case "Name" --from 2026-03-29 --to 2026-03-31 [--language nb|en]
  conflicts <book> [--case "Name"] --from 2026-03-29 --to 2026-03-31 [--language nb|en]
  search <book> "words" [--case "Name"] [--kind threat,note] [--person "Name"] [--from 2026-03-01] [--to 2026-03-31]
         [--author "Name"] [--grading "1-A-C vurdering"] [--old] [--limit 50]
  orders <book> --case "Name" [--at 2026-03-14T20:00Z]
  breaches <book> --case "Name" [--at 2026-03-14T20:00Z]

<book> is the folder of a casebook. The passphrase is read from VERNEBOK_PASSPHRASE or from the first line of standard
input, never from an argument. With --json the answer is one JSON document on standard output; an error is one as well,
{"error": {"code", "message"}}. Times without an offset are wall clock of the case, and a day counts whole.
Exit: 0 done, 1 the work failed, 2 the call was wrong.
`;

export type Command =
  | 'create'
  | 'backup'
  | 'import'
  | 'cases'
  | 'stats'
  | 'brief'
  | 'verify'
  | 'log'
  | 'clocks'
  | 'flags'
  | 'pattern'
  | 'coverage'
  | 'conflicts'
  | 'orders'
  | 'breaches'
  | 'search';

/** The lines on one command; the whole where there is no such command. */
export function usageOf(name: string | undefined): string {
  const lines = USAGE.split('\n');
  const start = lines.findIndex((line) => line.startsWith('  ') && line.trim().split(/\s+/)[0] === name);
  if (start < 0) return USAGE;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('     '));
  return `${[lines[start], ...rest.slice(0, end)].join('\n')}\n`;
}
