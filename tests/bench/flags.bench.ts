import { readCaseRecords } from '#db/reads/case-records.ts';
import { flagHandlers } from '#main/services/flag.ts';
import { patternHandlers } from '#main/services/pattern.ts';
import { readCase } from '#model/flags/read-case.ts';
import { openTestContext } from '#tests/helpers/context.ts';
import { type Bench, round, row, timed } from './bench.ts';
import { makeCorpus } from './corpus.ts';
import { makeCase } from './store-import.bench.ts';

const RECORDS = 20_000;
const CHUNK = 5_000;
const ROUNDS = 5;
/** Thirty rules with their words may cost as much again as reading what they read. */
const GOAL = 2;

/** The flags of a case of 20,000 records, as the window asks for them, against reading those records alone. */
export const flags: Bench = {
  name: 'flags',
  async run() {
    const test = await openTestContext();
    try {
      const { book, context } = test;
      const { caseId, actors } = await makeCase(book);
      const rows = makeCorpus().incidents(RECORDS, caseId, actors);
      for (let from = 0; from < RECORDS; from += CHUNK) {
        const chunk = rows.slice(from, from + CHUNK);
        await book.command('import', (tx) => tx.insertMany('incident', chunk), { group: 'bench' });
      }
      const asked = { caseId, at: null };
      const first = await timed(() => flagHandlers['flag.list'](context, asked));
      const ours = await fastest(() => flagHandlers['flag.list'](context, asked));
      const peer = await fastest(() => readCaseRecords(book, caseId));
      const records = await readCaseRecords(book, caseId);
      if (!records) throw new Error('no case');
      const at = Date.now();
      const rules = await fastest(async () => readCase(records, at));
      const pattern = await fastest(() =>
        patternHandlers['pattern.view'](context, { ...asked, channel: null, weeks: null }),
      );
      const written = await fastest(
        () => flagHandlers['flag.list'](context, asked),
        () => book.command('bench', (tx) => tx.insert('incident', { text: 'Truer henne på livet' }, { caseId })),
      );
      const { flags: found } = await flagHandlers['flag.list'](context, asked);
      return row('flags', ours, peer, GOAL, {
        records: RECORDS,
        flags: found.length,
        'asked for first, ms': round(first),
        'after a write, ms': round(written),
        'rules alone, ms': round(rules),
        'pattern, ms': round(pattern),
      });
    } finally {
      await test.remove();
    }
  },
};

/** What the machine does besides is not measured. */
async function fastest(work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await before?.();
    times.push(await timed(work));
  }
  return Math.min(...times);
}
