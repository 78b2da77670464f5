import type { UnfinishedGroup } from '../book.ts';
import type { Connection } from '../driver/driver.ts';
import { StoreError } from '../store-error.ts';

/**
 * Groups of commands. The first command of a group opens it in the same transaction; closing takes that row away. So
 * a group that is open when a book is opened was interrupted, and one that has entries and is not open has ended.
 */
export interface Groups {
  /** Call first in a command of the group. Throws StoreError GROUP_CLOSED if the group has ended. */
  enter(group: string): Promise<void>;
  /** Call after the command's entry is written. */
  opened(group: string, action: string, seq: number): Promise<void>;
  close(group: string): Promise<void>;
  unfinished(): Promise<UnfinishedGroup[]>;
  /** Entries of a group, oldest first. */
  entries(group: string): Promise<number[]>;
}

export function createGroups(connection: Connection): Groups {
  return {
    async enter(group) {
      const [state] = await connection.all<{ open: number; used: number }>(
        `SELECT EXISTS (SELECT 1 FROM open_group WHERE id = ?1) AS open,
                EXISTS (SELECT 1 FROM log_entry WHERE group_id = ?1) AS used`,
        [group],
      );
      if (state?.used === 1 && state.open === 0) throw new StoreError('GROUP_CLOSED');
    },
    async opened(group, action, seq) {
      await connection.run('INSERT INTO open_group (id, action, first_seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
        group,
        action,
        seq,
      ]);
    },
    async close(group) {
      await connection.run('DELETE FROM open_group WHERE id = ?', [group]);
    },
    unfinished: () =>
      connection.all(
        `SELECT g.id AS "group", g.action, g.first_seq AS firstSeq, count(*) AS commands, max(e.at) AS lastAt
         FROM open_group g JOIN log_entry e ON e.group_id = g.id GROUP BY g.id ORDER BY g.first_seq`,
      ),
    async entries(group) {
      const rows = await connection.all<{ seq: number }>('SELECT seq FROM log_entry WHERE group_id = ? ORDER BY seq', [
        group,
      ]);
      return rows.map((row) => row.seq);
    },
  };
}
