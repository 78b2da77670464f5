import type { Book, Checkpoint, Verification } from '#db/book.ts';
import { isVaultError } from '#main/vault/errors.ts';
import { type FoundHead, readHead } from '#main/vault/head.ts';
import type { Context } from './context.ts';

/** Stands for a head that nobody with the key wrote: no log has an entry of that hash. */
const NEVER: FoundHead = { seq: 0, hash: '0'.repeat(64), whole: true };

/** The head kept outside the book, or null when there is none. Throws VaultError VAULT_IO. */
export async function findHead(vault: Context['vault']): Promise<FoundHead | null> {
  try {
    return await readHead(vault.folder, vault.keys.head);
  } catch (error) {
    if (isVaultError(error, 'HEAD_TAMPERED')) return NEVER;
    throw error;
  }
}

/**
 * How the book stands to its head: `ahead` when a stop between commit and head left the head behind, which is no loss;
 * `behind` when commands are gone that were acknowledged; `differs` when one was exchanged.
 */
export async function compareHead(book: Book, head: Checkpoint | null): Promise<Verification['head']> {
  if (head === null) return 'missing';
  const newest = await book.checkpoint();
  if (head.seq > newest.seq) return 'behind';
  if (head.seq === newest.seq) return head.hash === newest.hash ? 'same' : 'differs';
  if (head.seq === 0) return head === NEVER ? 'differs' : 'ahead';
  const entry = await book.first<{ hash: string }>('SELECT hash FROM log_entry WHERE seq = ?', [head.seq]);
  return entry?.hash === head.hash ? 'ahead' : 'differs';
}
