import type { Connection } from '../driver/driver.ts';
import { type UseContent, useHash } from './chain.ts';

const ENTRIES = 2_000;

/** The first entry of the use log that does not fit, or null. */
export async function verifyUse(db: Connection, genesis: string): Promise<number | null> {
  let last = { seq: 0, hash: genesis };
  for (;;) {
    const page = await db.all<UseContent & { hash: string }>(
      `SELECT seq, at, person, action, record_id AS recordId, detail, prev, hash
       FROM use_log WHERE seq > ? ORDER BY seq LIMIT ${ENTRIES}`,
      [last.seq],
    );
    for (const { hash, ...content } of page) {
      const expected = last.seq + 1;
      if (content.seq !== expected || content.prev !== last.hash || useHash(content) !== hash) {
        return Math.min(content.seq, expected);
      }
      last = { seq: content.seq, hash };
    }
    if (page.length < ENTRIES) return null;
  }
}
