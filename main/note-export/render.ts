import type { NoteExportInput } from '#contract/app.ts';
import type { Context } from '#main/services/context.ts';
import { noteAsDocx } from './docx.ts';
import { noteAsMarkdown } from './markdown.ts';
import { readNoteExport } from './read.ts';
import { wordsOf } from './words.ts';

/** A note as the bytes of a file, in base64, and how often something was left out. Throws ServiceError NOT_FOUND. */
export async function renderNote(
  context: Context,
  input: NoteExportInput,
): Promise<{ readonly base64: string; readonly withheld: number }> {
  const note = await readNoteExport(context, input);
  const words = wordsOf(note, input.language);
  const bytes =
    input.format === 'md' ? Buffer.from(noteAsMarkdown(note, words)) : await noteAsDocx(note, words, input.language);
  return { base64: Buffer.from(bytes).toString('base64'), withheld: note.withheld };
}

/** Leaves the line of an export in the use log: which note, in which format, for whom, how large. */
export async function logNoteExport(
  { book }: Pick<Context, 'book'>,
  { id, format, purpose }: NoteExportInput,
  sizeBytes: number,
): Promise<void> {
  await book.use('export', { recordId: id, detail: `note_${format} ${purpose} ${sizeBytes} B` });
}
