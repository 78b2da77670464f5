import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '#db/book.ts';
import { type CreateOptions, createBook, type OpenOptions, openBook } from '#db/connection/open-book.ts';
import type { RecordId } from '#model/ids.ts';

/** 2026-03-14T20:00:00Z: the first instant of a test's clock. */
export const TEST_NOW = Date.UTC(2026, 2, 14, 20);

/** A real encrypted book in a folder of its own, made by the production migrations. */
export interface TestBook {
  readonly book: Book;
  /** Its folder; everything in it is removed by `remove`. */
  readonly folder: string;
  /** Its database file, book.db. */
  readonly path: string;
  readonly keyHex: string;
  /** Moves the clock forward; it stands still by itself. */
  advance(byMs: number): void;
  /** Closes the book and opens it again, as the next session does. */
  reopen(options?: Partial<OpenOptions>): Promise<Book>;
  /** Closes the book and removes its folder. */
  remove(): Promise<void>;
}

export interface TestBookOptions extends Partial<Omit<CreateOptions, 'now' | 'newId'>> {
  /** ms UTC at which the clock stands; TEST_NOW by default. */
  readonly now?: number;
  /** Ids count up from 1 instead of being random. */
  readonly countedIds?: boolean;
}

/** Opens a new test book. Remove it in afterEach. */
export async function openTestBook(options: TestBookOptions = {}): Promise<TestBook> {
  const { now = TEST_NOW, countedIds = false, ...given } = options;
  const folder = await mkdtemp(join(tmpdir(), 'vernebok-test-'));
  const path = join(folder, 'book.db');
  const keyHex = randomBytes(32).toString('hex');
  let clock = now;
  const common = {
    person: 'Test Person',
    now: () => clock,
    ...(countedIds ? { newId: idCounter() } : {}),
    ...given,
  };
  let book = await createBook(path, keyHex, {
    bookId: 'test-book',
    purpose: 'test',
    zone: 'Europe/Oslo',
    ...common,
  });
  return {
    get book() {
      return book;
    },
    folder,
    path,
    keyHex,
    advance: (byMs) => {
      clock += byMs;
    },
    async reopen(more = {}) {
      await book.close();
      book = await openBook(path, keyHex, { ...common, ...more });
      return book;
    },
    async remove() {
      await book.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ids 000…001, 000…002, …: for tests that print or compare them. */
export function idCounter(): () => RecordId {
  let last = 0;
  return () => {
    last += 1;
    return last.toString(16).padStart(32, '0') as RecordId;
  };
}
