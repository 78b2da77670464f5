import type { Book } from '#db/book.ts';
import type { Session } from '#main/core/session.ts';
import { dangerFlagMemoryOf } from '#main/services/today/danger-flags.ts';
import type { RecordId } from '#model/ids.ts';
import { whenAtMinute } from '#model/when.ts';
import { openBooksFolder } from '#tests/helpers/casebook.ts';
import { type Bench, round, row, timed } from './bench.ts';

const CASES = 200;
const RECORDS = 20_000;
const ROUNDS = 10;
/** What a person takes for at once, ms. */
const WAIT_MS = 100;
/** As the page asks for it over all cases of the unit. */
const BOARD = {
  ...{ whose: 'unit', duty: null, responsible: null, unit: null, kind: null, only: null, older: false },
  most: { danger: 50, law: 50, expiry: 50, own: 50 },
};
const ZONE = 'Europe/Oslo';
const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The board of the day and the clocks of all cases in a book of 200 open cases and 20,000 records, each route whole with
 * its JSON, against the 100 ms that a person takes for at once. The fastest of the rounds: what the machine does besides
 * is not measured.
 */
export const today: Bench = {
  name: 'today',
  async run() {
    const folder = await openBooksFolder();
    try {
      const session = await folder.create();
      try {
        const records = await fill(session.context.book, session.context.now());
        const flagsRead = await timed(async () => {
          await session.dispatch('today.view', JSON.stringify(BOARD));
          await dangerFlagMemoryOf(session.context).settled();
        });
        const board = await fastest(session, 'today.view', BOARD);
        const clocks = await fastest(session, 'clock.list', { caseId: null });
        const written = await fastestAfterWrite(session);
        const answer = await session.dispatch('today.view', JSON.stringify(BOARD));
        const acting = await fastest(session, 'today.acting', {});
        const detail = {
          records,
          'clock.list': `${round(clocks)} ms`,
          'after a write': `${round(written)} ms`,
          'today.acting': `${round(acting)} ms`,
          'flags of all cases, first time': `${round(flagsRead)} ms`,
          'answer, kB': round(answer.length / 1_000),
        };
        return row('today', board, WAIT_MS, 1, detail);
      } finally {
        await session.close();
      }
    } finally {
      await folder.remove();
    }
  },
};

/** The board when a breach has been entered since it was asked for last: what was kept must be brought up to date. */
async function fastestAfterWrite({ context: { book, now }, dispatch }: Session): Promise<number> {
  const [one] = await book.list('case', { limit: 1 });
  if (!one) throw new Error('no case');
  const times: number[] = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    const happened = whenAtMinute(now(), ZONE);
    await book.command('bench', (tx) => tx.insert('breach', { text: 'Oppmøte', happened }, { caseId: one.id }));
    times.push(await timed(() => dispatch('today.view', JSON.stringify(BOARD))));
  }
  return Math.min(...times);
}

async function fastest(session: Session, route: string, input: unknown): Promise<number> {
  const ask = async () => {
    const answer = await session.dispatch(route, JSON.stringify(input));
    if (!answer.startsWith('{"ok":true')) throw new Error(`${route} refused`);
  };
  await ask();
  const times: number[] = [];
  for (let index = 0; index < ROUNDS; index += 1) times.push(await timed(ask));
  return Math.min(...times);
}

/** Cases alike: an order in its chain, breaches, arrests with their steps, remand, an alarm, and many incidents. */
async function fill(book: Book, now: number): Promise<number> {
  const minute = (at: number) => whenAtMinute(Math.floor(at / 60_000) * 60_000, ZONE);
  let records = 0;
  for (let number = 0; number < CASES; number += 1) {
    await book.command('bench', async (tx) => {
      const { id: caseId } = await tx.insert('case', {
        name: `Sak ${number}`,
        marking: 'fortrolig',
        status: 'open',
        zone: ZONE,
      });
      const header = { caseId };
      const { id: her } = await tx.insert('person', { name: `Hun ${number}` });
      const { id: him } = await tx.insert('person', { name: `Han ${number}` });
      await tx.insert('case_person', { personId: her, role: 'protected' }, header);
      await tx.insert('case_person', { personId: him, role: 'threat_actor' }, header);
      await tx.insert('whereabouts', { personId: him, state: 'at_large', since: minute(now - 90 * DAY_MS) });
      await tx.insert('case_officer', { name: 'Sund', duty: 'responsible_prosecutor' }, header);
      const orderId = await order(tx, header, now, number);
      for (let index = 0; index < 5; index += 1) {
        const at = now - (index * 20 + (number % 20)) * DAY_MS;
        const { id: breachId } = await tx.insert(
          'breach',
          { text: 'Oppmøte', happened: minute(at), reportedAt: at + HOUR_MS, orderId, status: 'reported' },
          header,
        );
        const { id: arrestId } = await tx.insert(
          'arrest',
          { text: 'Pågrepet', happened: minute(at + HOUR_MS), breachId, personId: him },
          header,
        );
        for (const step of ['statement_offered', 'arrest_upheld', 'defence_appointed'] as const) {
          await tx.insert('response_step', { step, arrestId, happened: minute(at + 2 * HOUR_MS) }, header);
        }
      }
      await tx.insert(
        'alarm',
        { personId: her, unit: `V-${number}`, handedOutAt: now - DAY_MS, status: 'active' },
        header,
      );
      await tx.insert('assessment', { text: 'SARA', level: 'high', happened: minute(now - 40 * DAY_MS) }, header);
      const many = Math.ceil(RECORDS / CASES) - 36;
      await tx.insertMany(
        'incident',
        Array.from({ length: many }, (_, index) => ({
          values: { text: `Hendelse ${index}`, happened: minute(now - (index + 15) * DAY_MS) },
          header,
        })),
      );
      records += 36 + many;
    });
  }
  return records;
}

async function order(
  tx: Parameters<Parameters<Book['command']>[1]>[0],
  header: { caseId: RecordId },
  now: number,
  number: number,
): Promise<RecordId> {
  const term = {
    variant: 'restraining_order',
    decidedAt: now - 350 * DAY_MS,
    servedAt: now - 349 * DAY_MS,
    toAt: now + (number % 60) * DAY_MS,
  } as const;
  const { id } = await tx.insert('order', { text: 'Besøksforbud', ...term }, header);
  if (number % 3 === 0) await tx.insert('order', { text: 'Utkast', stage: 'draft', replacesId: id }, header);
  return id;
}
