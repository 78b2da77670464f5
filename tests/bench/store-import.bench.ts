import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '#db/book.ts';
import { openConnection } from '#db/connection/connection.ts';
import { migrate } from '#db/connection/migrate.ts';
import { inTransaction } from '#db/connection/transaction.ts';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
import { MIGRATIONS } from '#db/migrations/registry.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook } from '#tests/helpers/book.ts';
import { type Bench, row, timed } from './bench.ts';
import { makeCorpus } from './corpus.ts';

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
    const test = await openTestBook();
    try {
      const { caseId, actors } = await makeCase(test.book);
      const rows = makeCorpus().incidents(ROWS, caseId, actors);
      const ours = await timed(async () => {
        for (let from = 0; from < rows.length; from += CHUNK) {
          const chunk = rows.slice(from, from + CHUNK);
          await test.book.command('import', (tx) => tx.insertMany('incident', chunk), { group: 'bench' });
        }
      });
      const finished = await finishedRows(test.book);
      const peer = await bareInsert(finished);
      return row('store-import', ours, peer, GOAL, { rows: ROWS });
    } finally {
      await test.remove();
    }
  },
};

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
