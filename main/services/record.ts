import type { recordRoutes } from '#contract/record.ts';
import { backlinkMemoryOf } from '#db/reads/backlink-memory.ts';
import { readBacklinks } from '#db/reads/backlinks.ts';
import { readBriefs } from '#db/reads/brief.ts';
import { readPage } from '#db/reads/page.ts';
import { suggesterOf } from '#db/reads/suggest.ts';
import { isRecordId, type RecordId } from '#model/ids.ts';
import { HELD_STATES } from '#model/kinds/whereabouts.ts';
import { type AnyRecord, fieldsOf, KIND_NAMES, KINDS, type Kind, kindOf, type Values } from '#model/kinds.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';
import { isSilentEnd } from './custody.ts';
import { isPlanned, timesOf } from './plan/edit-times.ts';
import { move } from './plan/move.ts';
import { showBrief, showRecord } from './show.ts';

export const recordHandlers: Handlers<keyof typeof recordRoutes> = {
  async 'record.list'({ book }, input) {
    const page = await readPage(book, input);
    return { total: page.total, records: page.records.map(showRecord) };
  },

  async 'record.get'(context, { id }) {
    return showRecord(await getRecord(context, id));
  },

  async 'record.briefs'({ book }, { ids }) {
    return (await readBriefs(book, ids)).map(showBrief);
  },

  async 'record.create'({ book, now }, { kind, caseId, values }) {
    if (kindOf(kind).byIntake) throw new ServiceError('INVALID_VALUES', [{ field: 'kind', code: 'INVALID' }]);
    if ((KINDS[kind].scope === 'case') !== (caseId !== null)) {
      throw new ServiceError('INVALID_VALUES', [{ field: 'caseId', code: caseId === null ? 'REQUIRED' : 'INVALID' }]);
    }
    refuseOwnRoutes(kind, 'written');
    if (kind === 'link') await refuseLinkOfNote(book, values.fromId);
    if (kind === 'note') refuseSigned(values);
    if (kind === 'whereabouts') await refuseSilentRelease(book, null, values);
    if (await isSilentEnd(book, kind, caseId, values, now())) throw new ServiceError('RELEASE_ASKED');
    const { value } = await book.command(`${kind}.create`, (tx) => tx.insert(kind, values as never, { caseId }));
    return showRecord(value as AnyRecord);
  },

  async 'record.update'(context, { id, patch }) {
    const record = await getRecord(context, id);
    const { kind } = record;
    refuseOwnRoutes(kind, 'written');
    refuseNoteText(record, patch);
    refuseFixed(record, patch);
    if (kind === 'whereabouts') await refuseSilentRelease(context.book, id, { ...record.values, ...patch });
    // An end that was told is corrected like any other word.
    if ((record.values.releasedAt ?? null) === null && 'releasedAt' in patch) {
      const given = { ...record.values, ...patch };
      const isSilent = await isSilentEnd(context.book, kind, record.caseId, given, context.now());
      if (isSilent) throw new ServiceError('RELEASE_ASKED');
    }
    const timed = isPlanned(record) ? await timesOf(context, record, patch) : null;
    const { value } = await context.book.command(`${kind}.update`, async (tx) => {
      if (timed) await move(tx, timed.move, context.now());
      return tx.update(kind, id, (timed?.rest ?? patch) as never);
    });
    return showRecord(value as AnyRecord);
  },

  async 'record.strike'(context, { id, reason }) {
    const { kind, values } = await getRecord(context, id);
    refuseOwnRoutes(kind, 'all');
    if (kind === 'link') await refuseLinkOfNote(context.book, values.fromId);
    await context.book.command(`${kind}.strike`, (tx) => tx.remove(id, reason));
    return null;
  },

  async 'record.restore'(context, { id }) {
    const { kind, values } = await getRecord(context, id);
    refuseOwnRoutes(kind, 'all');
    if (kind === 'link') await refuseLinkOfNote(context.book, values.fromId);
    await context.book.command(`${kind}.restore`, (tx) => tx.restore(id));
    return null;
  },

  async 'record.reveal'(context, { id, field }) {
    const record = await getRecord(context, id);
    const declared = fieldsOf(record.kind).find(([name]) => name === field);
    if (!declared?.[1].protectable) throw new ServiceError('NOT_FOUND');
    if (declared[1].revealTo === 'lead' && context.person.role !== 'lead') throw new ServiceError('ROLE_REFUSED');
    // The line is written first: a value is never shown without its trace.
    await context.book.use('reveal', { recordId: id, detail: field });
    return { value: record.values[field] };
  },

  async 'record.backlinks'({ book }, { id, offset, limit }) {
    const total = await backlinkMemoryOf(book).count(id);
    const rows = limit === 0 ? [] : await readBacklinks(book, id, { offset, limit });
    return {
      total,
      links: rows.map(({ linkId, type, excerpt, holdsFromAt: at, holdsPrecision: precision, ...row }) => ({
        linkId,
        type,
        excerpt,
        holds: at === null || precision === null ? null : { at, precision },
        from: showBrief(row),
      })),
    };
  },

  async 'record.suggest'({ book }, { caseId, text, kinds, limit }) {
    const wanted = (kinds ?? KIND_NAMES).filter((kind: Kind) => kindOf(kind).linkable);
    return (await suggesterOf(book).suggest({ caseId, text, kinds: wanted, limit })).map(showBrief);
  },
};

