import { searchTexts } from '#model/kinds.ts';
import type { Connection } from '../driver/driver.ts';
import type { StoredRecord } from '../tables/record.ts';
import type { IndexText } from './index-text.ts';
import { keepWords } from './parts.ts';

/** Texts that wait before they are written in one statement. */
const BATCH = 5_000;

/** Keeps the search index to what a command does. */
export interface IndexWriter {
  /** One record as it was and as it is now; null where it is not. Struck records are not in the index. */
  touch(before: StoredRecord | null, after: StoredRecord | null): void;
  /** Writes what is waiting if it is enough for a statement of its own. */
  flushFull(): Promise<void>;
  /** Writes everything; call once, before the commit. */
  finish(): Promise<void>;
}

/** An index writer for one command. */
export function createIndexWriter(
  connection: Connection,
  indexText: (texts: readonly string[]) => IndexText,
): IndexWriter {
  const leaving = new Set<number>();
  const coming = new Map<number, readonly string[]>();

  async function remove(rids: readonly number[]): Promise<void> {
    if (rids.length === 0) return;
    for (const rid of rids) leaving.delete(rid);
    const list = JSON.stringify(rids);
    // The index first: it reads from the texts what it is to forget.
    await connection.run('DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))', [list]);
    await connection.run('DELETE FROM search_text WHERE rid IN (SELECT value FROM json_each(?))', [list]);
  }

  async function add(): Promise<void> {
    // A row must go before it can come again.
    await remove([...coming.keys()].filter((rid) => leaving.has(rid)));
    // The index takes new rows fastest in the order of their numbers.
    const rows = [...coming].sort(([a], [b]) => a - b);
    coming.clear();
    if (rows.length === 0) return;
    const texts = rows.map(([rid, one]) => {
      const { original, folded } = indexText(one);
      return [rid, original, folded];
    });
    await keepWords(
      connection,
      texts.flatMap(([, original, folded]) => [String(original), String(folded)]),
    );
    const json = JSON.stringify(texts);
    for (const into of ['search_text (rid', 'search (rowid']) {
      await connection.run(
        `INSERT INTO ${into}, original, folded) SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each(?)`,
        [json],
      );
    }
  }

  return {
    touch(before, after) {
      const was = before ? textsOf(before) : [];
      const is = after ? textsOf(after) : [];
      const rid = (after ?? before)?.rid;
      if (rid === undefined || sameTexts(was, is)) return;
      if (was.length > 0 && !coming.delete(rid)) leaving.add(rid);
      if (is.length > 0) coming.set(rid, is);
    },
    async flushFull() {
      // What leaves waits for the end: many small deletions make FTS5 merge again and again.
      if (coming.size >= BATCH) await add();
    },
    async finish() {
      await add();
      await remove([...leaving]);
    },
  };
}

function textsOf(record: StoredRecord): string[] {
  return record.struckAt === null ? searchTexts(record.kind, record.values) : [];
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
