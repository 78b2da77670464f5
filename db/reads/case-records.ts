import { type CaseRecord, type CaseRecords, FACTS } from '#model/flags/records.ts';
import type { RecordId } from '#model/ids.ts';
import type { Book } from '../book.ts';
import { readBelongings } from './belongings.ts';

/** What flags read of a case beside its facts. */
const AROUND = ['case_person', 'wish', 'alarm', 'link'] as const;

/** Everything a case is read by: its facts, its persons, and where they are. One read a kind. Null: no such case. */
export async function readCaseRecords(book: Book, caseId: RecordId): Promise<CaseRecords | null> {
  const [record] = await book.list('case', { ids: [caseId] });
  if (!record) return null;
  const lists = await Promise.all([...FACTS, ...AROUND].map((kind) => book.list(kind, { caseId })));
  const records = lists.flat() as unknown as CaseRecord[];
  const persons = records.flatMap((one) => (one.kind === 'case_person' ? one.values.personId : []));
  const { whereabouts } = await readBelongings(book, persons);
  const stays = await book.list('whereabouts', { ids: whereabouts });
  return { zone: record.values.zone, records: [...records, ...stays] };
}
