import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookPurpose } from '#contract/app.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { AppEvents, EventName } from '#contract/events.ts';
import type { Role } from '#contract/route.ts';
import { ROUTES } from '#contract/routes.ts';
import type { Book } from '#db/book.ts';
import { createBook, openBook } from '#db/connection/open-book.ts';
import { caseMemoryOf } from '#db/reads/case-memory.ts';
import { trafficOf } from '#db/reads/traffic.ts';
import { backupBeforeMigration } from '#main/backup/backup.ts';
import { createRouter, type Router } from '#main/ipc/router.ts';
import { type Context, ServiceError } from '#main/services/context.ts';
import { handlers } from '#main/services/index.ts';
import { searchTrailOf } from '#main/services/search-trail.ts';
import type { CostChoice } from '#main/vault/calibrate.ts';
import { BOOK_FILE } from '#main/vault/casebook-folder.ts';
import { writeHead } from '#main/vault/head.ts';
import type { UnlockedVault } from '#main/vault/unlocked-vault.ts';
import { createVault, unlockVault } from '#main/vault/vault.ts';
import { newRecordId } from '#model/ids.ts';
import { DEFAULT_ZONE } from '#model/time.ts';
import { reportFault } from './diagnostics.ts';
import { holdBook, type Release } from './hold.ts';
import { knownError } from './known-errors.ts';
import { type Member, readMember, writeMember } from './member.ts';
import { noteOpening, type Opening } from './opening.ts';
import { createStoryClock } from './story-clock.ts';

export interface OpenSessionOptions {
  /** Folder of the casebook. */
  readonly folder: string;
  readonly passphrase: string;
  /** Refuses a book made for real work, before and after its key is known. */
  readonly onlyPractice?: boolean;
  /** ms UTC. */
  readonly now?: () => number;
  readonly emit?: Emit;
}

export interface CreateSessionOptions extends OpenSessionOptions {
  /** Name of the person who creates the book and works in it. */
  readonly name: string;
  readonly role?: Role;
  readonly purpose: BookPurpose;
  /** IANA zone of what belongs to no case. */
  readonly zone?: string;
  /** Cost of a passphrase; measured on this machine when not given, which takes about two seconds. */
  readonly cost?: CostChoice;
  /** For a demonstration: what its clock shows at the start, ms UTC. */
  readonly storyAt?: number;
}

type Emit = <E extends EventName>(name: E, payload: AppEvents[E]) => void;

/** An open book and everything that answers from it. Holds keys: lives in the core process, or in the command line. */
export interface Session {
  readonly context: Context;
  /** Answers a core route: JSON of an `Envelope`. Never throws. */
  readonly dispatch: Router;
  /** Makes what is running fail with INTERRUPTED and roll back. */
  interrupt(): void;
  /** Waits for commands that have begun, logs the lock, closes the book, overwrites the keys. A second call waits too. */
  close(): Promise<void>;
}

/**
 * Creates a casebook in a new or empty folder and opens it. If anything fails, what was made is removed.
 * @throws VaultError FOLDER_NOT_EMPTY, PASSPHRASE_REFUSED, VAULT_NEEDS_MEMORY, VAULT_IO; StoreError DISK_FULL …
 */
export async function createSession(options: CreateSessionOptions): Promise<Session> {
  const { folder, passphrase, name, role = 'analyst', purpose, zone = DEFAULT_ZONE, storyAt } = options;
  const clock = createStoryClock(options.now ?? Date.now);
  if (options.onlyPractice && purpose === 'real') throw new ServiceError(ERROR_CODES.DEMO_BOOKS_ONLY);
  const personId = newRecordId();
  const vault = await createVault(folder, { passphrase, personId, purpose, ...options.cost });
  try {
    return await withHold(
      vault,
      async () => {
        const book = await createBook(join(folder, BOOK_FILE), vault.keys.database, {
          person: name,
          bookId: vault.bookId,
          purpose,
          zone,
          now: clock.now,
          onCommitted: (seq, hash) => writeHead(folder, vault.keys.head, { seq, hash }),
        });
        await closingOnError(book, async () => {
          await writeMember(book, personId, { name, role });
          if (storyAt !== undefined) await clock.begin(book, storyAt);
        });
        return { book, member: { name, role } };
      },
      { ...options, now: clock.now },
    );
  } catch (error) {
    vault.dispose();
    for (const entry of await readdir(folder)) await rm(join(folder, entry), { recursive: true, force: true });
    throw error;
  }
}

