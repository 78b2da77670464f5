import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '#db/connection/migrate.ts';
import type { Connection } from '#db/driver/driver.ts';
import { sqlcipherDriver } from '#db/driver/sqlcipher.ts';
import { MIGRATIONS } from '#db/migrations/registry.ts';

let folder: string;
let connection: Connection;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vernebok-migration-'));
  connection = await sqlcipherDriver.open(join(folder, 'book.db'), randomBytes(32).toString('hex'), 'create');
  await connection.exec('PRAGMA foreign_keys = ON');
});
afterEach(async () => {
  await connection.close();
  await rm(folder, { recursive: true, force: true });
});

// Would catch: a column of a measure lost, or put into another one, when its table is made anew; a link broken by it.
it('keeps every measure as it was', async () => {
  await migrate(connection, MIGRATIONS.slice(0, 1));
  const id = (n: number) => String(n).padStart(32, '0');
  const header = (n: number, kind: string, caseId: string | null) =>
    connection.run(
      `INSERT INTO record (rid, id, kind, case_id, title, story_order, created_at, created_by, changed_at, changed_by,
         version) VALUES (?, ?, ?, ?, '', 0, 1, 'A', 1, 'A', 1)`,
      [n, id(n), kind, caseId],
    );
  await connection.exec('BEGIN');
  await header(1, 'case', null);
  await header(2, 'wish', id(1));
  await header(3, 'measure', id(1));
  await header(4, 'link', id(1));
  await connection.run(
    `INSERT INTO protection_case (id, name, marking, status, zone) VALUES (?, 'L', 'fortrolig', 'open', 'Europe/Oslo')`,
    [id(1)],
  );
  await connection.run(`INSERT INTO wish (id, type, words) VALUES (?, 'need', 'Sove hjemme')`, [id(2)]);
  const columns = await connection.all<{ name: string; type: string }>(
    "SELECT name, type FROM pragma_table_info('measure')",
  );
  const special: Record<string, string | number> = {
    id: id(3),
    wish_id: id(2),
    type: 'guarding',
    status: 'not_possible',
    happened_from_at: 5,
    happened_to_at: 6,
    happened_precision: 'day',
    police_knew_from_at: 7,
    police_knew_to_at: 8,
    police_knew_precision: 'month',
    children_present: 1,
  };
  const values = columns.map(({ name, type }, index) => {
    if (name === 'actor_id' || name === 'place_id') return null;
    return special[name] ?? (type === 'INTEGER' ? index : `${name} æ`);
  });
  await connection.run(`INSERT INTO measure VALUES (${columns.map(() => '?').join(', ')})`, values);
  await connection.run(`INSERT INTO link (id, from_id, to_id, type) VALUES (?, ?, ?, 'mentions')`, [
    id(4),
    id(2),
    id(3),
  ]);
  await connection.exec('COMMIT');
  const [before] = await connection.all<Record<string, unknown>>('SELECT * FROM measure');

  await migrate(connection, MIGRATIONS.slice(0, 2));

  const [after] = await connection.all<Record<string, unknown>>('SELECT * FROM measure');
  expect(after).toMatchObject(before ?? {});
  expect(Object.keys(before ?? {})).toHaveLength(28);
  const added = Object.entries(after ?? {}).filter(([name]) => !Object.hasOwn(before ?? {}, name));
  expect(added.map(([, value]) => value)).toEqual(added.map(() => null));
  expect(await connection.all('PRAGMA foreign_key_check')).toEqual([]);
  await connection.run("UPDATE measure SET status = 'not_done'", []);
});
