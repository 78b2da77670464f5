import type { Connection } from '../driver/driver.ts';
import type { Db } from '../tables/read-records.ts';
import { eachWord } from './words.ts';

/** Words that may hold another one; longer ones are no words but figures and rubbish. */
const SHORTEST = 4;
const LONGEST = 64;
/** Fewer letters stand in half of all words; the index knows runs of three. */
const LEAST = 3;
/** Words of one search: more say no more. */
const MOST = 80;

/** Keeps each word of these indexed texts, so that it is found by what stands within it. Words are never taken out. */
export async function keepWords(connection: Connection, texts: readonly string[]): Promise<void> {
  const words = new Set<string>();
  for (const text of texts) {
    eachWord(text, (word) => {
      const lower = word.toLowerCase();
      if (lower.length >= SHORTEST && lower.length <= LONGEST) words.add(lower);
      return true;
    });
  }
  if (words.size === 0) return;
  const [last] = await connection.all<{ id: number | null }>('SELECT max(id) AS id FROM search_word');
  await connection.run('INSERT OR IGNORE INTO search_word (word) SELECT value FROM json_each(?)', [
    JSON.stringify([...words]),
  ]);
  await connection.run('INSERT INTO search_part (rowid, word) SELECT id, word FROM search_word WHERE id > ?', [
    last?.id ?? 0,
  ]);
}

/** Words of the index that hold one of these within them, not at their beginning; the shortest first. */
export async function wordsWithin(db: Db, parts: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const part of parts) {
    if (part.length < LEAST) continue;
    // Only letters, digits and marks: nothing in it is a sign of GLOB.
    const rows = await db.all<{ word: string }>(
      `SELECT word FROM search_part WHERE word GLOB ? ORDER BY length(word), word LIMIT ${MOST}`,
      [`*${part}*`],
    );
    for (const { word } of rows) if (!word.startsWith(part)) found.add(word);
  }
  return [...found].slice(0, MOST);
}
