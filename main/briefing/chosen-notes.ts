import type { Book } from '#db/book.ts';
import { ServiceError } from '#main/services/context.ts';
import { type Profile, WITHHELD } from '#model/briefing.ts';
import type { NoteDocument } from '#model/document/format.ts';
import { documentPart, headingText, type NotePart } from '#model/document/part.ts';
import { toldDocument } from '#model/document/told.ts';
import type { RecordId } from '#model/ids.ts';
import { leavingDocument } from './leaving-document.ts';
import type { Scrub } from './redact.ts';
import { withoutHidden } from './redact-document.ts';

/** A note that somebody chose for a briefing: whole, or one part of it. */
export interface NoteChoice {
  readonly id: RecordId;
  readonly part?: NotePart | undefined;
}

/** A chosen note as it may be told: without struck words, withheld values, and what its reader may not have. */
export interface ChosenNote {
  readonly heading: string;
  readonly part: string | null;
  readonly document: NoteDocument;
  readonly version: number;
  readonly changedAt: number;
  readonly signedAt: number | null;
  readonly signedBy: string | null;
}

/** What was left out of chosen notes: statements by their handling code, and places that would give a withheld value away. */
export interface ChosenNotes {
  readonly notes: readonly ChosenNote[];
  readonly conditional: number;
  readonly sentences: number;
}

/**
 * Reads the notes that were chosen for a briefing, as their last versions say it. Grades stand on the lead's copy alone, and
 * never beside a note of a criminal case.
 * @param assessment the word that tells an assessment from a fact beside a grade
 * @throws ServiceError NOT_FOUND if one is not a note of the case, was struck, or lost the part that was chosen;
 *   NOTE_NOT_UNDERSTOOD if one has parts that are not understood, from which grades would have to be taken out
 */
export async function readChosenNotes(
  book: Book,
  caseId: RecordId,
  choices: readonly NoteChoice[],
  profile: Profile,
  scrub: Scrub,
  assessment: string,
): Promise<ChosenNotes> {
  const found = await book.list('note', { caseId, ids: choices.map(({ id }) => id) });
  let [conditional, sentences] = [0, 0];
  const notes = choices.map(({ id, part }): ChosenNote => {
    const note = found.find((one) => one.id === id);
    if (!note) throw new ServiceError('NOT_FOUND');
    const isLead = profile === 'leder';
    const grades = isLead && note.values.criminalCase !== true;
    const whole = leavingDocument(note, grades);
    const chosen = part ? documentPart(whole, part) : whole;
    if (!chosen) throw new ServiceError('NOT_FOUND');
    const told = toldDocument(chosen, { grades, conditional: isLead, bar: WITHHELD, assessment });
    const clean = withoutHidden(told.document, scrub, grades);
    const heading = scrub(note.values.heading?.trim() ?? '');
    conditional += told.barred;
    sentences += clean.hits + heading.hits;
    const { signedAt, signedBy } = note.values;
    return {
      heading: heading.text,
      part: part ? partHeading(clean.document) : null,
      document: clean.document,
      version: note.version,
      changedAt: note.changedAt,
      signedAt,
      signedBy,
    };
  });
  return { notes, conditional, sentences };
}

/** The heading that a part stands under, as it may be told. */
function partHeading({ blocks: [first] }: NoteDocument): string {
  return first?.type === 'heading' ? headingText(first.content) : '';
}
