import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupMade } from '#contract/session.ts';
import type { Book, Checkpoint } from '#db/book.ts';
import { openBook } from '#db/connection/open-book.ts';
import { checkFiles } from '#main/attachments/check.ts';
import { BACKUPS_FOLDER, BOOK_FILE, HEAD_FILE } from '#main/vault/casebook-folder.ts';
import { writeHead } from '#main/vault/head.ts';
import type { UnlockedVault } from '#main/vault/unlocked-vault.ts';
import { copyIfThere, copyVaultAndFiles, inNewFolder } from './copy-folder.ts';

export interface BackupResult {
  readonly folder: string;
  /** Last part of the folder's path. */
  readonly name: string;
  /** Of the database's copy. */
  readonly sizeBytes: number;
  /** The copy was opened and read whole, its attachments too. A database that is not good is removed, and the backup fails. */
  readonly verified: boolean;
  /** How many attachments were read in the copy, and which are not there as they came in. The copy is kept all the same. */
  readonly files: BackupMade['files'];
  /** Where the copy's log stands. */
  readonly checkpoint: Checkpoint;
}

type Keys = Pick<UnlockedVault, 'folder' | 'keys'>;

interface Source {
  readonly book: Pick<Book, 'exportTo' | 'use'>;
  readonly vault: Keys;
  readonly now: () => number;
}

interface MigrationStep {
  readonly from: number;
  exportTo(path: string): Promise<{ sizeBytes: number }>;
}

/**
 * Copies a casebook: an encrypted export of the database, opened once to verify; the vault file with all its slots; a
 * head of the copy's own; the attachments, each read and compared. The copy opens like the book itself, with the same passphrases.
 * @param target a folder that does not exist or is empty; by default a new one among the book's own backups
 * @throws VaultError FOLDER_NOT_EMPTY, VAULT_IO; StoreError DISK_FULL, COPY_DIFFERS, CORRUPT
 */
export async function backup({ book, vault, now }: Source, target?: string): Promise<BackupResult> {
  const folder = target ?? freeFolder(vault, stampOf(now()));
  const result = await inNewFolder(folder, async () => {
    const { sizeBytes } = await book.exportTo(join(folder, BOOK_FILE));
    await copyVaultAndFiles(vault.folder, folder);
    const { checkpoint, files } = await checked({ folder, keys: vault.keys });
    await writeHead(folder, vault.keys.head, checkpoint);
    return { folder, name: basename(folder), sizeBytes, verified: files.bad.length === 0, files, checkpoint };
  });
  await book.use('backup', { detail: `${result.checkpoint.seq} ${result.checkpoint.hash.slice(0, 16)}` });
  return result;
}

/**
 * The same before a database is brought to a newer form. The book is not open yet, so nothing moves, and the head that
 * is there is the copy's own.
 * @throws VaultError VAULT_IO; StoreError DISK_FULL, COPY_DIFFERS, CORRUPT
 */
export async function backupBeforeMigration(vault: Keys, step: MigrationStep, at: number): Promise<void> {
  const folder = freeFolder(vault, `${stampOf(at)}-form-${step.from}`);
  await inNewFolder(folder, async () => {
    await step.exportTo(join(folder, BOOK_FILE));
    await copyVaultAndFiles(vault.folder, folder);
    await copyIfThere(join(vault.folder, HEAD_FILE), join(folder, HEAD_FILE));
  });
}

/** Opens the copy and reads each of its attachments against what was noted when it came in. */
async function checked(copied: Keys): Promise<{ checkpoint: Checkpoint; files: BackupMade['files'] }> {
  const copy = await openBook(join(copied.folder, BOOK_FILE), copied.keys.database, { person: '', readonly: true });
  try {
    const { checked, bad } = await checkFiles(copy, copied);
    const named = await copy.list('attachment', { ids: bad.map(({ id }) => id), struck: true });
    const titles = new Map(named.map(({ id, title }) => [id, title]));
    const files = { checked, bad: bad.map(({ id, state }) => ({ id, title: titles.get(id) ?? '', state })) };
    return { checkpoint: await copy.checkpoint(), files };
  } finally {
    await copy.close();
  }
}

/** `20261124-031500`, UTC. */
function stampOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

function freeFolder(vault: Keys, name: string): string {
  const path = join(vault.folder, BACKUPS_FOLDER, name);
  let free = path;
  for (let count = 2; existsSync(free); count++) free = `${path}-${count}`;
  return free;
}
