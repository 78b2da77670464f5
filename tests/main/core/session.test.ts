import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#contract/envelope.ts';
import { type OpenSessionOptions, openSession, type Session } from '#main/core/session.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE, WRONG_PASSPHRASE } from '#tests/helpers/casebook.ts';

const NOON = Date.UTC(2026, 2, 14, 12);
const DAY_MS = 24 * 3_600_000;

let books: BooksFolder;
let open: Session[] = [];

beforeEach(async () => {
  books = await openBooksFolder();
});
afterEach(async () => {
  for (const session of open) await session.close();
  open = [];
  await books.remove();
});

async function create(now = NOON): Promise<Session> {
  const session = await books.create({ now: () => now });
  open.push(session);
  return session;
}

async function reopen({ context }: Session, options: Partial<OpenSessionOptions> = {}): Promise<Session> {
  const session = await openSession({ folder: context.folder, passphrase: PASSPHRASE, now: () => NOON, ...options });
  open.push(session);
  return session;
}

const addCase = (session: Session, name: string) =>
  session.dispatch('case.create', JSON.stringify({ name, number: null, marking: 'fortrolig' }));

async function ask(session: Session, name: string, input: unknown = {}): Promise<unknown> {
  const answer = JSON.parse(await session.dispatch(name, JSON.stringify(input))) as Envelope<unknown>;
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe('a session', () => {
  test('is opened by the person who created the book, under that name', async () => {
    const created = await create();
    await created.close();
    const again = await reopen(created);
    expect(await ask(again, 'session.get')).toMatchObject({
      person: { name: 'Fjære', role: 'analyst' },
      purpose: 'test',
      zone: 'Europe/Oslo',
      lastOpenedAt: NOON,
      failedAttempts: [],
      head: 'same',
      clock: 'plausible',
    });
    await addCase(again, 'En');
    expect(await ask(again, 'log.list', { limit: 1 })).toMatchObject([{ person: 'Fjære' }]);
  });

  test('leaves a line for each unlock and lock', async () => {
    const created = await create();
    await created.close();
    const again = await reopen(created);
    expect(await ask(again, 'log.uses', { limit: 9 })).toMatchObject([
      { action: 'unlock' },
      { action: 'lock' },
      { action: 'unlock' },
    ]);
  });

  test('moves failed attempts into the use log, at their times, and tells them once', async () => {
    const created = await create();
    const { folder } = created.context;
    await created.close();
    const failedAt = NOON + 1_000;
    await openSession({ folder, passphrase: WRONG_PASSPHRASE, now: () => failedAt }).catch(() => undefined);
    const later = NOON + DAY_MS;
    const again = await reopen(created, { now: () => later });
    expect(again.context.opening.failedAttempts).toEqual([failedAt]);
    expect(await ask(again, 'log.uses', { limit: 9 })).toContainEqual(
      expect.objectContaining({ action: 'failed_unlock', at: failedAt }),
    );
    expect(await readdir(folder)).not.toContain('attempts');
    await again.close();
    expect((await reopen(created, { now: () => later })).context.opening.failedAttempts).toEqual([]);
  });

  test('says whether the clock can be right', async () => {
    const created = await create();
    await created.close();
    const clocks: unknown[] = [];
    for (const now of [NOON - DAY_MS, NOON + 10, NOON + 89 * DAY_MS, NOON + 400 * DAY_MS]) {
      const session = await reopen(created, { now: () => now });
      clocks.push(session.context.opening.clock);
      await session.close();
    }
    expect(clocks).toEqual(['before_last_entry', 'plausible', 'plausible', 'long_after']);
  });

  // Two processes in one book would each show what the other has changed long ago, and undo across each other.
  test('has its book for itself', async () => {
    const created = await create();
    await expect(reopen(created)).rejects.toMatchObject({ code: 'BUSY' });
    await created.close();
    await expect(reopen(created)).resolves.toBeDefined();
  });

  test('that is closed has overwritten its keys', async () => {
    const created = await create();
    await created.close();
    expect(() => created.context.vault.keys.database).toThrow('VAULT_DISPOSED');
  });

  test('that cannot be created leaves nothing in the folder', async () => {
    const folder = join(books.path, 'book1');
    // A clock that gives no time: the vault is written, then the database refuses.
    await expect(books.create({ now: () => Number.NaN })).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the head of a book', () => {
  const headOf = (session: Session) => session.context.opening.head;

  /** Closes the book and takes aside its database or head. */
  async function keep(session: Session, file: string, name: string): Promise<void> {
    await session.close();
    await mkdir(join(books.path, 'kept'), { recursive: true });
    await copyFile(join(session.context.folder, file), join(books.path, 'kept', name));
  }
  const putBack = (session: Session, file: string, name: string) =>
    copyFile(join(books.path, 'kept', name), join(session.context.folder, file));

  test('shows that acknowledged commands are gone, at this opening and in the use log for ever', async () => {
    const created = await create();
    await addCase(created, 'En');
    await keep(created, 'book.db', 'old');
    const second = await reopen(created);
    await addCase(second, 'To');
    await second.close();
    await putBack(created, 'book.db', 'old');

    const cut = await reopen(created);
    expect(headOf(cut)).toBe('behind');
    expect(await ask(cut, 'log.verify')).toMatchObject({ head: 'behind' });
    await addCase(cut, 'Tre');
    await cut.close();
    const after = await reopen(created);
    expect(await ask(after, 'log.uses', { limit: 9 })).toContainEqual(
      expect.objectContaining({ action: 'unlock', detail: 'head_behind 2' }),
    );
  });

  test('shows that a command was exchanged for another', async () => {
    const created = await create();
    await keep(created, 'book.db', 'empty');
    const one = await reopen(created);
    await addCase(one, 'En');
    await keep(one, 'head', 'head-of-one');
    await putBack(created, 'book.db', 'empty');
    const other = await reopen(created);
    await addCase(other, 'En annen');
    await other.close();
    await putBack(created, 'head', 'head-of-one');
    expect(headOf(await reopen(created))).toBe('differs');
  });

  // Would catch: a forger who cuts the last command off and spoils the newer record of the head, and leaves no line.
  test('of which one record is bad says so in the use log', async () => {
    const created = await create();
    await keep(created, 'book.db', 'db-before');
    const again = await reopen(created);
    await addCase(again, 'En');
    await again.close();
    await putBack(created, 'book.db', 'db-before');
    const head = join(created.context.folder, 'head');
    const bytes = await readFile(head);
    // Turns are counted from 1 at byte 8 of each record; the higher one is the newer.
    const newer = bytes.readBigUInt64BE(8) > bytes.readBigUInt64BE(4096 + 8) ? 0 : 4096;
    bytes.fill(0, newer, newer + 88);
    await writeFile(head, bytes);
    const cut = await reopen(created);
    expect(headOf(cut)).toBe('same');
    expect(await ask(cut, 'log.uses', { limit: 1 })).toMatchObject([{ action: 'unlock', detail: 'head_half' }]);
  });

  // A stop between commit and head is an ordinary thing and loses nothing.
  test('that fell behind in a crash is brought up', async () => {
    const created = await create();
    await addCase(created, 'En');
    await keep(created, 'head', 'old');
    const second = await reopen(created);
    await addCase(second, 'To');
    await second.close();
    await putBack(created, 'head', 'old');
    const ahead = await reopen(created);
    expect(headOf(ahead)).toBe('ahead');
    await ahead.close();
    expect(headOf(await reopen(created))).toBe('same');
  });

  test('that is missing or spoilt is told', async () => {
    const created = await create();
    const head = join(created.context.folder, 'head');
    await created.close();
    await rm(head);
    const missing = await reopen(created);
    expect(headOf(missing)).toBe('missing');
    await missing.close();
    await writeFile(head, (await readFile(head)).fill(1));
    expect(headOf(await reopen(created))).toBe('differs');
  });
});

describe('an import that was interrupted', () => {
  test('is taken back when the book is opened next', async () => {
    const created = await create();
    const { book } = created.context;
    for (const name of ['En', 'To']) {
      const insert = { name, marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
      await book.command('import', (tx) => tx.insert('case', insert), { group: 'import:1' });
    }
    await created.close();
    const again = await reopen(created);
    expect(await ask(again, 'case.list')).toEqual([]);
    expect(await again.context.book.unfinishedGroups()).toEqual([]);
  });
});
