import type { noteRoutes } from '#contract/note.ts';
import type { ParsedOf } from '#contract/routes.ts';
import type { Book, Tx } from '#db/book.ts';
import { readNotes } from '#db/reads/note.ts';
import { readVersions, readVersionTexts } from '#db/reads/note-versions.ts';
import { previewNote, reviewNote } from '#main/note-export/render.ts';
import { DOCUMENT_VERSION, type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { GRADING_SCHEMES } from '#model/document/grading.ts';
import { documentLinks } from '#model/document/mentions.ts';
import { parseDocument, understoodDocument } from '#model/document/parse.ts';
import { continued, hasStrike, openAddendum, withSignedAddendum } from '#model/document/signed.ts';
import { documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';
import { maskOf } from './mask.ts';
import { othersDraft, refuseOthersDraft } from './note-draft.ts';
import { reconcileLinks } from './note-links.ts';
import { documentAbout, fillTemplate, formFor, isCriminal } from './note-template.ts';
import { searchTrailOf } from './search-trail.ts';
import { showRecord } from './show.ts';

/** Notes of a case that are found by what is in them; more say no more. */
const MOST_FOUND = 1_000;
/** Setting of the book: scheme by which statements are graded. */
const GRADING = 'note.grading';

export const noteHandlers: Handlers<keyof typeof noteRoutes> = {
  async 'note.list'({ book }, { caseId, text, struck, offset, limit }) {
    const rows = await readNotes(book, caseId, struck);
    const words = wordsOf(text);
    const found = words.length > 0 ? await notesWith(book, caseId, text) : new Set<RecordId>();
    // Not in SQL: its lower() knows a to z only, and titles have æ, ø and å.
    const fitting = rows.filter((row) => {
      const title = `${row.title} ${row.titleEn ?? ''}`.toLocaleLowerCase('nb');
      return found.has(row.id) || words.every((word) => title.includes(word));
    });
    if (words.length > 0) await searchTrailOf(book).note(text, caseId, fitting.length);
    const notes = fitting.slice(offset, offset + limit).map((row) => ({ ...row, hasDraft: row.hasDraft === 1 }));
    return { all: rows.length, total: fitting.length, notes };
  },

  async 'note.open'({ book }, { id }) {
    const note = asNote(await book.find(id));
    const draft = await book.findDraft(id);
    return {
      note: showRecord(note),
      draft: draft && {
        heading: draft.heading,
        document: draft.document,
        text: draft.text,
        at: draft.at,
        person: draft.person,
      },
    };
  },

  async 'note.create'(context, input) {
    const { value } = await context.book.command('note.create', (tx) => create(context, tx, input));
    return { id: value.id };
  },

  async 'note.save_draft'({ book, person, now }, { id, heading, document, text }) {
    const record = await book.find(id);
    // A note whose creation was undone meanwhile still keeps what is typed: redo brings both back.
    if (record && record.kind !== 'note') throw new ServiceError('NOT_FOUND');
    await refuseOthersDraft({ book, person }, id);
    const at = now();
    await book.saveDraft({ noteId: id, heading, document, text, at, person: person.name });
    return { at };
  },

  'note.preview_export': (context, input) => previewNote(context, input),

  'note.review': (context, input) => reviewNote(context, input),

  'note.commit': (context, input) => commit(context, 'note.commit', input),

  'note.strike_text': (context, input) => commit(context, 'note.strike_text', input),

  async 'note.sign'(context, { id, version }) {
    const { value } = await context.book.command('note.sign', (tx) => sign(context, tx, id, version), { final: true });
    return value;
  },

  async 'note.restore_version'(context, { id, version }) {
    const old = (await readVersionTexts(context.book, id)).find((each) => each.version === version);
    if (!old) throw new ServiceError('NOT_FOUND');
    const document = parseDocument(old.document, old.text ?? '');
    if (document.readOnly) throw new ServiceError('NOTE_NOT_UNDERSTOOD');
    const said = { id, heading: old.heading ?? '', document: serializeDocument(document.document) };
    // What was typed since is no part of it: it stays a draft over the version that is taken up.
    return commit(context, 'note.restore_version', said, { keepsDraft: true });
  },

  async 'note.settings'({ book }) {
    const kept = await book.setting(GRADING);
    // Outside criminal cases the law asks for it: a book that says nothing grades (politiregisterloven § 6).
    return { grading: GRADING_SCHEMES.find((scheme) => scheme === kept) ?? '3x5x2' };
  },

  async 'note.set_grading'({ book }, { grading }) {
    await book.setSetting(GRADING, grading);
    return null;
  },

  async 'note.take_draft'(context, { id, at }) {
    const draft = await context.book.findDraft(id);
    if (draft?.at !== at) throw new ServiceError('NOTE_CHANGED');
    const done = await commit(context, 'note.take_draft', { ...draft, id }, { by: draft.person });
    await context.book.use('draft', { recordId: id, detail: `taken ${draft.person}` });
    return done;
  },

  async 'note.discard_draft'({ book, person }, { id }) {
    const draft = await othersDraft({ book, person }, id);
    await book.dropDraft(id);
    if (draft) await book.use('draft', { recordId: id, detail: `discarded ${draft.person}` });
    return null;
  },

  async 'note.versions'({ book }, { id }) {
    asNote(await book.find(id));
    return readVersions(book, id);
  },

  async 'note.version'({ book }, { id, version }) {
    asNote(await book.find(id));
    const found = (await readVersionTexts(book, id)).find((each) => each.version === version);
    if (!found) throw new ServiceError('NOT_FOUND');
    return found;
  },
};

/** Notes of a case whose text holds the words, in any spelling, as the search of the book finds them. */
async function notesWith(book: Book, caseId: RecordId, text: string): Promise<Set<RecordId>> {
  const mask = await maskOf(book);
  const hits = await book.search(text, { caseId, kinds: ['note'], limit: MOST_FOUND, ...(mask && { mask }) });
  return new Set(hits.map(({ id }) => id));
}

/** A new note, empty or begun from a form; what it is about fills in the form and is linked to. */
async function create(
  { person, zone: bookZone }: Context,
  tx: Tx,
  { caseId, heading, form: wanted, language = 'nb', aboutId }: ParsedOf<'note.create'>,
): Promise<BookRecord<'note'>> {
  const about = aboutId === undefined ? null : await tx.find(aboutId);
  if (aboutId !== undefined && !about) throw new ServiceError('NOT_FOUND');
  const form = wanted === undefined && about ? formFor(about.kind) : (wanted ?? null);
  if (!form && !about) return tx.insert('note', { heading: headingOf(heading) }, { caseId });
  const own = await tx.find(caseId);
  if (own?.kind !== 'case') throw new ServiceError('NOT_FOUND');
  const zone = typeof own.values.zone === 'string' ? own.values.zone : bookZone;
  const filling = { reader: tx, case: own, about, author: person.name, now: tx.now, zone, language };
  const begun = form ? await fillTemplate(form, filling) : null;
  const document = begun?.document ?? (about && documentAbout(about));
  const note = await tx.insert(
    'note',
    {
      heading: headingOf(heading) ?? headingOf(begun?.heading ?? ''),
      noteForm: form,
      criminalCase: form && isCriminal(form) ? true : null,
      // Begun with its text: what is made in one step is one version.
      ...(document && writtenAs(document)),
    },
    { caseId },
  );
  if (document) await reconcileLinks(tx, note, documentLinks(document), zone);
  return note;
}

interface CommitOptions {
  /** Who wrote it, where that is not who makes the version. */
  readonly by?: string;
  /** It is not made of the draft, which stays. */
  readonly keepsDraft?: boolean;
}

/** Makes one version: heading, document, what is derived from it, links; and forgets the draft. */
async function commit(
  { book, person, zone }: Context,
  action: string,
  { id, heading, document }: { id: RecordId; heading: string; document: string },
  { by, keepsDraft = false }: CommitOptions = {},
): Promise<{ version: number }> {
  if (by === undefined && !keepsDraft) await refuseOthersDraft({ book, person }, id);
  const given = understoodDocument(document);
  if (!given) throw new ServiceError('INVALID_VALUES', [{ field: 'document', code: 'INVALID' }]);
  const work = async (tx: Tx) => {
    const note = await writableNote(tx, id);
    const isSigned = note.values.signedAt !== null;
    const changed = isSigned
      ? await write(tx, note, zone, {
          heading: note.values.heading,
          document: continuedOf(note, given, { by: by ?? person.name, at: tx.now }),
        })
      : await write(tx, note, zone, { heading: headingOf(heading), document: unsigned(given) });
    if (!keepsDraft) await tx.dropDraft(id);
    return { version: changed.version, isSigned };
  };
  // What was struck in a signed note, or added to it, is not taken back without a trace on the page.
  const { value } = await book.command(action, work, { final: ({ isSigned }) => isSigned });
  return { version: value.version };
}

/** A document as it is stored: with its version, and its plain text for search. */
function writtenAs(document: NoteDocument) {
  const text = documentText(document);
  return {
    document: serializeDocument(document),
    documentVersion: DOCUMENT_VERSION,
    text: text === '' ? null : text,
  };
}

/** Writes the document with its plain text and its links. */
async function write(
  tx: Tx,
  note: BookRecord<'note'>,
  bookZone: string,
  { heading, document }: { heading: string | null; document: NoteDocument },
): Promise<BookRecord<'note'>> {
  const written = writtenAs(document);
  const changed = await tx.update('note', note.id, { heading, ...written });
  if (note.values.document !== written.document) {
    await reconcileLinks(tx, note, documentLinks(document), await zoneOf(tx, note, bookZone));
  }
  return changed;
}

/** Signs the note, or what was added to it since. Throws NOTE_CHANGED when it is not the version that was read. */
async function sign({ person, zone }: Context, tx: Tx, id: RecordId, version: number): Promise<{ version: number }> {
  const note = await writableNote(tx, id);
  if (note.version !== version) throw new ServiceError('NOTE_CHANGED');
  const document = documentOf(note);
  if (note.values.signedAt === null) {
    if (document.blocks.length === 0) throw new ServiceError('INVALID_VALUES', [{ field: 'text', code: 'REQUIRED' }]);
    // A note that had only plain text gets its document now: what is signed has one form.
    if (note.values.document === null) await write(tx, note, zone, { heading: note.values.heading, document });
    const changed = await tx.update('note', id, { signedAt: tx.now, signedBy: person.name });
    return { version: changed.version };
  }
  const open = openAddendum(document);
  if (!open || open.by !== person.name) throw new ServiceError('NOTE_SIGNED');
  const signed = withSignedAddendum(document, tx.now);
  const changed = await write(tx, note, zone, { heading: note.values.heading, document: signed });
  return { version: changed.version };
}

/** What a note that is not signed may hold: neither strikes nor addenda, which belong to what was signed. */
function unsigned(document: NoteDocument): NoteDocument {
  if (document.addenda || hasStrike(document.blocks)) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'document', code: 'INVALID' }]);
  }
  return document;
}

