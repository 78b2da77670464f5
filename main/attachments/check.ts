import type { FileState, FilesCheck } from '#contract/attachment.ts';
import type { Reader } from '#db/book.ts';
import { isVaultError } from '#main/vault/errors.ts';
import { checkSealedFile } from '#main/vault/sealed-file/reader.ts';
import type { UnlockedVault } from '#main/vault/unlocked-vault.ts';
import type { RecordId } from '#model/ids.ts';

interface Noted {
  readonly id: RecordId;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Reads an attachment's file from beginning to end and compares it with what was noted at intake. Throws VaultError VAULT_IO. */
export async function checkFile(
  { folder, keys }: Pick<UnlockedVault, 'folder' | 'keys'>,
  noted: Noted,
): Promise<FileState> {
  try {
    const found = await checkSealedFile(folder, keys.files, noted.id);
    return found.sha256 === noted.sha256 && found.sizeBytes === noted.sizeBytes ? 'whole' : 'differs';
  } catch (error) {
    if (isVaultError(error, 'FILE_MISSING')) return 'missing';
    if (isVaultError(error, 'FILE_DAMAGED')) return 'damaged';
    throw error;
  }
}

/** Checks the files of all attachments of a book, struck ones too. Throws VaultError VAULT_IO. */
export async function checkFiles(book: Reader, vault: Pick<UnlockedVault, 'folder' | 'keys'>): Promise<FilesCheck> {
  const noted = await book.all<Noted>('SELECT id, size_bytes AS sizeBytes, sha256 FROM attachment ORDER BY id');
  const bad: { id: RecordId; state: FileState }[] = [];
  for (const one of noted) {
    const state = await checkFile(vault, one);
    if (state !== 'whole') bad.push({ id: one.id, state });
  }
  return { checked: noted.length, bad };
}
