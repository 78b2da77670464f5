import { z } from 'zod';
import type { BriefingExportLine, RecallReadBack } from '#contract/briefing.ts';
import type { Book } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { isRecallable, listCopies } from './copies.ts';

const readBackSchema = z.object({ at: z.number(), holder: z.string(), words: z.string(), by: z.string() });
const settingOf = (caseId: RecordId) => `recalls:${caseId}`;

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
    return { ...copy, recalled: change ? { ...change, readBack: readBacks.get(String(copy.copy)) ?? null } : null };
  });
}

/** Keeps that the holder of a copy has given its recall back in his own words. */
export async function keepReadBack(book: Book, caseId: RecordId, copy: number, given: RecallReadBack): Promise<void> {
  const readBacks = new Map(await readReadBacks(book, caseId)).set(String(copy), given);
  await book.setSetting(settingOf(caseId), JSON.stringify(Object.fromEntries(readBacks)));
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

async function readReadBacks(book: Book, caseId: RecordId): Promise<ReadonlyMap<string, RecallReadBack>> {
  const kept = await book.setting(settingOf(caseId));
  const read = z.record(z.string(), readBackSchema).safeParse(JSON.parse(kept ?? '{}'));
  return new Map(read.success ? Object.entries(read.data) : []);
}
