import type { RecordId } from '#model/ids.ts';
import type { UseAction, UseLine } from '../book.ts';
import type { Connection } from '../driver/driver.ts';
import { useHash } from './chain.ts';

const DETAIL_LENGTH = 200;

export interface UseEntry {
  readonly at: number;
  readonly person: string;
  readonly action: UseAction;
  readonly recordId: RecordId | null;
  readonly detail: string | null;
}

/** Adds one entry to the chain of the use log, in the caller's transaction. Answers its number. */
export async function addUse(connection: Connection, genesis: string, entry: UseEntry): Promise<number> {
  const [last] = await connection.all<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM use_log ORDER BY seq DESC LIMIT 1',
  );
  const seq = (last?.seq ?? 0) + 1;
  const prev = last?.hash ?? genesis;
  const { at, person, action, recordId } = entry;
  const detail = entry.detail?.slice(0, DETAIL_LENGTH).toWellFormed() ?? null;
  const hash = useHash({ seq, at, person, action, recordId, detail, prev });
  await connection.run(
    'INSERT INTO use_log (seq, at, person, action, record_id, detail, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [seq, at, person, action, recordId, detail, prev, hash],
  );
  return seq;
}

/** Newest entries first, before entry `before`. */
export function listUse(
  db: Pick<Connection, 'all'>,
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number; limit: number },
): Promise<UseLine[]> {
  return db.all<UseLine>(
    `SELECT seq, at, person, action, record_id AS recordId, detail FROM use_log
     WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
    [before, limit],
  );
}
