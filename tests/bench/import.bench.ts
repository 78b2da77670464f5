import { IMPORT_COLUMNS, IMPORT_KINDS } from '#contract/import.ts';
import type { CsvRow } from '#main/import/csv.ts';
import { type ImportFile, openImportFile, readRows } from '#main/import/file.ts';
import { rowChecker } from '#main/import/scan.ts';
import { importFile } from '#main/import/write.ts';
import { openTestBook } from '#tests/helpers/book.ts';
import { type Bench, round, row, timed } from './bench.ts';
import { bareInsert, finishedRows, ROWS } from './store-import.bench.ts';

const GOAL = 5;
const ZONE = 'Europe/Oslo';

/**
 * A CSV of 100,000 rows of all 13 kinds through the whole import (parse, validation, log with commitments, search
 * index), against the finished rows alone in json_each batches of 5,000 in one transaction, with the same pragmas into
 * the same tables.
 */
export const csvImport: Bench = {
  name: 'import',
  async run() {
    const test = await openTestBook();
    try {
      const file = await openImportFile(Buffer.from(csv(ROWS)));
      const parse = await timed(() => drain(file, async () => undefined));
      const check = rowChecker(test.book, null, file.guess, ZONE);
      const checked = await timed(() => drain(file, check));
      const ours = await timed(() =>
        importFile({
          book: test.book,
          file,
          target: { caseName: 'Bench' },
          mapping: file.guess,
          zone: ZONE,
          bookZone: ZONE,
        }),
      );
      const peer = await bareInsert(await finishedRows(test.book));
      const share = (ms: number) => `${Math.round((ms / ours) * 100)} %`;
      return row('import', ours, peer, GOAL, {
        rows: ROWS,
        megabytes: round(file.bytes.length / 1_000_000),
        parse: share(parse),
        'validation of rows': share(checked - parse),
        'records, log and index': share(ours - checked),
      });
    } finally {
      await test.remove();
    }
  },
};

async function drain(file: ImportFile, take: (rows: CsvRow[]) => Promise<unknown>): Promise<void> {
  for await (const rows of readRows(file)) await take(rows);
}

/** Rows like those of a chronology: a sentence in two languages, a source, times within a month. */
function csv(count: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const lines = Array.from({ length: count }, (_, n) => {
    const kind = IMPORT_KINDS[n % IMPORT_KINDS.length];
    const when = `2026-03-${two(1 + (n % 28))},${two(3 + (n % 20))}:${two(n % 60)},minute`;
    const who = n % 2 === 0 ? 'Threat actor,home' : 'Court,court';
    const texts = `"Calls ${n} times at night, says he will come","Ringer ${n} ganger om natten, sier at han kommer"`;
    return `${when},${kind},${who},${texts},Log ${n},verified`;
  });
  return `${IMPORT_COLUMNS.join(',')}\r\n${lines.join('\r\n')}\r\n`;
}
