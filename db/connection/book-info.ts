import type { BookInfo } from '../book.ts';
import type { Connection } from '../driver/driver.ts';
import { StoreError } from '../store-error.ts';

const PURPOSES = ['demo', 'test', 'real'] as const;

/** Writes who the book is, once, in the caller's transaction. */
export async function writeBookInfo(connection: Connection, info: BookInfo): Promise<void> {
  await connection.run('INSERT INTO book_info (key, value) SELECT key, value FROM json_each(?)', [
    JSON.stringify(infoTexts(info)),
  ]);
}

/** Who the book is. Throws StoreError BOOK_INCOMPLETE if its creation did not get that far. */
export async function readBookInfo(connection: Connection): Promise<BookInfo> {
  const rows = await connection.all<{ key: string; value: string }>('SELECT key, value FROM book_info');
  const texts = new Map(rows.map(({ key, value }) => [key, value]));
  const purpose = PURPOSES.find((known) => known === texts.get('purpose'));
  const [id, zone, createdBy] = [texts.get('id'), texts.get('zone'), texts.get('created_by')];
  const createdAt = Number(texts.get('created_at'));
  if (!id || !zone || !purpose || createdBy === undefined || !Number.isSafeInteger(createdAt)) {
    throw new StoreError('BOOK_INCOMPLETE');
  }
  return { id, purpose, zone, createdAt, createdBy };
}

/** The same as texts: as they lie in the table, and as they go into the first hash of each chain. */
export function infoTexts(info: BookInfo): Record<string, string> {
  return {
    id: info.id,
    purpose: info.purpose,
    zone: info.zone,
    created_at: String(info.createdAt),
    created_by: info.createdBy,
  };
}
