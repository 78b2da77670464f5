import type { Book } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { type BookRecord, KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import { type Hidden, isKeptFromCharged, withoutWithheld } from '../redact.ts';
import { type Cues, createCues } from './cues.ts';

/** Kinds with values that the charged person is not told, and that only a person can find in free text. */
const KEEPING_KINDS = KIND_NAMES.filter(isKeptFromCharged);

/**
 * What the free text of one record of a case is looked through for before the charged person reads it: the same as in the
 * papers of the whole case.
 */
export async function readCaseCues(book: Book, caseId: RecordId): Promise<Cues> {
  const kept: Hidden[] = [];
  for (const kind of KEEPING_KINDS) {
    for (const { values } of await book.list(kind, reachOf(kind, caseId))) {
      kept.push(...withoutWithheld(kind, values, 'saksdokumenter').hidden);
    }
  }
  const parts = await book.list('case_person', { caseId });
  const isHers = ({ values }: BookRecord<'place'>) => {
    const roles = parts.filter((part) => part.values.personId === values.personId);
    return roles.length > 0 && !roles.some((part) => part.values.role === 'threat_actor');
  };
  const places = (await book.list('place')).filter(isHers);
  const orders = [...(await book.list('order', { caseId })), ...(await book.list('order_term', { caseId }))];
  const took = [...(await book.list('arrest', { caseId })), ...(await book.list('response_step', { caseId }))];
  return createCues(
    kept,
    places,
    orders,
    took.map(({ values }) => values.actorText),
  );
}

function reachOf(kind: Kind, caseId: RecordId): { readonly caseId?: RecordId; readonly ids?: readonly RecordId[] } {
  if (kind === 'case') return { ids: [caseId] };
  return kindOf(kind).scope === 'case' ? { caseId } : {};
}
