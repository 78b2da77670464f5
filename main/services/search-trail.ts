import type { Book } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';

/** Typing goes on as long as the next question comes within this, ms. */
const QUIET_MS = 1_000;

interface Run {
  text: string;
  readonly caseId: RecordId | undefined;
  /** Hits that the use log tells of, and that the newest answer had. */
  told: number;
  hits: number;
  timer: NodeJS.Timeout;
}

/**
 * Lines of the use log for a search that answers while it is typed. Its first answer leaves one before it is given, so
 * that nothing is seen without a trace; the letters that follow leave one together, when the typing stands still, with the
 * hits it ended with. Never the words.
 */
export interface SearchTrail {
  note(text: string, caseId: RecordId | undefined, hits: number): Promise<void>;
  /** Writes what the typing ended with, now: before the book is locked. */
  settle(): Promise<void>;
}

const trails = new WeakMap<Book, SearchTrail>();

/** The trail of an open book. */
export function searchTrailOf(book: Book): SearchTrail {
  const trail = trails.get(book) ?? createTrail(book);
  trails.set(book, trail);
  return trail;
}

function createTrail(book: Book): SearchTrail {
  let run: Run | null = null;

  async function write(caseId: RecordId | undefined, hits: number): Promise<void> {
    await book.use('search', { detail: String(hits), ...(caseId && { recordId: caseId }) });
  }

  async function settle(): Promise<void> {
    const ended = run;
    run = null;
    if (ended === null) return;
    clearTimeout(ended.timer);
    if (ended.hits !== ended.told) await write(ended.caseId, ended.hits);
  }

  /** Settles when the typing has stood still. A book that was closed meanwhile was settled before. */
  const later = () => setTimeout(() => void settle().catch(() => undefined), QUIET_MS).unref();

  return {
    settle,
    async note(text, caseId, hits) {
      if (run !== null && run.caseId === caseId && goesOn(run.text, text)) {
        clearTimeout(run.timer);
        run.text = text;
        run.hits = hits;
        run.timer = later();
        return;
      }
      await settle();
      run = { text, caseId, told: hits, hits, timer: later() };
      await write(caseId, hits);
    },
  };
}

/** Letters were added at the end, or taken away there. */
function goesOn(before: string, after: string): boolean {
  return after.startsWith(before) || before.startsWith(after);
}
