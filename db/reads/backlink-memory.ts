import type { RecordId } from '#model/ids.ts';
import type { Book } from '../book.ts';
import { countBacklinks } from './backlinks.ts';

/**
 * How many records link to each one, kept in memory: a record that ten thousand link to opens as fast as one that ten do,
 * with the number in full. What a command changes is counted again. In the process that ends at lock.
 */
export interface BacklinkMemory {
  /** The same as `countBacklinks`; counted by the database as long as the memory is not filled. */
  count(id: RecordId): Promise<number>;
  /** Reads every link once, in parts between which others are answered. */
  fill(): Promise<void>;
}

/** Links read at a time. */
const PAGE = 5_000;
/** Above so many changed records every link is read again. */
const MOST_CHANGED = 1_000;

interface Kept {
  /** Where each link that counts points. */
  readonly toOf: Map<RecordId, RecordId>;
  readonly counts: Map<RecordId, number>;
}

type Row = [id: RecordId, toId: RecordId, isLive: 0 | 1, number: number];

const memories = new WeakMap<Book, BacklinkMemory>();

/** The memory of an open book. */
export function backlinkMemoryOf(book: Book): BacklinkMemory {
  const memory = memories.get(book) ?? createBacklinkMemory(book);
  memories.set(book, memory);
  return memory;
}

export function createBacklinkMemory(book: Book): BacklinkMemory {
  let kept: Kept | null = null;
  let stale = new Set<RecordId>();
  /** Something was changed that is told by no ids, or by too many. */
  let isLost = false;
  let turn: Promise<unknown> = Promise.resolve();

  book.onChange(({ changes }) => {
    for (const change of changes) {
      if ('all' in change || stale.size + change.ids.length > MOST_CHANGED) isLost = true;
      else for (const id of change.ids) stale.add(id);
    }
    if (isLost) stale.clear();
  });

  /** Fills the memory, or reads again what changed; again, as long as more has changed meanwhile. */
  async function refresh(): Promise<void> {
    while (kept === null || isLost || stale.size > 0) {
      const changed = stale;
      const whole = kept === null || isLost;
      stale = new Set();
      isLost = false;
      try {
        if (whole || kept === null) {
          // Until it is filled again nobody is answered from it.
          kept = null;
          kept = await readAll(book);
        } else await readAgain(book, kept, changed);
      } catch (error) {
        kept = null;
        throw error;
      }
    }
  }

  function inTurn(): Promise<void> {
    const asked = turn.then(refresh);
    turn = asked.catch(() => undefined);
    return asked;
  }

  return {
    fill: inTurn,
    async count(id) {
      if (kept !== null && !isLost) {
        // What is being read again is waited for.
        await inTurn();
        return kept?.counts.get(id) ?? 0;
      }
      // Nobody waits for all links to be told of one record. A failure is tried again by the next who asks.
      inTurn().catch(() => undefined);
      return countBacklinks(book, id);
    },
  };
}

async function readAll(book: Book): Promise<Kept> {
  const kept: Kept = { toOf: new Map(), counts: new Map() };
  for (let after = -1; ; ) {
    const rows = await readRows(book, `l.rowid > ? ORDER BY l.rowid LIMIT ${PAGE}`, after);
    for (const row of rows) keep(kept, row);
    if (rows.length < PAGE) return kept;
    after = rows[rows.length - 1]?.[3] ?? Number.MAX_SAFE_INTEGER;
  }
}

/** A link counts anew when it, or the record that it comes from, was written, struck, restored or taken back. */
async function readAgain(book: Book, kept: Kept, changed: ReadonlySet<RecordId>): Promise<void> {
  const ids = JSON.stringify([...changed]);
  const rows = await readRows(
    book,
    `l.rowid IN (SELECT o.rowid FROM json_each(?1) j JOIN link o ON o.id = j.value
       UNION SELECT o.rowid FROM json_each(?1) j JOIN link o ON o.from_id = j.value)`,
    ids,
  );
  for (const id of changed) drop(kept, id);
  for (const row of rows) {
    drop(kept, row[0]);
    keep(kept, row);
  }
}

/** One JSON text crosses faster than its rows. */
async function readRows(book: Book, where: string, given: string | number): Promise<Row[]> {
  const answer = await book.first<{ rows: string }>(
    `SELECT json_group_array(json_array(t.id, t.to_id, t.isLive, t.number)) AS rows
     FROM (SELECT l.id, l.to_id, lr.struck_at IS NULL AND r.struck_at IS NULL AS isLive, l.rowid AS number
       FROM link l CROSS JOIN record lr ON lr.id = l.id CROSS JOIN record r ON r.id = l.from_id WHERE ${where}) t`,
    [given],
  );
  return JSON.parse(answer?.rows ?? '[]') as Row[];
}

function keep({ toOf, counts }: Kept, [id, toId, isLive]: Row): void {
  if (isLive === 0) return;
  toOf.set(id, toId);
  counts.set(toId, (counts.get(toId) ?? 0) + 1);
}

function drop({ toOf, counts }: Kept, id: RecordId): void {
  const toId = toOf.get(id);
  if (toId === undefined) return;
  toOf.delete(id);
  counts.set(toId, (counts.get(toId) ?? 1) - 1);
}
