import type { Context } from '#main/services/context.ts';
import { logOpening } from '#main/services/log-opening.ts';
import { isVaultError } from '#main/vault/errors.ts';
import { openSealedFile } from '#main/vault/sealed-file/reader.ts';
import { WITHHELD } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { onlyPixels, type Pixels } from './only-pixels.ts';

/**
 * Why the words of a picture leave without it: its sort, its own size or that of all before it, its file, which is missing or
 * damaged, or that it is no attachment any more; or because its words name something that is withheld.
 */
export type Stays = 'sort' | 'size' | 'room' | 'file' | 'gone' | 'words';

/** A picture of a note as what leaves can show or name it. */
export interface Picture {
  /** SHA-256 of the file in the book, hex: by it the picture is found again. Null where it is no attachment any more. */
  readonly sha256: string | null;
  /** What is seen on it, or why that stays in the book; null where only names were asked for. */
  readonly shown: Pixels | Stays | null;
}
export type Pictures = ReadonlyMap<RecordId, Picture>;

/** As in the window: a larger picture is opened among the attachments. */
const MOST_BYTES = 40_000_000;
/** Of all pictures of one file. */
const MOST_BYTES_IN_ALL = 80_000_000;

const SORTS: Readonly<Record<string, Pixels['type']>> = {
  'image/png': 'png',
  'image/apng': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** The beginning of a file's sum: as many digits as tell it from all others of a book. */
export function shortSum(sha256: string): string {
  return sha256.slice(0, 16);
}

/**
 * Reads pictures that are about to leave, by their pixels alone. Each that is read leaves its line in the use log first, as when
 * it is opened. One whose words name something withheld is not read: what it shows would say what the bar hides.
 * @param images in the order in which they are told, with what is said to be seen on them
 * @param sorts what can be put into the file that is made; none of them asks only what pictures are named
 */
export async function readPictures(
  context: Context,
  images: readonly { readonly attachment: RecordId; readonly alt: string }[],
  sorts: readonly Pixels['type'][],
): Promise<Pictures> {
  const ids = new Set(images.map(({ attachment }) => attachment));
  const barred = new Set(images.filter(({ alt }) => alt.includes(WITHHELD)).map(({ attachment }) => attachment));
  const records = new Map(
    (await context.book.list('attachment', { ids: [...ids] })).map((one) => [one.id, one.values]),
  );
  const found = new Map<RecordId, Picture>();
  let room = MOST_BYTES_IN_ALL;
  const shownOf = async (id: RecordId, values: Values<'attachment'> | undefined): Promise<Picture['shown']> => {
    if (sorts.length === 0) return null;
    if (!values) return 'gone';
    const { mediaType, sizeBytes } = values;
    const sort = SORTS[mediaType];
    if (barred.has(id)) return 'words';
    if (sort === undefined || !sorts.includes(sort)) return 'sort';
    if (sizeBytes > MOST_BYTES) return 'size';
    if (sizeBytes > room) return 'room';
    return readPixels(context, id);
  };
  for (const id of ids) {
    const values = records.get(id);
    const shown = await shownOf(id, values);
    if (values && shown !== null && typeof shown !== 'string') room -= values.sizeBytes;
    found.set(id, { sha256: values?.sha256 ?? null, shown });
  }
  return found;
}

async function readPixels(context: Context, id: RecordId): Promise<Pixels | Stays> {
  await logOpening(context, id);
  try {
    const file = await openSealedFile(context.vault.folder, context.vault.keys.files, id);
    try {
      return onlyPixels(await file.read(0, file.sizeBytes)) ?? 'sort';
    } finally {
      await file.close();
    }
  } catch (error) {
    // What tells of it leaves all the same, with the words of the picture.
    if (isVaultError(error, 'FILE_MISSING') || isVaultError(error, 'FILE_DAMAGED')) return 'file';
    throw error;
  }
}
