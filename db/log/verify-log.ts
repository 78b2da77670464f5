import type { Connection } from '../driver/driver.ts';
import { commitment, commitmentDigest, entryHash } from './chain.ts';
import type { EntryHead } from './log-writer.ts';

const ENTRIES = 500;
const CHANGES = 1_000;

/** How the chain of the log ended, and its first entry that does not fit. */
export interface ChainEnd {
  readonly entries: number;
  readonly last: EntryHead;
  readonly firstBad: number | null;
}

interface EntryRow extends EntryHead {
  readonly at: number;
  readonly person: string;
  readonly action: string;
  readonly group: string | null;
  readonly reverts: number | null;
  readonly first: number;
  readonly changes: number;
  readonly records: string;
  readonly prev: string;
}

interface ChangeRow {
  readonly number: number;
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly op: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly salt: string | null;
  readonly commitment: string;
}

/** Walks the log from its first entry to its last. Every entry is walked, also after one that does not fit. */
export async function verifyLog(db: Connection, genesis: string): Promise<ChainEnd> {
  const changes = changeCursor(db);
  let last: EntryHead = { seq: 0, hash: genesis };
  let entries = 0;
  let nextChange = 1;
  let firstBad: number | null = null;
  for (;;) {
    const page = await readEntries(db, last.seq);
    for (const entry of page) {
      const expected = last.seq + 1;
      const content = await contentOf(entry, changes);
      const fits =
        entry.seq === expected &&
        entry.prev === last.hash &&
        entry.first === nextChange &&
        content.fits &&
        entry.records === content.records &&
        entry.hash === hashOf(entry, content.digest);
      // A number that is missing is what does not fit, not the entry after it.
      if (!fits) firstBad ??= Math.min(entry.seq, expected);
      entries += 1;
      nextChange = entry.first + entry.changes;
      last = { seq: entry.seq, hash: entry.hash };
    }
    if (page.length < ENTRIES) break;
  }
  // Changes that no entry covers.
  if ((await changes.next()) !== null) firstBad ??= last.seq + 1;
  return { entries, last, firstBad };
}

function hashOf(entry: EntryRow, changes: string): string {
  const { seq, at, person, action, group, reverts, prev } = entry;
  return entryHash({ seq, at, person, action, group, reverts, prev, changes });
}

/** Digest and summary of an entry's changes as they lie in the book, and whether each keeps its commitment. */
async function contentOf(
  entry: EntryRow,
  changes: Cursor,
): Promise<{ fits: boolean; digest: string; records: string }> {
  const digest = commitmentDigest();
  const ids = new Map<string, Set<string>>();
  let fits = true;
  for (let number = entry.first; number < entry.first + entry.changes; number += 1) {
    const change = await changes.take(number);
    if (change === null) {
      fits = false;
      continue;
    }
    digest.add(change.commitment);
    fits &&= change.seq === entry.seq && keepsCommitment(change);
    const ofKind = ids.get(change.kind) ?? new Set();
    ids.set(change.kind, ofKind.add(change.id));
  }
  const records = Object.fromEntries([...ids].map(([kind, set]) => [kind, set.size]));
  return { fits, digest: digest.end(), records: JSON.stringify(records) };
}

/** Content and salt go together, in a purge; the commitment stays. */
function keepsCommitment(change: ChangeRow): boolean {
  if (change.salt === null) return change.before === null && change.after === null;
  return commitment(change.salt, change) === change.commitment;
}

function readEntries(db: Connection, after: number): Promise<EntryRow[]> {
  return db.all<EntryRow>(
    `SELECT seq, at, person, action, group_id AS "group", reverts, first_change AS first, changes, records, prev, hash
     FROM log_entry WHERE seq > ? ORDER BY seq LIMIT ${ENTRIES}`,
    [after],
  );
}

interface Cursor {
  /** The change of that number, or null if there is none; passes over those before it. */
  take(number: number): Promise<ChangeRow | null>;
  /** The next change, or null at the end. */
  next(): Promise<ChangeRow | null>;
}

function changeCursor(db: Connection): Cursor {
  let page: ChangeRow[] = [];
  let index = 0;
  let after = 0;

  async function peek(): Promise<ChangeRow | null> {
    if (index >= page.length) {
      page = await db.all<ChangeRow>(
        `SELECT number, seq, record_id AS id, kind, op, before, after, salt, commitment
         FROM log_change WHERE number > ? ORDER BY number LIMIT ${CHANGES}`,
        [after],
      );
      index = 0;
      after = page.at(-1)?.number ?? after;
    }
    return page[index] ?? null;
  }

  async function next(): Promise<ChangeRow | null> {
    const change = await peek();
    if (change) index += 1;
    return change;
  }

  return {
    next,
    async take(number) {
      let change = await peek();
      while (change && change.number < number) {
        index += 1;
        change = await peek();
      }
      return change?.number === number ? next() : null;
    },
  };
}
