import { onlyPixels, type Pixels } from '#main/note-export/only-pixels.ts';
import type { Context } from '#main/services/context.ts';
import { logOpening } from '#main/services/log-opening.ts';
import { isVaultError } from '#main/vault/errors.ts';
import { openSealedFile } from '#main/vault/sealed-file/reader.ts';
import type { Image, NoteDocument } from '#model/document/format.ts';
import { blocksOf } from '#model/document/walk.ts';
import type { RecordId } from '#model/ids.ts';

/** A picture of a note as its export can show or name it. */
export interface NotePicture {
  /** SHA-256 of the file in the book, hex: by it the picture is found again. */
  readonly sha256: string;
  /** Null where only its words leave: for its sort or size, or because its file is not whole. */
  readonly pixels: Pixels | null;
}
export type NotePictures = ReadonlyMap<RecordId, NotePicture>;

/** As in the window: a larger picture is opened among the attachments. */
const MOST_BYTES = 40_000_000;
/** Of all pictures of one file. */
const MOST_BYTES_IN_ALL = 80_000_000;

/**
 * Reads the pictures that a note tells. A struck one is not among them: its words stand there as struck, and nobody outside sees
 * it. Each that is read leaves its line in the use log first, as when it is opened.
 * @param withPixels false reads only by what they are named
 */
export async function readPictures(
  context: Context,
  document: NoteDocument,
  withPixels: boolean,
): Promise<NotePictures> {
  const ids = new Set<RecordId>();
  for (const block of blocksOf(document)) if (isTold(block)) ids.add(block.attachment);
  const found = new Map<RecordId, NotePicture>();
  let room = MOST_BYTES_IN_ALL;
  for (const { id, values } of await context.book.list('attachment', { ids: [...ids] })) {
    const { sha256, sizeBytes } = values;
    const fits = withPixels && sizeBytes <= Math.min(MOST_BYTES, room);
    if (fits) room -= sizeBytes;
    found.set(id, { sha256, pixels: fits ? await readPixels(context, id) : null });
  }
  return found;
}

function isTold(block: { readonly type: string }): block is Image {
  return block.type === 'image' && !('struck' in block);
}

async function readPixels(context: Context, id: RecordId): Promise<Pixels | null> {
  await logOpening(context, id);
  try {
    const file = await openSealedFile(context.vault.folder, context.vault.keys.files, id);
    try {
      return onlyPixels(await file.read(0, file.sizeBytes));
    } finally {
      await file.close();
    }
  } catch (error) {
    // The note leaves all the same, with the words of the picture.
    if (isVaultError(error, 'FILE_MISSING') || isVaultError(error, 'FILE_DAMAGED')) return null;
    throw error;
  }
}
