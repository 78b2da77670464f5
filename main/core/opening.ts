import type { ClockState } from '#contract/app.ts';
import type { Book } from '#db/book.ts';
import { isStoreError } from '#db/store-error.ts';
import { sweepFiles } from '#main/attachments/sweep.ts';
import type { Context } from '#main/services/context.ts';
import { compareHead, findHead } from '#main/services/head.ts';
import { takeAttempts } from '#main/vault/attempts.ts';
import { type FoundHead, writeHead } from '#main/vault/head.ts';
import type { UnlockedVault } from '#main/vault/unlocked-vault.ts';

/** Facts about an opening. */
export type Opening = Context['opening'];

/** Steps of a clock that is kept right do not count as set back. */
const CLOCK_STEP_MS = 60_000;
const LONG_MS = 90 * 24 * 3_600_000;

/**
 * What is done once when a book is opened, in this order: look at head and clock before anything is written; move failed
 * attempts into the use log; log the unlock with what was found; take back what an interrupted import or intake left.
 *
 * A book that is behind its head, or differs from it, opens all the same: those who need it now must not be kept out by
 * a cut file. It is told to the person, and stays told in the use log when the next command has moved the head on.
 * @throws StoreError, VaultError VAULT_IO
 */
export async function noteOpening(book: Book, vault: UnlockedVault, now: () => number): Promise<Opening> {
  const found = await findHead(vault);
  const head = await compareHead(book, found);
  const clock = await clockState(book, now());
  const lastOpenedAt = await lastUnlock(book);
  const failedAttempts = await keepAttempts(book, vault.folder);
  await book.use('unlock', detailOf(head, found, clock));
  if (head === 'ahead' || head === 'missing') await writeHead(vault.folder, vault.keys.head, await book.checkpoint());
  await undoInterrupted(book);
  await sweepFiles(book, vault.folder, head === 'same' || head === 'ahead');
  return { lastOpenedAt, failedAttempts, head, clock };
}

/** Null at the first opening. */
async function lastUnlock(book: Book): Promise<number | null> {
  const row = await book.first<{ at: number }>(
    "SELECT at FROM use_log WHERE action = 'unlock' ORDER BY seq DESC LIMIT 1",
  );
  return row?.at ?? null;
}

async function clockState(book: Book, now: number): Promise<ClockState> {
  const row = await book.first<{ at: number | null }>(
    'SELECT max(at) AS at FROM (SELECT max(at) AS at FROM log_entry UNION ALL SELECT max(at) FROM use_log)',
  );
  const lastAt = row?.at ?? null;
  if (lastAt === null) return 'plausible';
  if (now < lastAt - CLOCK_STEP_MS) return 'before_last_entry';
  return now > lastAt + LONG_MS ? 'long_after' : 'plausible';
}

async function keepAttempts(book: Book, folder: string): Promise<readonly number[]> {
  let kept: readonly number[] = [];
  await takeAttempts(folder, async ({ failedAt, damaged }) => {
    for (const at of failedAt) await book.use('failed_unlock', { at });
    if (damaged) await book.use('failed_unlock', { detail: 'attempts_damaged' });
    kept = failedAt;
  });
  return kept;
}

function detailOf(head: Opening['head'], found: FoundHead | null, clock: ClockState): { detail?: string } {
  const notes = [
    ...(head === 'behind' || head === 'differs' ? [`head_${head} ${found?.seq}`] : []),
    ...(head === 'missing' ? ['head_missing'] : []),
    // A power cut leaves one record of two; so does who cuts the last command off and spoils the record of it.
    ...(found?.whole === false ? ['head_half'] : []),
    ...(clock === 'plausible' ? [] : [`clock_${clock}`]),
  ];
  return notes.length === 0 ? {} : { detail: notes.join(' ') };
}

/** Its file is gone with the process that read it, so an import that was stopped can only be taken back. */
async function undoInterrupted(book: Book): Promise<void> {
  for (const { group } of await book.unfinishedGroups()) {
    await book.undoGroup(group).catch((error: unknown) => {
      // Something has been built upon it since. It stays as it is, and will be looked at again.
      if (!isStoreError(error, 'UNDO_CONFLICT')) throw error;
    });
  }
}
