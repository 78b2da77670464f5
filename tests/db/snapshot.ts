import type { Book } from '#db/book.ts';
import { openConnection } from '#db/connection/connection.ts';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
import { KIND_NAMES, kindOf } from '#model/kinds.ts';
import type { TestBook } from '#tests/helpers/book.ts';

/** Every row of the record table and of each kind's table, and what some queries find. */
export async function snapshot(book: Book, queries: readonly string[] = []): Promise<unknown> {
  const rows: Record<string, unknown> = { record: await book.all('SELECT * FROM record ORDER BY rid') };
  for (const kind of KIND_NAMES) {
    rows[kind] = await book.all(`SELECT * FROM ${kindOf(kind).table} ORDER BY id`);
  }
  const hits: Record<string, unknown> = {};
  for (const query of queries) hits[query] = await book.search(query, { limit: 500 });
  return { rows, hits };
}

/** Runs SQL on a connection of its own, behind the book's back: nothing is logged, references are not checked. */
export async function tamper(test: TestBook, sql: string): Promise<void> {
  const connection = await openConnection(sqlcipherDriver, test.path, test.keyHex, 'write');
  try {
    await connection.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  } finally {
    await connection.close();
  }
}
