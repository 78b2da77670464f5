import type { CasePersonView, CaseRow, caseRoutes, Deadline } from '#contract/case.ts';
import type { Book, Tx } from '#db/book.ts';
import { readBelongings } from '#db/reads/belongings.ts';
import { newestOf, newestOvertaking, readCaseSummaries } from '#db/reads/cases.ts';
import { readDue } from '#db/reads/deadlines.ts';
import { readHeld } from '#db/reads/held.ts';
import { unsaidHold } from '#model/held.ts';
import type { RecordId } from '#model/ids.ts';
import type { CaseRole } from '#model/kinds/person.ts';
import type { BookRecord } from '#model/kinds.ts';
import { type Handlers, ServiceError } from './context.ts';
import { logOpening } from './log-opening.ts';
import { getRecord } from './record.ts';
import { showRecord } from './show.ts';

export const caseHandlers: Handlers<keyof typeof caseRoutes> = {
  async 'case.list'({ book }) {
    const [cases, summaries] = await Promise.all([book.list('case'), readCaseSummaries(book)]);
    const rows = cases.map((record): CaseRow => {
      const summary = summaries.get(record.id);
      const { name, number, marking, status } = record.values;
      return {
        id: record.id,
        name,
        number,
        marking,
        status,
        protectedPersons: summary?.protectedPersons ?? [],
        records: summary?.records ?? {},
        changedAt: summary?.changedAt ?? record.changedAt,
      };
    });
    return rows.sort((a, b) => b.changedAt - a.changedAt);
  },

  async 'case.view'(context, { id }) {
    const { book } = context;
    const record = await getRecord(context, id);
    if (record.kind !== 'case') throw new ServiceError('NOT_FOUND');
    await logOpening(context, id);
    const summaries = await readCaseSummaries(book, id);
    return {
      case: showRecord(record),
      persons: await personsOf(book, id, context.now()),
      risk: await riskOf(book, id),
      deadlines: await deadlinesOf(book, id, context.now()),
      counts: summaries.get(id)?.records ?? {},
    };
  },

  async 'case.create'({ book, zone }, { name, number, marking, persons }) {
    const { value } = await book.command('case.create', async (tx) => {
      const created = await tx.insert('case', { name, number, marking, status: 'open', zone });
      for (const person of persons) await addPerson(tx, created.id, person.role, { name: person.name });
      return { id: created.id };
    });
    return value;
  },

  async 'case.add_person'({ book }, { caseId, role, person }) {
    const { value } = await book.command('case.add_person', (tx) => addPerson(tx, caseId, role, person));
    return value;
  },
};

/** Gives a person, known to the book or new by name, a part in a case; a part they have already is kept. */
async function addPerson(
  tx: Tx,
  caseId: RecordId,
  role: CaseRole,
  person: { readonly id: RecordId } | { readonly name: string },
): Promise<{ personId: RecordId }> {
  const personId = 'id' in person ? person.id : (await tx.insert('person', { name: person.name })).id;
  const there = await tx.first(
    `SELECT 1 FROM case_person cp JOIN record r ON r.id = cp.id
     WHERE r.case_id = ? AND cp.person_id = ? AND cp.role = ? AND r.struck_at IS NULL`,
    [caseId, personId, role],
  );
  if (!there) await tx.insert('case_person', { personId, role }, { caseId });
  return { personId };
}

const ROLE_ORDER: readonly CaseRole[] = ['protected', 'child', 'threat_actor', 'other'];

async function personsOf(book: Book, caseId: RecordId, now: number): Promise<CasePersonView[]> {
  const parts = await book.list('case_person', { caseId });
  const ids = parts.map((part) => part.values.personId);
  const persons = new Map((await book.list('person', { ids })).map((person) => [person.id, person]));
  const belongings = await readBelongings(book, ids);
  const [points, stays, places, held] = await Promise.all([
    book.list('contact_point', { ids: belongings.contactPoints }),
    book.list('whereabouts', { ids: belongings.whereabouts }),
    book.list('place', { ids: belongings.places }),
    readHeld(book, now),
  ]);
  const views = parts.flatMap((part): CasePersonView[] => {
    const person = persons.get(part.values.personId);
    if (!person) return [];
    const isActor = part.values.role === 'threat_actor';
    const stay = isActor ? newestStay(stays, person.id, now) : null;
    const last = stay && { state: stay.values.state, sinceAt: stay.values.since.fromAt };
    return [
      {
        linkId: part.id,
        person: showRecord(person),
        role: part.values.role,
        relation: part.values.relation,
        contactPoints: points
          .filter((point) => point.values.personId === person.id)
          .sort((a, b) => (a.values.rank ?? 99) - (b.values.rank ?? 99))
          .map(showRecord),
        places: places.filter((place) => place.values.personId === person.id).map(showRecord),
        whereabouts: stay && showRecord(stay),
        unsaid: isActor ? unsaidHold(held, person.id, last) : null,
      },
    ];
  });
  return views.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
}

/**
 * The newest entry of where a person is, by when it began; of two that began together the one entered last. What begins
 * after `now`, as a release that is known before, does not hold yet.
 */
function newestStay(stays: readonly BookRecord<'whereabouts'>[], personId: RecordId, now: number) {
  const own = stays.filter(({ values }) => values.personId === personId && values.since.fromAt <= now);
  return own.reduce<BookRecord<'whereabouts'> | null>((newest, stay) => {
    if (!newest) return stay;
    const later = stay.values.since.fromAt - newest.values.since.fromAt || stay.createdAt - newest.createdAt;
    return later >= 0 ? stay : newest;
  }, null);
}

/** A level that is older than the newest breach, threat, incident or release says so wherever it appears. */
async function riskOf(book: Book, caseId: RecordId) {
  const newest = await newestOf(book, caseId, ['assessment']);
  const assessment = newest && (await book.find(newest.id));
  if (!assessment) return null;
  // An assessment of a day lies before all that began on the next one, at its first minute too.
  const { startsAt, endsAt, qualifier } = assessment;
  const madeAt = (qualifier === 'before' ? startsAt : (endsAt ?? startsAt)) ?? 0;
  const later = await newestOvertaking(book, caseId, madeAt);
  const overtakenBy = later && (await book.find(later.id));
  return { assessment: showRecord(assessment), overtakenBy: overtakenBy && showRecord(overtakenBy) };
}

/** What ends or is due after `now` (ms UTC), soonest first; of all cases when `caseId` is null. */
export function deadlinesOf(book: Book, caseId: RecordId | null, now: number): Promise<Deadline[]> {
  return readDue(book, caseId, now);
}
