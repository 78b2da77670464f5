import type { Book } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';

/** Which files prove which evidence: linked to it, or of the same checksum. */
export async function readFileLinks(book: Book, caseId: RecordId): Promise<ReadonlyMap<RecordId, readonly RecordId[]>> {
  const [links, files, evidence] = await Promise.all([
    book.list('link', { caseId }),
    book.list('attachment', { caseId }),
    book.list('evidence', { caseId }),
  ]);
  return new Map(
    files.map((file) => {
      const linked = links
        .filter(({ values }) => values.fromId === file.id && values.type === 'evidence_for')
        .map(({ values }) => values.toId);
      const same = evidence.filter((one) => isSameSum(one, file)).map(({ id }) => id);
      return [file.id, [...new Set([...linked, ...same])]];
    }),
  );
}

/** True if the checksum that was written at the evidence is the file's at intake. */
export function isSameSum(evidence: BookRecord<'evidence'>, file: BookRecord<'attachment'>): boolean {
  return evidence.values.sha256?.trim().toLowerCase() === file.values.sha256;
}
