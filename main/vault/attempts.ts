import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readSmallFile, syncFolder, writeFileAtomically } from './atomic-file.ts';
import { ATTEMPTS_FILE } from './casebook-folder.ts';
import { VaultError, withFileErrors } from './errors.ts';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Most times kept, newest first to stay; at one a minute that is more than half a day of trying. */
const MAX_KEPT = 1000;
const MAX_FILE_BYTES = 64 * 1024;

const time = z.int().min(0);

/** The file `attempts`: times only, readable without a key. */
const recordSchema = z.strictObject({
  version: z.literal(1),
  /** When a passphrase was wrong, oldest first, ms UTC by the clock of that moment. */
  failedAt: z.array(time).max(MAX_KEPT),
  /** Since when the wait runs, ms UTC. */
  waitFromAt: time,
  /** An earlier file could not be read and what it held is lost. */
  damaged: z.boolean(),
});

type AttemptsRecord = z.infer<typeof recordSchema>;

const NONE: AttemptsRecord = { version: 1, failedAt: [], waitFromAt: 0, damaged: false };

/** What was tried since the list was last taken. */
export interface FailedAttempts {
  /** ms UTC, oldest first; at most the newest 1,000. */
  readonly failedAt: readonly number[];
  /** The file was there but not readable: attempts may have been lost or wiped. */
  readonly damaged: boolean;
}

/** Wait after so many wrong passphrases in a row, in ms: 1 s, 2 s, 4 s … 60 s. */
export function waitAfter(failedInRow: number): number {
  return failedInRow === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failedInRow - 1));
}

/**
 * Lets `open` try a passphrase if enough time has passed since the last wrong one, and counts it when it was wrong. The
 * wait is kept in the file, so a restart does not shorten it; it holds back a person at the keyboard, not one who can
 * write to the folder or set the clock forward. Only ever in turn (`inTurn`).
 * @param open gives null when the passphrase is wrong
 * @param now the clock, ms UTC
 * @throws VaultError ATTEMPTS_SLOWED {waitMs}; PASSPHRASE_WRONG {failedInRow, waitMs}; VAULT_IO when the failure could
 *   not be counted: a try that leaves no trace is not answered
 */
export async function countedAttempt<T>(folder: string, now: () => number, open: () => Promise<T | null>): Promise<T> {
  const record = await readRecord(folder);
  const askedAt = now();
  const wait = waitAfter(record.failedAt.length);
  if (wait > 0 && askedAt < record.waitFromAt) {
    // The clock was set back. Waiting until it has caught up could take years; dropping the wait would be a way round it.
    await writeRecord(folder, { ...record, waitFromAt: askedAt });
    throw new VaultError('ATTEMPTS_SLOWED', { waitMs: wait });
  }
  const waitMs = record.waitFromAt + wait - askedAt;
  if (wait > 0 && waitMs > 0) throw new VaultError('ATTEMPTS_SLOWED', { waitMs });

  const opened = await open();
  if (opened !== null) return opened;
  const failedAt = [...record.failedAt, now()].slice(-MAX_KEPT);
  await writeRecord(folder, { ...record, failedAt, waitFromAt: failedAt.at(-1) ?? 0 });
  const failedInRow = failedAt.length;
  throw new VaultError('PASSPHRASE_WRONG', { failedInRow, waitMs: waitAfter(failedInRow) });
}

/**
 * Hands out the failed attempts and removes the file once they are kept elsewhere. If `keep` throws, or the machine stops
 * between the two, the file stays and the same attempts are handed out again: rather twice in the log than lost.
 * @throws VaultError VAULT_IO, and whatever `keep` throws
 */
export async function takeAttempts(folder: string, keep: (attempts: FailedAttempts) => Promise<void>): Promise<void> {
  const { failedAt, damaged } = await readRecord(folder);
  if (failedAt.length > 0 || damaged) await keep({ failedAt, damaged });
  await withFileErrors(async () => {
    await rm(join(folder, ATTEMPTS_FILE), { recursive: true, force: true });
    await syncFolder(folder);
  });
}

/** A file that cannot be read counts as empty: it must never keep the owner out. That it was so is remembered. */
async function readRecord(folder: string): Promise<AttemptsRecord> {
  const bytes = await readSmallFile(join(folder, ATTEMPTS_FILE), MAX_FILE_BYTES);
  if (bytes === 'missing') return NONE;
  if (bytes === 'unusable') return { ...NONE, damaged: true };
  try {
    return recordSchema.parse(JSON.parse(bytes.toString()));
  } catch {
    return { ...NONE, damaged: true };
  }
}

async function writeRecord(folder: string, record: AttemptsRecord): Promise<void> {
  if (record.damaged) await withFileErrors(() => rm(join(folder, ATTEMPTS_FILE), { recursive: true, force: true }));
  await writeFileAtomically(folder, ATTEMPTS_FILE, Buffer.from(JSON.stringify(record)));
}
