import type { Connection } from '../driver/driver.ts';

/**
 * Runs `work` in one write transaction: committed when it resolves, rolled back whatever it throws, also when the
 * commit itself is refused (a foreign key that leads nowhere is found there).
 * @param explain makes another error of one that ends the transaction, while its rows can still be read
 */
export async function inTransaction<T>(
  connection: Connection,
  work: () => Promise<T>,
  explain?: (error: unknown) => Promise<unknown>,
): Promise<T> {
  await connection.run('BEGIN IMMEDIATE');
  try {
    const value = await work();
    await connection.run('COMMIT');
    return value;
  } catch (error) {
    const explained = explain ? await explain(error).catch(() => error) : error;
    // SQLite has already rolled back by itself after a full disk or an interrupt; then there is nothing to end.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw explained;
  }
}
