import { backlinkMemoryOf } from '#db/reads/backlink-memory.ts';
import type { Session } from '#main/core/session.ts';
import type { RecordId } from '#model/ids.ts';
import { openBooksFolder } from '#tests/helpers/casebook.ts';
import { type Bench, quantile, round, row, timed } from './bench.ts';
import { makeCorpus } from './corpus.ts';
import { makeCase } from './store-import.bench.ts';

const RECORDS = 200_000;
const CHUNK = 5_000;
const WORDS = 20;
const LETTERS = 6;
const GOAL_MS = 50;
/** Opening is told by the fastest of the rounds, taken in turn: what the machine does besides is not measured. */
const ROUNDS = 200;
const FEW_LINKS = 10;
const MANY_LINKS = 10_000;

/** The list that opens on an @ in one case of 200,000 records, letter by letter, whole with its JSON; p95 against 50 ms. */
export const mentionList: Bench = {
  name: 'mention-list',
  async run() {
    const folder = await openBooksFolder();
    try {
      const session = await folder.create();
      const { caseId } = await fill(session);
      const corpus = makeCorpus(7);
      // As it is typed: every letter of a word is a question of its own.
      const texts = Array.from({ length: WORDS }, (_, index) => {
        const word = index % 3 === 0 ? corpus.name() : corpus.word('nb');
        return Array.from({ length: Math.min(word.length, LETTERS) }, (_each, letter) => word.slice(0, letter + 1));
      }).flat();
      const ask = (text: string) => dispatch(session, 'record.suggest', { caseId, text, limit: 8 });
      const first = await timed(() => ask(''));
      const times: number[] = [];
      for (const text of texts) times.push(await timed(() => ask(text)));
      await session.close();
      return row('mention-list', quantile(times, 0.95), GOAL_MS, 1, {
        'median, ms': round(quantile(times, 0.5)),
        'first, which reads the titles, ms': round(first),
        records: RECORDS,
      });
    } finally {
      await folder.remove();
    }
  },
};

/**
 * Opening a record that 10,000 records link to, against one with ten: the record and the count of what links to it, as the
 * window asks for both. The first links are read when they are asked for, and told with it.
 */
export const backlinks: Bench = {
  name: 'backlinks',
  async run() {
    const folder = await openBooksFolder();
    try {
      const session = await folder.create();
      const { caseId, actors, ids } = await fill(session, MANY_LINKS);
      const [much, little] = actors;
      if (!much || !little) throw new Error('a case without persons');
      await link(session, caseId, much, ids);
      await link(session, caseId, little, ids.slice(0, FEW_LINKS));
      const count = (id: RecordId) => dispatch(session, 'record.backlinks', { id, offset: 0, limit: 0 });
      const open = async (id: RecordId) => {
        await dispatch(session, 'record.get', { id });
        await count(id);
      };
      const page = (id: RecordId) => dispatch(session, 'record.backlinks', { id, offset: 0, limit: 5 });
      const first = await timed(() => count(much));
      await backlinkMemoryOf(session.context.book).fill();
      const both = async (work: (id: RecordId) => Promise<unknown>) => {
        let [many, few] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
        for (let round = 0; round < ROUNDS; round += 1) {
          many = Math.min(many, await timed(() => work(much)));
          few = Math.min(few, await timed(() => work(little)));
        }
        return { many, few };
      };
      const { many, few } = await both(open);
      const [counts, pages] = [await both(count), await both(page)];
      const detail = {
        'first of all, ms': round(first),
        'count of 10,000, ms': round(counts.many),
        'count of 10, ms': round(counts.few),
        'first page of 10,000, ms': round(pages.many),
        'first page of 10, ms': round(pages.few),
      };
      await session.close();
      return row('backlinks', many, few, 1.2, detail);
    } finally {
      await folder.remove();
    }
  },
};

async function dispatch(session: Session, route: string, input: unknown): Promise<void> {
  const answer = await session.dispatch(route, JSON.stringify(input));
  if (!answer.startsWith('{"ok":true')) throw new Error(`${route} refused`);
}

async function fill({ context: { book } }: Session, count = RECORDS) {
  const { caseId, actors } = await makeCase(book);
  const rows = makeCorpus().incidents(count, caseId, actors);
  const ids: RecordId[] = [];
  for (let from = 0; from < count; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const { value } = await book.command('import', (tx) => tx.insertMany('incident', chunk), { group: 'bench' });
    ids.push(...value);
  }
  return { caseId, actors, ids };
}

async function link({ context: { book } }: Session, caseId: RecordId, toId: RecordId, ids: readonly RecordId[]) {
  await book.command('link', (tx) =>
    tx.insertMany(
      'link',
      ids.map((fromId) => ({ values: { fromId, toId, type: 'mentions' as const }, header: { caseId } })),
    ),
  );
}
