import { type CaseRecord, type CaseRecords, FACTS } from '#model/flags/records.ts';
import type { RecordId } from '#model/ids.ts';
import type { Book } from '../book.ts';
import { readBelongings } from './belongings.ts';

/** What flags read of a case beside its facts. */
export const AROUND = [
  'case_person',
  'wish',
  'alarm',
  'alarm_activation',
  'calendar_risk',
  'link',
  'decision',
  'procedural_status',
  'investigation_step',
  'child_interview',
] as const;

/** Everything a case is read by: its facts, its persons, and where they are. One read a kind. Null: no such case. */
export async function readCaseRecords(book: Book, caseId: RecordId): Promise<CaseRecords | null> {
  const [record] = await book.list('case', { ids: [caseId] });
  if (!record) return null;
  const lists = await Promise.all([...FACTS, ...AROUND].map((kind) => book.list(kind, { caseId })));
  const records = lists.flat() as unknown as CaseRecord[];
  return { zone: record.values.zone, records: [...records, ...(await readStays(book, records))] };
}

/** Where the persons of a case are, from the records that name them. */
export async function readStays(book: Book, records: readonly CaseRecord[]): Promise<CaseRecord[]> {
  const persons = records.flatMap((one) => (one.kind === 'case_person' ? one.values.personId : []));
  const { whereabouts } = await readBelongings(book, persons);
  return book.list('whereabouts', { ids: whereabouts });
}
