import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book, NewRow } from '#db/book.ts';
import { openConnection } from '#db/connection/connection.ts';
import { migrate } from '#db/connection/migrate.ts';
import { inTransaction } from '#db/connection/transaction.ts';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
import { commitment, newSalts } from '#db/log/chain.ts';
import { wholeRecord, wholeText } from '#db/log/state.ts';
import { checkedValues, withDerived } from '#db/log/values.ts';
import { MIGRATIONS } from '#db/migrations/registry.ts';
import { createIndexText } from '#db/search/index-text.ts';
import type { StoredRecord } from '#db/tables/record.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { searchTexts } from '#model/kinds.ts';
import { openTestBook } from '#tests/helpers/book.ts';
import { type Bench, row, timed } from './bench.ts';
import { makeCorpus } from './corpus.ts';
import { type StatementTimes, timingDriver } from './timing-driver.ts';

export const ROWS = 100_000;
const CHUNK = 5_000;
const GOAL = 5;

/**
 * 100,000 records through the write path (validation, log with commitments, search index) in commands of 5,000 under
 * one group, against the finished rows alone in json_each batches of 5,000 in one transaction, with the same pragmas
 * into the same tables.
 */
export const storeImport: Bench = {
  name: 'store-import',
  async run() {
    const statements: StatementTimes = new Map();
    const test = await openTestBook({ driver: timingDriver(sqlcipherDriver, statements, partOf) });
    try {
      const { caseId, actors } = await makeCase(test.book);
      const rows = makeCorpus().incidents(ROWS, caseId, actors);
      statements.clear();
      const ours = await timed(async () => {
        for (let from = 0; from < rows.length; from += CHUNK) {
          const chunk = rows.slice(from, from + CHUNK);
          await test.book.command('import', (tx) => tx.insertMany('incident', chunk), { group: 'bench' });
        }
      });
      const parts = { ...computed(rows), ...Object.fromEntries(statements) };
      const peer = await bareInsert(await finishedRows(test.book));
      return row('store-import', ours, peer, GOAL, { rows: ROWS, ...sharesOf(parts) });
    } finally {
      await test.remove();
    }
  },
};

/** What a statement of the write path is for. */
export function partOf(sql: string): string {
  if (sql.includes('log_')) return 'statements of the log';
  if (sql.includes('search')) return 'statements of the index';
  return sql.startsWith('COMMIT') ? 'commits' : 'statements of the rows';
}

/** Time in ms of what is only computed for these rows, each part by itself. */
export function computed(rows: readonly NewRow<'incident'>[]): Record<string, number> {
  const parts: Record<string, number> = {};
  const measure = (name: string, work: () => void) => {
    const start = performance.now();
    work();
    parts[name] = performance.now() - start;
  };
  const zone = 'Europe/Oslo';
  let records: StoredRecord[] = [];
  measure('validation', () => {
    records = rows.map((one) => withDerived(wholeRecordOf(checkedValues('incident', one.values, zone)), zone));
  });
  measure('hashing', () => {
    const salts = newSalts(records.length);
    records.forEach((record, index) => {
      const { id, kind } = record;
      commitment(salts[index] ?? '', { id, kind, op: 'insert', before: null, after: wholeText(record) });
    });
  });
  const indexText = createIndexText();
  measure('folding', () => {
    for (const record of records) indexText(searchTexts(record.kind, record.values));
  });
  return parts;
}

function wholeRecordOf(values: Readonly<Record<string, unknown>>): StoredRecord {
  const state = { createdAt: 0, createdBy: 'Bench', storyOrder: 1, values };
  return wholeRecord('incident', newRecordId(), 1, state);
}

/**
 * Each part's share of their sum, in per cent. The sum is more than the time that passed, because the next rows are
 * computed while the database writes, and a statement counts until its answer is taken.
 */
export function sharesOf(parts: Readonly<Record<string, number>>): Record<string, string> {
  const sum = Object.values(parts).reduce((total, ms) => total + ms, 0);
  return Object.fromEntries(Object.entries(parts).map(([name, ms]) => [name, `${Math.round((100 * ms) / sum)} %`]));
}

/** A case with two persons, for records to belong and refer to. */
export async function makeCase(book: Book): Promise<{ caseId: RecordId; actors: RecordId[] }> {
  const { value } = await book.command('case.create', async (tx) => {
    const values = { name: 'Bench', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    const made = await tx.insert('case', values);
    const actors = await tx.insertMany('person', [{ values: { name: 'A' } }, { values: { name: 'B' } }]);
    return { caseId: made.id, actors };
  });
  return value;
}

/** What lies in the tables afterwards: columns and rows, in the order in which references need them. */
export interface FinishedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Rows of a book's record table and of every kind's table that has any. */
export async function finishedRows(book: Book): Promise<FinishedTable[]> {
  const tables = await book.all<{ name: string }>(
    `SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.rootpage > 0 AND c.name = 'id'
       AND m.name NOT IN ('open_group') AND m.name NOT LIKE 'search_%' ORDER BY m.name <> 'record', m.name`,
  );
  const finished: FinishedTable[] = [];
  for (const { name } of tables) {
    const rows = await book.all<Record<string, unknown>>(`SELECT * FROM "${name}" ORDER BY rowid`);
    const first = rows[0];
    if (!first) continue;
    finished.push({ table: name, columns: Object.keys(first), rows: rows.map((one) => Object.values(one)) });
  }
  return finished;
}

/** Time in ms to write the rows into a new book's tables in batches of 5,000, in one transaction. */
export async function bareInsert(tables: readonly FinishedTable[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'vernebok-bench-'));
  const connection = await openConnection(
    sqlcipherDriver,
    join(folder, 'peer.db'),
    randomBytes(32).toString('hex'),
    'create',
  );
  try {
    await migrate(connection, MIGRATIONS);
    return await timed(() =>
      inTransaction(connection, async () => {
        for (const { table, columns, rows } of tables) {
          const values = columns.map((_, index) => `value ->> ${index}`).join(', ');
          const sql = `INSERT INTO "${table}" (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`;
          for (let from = 0; from < rows.length; from += CHUNK) {
            await connection.run(sql, [JSON.stringify(rows.slice(from, from + CHUNK))]);
          }
        }
      }),
    );
  } finally {
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  }
}
