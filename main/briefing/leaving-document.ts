import { ServiceError } from '#main/services/context.ts';
import type { NoteDocument } from '#model/document/format.ts';
import { documentOfText } from '#model/document/from-text.ts';
import { understoodDocument } from '#model/document/parse.ts';
import type { BookRecord } from '#model/kinds.ts';

/**
 * The document of a note that is about to leave. Of one with parts that this build does not understand nothing can be
 * taken out by grade: its plain text, in which all words stand and the grades beside them, leaves only where those may.
 * @throws ServiceError NOTE_NOT_UNDERSTOOD where they may not
 */
export function leavingDocument({ values }: BookRecord<'note'>, mayShowGrades: boolean): NoteDocument {
  if (values.document === null) return documentOfText(values.text ?? '');
  const understood = understoodDocument(values.document);
  if (understood) return understood;
  if (!mayShowGrades) throw new ServiceError('NOTE_NOT_UNDERSTOOD');
  return documentOfText(values.text ?? '');
}
