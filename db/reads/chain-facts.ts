import { CHAIN_KINDS, type ChainFacts } from '#model/chain/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Book } from '../book.ts';

/** What the chains of a case are read from: one read a kind, struck records left out. */
export async function readChainFacts(book: Book, caseId: RecordId): Promise<ChainFacts> {
  const [lists, parts] = await Promise.all([
    Promise.all(CHAIN_KINDS.map(async (kind) => [kind, await book.list(kind, { caseId })] as const)),
    book.list('case_person', { caseId }),
  ]);
  const hers = parts.filter(({ values }) => values.role === 'protected' || values.role === 'child');
  const protectedIds = new Set(hers.map(({ values }) => values.personId));
  return { ...(Object.fromEntries(lists) as unknown as Omit<ChainFacts, 'protectedIds'>), protectedIds };
}
