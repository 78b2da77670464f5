import type { BriefingExportLine, RecallReadBack } from '#contract/briefing.ts';
import type { Book } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { isRecallable, listCopies } from './copies.ts';

/**
 * Copies of a case that have left, each with its recall: a release, an escape or a leave that was entered after it left.
 * Nothing is stored of the recall itself, so that taking back the release takes it back too.
 */
export async function listRecalls(book: Book, caseId: RecordId): Promise<BriefingExportLine[]> {
  const [copies, changes, readBacks] = await Promise.all([
    listCopies(book, caseId),
    readChanges(book, caseId),
    readReadBacks(book, caseId),
  ]);
  return copies.map((copy): BriefingExportLine => {
    const change = isRecallable(copy) ? changes.find(({ at }) => at >= copy.at) : undefined;
    return { ...copy, recalled: change ? { ...change, readBack: readBacks.get(copy.copy) ?? null } : null };
  });
}

/** Keeps that the holder of a copy has given its recall back in his own words; an earlier one of his stays beside it. */
export async function keepReadBack(
  book: Book,
  caseId: RecordId,
  copy: number,
  given: { readonly at: number; readonly holder: string; readonly words: string },
): Promise<void> {
  const { at: heardAt, holder, words: givenBack } = given;
  await book.command('briefing.read_back', (tx) =>
    tx.insert('recall_read_back', { copy, heardAt, holder, givenBack }, { caseId }),
  );
}

/** When it was entered that a threat actor of the case came out, and how; oldest first. */
async function readChanges(book: Book, caseId: RecordId): Promise<{ at: number; change: string }[]> {
  const parts = await book.list('case_person', { caseId });
  const actors = new Set(
    parts.filter(({ values }) => values.role === 'threat_actor').map(({ values }) => values.personId),
  );
  return (await book.list('whereabouts'))
    .flatMap(({ createdAt, values: { personId, change } }) => {
      const isOut = change === 'released' || change === 'escaped' || change === 'leave';
      return isOut && actors.has(personId) ? [{ at: createdAt, change }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

/** The newest of each copy. */
async function readReadBacks(book: Book, caseId: RecordId): Promise<ReadonlyMap<number, RecallReadBack>> {
  const kept = await book.list('recall_read_back', { caseId });
  return new Map(
    kept.map(({ createdBy, values: { copy, heardAt, holder, givenBack } }) => [
      copy,
      { at: heardAt, holder, words: givenBack, by: createdBy },
    ]),
  );
}
