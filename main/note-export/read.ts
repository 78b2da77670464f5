import type { NoteExportInput } from '#contract/app.ts';
import { readHidden } from '#main/briefing/hidden.ts';
import { leavingDocument } from '#main/briefing/leaving-document.ts';
import { createScrub } from '#main/briefing/redact.ts';
import { withoutHidden } from '#main/briefing/redact-document.ts';
import { type Context, ServiceError } from '#main/services/context.ts';
import { WITHHELD } from '#model/briefing.ts';
import type { NoteDocument } from '#model/document/format.ts';
import { toldDocument } from '#model/document/told.ts';
import type { Marking } from '#model/kinds/case.ts';

/** A note as it may leave: worded by nobody yet, already without what is withheld. */
export interface NoteExport {
  readonly heading: string;
  readonly marking: Marking;
  /** The case's number, or its name where it has none. */
  readonly reference: string;
  /** IANA zone of the case. */
  readonly zone: string;
  readonly version: number;
  /** When it was last changed, ms UTC, and by whom. */
  readonly changedAt: number;
  readonly changedBy: string;
  readonly signedAt: number | null;
  readonly signedBy: string | null;
  readonly document: NoteDocument;
  /** Places where something was left out. */
  readonly withheld: number;
  /** Gradings of statements go with it. */
  readonly isGraded: boolean;
  /** Entry of the log that the copy tells of, with the beginning of its hash. */
  readonly checkpoint: string;
}

/**
 * Reads a note for export, as its last version says it. Gradings never go into a case document, nor out of a note that
 * belongs to a criminal case (politiregisterloven § 6 asks for them outside criminal cases). The charged person reads a
 * case document: neither an address or number of hers, whatever its grade, nor what was told on conditions stands in it,
 * and for what was struck a bar.
 * @throws ServiceError NOT_FOUND, NOTE_NOT_CASE_DOCUMENT of a note that does not belong to a criminal case,
 *   NOTE_NOT_UNDERSTOOD where grades would have to be taken out of parts that are not understood
 */
export async function readNoteExport(
  context: Pick<Context, 'book'>,
  { id, purpose }: Pick<NoteExportInput, 'id' | 'purpose'>,
): Promise<NoteExport> {
  const { book } = context;
  const [note] = await book.list('note', { ids: [id] });
  if (!note?.caseId) throw new ServiceError('NOT_FOUND');
  const [owner] = await book.list('case', { ids: [note.caseId] });
  if (!owner) throw new ServiceError('NOT_FOUND');
  const { heading, criminalCase, signedAt, signedBy } = note.values;
  const isCaseDocument = purpose === 'case_document';
  if (isCaseDocument && criminalCase !== true) throw new ServiceError('NOTE_NOT_CASE_DOCUMENT');
  const isGraded = !isCaseDocument && criminalCase !== true;
  const telling = {
    grades: isGraded,
    conditional: !isCaseDocument,
    bar: WITHHELD,
    struck: isCaseDocument ? 'barred' : 'shown',
  } as const;
  const { document: told, barred } = toldDocument(leavingDocument(note, isGraded), telling);
  const scrub = createScrub(await readHidden(book, isCaseDocument ? 'saksdokumenter' : 'leder'));
  const { document, hits } = withoutHidden(told, scrub, isGraded);
  const title = scrub(heading?.trim() || note.title);
  const reference = scrub(owner.values.number ?? owner.values.name);
  const { seq, hash } = await book.checkpoint();
  return {
    heading: title.text,
    marking: owner.values.marking,
    reference: reference.text,
    zone: owner.values.zone,
    version: note.version,
    changedAt: note.changedAt,
    changedBy: note.changedBy,
    signedAt,
    signedBy,
    document,
    withheld: barred + hits + title.hits + reference.hits,
    isGraded,
    checkpoint: `${seq} ${hash.slice(0, 16)}`,
  };
}
