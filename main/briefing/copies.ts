import type { CopyLine } from '#contract/briefing.ts';
import type { Book } from '#db/book.ts';
import type { BriefingDocument } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';

/** Numbers of briefings that are being printed and have no line in the use log yet, by book and case. */
const reserved = new WeakMap<Book, Map<RecordId, Set<number>>>();

function reservedOf(book: Book, caseId: RecordId): Set<number> {
  const ofBook = reserved.get(book) ?? new Map<RecordId, Set<number>>();
  reserved.set(book, ofBook);
  const ofCase = ofBook.get(caseId) ?? new Set<number>();
  ofBook.set(caseId, ofCase);
  return ofCase;
}

/** The number the next copy of this case's briefings would have, whatever its profile: 1 is the first. */
export async function nextCopy(book: Book, caseId: RecordId): Promise<number> {
  const lines = await listCopies(book, caseId);
  return Math.max(lines[0]?.copy ?? 0, ...reservedOf(book, caseId)) + 1;
}

/** Takes the next number, so that two exports at once never carry the same one. `releaseCopy` gives it back. */
export async function reserveCopy(book: Book, caseId: RecordId): Promise<number> {
  let copy = await nextCopy(book, caseId);
  // Another export may have taken it while the log was read.
  const taken = reservedOf(book, caseId);
  while (taken.has(copy)) copy += 1;
  taken.add(copy);
  return copy;
}

/** Gives back the number of a copy that did not leave. */
export function releaseCopy(book: Book, caseId: RecordId, copy: number): void {
  reservedOf(book, caseId).delete(copy);
}

/** Copies that say where he is, which a release, an escape or a leave makes untrue. */
export function isRecallable({ profile }: { readonly profile: string }): boolean {
  return profile === 'leder' || profile === 'patrulje';
}

/** Copies of this case's briefings that have left, by number, highest first. */
export async function listCopies(book: Book, caseId: RecordId): Promise<CopyLine[]> {
  const lines = await book.all<{ at: number; person: string; detail: string | null }>(
    `SELECT at, person, detail FROM use_log WHERE record_id = ? AND action = 'export'`,
    [caseId],
  );
  const copies = lines.flatMap(({ at, person, detail }): CopyLine[] => {
    const [, profile, copy] = DETAIL.exec(detail ?? '') ?? [];
    return profile ? [{ at, person, profile, copy: Number(copy) }] : [];
  });
  return copies.sort((a, b) => b.copy - a.copy);
}

/** A line of the use log holds profile and number, and what a found paper can be held against: pages and size. */
const DETAIL = /^(leder|patrulje|saksdokumenter|jurist|kronologi) (\d{1,9}) \(\d+ p, \d+ B\)$/;

/** Leaves the line of an export in the use log and ends the reservation of its number. */
export async function logCopy(
  book: Book,
  caseId: RecordId,
  { profile, copy }: Pick<BriefingDocument, 'profile' | 'copy'>,
  printed: { readonly pages: number; readonly sizeBytes: number },
): Promise<void> {
  const detail = `${profile} ${copy} (${printed.pages} p, ${printed.sizeBytes} B)`;
  await book.use('export', { recordId: caseId, detail });
  releaseCopy(book, caseId, copy);
}
