import { searchTexts } from '#model/kinds.ts';
import type { Connection } from '../driver/driver.ts';
import type { StoredRecord } from '../tables/record.ts';
import type { IndexText } from './index-text.ts';

/** Texts that wait before they are written in one statement. */
const BATCH = 5_000;

/** Keeps the search index to what a command does; call `flush` before the commit. */
export interface IndexWriter {
  /** One record as it was and as it is now; null where it is not. Struck records are not in the index. */
  touch(before: StoredRecord | null, after: StoredRecord | null): void;
  /** True if enough is waiting to be written. */
  isFull(): boolean;
  flush(): Promise<void>;
}

/** An index writer for one command. */
export function createIndexWriter(
  connection: Connection,
  indexText: (texts: readonly string[]) => IndexText,
): IndexWriter {
  const leaving = new Set<number>();
  const coming = new Map<number, readonly string[]>();

  return {
    touch(before, after) {
      const was = before ? textsOf(before) : [];
      const is = after ? textsOf(after) : [];
      const rid = (after ?? before)?.rid;
      if (rid === undefined || sameTexts(was, is)) return;
      if (was.length > 0 && !coming.delete(rid)) leaving.add(rid);
      if (is.length > 0) coming.set(rid, is);
    },
    isFull: () => coming.size + leaving.size >= BATCH,
    async flush() {
      const gone = JSON.stringify([...leaving]);
      // The index takes new rows fastest in the order of their numbers.
      const rows = [...coming].sort(([a], [b]) => a - b);
      const hasGone = leaving.size > 0;
      leaving.clear();
      coming.clear();
      if (hasGone) await connection.run('DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))', [gone]);
      if (rows.length === 0) return;
      const texts = rows.map(([rid, one]) => {
        const { original, folded } = indexText(one);
        return [rid, original, folded];
      });
      await connection.run(
        'INSERT INTO search(rowid, original, folded) SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each(?)',
        [JSON.stringify(texts)],
      );
    },
  };
}

function textsOf(record: StoredRecord): string[] {
  return record.struckAt === null ? searchTexts(record.kind, record.values) : [];
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
