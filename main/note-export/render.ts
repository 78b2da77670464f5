import type { NoteExportInput } from '#contract/app.ts';
import type { ReviewItem } from '#contract/briefing.ts';
import { reviewLine } from '#main/briefing/issue.ts';
import { isOpen } from '#main/briefing/package/review.ts';
import { type Context, ServiceError } from '#main/services/context.ts';
import { documentText } from '#model/document/text.ts';
import { noteAsDocx } from './docx.ts';
import { noteAsMarkdown } from './markdown.ts';
import { picturesOf } from './pictures.ts';
import { readNoteExport } from './read.ts';
import { wordsOf } from './words.ts';

/**
 * A note as the bytes of a file, in base64, and how often something was left out.
 * @throws ServiceError NOT_FOUND, ROLE_REFUSED for a reader's case document, which leaves an entry in the register,
 *   REVIEW_OPEN while a sentence that may tell of her is not decided about
 */
export async function renderNote(
  context: Context,
  input: NoteExportInput,
): Promise<{ readonly base64: string; readonly withheld: number }> {
  if (input.purpose === 'case_document' && context.person.role === 'reader') throw new ServiceError('ROLE_REFUSED');
  const note = await readNoteExport(context, input);
  const open = note.review.filter(isOpen).length;
  if (open > 0) throw new ServiceError('REVIEW_OPEN', { count: open });
  const words = wordsOf(note, input.language);
  const isDocx = input.format === 'docx';
  const pictures = await picturesOf(context, note.document, input.format);
  const bytes = isDocx
    ? await noteAsDocx(note, pictures, words, input.language)
    : Buffer.from(noteAsMarkdown(note, pictures, words));
  return { base64: Buffer.from(bytes).toString('base64'), withheld: note.withheld };
}

/** The words of a note as they would leave, for whoever decides: what the charged person will read, say. */
export async function previewNote(
  context: Pick<Context, 'book'>,
  input: Omit<NoteExportInput, 'format'>,
): Promise<{ readonly text: string; readonly withheld: number }> {
  const note = await readNoteExport(context, input);
  const words = wordsOf(note, input.language);
  const text = documentText(note.document, ({ label }) => label);
  return { text: [words.heading, ...words.facts, '', text].join('\n'), withheld: note.withheld };
}

/**
 * Sentences of a note that a person must look at before the charged person reads them, in the order of the text; those that
 * hold `find` too. Throws ServiceError as `readNoteExport`.
 */
export async function reviewNote(
  context: Pick<Context, 'book'>,
  { id, find }: Pick<NoteExportInput, 'id'> & { readonly find: string | null },
): Promise<ReviewItem[]> {
  return [...(await readNoteExport(context, { id, purpose: 'case_document' }, { find })).review];
}

/**
 * Leaves the line of an export in the use log: which note, in which format, for whom, how large. What the charged person
 * can come to read is kept in a register of its own too (straffeprosessloven §§ 98, 242).
 */
export async function logNoteExport(
  { book, person }: Pick<Context, 'book' | 'person'>,
  { id, format, purpose, language }: NoteExportInput,
  sizeBytes: number,
): Promise<void> {
  await book.use('export', { recordId: id, detail: `note_${format} ${purpose} ${sizeBytes} B` });
  if (purpose !== 'case_document') return;
  const note = await readNoteExport({ book }, { id, purpose });
  const [owner] = await book.list('note', { ids: [id] });
  await book.command('disclosure.export', (tx) =>
    tx.insert(
      'disclosure',
      {
        givenAt: tx.now,
        recipient: note.reference,
        form: 'case_documents',
        contents: [wordsOf(note, language).heading, reviewLine(language, note.review)].join('\n'),
        decidedBy: person.name,
      },
      { caseId: owner?.caseId ?? null },
    ),
  );
}
