import type { Book } from '#db/book.ts';
import type { Session } from '#main/core/session.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { type BooksFolder, openBooksFolder } from '#tests/helpers/casebook.ts';
import { type Bench, round, row, timed } from './bench.ts';
import { makeCorpus } from './corpus.ts';
import { makeCase } from './store-import.bench.ts';

const FEW = 1_000;
const MANY = 100_000;
const CHUNK = 5_000;
const ROUNDS = 15;
/** Nothing a person waits for without knowing why, ms. */
const WAIT_MS = 100;
const EVENTS: Kind[] = ['threat', 'incident', 'contact', 'report', 'breach', 'arrest', 'remand', 'court_step'];

const TEN_DAYS = { fromAt: Date.UTC(2026, 2, 25), toAt: Date.UTC(2026, 3, 4) };

/** Reading routes that a page waits for when it opens, with the input they get there. */
const READS: Readonly<Record<string, (caseId: RecordId, personId: RecordId) => [string, unknown]>> = {
  'case.list': () => ['case.list', {}],
  'case.view': (id) => ['case.view', { id }],
  'record.list, one kind': (caseId) => ['record.list', { caseId, kinds: ['incident'], order: 'time_desc', limit: 100 }],
  'record.list, all events': (caseId) => ['record.list', { caseId, kinds: EVENTS, order: 'time_desc', limit: 100 }],
  'record.list, persons': (caseId) => ['record.list', { caseId, kinds: ['person'] }],
  'record.backlinks': (_, id) => ['record.backlinks', { id, limit: 50 }],
  'timeline.list, 72 hours': (caseId) => [
    'timeline.list',
    { caseId, kinds: ['measure', 'alarm'], within: { fromAt: 0, toAt: 1 } },
  ],
  'plan.window, 10 days': (caseId) => ['plan.window', { caseId, ...TEN_DAYS }],
  'plan.conflicts, 10 days': (caseId) => ['plan.conflicts', { caseId, ...TEN_DAYS }],
  'search in the case': (caseId) => ['search.query', { text: 'ringte', caseId }],
};

/**
 * The longest that a page waits in a case of 100,000 events and 10,000 links to one record, warm, each route whole with
 * its JSON, against the 100 ms that a person takes for at once. Each route's growth from 1,000 events and 10 links is
 * told with it: lists and backlinks tell how many there are in all, so they grow with what they count.
 */
export const routes: Bench = {
  name: 'routes',
  async run() {
    const folder = await openBooksFolder();
    try {
      const few = await measure(folder, FEW, 10);
      const many = await measure(folder, MANY, 10_000);
      const detail: Record<string, string> = {};
      for (const [name, ms] of Object.entries(many)) {
        const before = few[name] ?? Number.NaN;
        detail[name] = `${round(before)} to ${round(ms)} ms (x ${round(ms / before)})`;
      }
      return row('routes', Math.max(...Object.values(many)), WAIT_MS, 1, detail);
    } finally {
      await folder.remove();
    }
  },
};

async function measure(folder: BooksFolder, events: number, links: number): Promise<Record<string, number>> {
  const session = await folder.create();
  try {
    const { caseId, personId } = await fill(session, events, links);
    const fastest: Record<string, number> = {};
    for (const [name, call] of Object.entries(READS)) {
      const [route, input] = call(caseId, personId);
      const ask = async () => {
        const answer = await session.dispatch(route, JSON.stringify(input));
        if (!answer.startsWith('{"ok":true')) throw new Error(`${route} refused`);
      };
      await ask();
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(ask));
      // The fastest of the rounds: what the machine does besides is not measured.
      fastest[name] = Math.min(...times);
    }
    return fastest;
  } finally {
    await session.close();
  }
}

async function fill({ context: { book } }: Session, events: number, links: number) {
  const { caseId, actors } = await makeCase(book);
  const rows = makeCorpus().incidents(events, caseId, actors);
  const ids: RecordId[] = [];
  for (let from = 0; from < events; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const { value } = await book.command('import', (tx) => tx.insertMany('incident', chunk), { group: 'bench' });
    ids.push(...value);
  }
  const [personId] = actors;
  if (!personId) throw new Error('a case without persons');
  await book.command('link', (tx) =>
    tx.insertMany(
      'link',
      ids.slice(0, links).map((fromId) => ({
        values: { fromId, toId: personId, type: 'mentions' as const },
        header: { caseId },
      })),
    ),
  );
  await plan(book, caseId, personId);
  return { caseId, personId };
}

/** A year of nights: two needs and six measures that recur daily, a crew of their own told on every tenth night. */
async function plan(book: Book, caseId: RecordId, personId: RecordId): Promise<void> {
  const header = { caseId };
  const times = { fromLocal: '2026-01-01T21:00', toLocal: '2026-01-02T07:00', recurrence: 'FREQ=DAILY', personId };
  await book.command('plan', async (tx) => {
    const need = { label: 'Sove trygt', protectionLevel: 'guard', raisedBy: 'manual', status: 'active' } as const;
    for (let index = 0; index < 2; index += 1) await tx.insert('need', { ...need, ...times, headcount: 2 }, header);
    for (let index = 0; index < 6; index += 1) {
      const { id: officerId } = await tx.insert('officer', { name: `Vakt ${index}` });
      const { id } = await tx.insert('measure', { ...times, type: 'guarding', status: 'planned' }, header);
      const rows = [null, ...Array.from({ length: 36 }, (_, night) => night * 10)].map((night) => ({
        values: {
          measureId: id,
          officerId,
          status: 'published' as const,
          occurrenceLocal: night === null ? null : nightAt(night),
          onPostAt: night === null ? null : Date.parse(`${nightAt(night)}Z`),
        },
        header,
      }));
      await tx.insertMany('assignment', rows);
    }
  });
}

function nightAt(night: number): string {
  return new Date(Date.UTC(2026, 0, 1 + night, 21)).toISOString().slice(0, 16);
}