/**
 * Opens a casebook: unlocks, backs up and migrates an older one, compares it with its head, moves failed attempts into
 * the use log, takes back what an interrupted import left, and logs the unlock.
 * @throws VaultError as `unlockVault`; ServiceError DEMO_BOOKS_ONLY; StoreError BUSY, BOOK_NEWER, CORRUPT …
 */
export async function openSession(options: OpenSessionOptions): Promise<Session> {
  const { folder, passphrase, now = Date.now } = options;
  const clock = createStoryClock(now);
  const vault = await unlockVault(folder, passphrase, { now });
  try {
    if (options.onlyPractice && vault.purpose === 'real') throw new ServiceError(ERROR_CODES.DEMO_BOOKS_ONLY);
    return await withHold(
      vault,
      async () => {
        const path = join(folder, BOOK_FILE);
        const member = (await readMember(path, vault.keys.database, vault.personId)) ?? UNNAMED;
        const book = await openBook(path, vault.keys.database, {
          person: member.name,
          now: clock.now,
          onCommitted: (seq, hash) => writeHead(folder, vault.keys.head, { seq, hash }),
          beforeMigrate: (step) => backupBeforeMigration(vault, step, now()),
        });
        await closingOnError(book, () => clock.resume(book));
        return { book, member };
      },
      { ...options, now: clock.now },
    );
  } catch (error) {
    vault.dispose();
    throw error;
  }
}

/** A slot whose member was never written: the book's creation was stopped between the two. */
const UNNAMED: Member = { name: '?', role: 'analyst' };

interface Opened {
  readonly book: Book;
  readonly member: Member;
}

async function withHold(vault: UnlockedVault, open: () => Promise<Opened>, options: OpenSessionOptions) {
  const release = await holdBook(vault.folder, vault.keys.database);
  try {
    const { book, member } = await open();
    return await closingOnError(book, async () => {
      const opening = await noteOpening(book, vault, options.now ?? Date.now);
      return sessionOf(book, vault, member, opening, release, options);
    });
  } catch (error) {
    await release();
    throw error;
  }
}

function sessionOf(
  book: Book,
  vault: UnlockedVault,
  person: Member,
  opening: Opening,
  release: Release,
  { now = Date.now, emit = () => undefined }: OpenSessionOptions,
): Session {
  const { purpose, zone } = book.info;
  const context: Context = { book, vault, person, purpose, zone, folder: vault.folder, now, emit, opening };
  const stopListening = book.onChange((event) => emit('records.changed', event));
  caseMemoryOf(book).onReading((reading) => emit('case.reading', reading));
  const route = createRouter({
    routes: ROUTES,
    handlers,
    context,
    role: () => person.role,
    known: knownError,
    fault: reportFault,
  });
  let closing: Promise<void> | null = null;
  return {
    context,
    dispatch: (...call) => trafficOf(book).answer(() => route(...call)),
    interrupt: () => book.interrupt(),
    close() {
      closing ??= (async () => {
        stopListening();
        try {
          // The first line of the search is there: what it ended with must not stand in the way of the lock.
          await searchTrailOf(book)
            .settle()
            .catch(() => undefined);
          await book.use('lock');
        } finally {
          await book.close();
          await release();
          vault.dispose();
        }
      })();
      return closing;
    },
  };
}

async function closingOnError<T>(book: Book, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await book.close();
    throw error;
  }
}
