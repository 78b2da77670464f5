import type { Kind } from '#model/kinds.ts';
import type { Connection } from '../driver/driver.ts';
import { type ChangeOp, commitment, commitmentDigest, entryHash, newSalts } from './chain.ts';

/** Changes that wait before they are written in one statement. */
const BATCH = 5_000;

/** One change for the log; texts are canonical JSON. */
export interface LogChange {
  readonly id: string;
  readonly kind: Kind;
  readonly op: ChangeOp;
  readonly before: string | null;
  readonly after: string | null;
}

export interface EntryHead {
  readonly seq: number;
  readonly hash: string;
}

export interface EntryNames {
  readonly at: number;
  readonly person: string;
  readonly action: string;
  readonly group: string | null;
  readonly reverts: number | null;
}

/** Writes what one command does into the log: its changes as they come, the entry over them at the end. */
export interface LogWriter {
  readonly seq: number;
  /** True once anything was added. */
  hasChanges(): boolean;
  add(changes: readonly LogChange[]): Promise<void>;
  /** Writes the entry; call once, after the last change. */
  finish(names: EntryNames, records: Readonly<Record<string, number>>): Promise<EntryHead>;
}

/** A log writer for one command, after the entry `last`. */
export async function createLogWriter(connection: Connection, last: EntryHead): Promise<LogWriter> {
  const seq = last.seq + 1;
  const [row] = await connection.all<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM log_change');
  const first = (row?.number ?? 0) + 1;
  const digest = commitmentDigest();
  let next = first;
  let waiting: string[] = [];

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const rows = `[${waiting.join(',')}]`;
    waiting = [];
    await connection.run(
      `INSERT INTO log_change (number, seq, record_id, kind, op, before, after, salt, commitment)
       SELECT value ->> 0, ?, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
       FROM jsonb_each(?)`,
      [seq, rows],
    );
  }

  return {
    seq,
    hasChanges: () => next > first,
    async add(changes) {
      const salts = newSalts(changes.length);
      changes.forEach((change, index) => {
        const salt = salts[index] ?? '';
        const committed = commitment(salt, change);
        digest.add(committed);
        const { id, kind, op, before, after } = change;
        // The texts are JSON already and come out of SQLite's JSON unchanged: no second escaping.
        waiting.push(`[${next},"${id}","${kind}","${op}",${before},${after},"${salt}","${committed}"]`);
        next += 1;
      });
      if (waiting.length >= BATCH) await flush();
    },
    async finish(names, records) {
      await flush();
      const { at, person, action, group, reverts } = names;
      const prev = last.hash;
      const hash = entryHash({ seq, at, person, action, group, reverts, prev, changes: digest.end() });
      await connection.run(
        `INSERT INTO log_entry (seq, at, person, action, group_id, reverts, first_change, changes, records, prev, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [seq, at, person, action, group, reverts, first, next - first, JSON.stringify(records), prev, hash],
      );
      return { seq, hash };
    },
  };
}
