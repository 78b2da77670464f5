import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BookPurpose } from '#contract/app.ts';
import { createSession, type Session } from '#main/core/session.ts';
import { LEAST_COST } from '#main/vault/kdf.ts';

/** Passphrase of every casebook made here. */
export const PASSPHRASE = 'hest batteri stift nok til en test';
export const WRONG_PASSPHRASE = 'hest batteri stift men ikke rett';

/** A folder for casebooks, with everything in it removed by `remove`. */
export interface BooksFolder {
  readonly path: string;
  /** A whole casebook in the folder, as the command line makes one, at the least cost of a passphrase. */
  create(options?: { purpose?: BookPurpose; now?: () => number; name?: string; storyAt?: number }): Promise<Session>;
  remove(): Promise<void>;
}

/** A new, empty folder for casebooks. */
export async function openBooksFolder(): Promise<BooksFolder> {
  const path = await mkdtemp(join(tmpdir(), 'vernebok-books-'));
  let books = 0;
  return {
    path,
    create: ({ purpose = 'test', name = 'Fjære', ...options } = {}) => {
      books += 1;
      const cost = { cost: LEAST_COST };
      return createSession({
        folder: join(path, `book${books}`),
        passphrase: PASSPHRASE,
        name,
        purpose,
        cost,
        ...options,
      });
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
