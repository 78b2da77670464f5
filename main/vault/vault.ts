import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './atomic-file.ts';
import { countedAttempt } from './attempts.ts';
import { type CostChoice, chooseCost } from './calibrate.ts';
import { BACKUPS_FOLDER, BOOK_FILE, FILES_FOLDER, FOLDER_MODE, VAULT_FILE } from './casebook-folder.ts';
import { systemCodeOf, VaultError, withFileErrors } from './errors.ts';
import { deriveKey, KEY_BYTES } from './keys.ts';
import { assertGoodPassphrase } from './passphrase.ts';
import { newSlotId, openSlot, wrapMasterKey } from './slots.ts';
import { inTurn } from './turns.ts';
import { UnlockedVault } from './unlocked-vault.ts';
import {
  assertAuthentic,
  assertGoodLabel,
  FORMAT_VERSION,
  type Purpose,
  readVaultFile,
  replaceVaultFile,
  type Slot,
  sealVaultFile,
  type VaultContent,
} from './vault-file.ts';

export interface NewVault extends CostChoice {
  readonly passphrase: string;
  /** Id of the person's record in the book; random, at most 64 letters, digits, `_`, `-`. */
  readonly personId: string;
  /** Shown before unlock and readable in the file: only if the person chose one. */
  readonly label?: string;
  readonly purpose: Purpose;
}

/** What anyone who can read the folder can know of a vault. Not verified yet: only unlocking does that. */
export interface VaultDescription {
  readonly bookId: string;
  readonly purpose: Purpose;
  readonly slots: readonly Pick<Slot, 'id' | 'kind' | 'personId' | 'label'>[];
}

/**
 * Makes a new casebook folder (mode 0700) with a random master key and one slot. The database is the caller's to make,
 * with `keys.database`; until it is there the folder does not open. If anything fails, what was made is removed.
 * @throws VaultError FOLDER_NOT_EMPTY, PASSPHRASE_REFUSED, LABEL_REFUSED, COST_REFUSED, VAULT_NEEDS_MEMORY, VAULT_IO
 */
export async function createVault(folder: string, options: NewVault): Promise<UnlockedVault> {
  const { passphrase, personId, label, purpose } = options;
  assertGoodPassphrase(passphrase);
  assertGoodLabel(label);
  await assertNothingThere(folder);
  const cost = await chooseCost(options);
  const masterKey = randomBytes(KEY_BYTES);
  try {
    const slot = await wrapMasterKey(masterKey, passphrase, cost, { id: newSlotId(), epoch: 1, personId, label });
    const bookId = randomBytes(16).toString('hex');
    const content: VaultContent = {
      format: 'vernebok-vault',
      formatVersion: FORMAT_VERSION,
      bookId,
      purpose,
      slots: [slot],
    };
    await layFolder(folder, sealVaultFile(content, deriveKey(masterKey, 'vault')));
    return new UnlockedVault(folder, content, slot, masterKey);
  } catch (error) {
    masterKey.fill(0);
    throw error;
  }
}

/**
 * Opens a casebook: tries the passphrase on every slot, then verifies the whole file under the master key. Writes nothing
 * but the attempts record. A success leaves that record: `takeAttempts` moves it into the log.
 * @param now the clock, ms UTC
 * @throws VaultError, in this order: VAULT_MISSING, VAULT_DAMAGED, VAULT_NEWER, BOOK_MISSING, ATTEMPTS_SLOWED {waitMs},
 *   VAULT_NEEDS_MEMORY, PASSPHRASE_WRONG {failedInRow, waitMs}, VAULT_TAMPERED; VAULT_IO at any point
 */
export async function unlockVault(
  folder: string,
  passphrase: string,
  { now = Date.now }: { readonly now?: () => number } = {},
): Promise<UnlockedVault> {
  return inTurn(folder, async () => {
    const file = await readVaultFile(folder);
    await assertBookThere(folder);
    const { slot, masterKey } = await countedAttempt(folder, now, () => firstThatOpens(file.slots, passphrase));
    try {
      assertAuthentic(file, deriveKey(masterKey, 'vault'));
      return new UnlockedVault(folder, file, slot, masterKey);
    } catch (error) {
      masterKey.fill(0);
      throw error;
    }
  });
}

/**
 * Reads what is told without a passphrase.
 * @throws VaultError VAULT_MISSING, VAULT_DAMAGED, VAULT_NEWER, VAULT_IO
 */
export async function describeVault(folder: string): Promise<VaultDescription> {
  const { bookId, purpose, slots } = await readVaultFile(folder);
  return {
    bookId,
    purpose,
    slots: slots.map(({ id, kind, personId, label }) => ({
      id,
      kind,
      personId,
      ...(label !== undefined && { label }),
    })),
  };
}

async function firstThatOpens(slots: readonly Slot[], passphrase: string) {
  for (const slot of slots) {
    const masterKey = await openSlot(slot, passphrase);
    if (masterKey) return { slot, masterKey };
  }
  return null;
}

async function assertBookThere(folder: string): Promise<void> {
  const book = await withFileErrors(() =>
    stat(join(folder, BOOK_FILE)).catch((error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT') return null;
      throw error;
    }),
  );
  if (!book?.isFile()) throw new VaultError('BOOK_MISSING');
}

async function assertNothingThere(folder: string): Promise<void> {
  await withFileErrors(async () => {
    try {
      if ((await readdir(folder)).length > 0) throw new VaultError('FOLDER_NOT_EMPTY');
    } catch (error) {
      if (systemCodeOf(error) === 'ENOTDIR') throw new VaultError('FOLDER_NOT_EMPTY');
      if (systemCodeOf(error) !== 'ENOENT') throw error;
    }
  });
}

async function layFolder(folder: string, vaultFile: Uint8Array): Promise<void> {
  await withFileErrors(async () => {
    const made = await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    // Once more: between the first look and now a second or two were spent on the passphrase.
    await assertNothingThere(folder);
    try {
      await chmod(folder, FOLDER_MODE);
      for (const name of [FILES_FOLDER, BACKUPS_FOLDER]) await mkdir(join(folder, name), { mode: FOLDER_MODE });
      await replaceVaultFile(folder, vaultFile, false);
      if (made !== undefined) await syncFolder(dirname(folder));
    } catch (error) {
      for (const name of [FILES_FOLDER, BACKUPS_FOLDER, VAULT_FILE, `${VAULT_FILE}.tmp`]) {
        await rm(join(folder, name), { recursive: true, force: true });
      }
      if (made !== undefined) await rmdir(folder);
      throw error;
    }
  });
}
