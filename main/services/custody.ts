import type { Book } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { HELD_STATES } from '#model/kinds/whereabouts.ts';
import type { BookRecord, Values } from '#model/kinds.ts';

/** An arrest older than this was ended by something that nobody entered: it is left as it is. */
const CUSTODY_MS = 28 * 24 * 3_600_000;

/** The threat actors of a case, in the order in which they were entered into it. */
export async function threatActorsOf(book: Book, caseId: RecordId): Promise<RecordId[]> {
  const parts = await book.list('case_person', { caseId });
  const actors = parts.filter(({ values }) => values.role === 'threat_actor').map(({ values }) => values.personId);
  return [...new Set(actors)];
}

/** Who he is where a breach does not say so: the case's only threat actor. Which of several is not guessed. */
export async function actorOf(book: Book, caseId: RecordId, named: RecordId | null): Promise<RecordId | null> {
  if (named !== null) return named;
  const actors = await threatActorsOf(book, caseId);
  return actors.length === 1 ? (actors[0] ?? null) : null;
}

/** True of an arrest that has not ended at `at` (ms UTC), as far as its own record tells. */
function isArrestOpen({ values, startsAt }: BookRecord<'arrest'>, at: number): boolean {
  return values.releasedAt === null && startsAt !== null && startsAt <= at && at - startsAt <= CUSTODY_MS;
}

/** The same of a remand; one without an end is open as long as the law lets a decision last. */
function isRemandOpen({ values, startsAt }: BookRecord<'remand'>, at: number): boolean {
  if (values.releasedAt !== null) return false;
  if (values.untilAt !== null) return values.untilAt > at;
  const from = values.decidedAt ?? values.fromAt ?? startsAt;
  return from !== null && from <= at && at - from <= CUSTODY_MS;
}

/** When the custody of his in a case that is open at `at` began, earliest first; what names nobody is his where he is the only one. */
export async function openCustodyOf(book: Book, caseId: RecordId, personId: RecordId, at: number) {
  const isOnly = (await threatActorsOf(book, caseId)).every((one) => one === personId);
  const isHis = (values: { readonly personId: RecordId | null }) =>
    values.personId === personId || (values.personId === null && isOnly);
  const [arrests, remands] = await Promise.all([book.list('arrest', { caseId }), book.list('remand', { caseId })]);
  return {
    arrests: arrests.filter((one) => isHis(one.values) && isArrestOpen(one, at)),
    remands: remands.filter((one) => isHis(one.values) && isRemandOpen(one, at)),
  };
}

type Given = Readonly<Record<string, unknown>>;

/**
 * True if writing `given` into a record of custody would tell that a threat actor is out, and the one command has not told
 * it: the notice to her, the needs and the recall would be left undone. What is older than four weeks is history and goes
 * in as it was.
 * @param now ms UTC
 */
export async function isSilentEnd(
  book: Book,
  kind: string,
  caseId: RecordId | null,
  given: Given,
  now: number,
): Promise<boolean> {
  const at = endIn(kind, given);
  if (caseId === null || at === null || at <= now - CUSTODY_MS) return false;
  const named = (given.personId ?? null) as RecordId | null;
  const actors = await threatActorsOf(book, caseId);
  for (const personId of actors.filter((one) => named === null || one === named)) {
    const { arrests, remands } = await openCustodyOf(book, caseId, personId, at);
    const began = [...arrests, ...remands].flatMap(({ startsAt }) => startsAt ?? []);
    const isOwn = kind === 'arrest' || kind === 'remand';
    if ((isOwn || began.length > 0) && !(await isToldOut(book, personId, Math.min(at, ...began)))) return true;
  }
  return false;
}

/** When custody ends by what is written; null where it tells no end. */
function endIn(kind: string, given: Given): number | null {
  if (kind === 'arrest' || kind === 'remand') return typeof given.releasedAt === 'number' ? given.releasedAt : null;
  if ((kind !== 'response_step' && kind !== 'court_step') || given.step !== 'release') return null;
  return (given.happened as Values<'court_step'>['happened'] | undefined)?.fromAt ?? null;
}

/** True if a line of where he is, of that time or later, says that he is not held. */
async function isToldOut(book: Book, personId: RecordId, from: number): Promise<boolean> {
  const stays = await book.list('whereabouts');
  return stays.some(
    ({ values }) => values.personId === personId && values.since.fromAt >= from && !HELD_STATES.has(values.state),
  );
}
