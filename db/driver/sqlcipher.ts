import { existsSync } from 'node:fs';
import sqlcipher from '@journeyapps/sqlcipher';
import type { SqlValue } from '../book.ts';
import { isStoreError, StoreError } from '../store-error.ts';
import type { Connection, Driver, OpenMode } from './driver.ts';
import { sqliteError } from './sqlite-codes.ts';

const PAGE_SIZE_BYTES = 16_384;
/** How many prepared statements a connection keeps. */
const STATEMENTS = 200;
const BUSY_TIMEOUT_MS = 5_000;

type Callback<T> = (error: Error | null, value: T) => void;

/** @journeyapps/sqlcipher: SQLCipher 4 in SQLite, each statement a job on a thread. */
export const sqlcipherDriver: Driver = {
  name: 'SQLCipher 4 (@journeyapps/sqlcipher)',
  open: openConnection,
};

async function openConnection(path: string, keyHex: string, mode: OpenMode): Promise<Connection> {
  const key = rawKey(keyHex);
  const database = await openFile(path, mode);
  const connection = connect(database);
  try {
    // Its own complaints about a wrong key would go to stderr.
    await connection.exec('PRAGMA cipher_log_level = NONE');
    // The key takes no placeholder; its form is checked, and the text is in no message.
    await connection.exec(`PRAGMA key = "${key}"`);
    await connection.exec(`PRAGMA cipher_page_size = ${PAGE_SIZE_BYTES}`);
    const version = await connection.all('PRAGMA cipher_version');
    if (version.length === 0) throw new StoreError('NO_CIPHER');
    await connection.all('SELECT count(*) FROM sqlite_schema');
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** SQLCipher's form of a key that needs no derivation. */
function rawKey(keyHex: string): string {
  if (!/^[0-9a-f]{64}$/i.test(keyHex)) throw new StoreError('KEY_FORMAT');
  return `x'${keyHex}'`;
}

function openFile(path: string, mode: OpenMode): Promise<sqlcipher.Database> {
  const exists = existsSync(path);
  if (mode === 'create' && exists) throw new StoreError('BOOK_EXISTS');
  if (mode !== 'create' && !exists) throw new StoreError('CANNOT_OPEN');
  // Without the flag to create, SQLite would not create an attached copy either.
  const flags = mode === 'read' ? sqlcipher.OPEN_READONLY : sqlcipher.OPEN_READWRITE | sqlcipher.OPEN_CREATE;
  return execute<sqlcipher.Database>((done) => {
    const database = new sqlcipher.Database(path, flags, (error) => done(error, database));
  });
}

function connect(database: sqlcipher.Database): Connection {
  database.configure('busyTimeout', BUSY_TIMEOUT_MS);
  const statements = new Map<string, Promise<sqlcipher.Statement>>();
  const next = turns();
  let open = true;

  let damaged = false;

  /** What was asked for before the close is still done. */
  async function inTurn<T>(job: () => Promise<T>): Promise<T> {
    if (!open) throw new StoreError('CLOSED');
    try {
      return await next(job);
    } catch (error) {
      // After one page that is not authentic SQLCipher fails everything on the connection, as "out of memory".
      if (isStoreError(error, 'CORRUPT')) damaged = true;
      throw damaged && isStoreError(error, 'NO_MEMORY') ? new StoreError('CORRUPT', error.data) : error;
    }
  }

  /** The prepared statement of `sql`, kept for the next time; the one used least recently makes room. */
  function prepared(sql: string): Promise<sqlcipher.Statement> {
    const known = statements.get(sql);
    const statement =
      known ??
      promised<sqlcipher.Statement>((done) => {
        const fresh = database.prepare(sql, (error: Error | null) => done(error, fresh));
      }).catch((error: unknown) => {
        statements.delete(sql);
        // Nothing is bound yet, so SQLite's words can only speak of the program's own text.
        throw sqliteError(error, { withMessage: true });
      });
    statements.delete(sql);
    statements.set(sql, statement);
    if (statements.size > STATEMENTS) dropOldest();
    return statement;
  }

  function dropOldest(): void {
    const [oldest] = statements;
    if (!oldest) return;
    statements.delete(oldest[0]);
    // Queued behind whatever still runs on it.
    oldest[1].then((statement) => statement.finalize()).catch(() => undefined);
  }

  function all<Row>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    return inTurn(async () => {
      const statement = await prepared(sql);
      return execute<Row[]>((done) => statement.all(bindable(params), done));
    });
  }

  function run(sql: string, params: readonly SqlValue[] = []): Promise<{ changes: number }> {
    return inTurn(async () => {
      const statement = await prepared(sql);
      return execute<{ changes: number }>((done) =>
        statement.run(bindable(params), function (this: sqlcipher.RunResult, error) {
          done(error, { changes: this?.changes ?? 0 });
        }),
      );
    });
  }

  function exec(sql: string): Promise<void> {
    return inTurn(async () => {
      await execute<void>((done) => database.exec(sql, (error) => done(error, undefined)));
    });
  }

  /** A statement that has touched the copy would hold it open. */
  async function detach(): Promise<void> {
    await inTurn(() => finalizeAll(statements));
    await exec('DETACH DATABASE copy');
  }

  return {
    run,
    all,
    exec,
    async export(path, keyHex, within) {
      const key = rawKey(keyHex);
      if (existsSync(path)) throw new StoreError('BOOK_EXISTS');
      await run('ATTACH DATABASE ? AS copy KEY ?', [path, key]);
      try {
        await exec(`PRAGMA copy.cipher_page_size = ${PAGE_SIZE_BYTES}`);
        await exec('BEGIN');
        const [version] = await all<{ user_version: number }>('PRAGMA main.user_version');
        await all("SELECT sqlcipher_export('copy')");
        await exec(`PRAGMA copy.user_version = ${Number(version?.user_version)}`);
        const value = await within();
        await exec('COMMIT');
        await detach();
        return value;
      } catch (error) {
        await exec('ROLLBACK').catch(() => undefined);
        await detach().catch(() => undefined);
        throw error;
      }
    },
    interrupt() {
      if (open) database.interrupt();
    },
    async close() {
      if (!open) return;
      open = false;
      await next(async () => {
        await finalizeAll(statements);
        await execute<void>((done) => database.close((error) => done(error, undefined)));
      });
    },
  };
}

/** Runs jobs one after the other: prepared statements of one connection would otherwise race for it on the threads. */
function turns(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function finalizeAll(statements: Map<string, Promise<sqlcipher.Statement>>): Promise<void> {
  const prepared = await Promise.allSettled(statements.values());
  statements.clear();
  await Promise.all(
    prepared.map(
      (result) =>
        result.status === 'fulfilled' &&
        new Promise<void>((resolve) => {
          result.value.finalize(() => resolve());
        }),
    ),
  );
}

/** The driver binds Buffers as blobs, and would read a plain Uint8Array as an object. */
function bindable(params: readonly SqlValue[]): (string | number | null | Buffer)[] {
  return params.map((value) =>
    value instanceof Uint8Array && !Buffer.isBuffer(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
      : (value as string | number | null | Buffer),
  );
}

function promised<T>(start: (done: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value)));
  });
}

/** Like `promised`, with errors by SQLite's code and without its words, which may hold values. */
function execute<T>(start: (done: Callback<T>) => void): Promise<T> {
  return promised(start).catch((error: unknown) => {
    throw sqliteError(error);
  });
}
