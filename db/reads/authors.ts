import type { Reader } from '../book.ts';

/** Names of those who have entered or changed anything, in order. */
export async function readAuthors(reader: Reader): Promise<string[]> {
  const rows = await reader.all<{ person: string }>('SELECT DISTINCT person FROM log_entry ORDER BY person');
  return rows.map(({ person }) => person);
}
