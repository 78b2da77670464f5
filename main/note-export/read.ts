import type { NoteExportInput } from '#contract/app.ts';
import type { ReviewItem } from '#contract/briefing.ts';
import { readHidden } from '#main/briefing/hidden.ts';
import { leavingDocument } from '#main/briefing/leaving-document.ts';
import { readCaseCues } from '#main/briefing/package/case-cues.ts';
import { type Asked, Review } from '#main/briefing/package/review.ts';
import { createScrub, type Scrub } from '#main/briefing/redact.ts';
import { withoutHidden } from '#main/briefing/redact-document.ts';
import { type Context, ServiceError } from '#main/services/context.ts';
import { WITHHELD } from '#model/briefing.ts';
import type { Block, Image, NoteDocument } from '#model/document/format.ts';
import { documentText } from '#model/document/text.ts';
import { toldDocument } from '#model/document/told.ts';
import type { RecordId } from '#model/ids.ts';
import type { Marking } from '#model/kinds/case.ts';
import { firstLine } from '#model/kinds/fact.ts';
import type { BookRecord } from '#model/kinds.ts';

/** A note as it may leave: worded by nobody yet, already without what is withheld. */
export interface NoteExport {
  /** Its heading, else the first line that is told; null when neither says anything. */
  readonly heading: string | null;
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
  /** Sentences that a person must look at with the charged person's eyes, in the order of the text. */
  readonly review: readonly ReviewItem[];
  /** Entry of the log that the copy tells of, with the beginning of its hash. */
  readonly checkpoint: string;
}

/**
 * Reads a note for export, as its last version says it. Gradings never go into a case document, nor out of a note that
 * belongs to a criminal case (politiregisterloven § 6 asks for them outside criminal cases). The charged person reads a
 * case document: neither an address or number of hers, whatever its grade, nor what was told on conditions stands in it,
 * for what was struck a bar, and for a sentence that may tell of her too, until a person has decided about it; a person
 * looks at each picture.
 * @param asked the sentences are wanted that a person decides about
 * @throws ServiceError NOT_FOUND, NOTE_NOT_CASE_DOCUMENT of a note that does not belong to a criminal case,
 *   NOTE_NOT_UNDERSTOOD where grades would have to be taken out of parts that are not understood
 */
export async function readNoteExport(
  context: Pick<Context, 'book'>,
  { id, purpose }: Pick<NoteExportInput, 'id' | 'purpose'>,
  asked: Asked | null = null,
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
  const hidden = await readHidden(book, isCaseDocument ? 'saksdokumenter' : 'leder');
  // As in the papers of the case: who serves is asked about, sentence by sentence.
  const scrub = createScrub(hidden.filter(({ reason }) => !isCaseDocument || reason !== 'staffing'));
  const review = isCaseDocument
    ? await Review.open(book, owner.id, { cues: await readCaseCues(book, owner.id), isKnown: () => false }, asked)
    : null;
  const own = reviewed(review, note, 'heading', scrub)(heading?.trim() ?? '');
  // No rule reads what a picture shows: a bar stands for one that a person withheld or has yet to look at.
  const refused = new Set<RecordId>();
  const looked = mapImages(told, (image) => {
    const { attachment, alt } = image;
    if (!review || review.picture(note, 'text', { attachment, alt: scrub(alt).text })) return image;
    refused.add(attachment);
    return { ...image, alt: '' };
  });
  const { document: clean, hits } = withoutHidden(looked, reviewed(review, note, 'text', scrub), isGraded);
  let bars = 0;
  const document = mapImages(clean, (image) => {
    if (!refused.has(image.attachment)) return image;
    bars += 1;
    return { type: 'paragraph', content: [{ type: 'text', text: WITHHELD }] };
  });
  const reference = scrub(owner.values.number ?? owner.values.name);
  const { seq, hash } = await book.checkpoint();
  return {
    heading: own.text || titleOf(document),
    marking: owner.values.marking,
    reference: reference.text,
    zone: owner.values.zone,
    version: note.version,
    changedAt: note.changedAt,
    changedBy: note.changedBy,
    signedAt,
    signedBy,
    document,
    withheld: barred + bars + hits + own.hits + reference.hits,
    review: review?.items ?? [],
    checkpoint: `${seq} ${hash.slice(0, 16)}`,
  };
}

/** The document with each of its pictures changed. */
function mapImages(document: NoteDocument, change: (image: Image) => Block): NoteDocument {
  const all = (blocks: readonly Block[]) => blocks.map((block) => (block.type === 'image' ? change(block) : block));
  const addenda = document.addenda?.map((one) => ({ ...one, content: all(one.content) }));
  return { ...document, blocks: all(document.blocks), ...(addenda && { addenda }) };
}

/** Takes out what must not be told by rule, then what a person decided about or has yet to. */
function reviewed(review: Review | null, note: BookRecord<'note'>, field: string, scrub: Scrub): Scrub {
  if (!review) return scrub;
  return (text) => {
    const ruled = scrub(text);
    const read = review.read(note, field, ruled.text);
    return { text: read.text, hits: ruled.hits + read.hits };
  };
}

/** The first line of what is told, without grades and struck words: the record's own title is made of all that was written. */
function titleOf(document: NoteDocument): string | null {
  const { document: told } = toldDocument(document, { grades: false, conditional: true, bar: WITHHELD });
  const line = firstLine(documentText(told, ({ label }) => label)).replace(/\s+/g, ' ');
  return /[\p{L}\p{N}]/u.test(line) ? line : null;
}
