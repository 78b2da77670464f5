import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection, Driver } from '#db/driver/driver.ts';
import { isStoreError } from '#db/store-error.ts';
import fc from '#tests/helpers/property.ts';

/** What the store relies on in a driver. Every driver must pass it. */
export function describeDriver(driver: Driver): void {
  describe(driver.name, () => {
    let folder: string;
    let path: string;
    let connection: Connection;
    const key = randomBytes(32).toString('hex');
    const opened: Connection[] = [];

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vernebok-driver-'));
      path = join(folder, 'a.db');
      connection = await open('create');
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function open(mode: 'create' | 'write' | 'read', at = path, keyHex = key): Promise<Connection> {
      const one = await driver.open(at, keyHex, mode);
      opened.push(one);
      return one;
    }

    async function code(work: Promise<unknown>): Promise<string> {
      const error = await work.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      return isStoreError(error) ? error.code : `not a store error: ${String(error)}`;
    }

    it('answers rows by column name, with every type as it was given', async () => {
      const bytes = new Uint8Array([0, 1, 255]);
      const [row] = await connection.all('SELECT ? AS text, ? AS whole, ? AS real, ? AS none, ? AS bytes', [
        'Åse «æ» 🚓',
        1_773_518_400_000,
        0.5,
        null,
        bytes,
      ]);
      expect(row).toMatchObject({ text: 'Åse «æ» 🚓', whole: 1_773_518_400_000, real: 0.5, none: null });
      expect(new Uint8Array((row as { bytes: Uint8Array }).bytes)).toEqual(bytes);
    });

    it('keeps any text exactly, also through a JSON list of rows', async () => {
      await connection.exec('CREATE TABLE t (number INTEGER, text TEXT, json TEXT) STRICT');
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 8 }), async (texts) => {
          const well = texts.map((text) => text.toWellFormed());
          const rows = well.map((text, number) => [number, text, { z: text, a: [text, null] }]);
          await connection.run('DELETE FROM t');
          await connection.run('INSERT INTO t SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each(?)', [
            JSON.stringify(rows),
          ]);
          const read = await connection.all<{ text: string; json: string }>('SELECT text, json FROM t ORDER BY number');
          expect(read.map((row) => row.text)).toEqual(well);
          // The log hashes this text: it must come back byte for byte.
          expect(read.map((row) => row.json)).toEqual(rows.map((row) => JSON.stringify(row[2])));
        }),
        { numRuns: 100 },
      );
    });

    it('says how many rows a statement changed', async () => {
      await connection.exec('CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2), (3)');
      expect(await connection.run('DELETE FROM t WHERE a > ?', [1])).toEqual({ changes: 2 });
      expect(await connection.run('DELETE FROM t WHERE a > ?', [1])).toEqual({ changes: 0 });
    });

    it('runs statements in the order in which they were given, also when nobody waits between them', async () => {
      await connection.exec('CREATE TABLE t (a INTEGER)');
      const writes = Array.from({ length: 50 }, (_, a) =>
        // Different texts: each is a prepared statement of its own.
        connection.run(`INSERT INTO t SELECT ${a} WHERE (SELECT count(*) FROM t) = ?`, [a]),
      );
      expect((await Promise.all(writes)).every(({ changes }) => changes === 1)).toBe(true);
    });

    it('goes on after an error in a statement', async () => {
      const bad = connection.all('SELECT * FROM nowhere');
      const good = connection.all('SELECT 1 AS one');
      expect(await code(bad)).toBe('SQL');
      expect(await good).toEqual([{ one: 1 }]);
    });

    it('tells errors by code, and puts no value into them', async () => {
      await connection.exec("CREATE TABLE t (a TEXT UNIQUE CHECK (a <> 'x')) STRICT");
      await connection.run('INSERT INTO t VALUES (?)', ['hemmelig']);
      const again = await connection.run('INSERT INTO t VALUES (?)', ['hemmelig']).catch((error: unknown) => error);
      expect(isStoreError(again, 'CONSTRAINT')).toBe(true);
      expect(JSON.stringify([String(again), again])).not.toContain('hemmelig');
      expect(await code(connection.run('INSERT INTO t VALUES (?)', ['x']))).toBe('CONSTRAINT');
      const text = await connection.run("SELECT json('hemmelig' || ?)", ['hemmelig']).catch((error: unknown) => error);
      expect(isStoreError(text, 'SQL')).toBe(true);
      expect(JSON.stringify([String(text), text])).not.toContain('hemmelig');
    });

    it('writes nothing readable to disk', async () => {
      await connection.exec("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('Hemmelighetsord')");
      await connection.all('PRAGMA journal_mode = WAL');
      await connection.run('INSERT INTO t VALUES (?)', ['Hemmelighetsord']);
      for (const file of [path, `${path}-wal`]) {
        const bytes = await readFile(file);
        expect(bytes.includes('Hemmelighetsord')).toBe(false);
        expect(bytes.subarray(0, 16).toString('latin1')).not.toContain('SQLite format');
      }
    });

    it('opens with the same key, and calls any other key no database', async () => {
      await connection.exec('CREATE TABLE t (a TEXT)');
      await connection.close();
      expect(await (await open('write')).all('SELECT * FROM t')).toEqual([]);
      expect(await code(open('write', path, randomBytes(32).toString('hex')))).toBe('NOT_A_DATABASE');
      await writeFile(join(folder, 'text.db'), 'not a database at all'.repeat(2_000));
      expect(await code(open('write', join(folder, 'text.db')))).toBe('NOT_A_DATABASE');
    });

    it.each(['', 'ab', 'x'.repeat(64), `${'a'.repeat(63)}'`, `${'ab'.repeat(32)}"; --`])(
      'refuses a key that is not 64 hex digits: %j',
      async (keyHex) => {
        const error = await driver.open(path, keyHex, 'write').catch((thrown: unknown) => thrown);
        expect(isStoreError(error, 'KEY_FORMAT')).toBe(true);
        if (keyHex) expect(JSON.stringify([String(error), error])).not.toContain(keyHex);
      },
    );

    it('creates only what is not there, and opens only what is', async () => {
      expect(await code(open('create'))).toBe('BOOK_EXISTS');
      for (const mode of ['write', 'read'] as const) {
        expect(await code(open(mode, join(folder, 'missing.db')))).toBe('CANNOT_OPEN');
      }
      await expect(stat(join(folder, 'missing.db'))).rejects.toThrow();
      expect(await code(open('create', join(folder, 'no', 'folder.db')))).toBe('CANNOT_OPEN');
    });

    it('cannot write when it was opened for reading', async () => {
      await connection.exec('CREATE TABLE t (a TEXT)');
      await connection.close();
      const reading = await open('read');
      expect(await code(reading.run('INSERT INTO t VALUES (1)'))).toBe('READ_ONLY');
    });

    it('finds a byte that was changed in the file', async () => {
      await connection.exec('CREATE TABLE t (a TEXT)');
      await connection.run("INSERT INTO t SELECT hex(randomblob(500)) FROM json_each('[1,2,3,4,5,6,7,8,9]')");
      await connection.run('INSERT INTO t SELECT a FROM t, (SELECT 1 UNION SELECT 2 UNION SELECT 3)');
      await connection.close();
      const bytes = await readFile(path);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(path, bytes);
      const damaged = await open('write');
      expect(['CORRUPT', 'NOT_A_DATABASE']).toContain(await code(damaged.all('SELECT sum(length(a)) FROM t')));
    });

    it('makes a copy of one state that opens with the key it was given', async () => {
      await connection.all('PRAGMA journal_mode = WAL');
      await connection.exec('CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1); PRAGMA user_version = 7');
      const other = await open('write');
      const copyKey = randomBytes(32).toString('hex');
      const copyPath = join(folder, "a 'copy'.db");
      const counted = await other.export(copyPath, copyKey, async () => {
        // Another connection writes while the copy is made: not held up, and not in the copy.
        await connection.run('INSERT INTO t VALUES (2)');
        return other.all('SELECT a FROM t');
      });
      expect(counted).toEqual([{ a: 1 }]);
      const copy = await open('read', copyPath, copyKey);
      expect(await copy.all('SELECT a FROM t')).toEqual([{ a: 1 }]);
      expect(await copy.all('PRAGMA user_version')).toEqual([{ user_version: 7 }]);
      expect(await other.all('SELECT a FROM t')).toEqual([{ a: 1 }, { a: 2 }]);
      expect(await code(other.export(copyPath, copyKey, async () => null))).toBe('BOOK_EXISTS');
    });

    it('stops a running statement when it is interrupted', async () => {
      const endless = connection.all(
        'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n',
      );
      // The statement starts on a thread of its own: ask until it has been heard.
      const asking = setInterval(() => connection.interrupt(), 1);
      expect(await code(endless)).toBe('INTERRUPTED');
      clearInterval(asking);
      expect(await connection.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('is closed once, after the statements before it, and refuses everything later', async () => {
      await connection.exec('CREATE TABLE t (a TEXT)');
      const last = connection.run('INSERT INTO t VALUES (1)');
      await Promise.all([connection.close(), connection.close()]);
      expect(await last).toEqual({ changes: 1 });
      expect(await code(connection.all('SELECT 1'))).toBe('CLOSED');
      expect(await code(connection.exec('SELECT 1'))).toBe('CLOSED');
      connection.interrupt();
    });

    it.each([
      ['strict tables', 'CREATE TABLE s (a TEXT) STRICT'],
      ['full-text search', "CREATE VIRTUAL TABLE f USING fts5(a, tokenize = 'unicode61 remove_diacritics 0')"],
      ['lists of rows as JSON', "SELECT value ->> 0 FROM jsonb_each('[[1]]')"],
    ])('has %s', (_, sql) => connection.exec(sql));
  });
}
