import type { Book } from '#db/book.ts';

/**
 * The clock of an open book: the machine's own, except in a demonstration book, whose invented night goes on from the
 * moment the book was made. A book for real work never has another time than the machine's.
 */
export interface StoryClock {
  /** ms UTC. */
  readonly now: () => number;
  /** Makes the clock of a new demonstration book show `storyAt` (ms UTC) from now on. */
  begin(book: Book, storyAt: number): Promise<void>;
  /** Takes up the clock of a demonstration book that was made earlier. */
  resume(book: Book): Promise<void>;
}

const OFFSET = 'demo.clock_offset_ms';

/** A clock over the machine's, `machineNow` in ms UTC. */
export function createStoryClock(machineNow: () => number): StoryClock {
  let offsetMs = 0;
  return {
    now: () => machineNow() + offsetMs,
    async begin(book, storyAt) {
      if (book.info.purpose !== 'demo') return;
      offsetMs = storyAt - machineNow();
      await book.setSetting(OFFSET, String(offsetMs));
    },
    async resume(book) {
      if (book.info.purpose !== 'demo') return;
      const kept = Number((await book.setting(OFFSET)) ?? 0);
      offsetMs = Number.isSafeInteger(kept) ? kept : 0;
    },
  };
}
