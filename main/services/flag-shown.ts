import type { Book } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';

/**
 * Which flags were shown, by case: a setting of the book, outside its log, since looking changes nothing. Each is a rule
 * and how many reviews it had had, so that the same flag is counted once until somebody did something about it.
 */
const SETTING = 'flags.shown';

type Shown = Record<string, readonly string[]>;

/** What has been shown so far. */
export async function readShown(book: Book): Promise<{ count(rule: string): number }> {
  const turns = Object.values(await read(book)).flat();
  return { count: (rule) => turns.filter((turn) => turn.startsWith(`${rule}.`)).length };
}

/** Adds turns of a case; those that are there are kept once. */
export async function writeShown(book: Book, caseId: RecordId, turns: readonly string[]): Promise<void> {
  const shown = await read(book);
  const before = shown[caseId] ?? [];
  const after = [...new Set([...before, ...turns])];
  if (after.length > before.length) await book.setSetting(SETTING, JSON.stringify({ ...shown, [caseId]: after }));
}

async function read(book: Book): Promise<Shown> {
  try {
    const kept: unknown = JSON.parse((await book.setting(SETTING)) ?? '{}');
    return kept !== null && typeof kept === 'object' && !Array.isArray(kept) ? (kept as Shown) : {};
  } catch {
    // Only counts are lost.
    return {};
  }
}
