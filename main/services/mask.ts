import type { Book } from '#db/book.ts';
import { HIDING_KINDS, readHidden } from '#main/briefing/hidden.ts';
import { createMask } from '#main/briefing/redact.ts';
import type { Kind } from '#model/kinds.ts';

export type Mask = ((text: string) => string) | null;

const kept = new WeakMap<Book, () => Promise<Mask>>();

/** Covers every withheld value of the book wherever a text repeats it; null when nothing is withheld. */
export function maskOf(book: Book): Promise<Mask> {
  let read = kept.get(book);
  if (!read) {
    read = keepMask(book);
    kept.set(book, read);
  }
  return read();
}

/** Reads the values once, and again after one of them may have changed. */
function keepMask(book: Book): () => Promise<Mask> {
  const hiding = new Set<Kind>(HIDING_KINDS);
  let reading: Promise<Mask> | null = null;
  book.onChange(({ changes }) => {
    if (changes.some((change) => 'all' in change || hiding.has(change.kind))) reading = null;
  });
  return () => {
    if (reading === null) {
      const now = readHidden(book, 'leder').then(createMask);
      reading = now;
      // A failure is asked for again, not kept.
      now.catch(() => {
        if (reading === now) reading = null;
      });
    }
    return reading;
  };
}
