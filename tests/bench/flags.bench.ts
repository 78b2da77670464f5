import { caseMemoryOf } from '#db/reads/case-memory.ts';
import { readCaseRecords } from '#db/reads/case-records.ts';
import { countReviews } from '#db/reads/flag-reviews.ts';
import { openSession, type Session } from '#main/core/session.ts';
import { readShown } from '#main/services/flag-shown.ts';
import { readCase } from '#model/flags/read-case.ts';
import type { RecordId } from '#model/ids.ts';
import { openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { type Bench, round, row, timed } from './bench.ts';
import { makeCorpus } from './corpus.ts';
import { makeCase } from './store-import.bench.ts';

const RECORDS = 20_000;
const CHUNK = 5_000;
const ROUNDS = 7;
const COLD_ROUNDS = 3;
/** Thirty rules with their words may cost as much again as reading what they read. */
const COLD_GOAL = 2;
/** Both sides have the records in memory; what people decided about flags is read each time, as the core may not guess it. */
const WARM_GOAL = 2;

/**
 * The flags of a case of 20,000 records, as the window asks for them. Cold, as the first question after unlock where
 * nothing was read ahead, against reading those records alone; warm against the rules over records in memory with the
 * three reads that no answer can do without.
 */
export const flags: Bench = {
  name: 'flags',
  async run() {
    const folder = await openBooksFolder();
    try {
      let session = await folder.create();
      const caseId = await fill(session);
      const cold: Record<'ours' | 'peer' | 'pattern', number[]> = { ours: [], peer: [], pattern: [] };
      for (let round = 0; round < COLD_ROUNDS; round += 1) {
        // A book that was opened anew has nothing in memory. In turn, so that both are slowed alike.
        session = await reopened(session);
        const { book } = session.context;
        cold.peer.push(await timed(() => readCaseRecords(book, caseId)));
        session = await reopened(session);
        cold.ours.push(await timed(() => ask(session, 'flag.list', { caseId })));
        cold.pattern.push(await timed(() => ask(session, 'pattern.view', { caseId })));
      }
      const { book, now } = session.context;
      const records = await caseMemoryOf(book).read(caseId);
      if (!records) throw new Error('no case');
      const bare = await fastest(async () => {
        await Promise.all([book.list('flag_review', { caseId }), countReviews(book), readShown(book)]);
        readCase(records, now());
      });
      const warm = await fastest(() => ask(session, 'flag.list', { caseId }));
      const pattern = await fastest(() => ask(session, 'pattern.view', { caseId }));
      const written = await fastest(
        () => ask(session, 'flag.list', { caseId }),
        () => book.command('bench', (tx) => tx.insert('incident', { text: 'Truer henne på livet' }, { caseId })),
      );
      const bytes = (await ask(session, 'pattern.view', { caseId })).length;
      await session.close();
      return [
        row('flags-cold', Math.min(...cold.ours), Math.min(...cold.peer), COLD_GOAL, {
          records: RECORDS,
          'pattern after it, ms': round(Math.min(...cold.pattern)),
        }),
        row('flags-warm', warm, bare, WARM_GOAL, {
          records: RECORDS,
          'after a write, ms': round(written),
          'pattern, ms': round(pattern),
          'pattern, kB': round(bytes / 1_000),
        }),
      ];
    } finally {
      await folder.remove();
    }
  },
};

async function fill({ context: { book } }: Session): Promise<RecordId> {
  const { caseId, actors } = await makeCase(book);
  const rows = makeCorpus().incidents(RECORDS, caseId, actors);
  for (let from = 0; from < RECORDS; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    await book.command('import', (tx) => tx.insertMany('incident', chunk), { group: 'bench' });
  }
  return caseId;
}

async function reopened(session: Session): Promise<Session> {
  const { folder } = session.context;
  await session.close();
  return openSession({ folder, passphrase: PASSPHRASE });
}

async function ask(session: Session, route: string, input: unknown): Promise<string> {
  const answer = await session.dispatch(route, JSON.stringify(input));
  if (!answer.startsWith('{"ok":true')) throw new Error(`${route} refused`);
  return answer;
}

/** What the machine does besides is not measured. */
async function fastest(work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await before?.();
    times.push(await timed(work));
  }
  return Math.min(...times);
}
