/**
 * Runs the measurements: `npm run bench [-- --only <name>] [--json <file>]`. Prints a table; exit 1 if a goal is
 * missed, 2 for a wrong call.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { attachment } from './attachment.bench.ts';
import type { Bench, BenchRow } from './bench.ts';
import { paste, typing } from './editor.bench.ts';
import { flags } from './flags.bench.ts';
import { hardTexts } from './hard-texts.bench.ts';
import { csvImport } from './import.bench.ts';
import { backlinks, mentionList } from './mentions.bench.ts';
import { planVerdict } from './plan-verdict.bench.ts';
import { routes } from './routes.bench.ts';
import { search } from './search.bench.ts';
import { storeImport } from './store-import.bench.ts';
import { timeline } from './timeline.bench.ts';
import { today } from './today.bench.ts';

const BENCHES: readonly Bench[] = [
  storeImport,
  csvImport,
  search,
  attachment,
  routes,
  timeline,
  planVerdict,
  flags,
  mentionList,
  backlinks,
  typing,
  paste,
  today,
  hardTexts,
];

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const options = optionsOf(args);
  const chosen = options && BENCHES.filter((bench) => options.only === undefined || bench.name === options.only);
  if (!options || !chosen || chosen.length === 0) {
    const names = BENCHES.map((bench) => bench.name).join(', ');
    console.error(`bench [--only <name>] [--json <file>]\nnames: ${names}`);
    return 2;
  }
  const rows: BenchRow[] = [];
  for (const bench of chosen) {
    console.error(`${bench.name} …`);
    rows.push(...[await bench.run()].flat());
  }
  console.table(
    Object.fromEntries(
      rows.map(({ name, detail: _, ok, ...numbers }) => [name, { ...numbers, ok: ok ? 'yes' : 'NO' }]),
    ),
  );
  for (const { name, detail } of rows) {
    const parts = Object.entries(detail).map(([key, value]) => `${key} ${value}`);
    console.log(`${name}: ${parts.join(', ')}`);
  }
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  return rows.every((row) => row.ok) ? 0 : 1;
}

function optionsOf(args: string[]): { only: string | undefined; json: string | undefined } | null {
  try {
    const { values } = parseArgs({ args, options: { only: { type: 'string' }, json: { type: 'string' } } });
    return { only: values.only, json: values.json };
  } catch {
    return null;
  }
}
