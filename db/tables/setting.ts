import type { Connection } from '../driver/driver.ts';
import type { Db } from './read-records.ts';

/** Text of a setting, or null. */
export async function readSetting(db: Db, key: string): Promise<string | null> {
  const [row] = await db.all<{ value: string }>('SELECT value FROM setting WHERE key = ?', [key]);
  return row?.value ?? null;
}

/** Keeps a setting; null takes it away. */
export async function writeSetting(connection: Connection, key: string, value: string | null): Promise<void> {
  if (value === null) await connection.run('DELETE FROM setting WHERE key = ?', [key]);
  else {
    await connection.run(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, value],
    );
  }
}
