import type { TFunction } from 'i18next';
import type { BookEntry } from '#contract/app.ts';
import { formatBytes } from '#renderer/ui/format-bytes.ts';

export interface BookLabel {
  /** What kind of book it is, with a number where several are alike. */
  readonly name: string;
  /** Where it lies and how large it is. */
  readonly facts: string;
}

/** How books are told apart before one is open: by what they are for and by their size, never by a name. */
export function bookLabels(
  books: readonly BookEntry[],
  t: TFunction<'vault'>,
  language: string,
): ReadonlyMap<string, BookLabel> {
  const labels = new Map<string, BookLabel>();
  for (const book of books) {
    const alike = books.filter((one) => one.purpose === book.purpose);
    const name = t(`vault:book.${book.purpose ?? 'unknown'}`);
    labels.set(book.ref, {
      name: alike.length > 1 ? `${name} ${alike.indexOf(book) + 1}` : name,
      facts: t('vault:book.facts', { size: formatBytes(book.sizeBytes, language) }),
    });
  }
  return labels;
}