/** The record of this id. Throws NOT_FOUND. */
export async function getRecord({ book }: Context, id: RecordId): Promise<AnyRecord> {
  const record = await book.find(id);
  if (!record) throw new ServiceError('NOT_FOUND');
  return record;
}

/** Of a kind that has routes of its own the general ones write nothing that those would check. Throws WRITTEN_ELSEWHERE. */
function refuseOwnRoutes(kind: Kind, what: 'written' | 'all'): void {
  const { ownRoutes } = kindOf(kind);
  if (ownRoutes === 'all' || ownRoutes === what) throw new ServiceError('WRITTEN_ELSEWHERE');
}

/** What `note.commit` and `note.sign` alone write, whose text is understood and whose name is that of who signs. */
const CLOSED_OF_NOTE = ['document', 'documentVersion', 'signedAt', 'signedBy'] as const;

/** Throws INVALID_VALUES for a new note with what only its own routes write. */
function refuseSigned(values: Readonly<Record<string, unknown>>): void {
  const field = CLOSED_OF_NOTE.find((name) => (values[name] ?? null) !== null);
  if (field) throw new ServiceError('INVALID_VALUES', [{ field, code: 'INVALID' }]);
}

/**
 * The text of a note is written by `note.commit` alone, which never writes over what it does not understand and keeps
 * links and mentions together; the plain text of one without a document is a field like others. A signed note stands as it
 * is. Throws INVALID_VALUES, NOTE_SIGNED.
 */
function refuseNoteText({ kind, values }: AnyRecord, patch: Readonly<Record<string, unknown>>): void {
  // A link is what the text of its note says: there it is changed.
  if (kind === 'link') throw new ServiceError('INVALID_VALUES', [{ field: 'type', code: 'INVALID' }]);
  if (kind !== 'note') return;
  // Whether it goes into the case is decided by the lawyer, often after it is signed, and changes no word of it.
  const isFiling = Object.keys(patch).every((name) => name === 'criminalCase');
  if (values.signedAt !== null && !isFiling) throw new ServiceError('NOTE_SIGNED');
  const closed = [...CLOSED_OF_NOTE, ...(values.document === null ? [] : ['text'])];
  const field = closed.find((name) => Object.hasOwn(patch, name));
  if (field) throw new ServiceError('INVALID_VALUES', [{ field, code: 'INVALID' }]);
}

/** What a note links to is what its text says: there it is written. Throws NOTE_LINK. */
async function refuseLinkOfNote({ find }: Context['book'], fromId: unknown): Promise<void> {
  const from = isRecordId(fromId) ? await find(fromId) : null;
  if (from?.kind === 'note') throw new ServiceError('NOTE_LINK');
}

/**
 * That he comes out is told by the one command that opens what must follow: she is notified, needs are raised, cards are
 * recalled. A line that only corrects the past goes in like any other, and one that told it already is corrected freely.
 * Throws RELEASE_ASKED.
 * @param id the line that is written over; null of a new one
 */
async function refuseSilentRelease(
  { list }: Context['book'],
  id: RecordId | null,
  { personId, state, since }: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (typeof state !== 'string' || !OUT.includes(state)) return;
  const fromAt = (since as Values<'whereabouts'>['since'] | null)?.fromAt ?? 0;
  const known = (await list('whereabouts')).filter(({ values }) => values.personId === personId);
  known.sort((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0) || a.createdAt - b.createdAt);
  const newest = known.at(-1);
  if (!newest || !HELD_STATES.has(newest.values.state)) return;
  // The line that is written over no longer stands in its own way.
  const before = known.findLast((one) => one.id !== id);
  if ((before?.startsAt ?? 0) <= fromAt) throw new ServiceError('RELEASE_ASKED');
}

/** States that tell that he is out, after he was held. */
const OUT: readonly string[] = ['at_large', 'leave', 'wanted', 'unknown'];

/** What was said once stays as it was said. Throws INVALID_VALUES. */
function refuseFixed({ kind, values }: AnyRecord, patch: Readonly<Record<string, unknown>>): void {
  const changed = fieldsOf(kind).find(
    ([name, field]) => field.fixed && Object.hasOwn(patch, name) && patch[name] !== values[name],
  );
  if (changed) throw new ServiceError('INVALID_VALUES', [{ field: changed[0], code: 'FIXED' }]);
}
