import type { Connection } from '../driver/driver.ts';
import { StoreError } from '../store-error.ts';
import { inTransaction } from './transaction.ts';

/**
 * One step of the database's form. Its text is frozen once a book was made by it, and it reads nothing of the model:
 * a migration must do tomorrow what it does today.
 */
export interface Migration {
  /** 1, 2, 3 …: `PRAGMA user_version` after it. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Number of the last migration that was applied; 0 for an empty database. */
export async function schemaVersion(connection: Connection): Promise<number> {
  const [row] = await connection.all<{ user_version: number }>('PRAGMA user_version');
  return row?.user_version ?? 0;
}

/**
 * Brings a database to the last migration of `registry`, each in a transaction of its own with its number.
 * @param before called once with the two versions when something is to be done to a database that is not empty
 * @throws StoreError BOOK_NEWER if the database knows a migration that `registry` does not; nothing is touched
 */
export async function migrate(
  connection: Connection,
  registry: readonly Migration[],
  before?: (from: number, to: number) => Promise<void>,
): Promise<void> {
  const latest = latestOf(registry);
  const version = await schemaVersion(connection);
  if (version > latest) throw new StoreError('BOOK_NEWER', { version, latest });
  if (version === latest) return;
  if (version > 0) await before?.(version, latest);
  for (const migration of registry.slice(version)) {
    await inTransaction(connection, async () => {
      await connection.exec(migration.sql);
      await connection.exec(`PRAGMA user_version = ${migration.number}`);
    });
  }
}

/** Number of the last migration. Throws if the registry does not count 1, 2, 3 … without a gap. */
export function latestOf(registry: readonly Migration[]): number {
  registry.forEach((migration, index) => {
    if (migration.number !== index + 1) throw new Error(`migration ${migration.name} is not number ${index + 1}`);
  });
  return registry.length;
}
