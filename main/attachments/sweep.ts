import type { Reader } from '#db/book.ts';
import { listSealedFiles, removeSealedFiles } from '#main/vault/sealed-file/folder.ts';

/**
 * Removes what an interrupted intake left: parts, and files that no record speaks of. Call it when a book is opened and
 * before anything is taken in: within a session an undone intake can be done again, and its file has to be there.
 * @param isTrusted the book is all that its head says. Of a book that was cut or exchanged nothing whole is removed: its
 * files may be all that is left of records that are missing.
 * @returns how many were removed
 * @throws VaultError VAULT_IO
 */
export async function sweepFiles(book: Reader, folder: string, isTrusted: boolean): Promise<number> {
  const { whole, parts } = await listSealedFiles(folder);
  const rows = whole.length === 0 || !isTrusted ? [] : await book.all<{ id: string }>('SELECT id FROM attachment');
  const known = new Set(rows.map(({ id }) => id));
  const unknown = isTrusted ? whole.filter((id) => !known.has(id)) : [];
  await removeSealedFiles(folder, { whole: unknown, parts });
  return unknown.length + parts.length;
}
