import type { Checkpoint, Verification } from '../book.ts';
import { assertAuthentic } from '../connection/authentic.ts';
import type { Connection } from '../driver/driver.ts';
import { type ChainEnd, verifyLog } from './verify-log.ts';
import { firstBadRecord } from './verify-records.ts';
import { verifyUse } from './verify-use.ts';

/**
 * Walks both chains, recomputes every commitment whose content is still there, and compares the records with the
 * state that the log gives them. Reads in pages from one state of the book: memory does not grow with it.
 * @param db a connection of its own; a read transaction is opened on it
 * @param genesis `prev` of the first entry of each chain
 * @param head the checkpoint kept outside the book, or null
 * @throws StoreError CORRUPT if a page of the file is not as it was written, INPUT_OUTPUT if it cannot be read
 */
export async function verifyBook(
  db: Connection,
  genesis: { readonly log: string; readonly use: string },
  bookZone: string,
  head: Checkpoint | null,
): Promise<Verification> {
  await assertAuthentic(db);
  await db.exec('BEGIN');
  const log = await verifyLog(db, genesis.log);
  const standing = head === null ? 'missing' : await compareHead(db, genesis.log, log, head);
  const suspects = [
    log.firstBad,
    await firstBadRecord(db, bookZone, log.last.seq),
    standing === 'behind' ? log.last.seq + 1 : null,
    standing === 'differs' ? (head?.seq ?? null) : null,
  ].filter((seq) => seq !== null);
  const badUse = await verifyUse(db, genesis.use);
  await db.exec('COMMIT');
  const firstBad =
    suspects.length > 0
      ? { chain: 'log' as const, seq: Math.min(...suspects) }
      : badUse === null
        ? null
        : { chain: 'use' as const, seq: badUse };
  return { ok: firstBad === null, changes: log.entries, firstBad, head: standing };
}

async function compareHead(
  db: Connection,
  genesis: string,
  log: ChainEnd,
  head: Checkpoint,
): Promise<Verification['head']> {
  if (head.seq > log.last.seq) return 'behind';
  const [entry] = await db.all<{ hash: string }>('SELECT hash FROM log_entry WHERE seq = ?', [head.seq]);
  const hash = head.seq === 0 ? genesis : entry?.hash;
  if (hash !== head.hash) return 'differs';
  return head.seq === log.last.seq ? 'same' : 'ahead';
}