/** The document that may take the place of a signed one. Throws NOTE_SIGNED. */
function continuedOf(note: BookRecord<'note'>, given: NoteDocument, hand: { by: string; at: number }): NoteDocument {
  const document = continued(documentOf(note), given, hand);
  if (!document) throw new ServiceError('NOTE_SIGNED');
  return document;
}

function documentOf(note: BookRecord<'note'>): NoteDocument {
  const parsed = parseDocument(note.values.document, note.values.text ?? '');
  if (parsed.readOnly) throw new ServiceError('NOTE_NOT_UNDERSTOOD');
  return parsed.document;
}

/** IANA zone in which the note's dates are meant: its case's. */
async function zoneOf(tx: Tx, note: BookRecord<'note'>, bookZone: string): Promise<string> {
  const own = note.caseId === null ? null : await tx.find(note.caseId);
  return typeof own?.values.zone === 'string' ? own.values.zone : bookZone;
}

/** The note as the command sees it. Throws NOT_FOUND, STRUCK, NOTE_NOT_UNDERSTOOD. */
async function writableNote(tx: Tx, id: RecordId): Promise<BookRecord<'note'>> {
  const note = asNote(await tx.find(id));
  if (note.struckAt !== null) throw new ServiceError('STRUCK');
  // Whoever asks: what this build does not understand down to the last property is never written over.
  const { document } = note.values;
  if (document !== null && !understoodDocument(document)) throw new ServiceError('NOTE_NOT_UNDERSTOOD');
  return note;
}

function asNote(record: { readonly kind: string } | null): BookRecord<'note'> {
  if (record?.kind !== 'note') throw new ServiceError('NOT_FOUND');
  return record as BookRecord<'note'>;
}

function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean);
}

function headingOf(heading: string): string | null {
  const trimmed = heading.trim();
  return trimmed === '' ? null : trimmed;
}
